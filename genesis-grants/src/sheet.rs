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
	vec,
	vec::Vec,
};
use csv_core::{ReadRecordResult, ReaderBuilder, Terminator};

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
			let line = line.trim_start();
			!line.is_empty() && !line.starts_with('#')
		});
		let (number, line) = lines.next().ok_or_else(|| self.error(None, Fault::NoHeader))?;
		let header = self.header(number, line)?;
		lines.map(|(number, line)| self.row(&header, number, line)).collect()
	}

	/// The columns in the order of the file.
	fn header(&self, number: u32, line: &str) -> Result<Vec<&'static str>, TableError> {
		let mut header = Vec::new();
		for name in split(line).map_err(|fault| self.error(Some(number), fault))? {
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
		let values = split(line).map_err(|fault| self.error(Some(number), fault))?;
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

/// The fields of one line, without the blanks around them.
fn split(line: &str) -> Result<Vec<String>, Fault> {
	let input = [line, "\n"].concat();
	// A record is never longer than its line, and has one field more than the line has commas.
	let mut output = vec![0; input.len()];
	let mut ends = vec![0; input.len()];
	let mut reader = ReaderBuilder::new().terminator(Terminator::Any(b'\n')).build();
	let (result, _, _, count) = reader.read_record(input.as_bytes(), &mut output, &mut ends);
	if result != ReadRecordResult::Record {
		return Err(Fault::OpenQuote);
	}
	let mut start = 0;
	let fields = ends.into_iter().take(count).map(|end| {
		let field = output.get(start..end).unwrap_or_default();
		start = end;
		String::from_utf8_lossy(field).trim().to_string()
	});
	Ok(fields.collect())
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

	/// A text of at most `longest` bytes that can be printed.
	pub fn name(&self, column: &'static str, longest: usize) -> Result<String, TableError> {
		let text = self.text(column)?;
		if text.len() > longest || text.chars().any(char::is_control) {
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
