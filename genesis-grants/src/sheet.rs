// SPDX-License-Identifier: Apache-2.0

//! One CSV file as rows with named fields. What a field means is not known here.

use crate::{
	address,
	error::{Fault, File, Number, TableError},
	field,
};
use alloc::{
	collections::BTreeMap,
	string::{String, ToString},
	vec::Vec,
};
use core::iter;

/// The columns of a file.
pub struct Columns {
	pub file: File,
	/// All of them; they may come in any order.
	pub names: &'static [&'static str],
	/// The one by which people call a row.
	pub label: &'static str,
}

/// A row with a field for each column.
pub struct Row {
	file: File,
	/// Its line in the file, counted from one.
	pub number: u32,
	label: Option<String>,
	fields: BTreeMap<&'static str, String>,
}

impl Columns {
	/// The rows of `text`, without its header, empty lines, and lines that begin with `#`.
	pub fn read(&self, text: &str) -> Result<Vec<Row>, TableError> {
		// What spreadsheets write at the start of a file.
		let text = text.strip_prefix('\u{feff}').unwrap_or(text);
		let mut lines = (1u32..).zip(text.lines()).filter(|(_, line)| {
			let line = line.trim_start_matches(BLANKS);
			!line.is_empty() && !line.starts_with('#')
		});
		let (number, line) = lines.next().ok_or_else(|| self.error(None, Fault::NoHeader))?;
		let header = self.header(number, line)?;
		lines.map(|(number, line)| self.row(&header, number, line)).collect()
	}

	/// The columns in the order of the file.
	fn header(&self, number: u32, line: &str) -> Result<Vec<&'static str>, TableError> {
		let mut header = Vec::new();
		for name in split(line) {
			let name = name.map_err(|fault| self.error(Some(number), fault))?;
			let known = self.names.iter().find(|known| **known == name);
			let known =
				*known.ok_or_else(|| self.error(Some(number), Fault::UnknownColumn(name)))?;
			if header.contains(&known) {
				let error = self.error(Some(number), Fault::RepeatedColumn);
				return Err(TableError { field: Some(known), ..error });
			}
			header.push(known);
		}
		match self.names.iter().find(|name| !header.contains(name)) {
			None => Ok(header),
			Some(missing) => {
				let error = self.error(Some(number), Fault::MissingColumn);
				Err(TableError { field: Some(missing), ..error })
			}
		}
	}

	fn row(&self, header: &[&'static str], number: u32, line: &str) -> Result<Row, TableError> {
		let mut values = Vec::new();
		for (index, value) in split(line).enumerate() {
			let field = header.get(index).copied();
			let error = |fault| TableError { field, ..self.error(Some(number), fault) };
			values.push(value.map_err(error)?);
		}
		if values.len() != header.len() {
			let fault = Fault::FieldCount { found: values.len(), expected: header.len() };
			return Err(self.error(Some(number), fault));
		}
		let fields: BTreeMap<_, _> = header.iter().copied().zip(values).collect();
		let label = fields.get(self.label).filter(|label| !label.is_empty()).cloned();
		Ok(Row { file: self.file, number, label, fields })
	}

	/// A fault of the file, or of a line whose fields are not known.
	pub fn error(&self, row: Option<u32>, fault: Fault) -> TableError {
		TableError { file: self.file, row, label: None, field: None, fault }
	}
}

/// What may stand around a field.
const BLANKS: [char; 2] = [' ', '\t'];

/// The fields of one line, without the blanks around them.
fn split(line: &str) -> impl Iterator<Item = Result<String, Fault>> + '_ {
	let mut rest = Some(line);
	iter::from_fn(move || {
		let field = field(rest?);
		rest = field.as_ref().ok().and_then(|(_, rest)| *rest);
		Some(field.and_then(|(field, _)| match field::unseen(&field) {
			None => Ok(field),
			Some(character) => Err(Fault::Unseen(character)),
		}))
	})
}

/// The first field of what is left of a line, and what is left behind its comma, if there is one.
fn field(line: &str) -> Result<(String, Option<&str>), Fault> {
	let line = line.trim_start_matches(BLANKS);
	if let Some(line) = line.strip_prefix('"') {
		return quoted(line);
	}
	let (field, rest) = match line.split_once(',') {
		Some((field, rest)) => (field, Some(rest)),
		None => (line, None),
	};
	if field.contains('"') {
		return Err(Fault::StrayQuote);
	}
	Ok((field.trim_end_matches(BLANKS).to_string(), rest))
}

/// The same of a line behind the mark that opens a quoted field. Two marks in it stand for one.
fn quoted(mut line: &str) -> Result<(String, Option<&str>), Fault> {
	let mut field = String::new();
	loop {
		let (part, behind) = line.split_once('"').ok_or(Fault::OpenQuote)?;
		field.push_str(part);
		match behind.strip_prefix('"') {
			Some(more) => {
				field.push('"');
				line = more;
			}
			None => {
				let behind = behind.trim_start_matches(BLANKS);
				let rest = behind.strip_prefix(',');
				if rest.is_none() && !behind.is_empty() {
					return Err(Fault::StrayQuote);
				}
				return Ok((field.trim_matches(BLANKS).to_string(), rest));
			}
		}
	}
}

impl Row {
	/// A fault of this row.
	pub fn error(&self, field: &'static str, fault: Fault) -> TableError {
		let (file, row, label) = (self.file, Some(self.number), self.label.clone());
		TableError { file, row, label, field: Some(field), fault }
	}

	/// The text of a field; none where it is empty.
	fn optional(&self, column: &'static str) -> Option<&str> {
		self.fields.get(column).map(String::as_str).filter(|text| !text.is_empty())
	}

	/// The text of a field that has to be there.
	pub fn text(&self, column: &'static str) -> Result<&str, TableError> {
		self.optional(column).ok_or_else(|| self.error(column, Fault::Empty))
	}

	/// A field as `read` understands it.
	fn number<T>(
		&self,
		column: &'static str,
		expected: Number,
		read: impl FnOnce(&str) -> Option<T>,
	) -> Result<T, TableError> {
		let text = self.text(column)?;
		read(text).ok_or_else(|| {
			self.error(column, Fault::BadNumber { text: text.to_string(), expected })
		})
	}

	/// A percentage, in parts of the whole.
	pub fn percent(&self, column: &'static str) -> Result<u64, TableError> {
		self.number(column, Number::Percent, |text| {
			let parts = field::decimal(text, field::PERCENT_PLACES)?;
			u64::try_from(parts).ok().filter(|parts| *parts <= destra_economics::WHOLE)
		})
	}

	/// A percentage, in parts of the whole; none where the field is empty.
	pub fn optional_percent(&self, column: &'static str) -> Result<Option<u64>, TableError> {
		self.optional(column).map(|_| self.percent(column)).transpose()
	}

	/// An amount of DSYNC, in planck.
	pub fn amount(&self, column: &'static str) -> Result<u128, TableError> {
		self.number(column, Number::Amount, |text| field::decimal(text, field::DSYNC_PLACES))
	}

	/// A whole number from zero to `most`.
	pub fn whole(&self, column: &'static str, most: u16) -> Result<u16, TableError> {
		self.number(column, Number::UpTo(most), |text| {
			let number = u16::try_from(field::decimal(text, 0)?).ok()?;
			Some(number).filter(|number| *number <= most)
		})
	}

	/// What the word in the field stands for; `expected` lists the words.
	pub fn word<T>(
		&self,
		column: &'static str,
		expected: &'static str,
		read: impl FnOnce(&str) -> Option<T>,
	) -> Result<T, TableError> {
		let text = self.text(column)?;
		read(text)
			.ok_or_else(|| self.error(column, Fault::BadWord { text: text.to_string(), expected }))
	}

	/// Yes or no.
	pub fn flag(&self, column: &'static str) -> Result<bool, TableError> {
		self.word(column, "yes or no", |text| match text {
			"yes" => Some(true),
			"no" => Some(false),
			_ => None,
		})
	}

	/// A text of at most `longest` bytes.
	pub fn name(&self, column: &'static str, longest: usize) -> Result<String, TableError> {
		let text = self.text(column)?;
		if text.len() > longest {
			return Err(self.error(column, Fault::BadName { longest }));
		}
		Ok(text.to_string())
	}

	/// A moment, in milliseconds since the Unix epoch.
	pub fn moment(&self, column: &'static str) -> Result<u64, TableError> {
		let text = self.text(column)?;
		field::moment(text)
			.ok_or_else(|| self.error(column, Fault::BadDate { text: text.to_string() }))
	}

	/// An account.
	pub fn account(&self, column: &'static str) -> Result<[u8; 32], TableError> {
		address::parse(self.text(column)?)
			.map_err(|error| self.error(column, Fault::BadAddress(error)))
	}
}
