// SPDX-License-Identifier: Apache-2.0

//! A local file: one number, one word of several, or a place in a JSON document.

use super::{json::number_at, Source, SourceError};
use crate::{
	config::FileConfig,
	number::{self, Number},
};
use async_trait::async_trait;
use std::time::{Duration, SystemTime};
use tokio::{fs, io::AsyncReadExt};

/// A number is short; a file longer than this is something else.
const MAX_BYTES: u64 = 1024 * 1024;

/// A file that another program writes.
pub struct File {
	config: FileConfig,
}

impl File {
	/// Reads what `config` names.
	pub fn new(config: FileConfig) -> Self {
		Self { config }
	}

	fn check_age(&self, modified: SystemTime) -> Result<(), SourceError> {
		let Some(limit) = self.config.max_age.map(|span| span.0) else { return Ok(()) };
		// A time in the future comes from a clock that was set back: not old.
		let age = SystemTime::now().duration_since(modified).unwrap_or(Duration::ZERO);
		if age > limit {
			Err(SourceError::Stale { age: Duration::from_secs(age.as_secs()), limit })
		} else {
			Ok(())
		}
	}

	fn number_in(&self, text: &str) -> Result<Number, SourceError> {
		let FileConfig { pointer, field, .. } = &self.config;
		match (pointer, field) {
			(Some(pointer), _) => number_at(text, pointer),
			(None, Some(field)) => match text.split_whitespace().nth(*field) {
				Some(word) => Ok(number::parse(word)?),
				None => Err(SourceError::Absent(format!("word {field}"))),
			},
			(None, None) => Ok(number::parse(text)?),
		}
	}
}

#[async_trait]
impl Source for File {
	async fn read(&self) -> Result<Number, SourceError> {
		let path = &self.config.path;
		let down = |error| SourceError::Down(format!("{}: {error}", path.display()));
		let file = fs::File::open(path).await.map_err(down)?;
		self.check_age(file.metadata().await.and_then(|data| data.modified()).map_err(down)?)?;
		let mut bytes = Vec::new();
		file.take(MAX_BYTES + 1).read_to_end(&mut bytes).await.map_err(down)?;
		if bytes.len() as u64 > MAX_BYTES {
			return Err(SourceError::Malformed(format!("file exceeds {MAX_BYTES} bytes")));
		}
		let text = String::from_utf8(bytes)
			.map_err(|_| SourceError::Malformed("file is not UTF-8".into()))?;
		self.number_in(&text)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{config::Pointer, units::Span};

	struct Written {
		_folder: tempfile::TempDir,
		config: FileConfig,
	}

	fn written(text: impl AsRef<[u8]>) -> Written {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("value");
		std::fs::write(&path, text).unwrap();
		let config = FileConfig { path, pointer: None, field: None, max_age: None };
		Written { _folder: folder, config }
	}

	async fn read(config: FileConfig) -> Result<Number, SourceError> {
		File::new(config).read().await
	}

	#[tokio::test]
	async fn a_file_holds_a_number_a_word_or_a_document() {
		let whole = written(" 12.5\n");
		assert_eq!(read(whole.config).await, Ok(number::parse("12.5").unwrap()));

		let mut words = written("0.42 0.30 0.25 1/200 9\n");
		words.config.field = Some(2);
		assert_eq!(read(words.config).await, Ok(number::parse("0.25").unwrap()));

		let mut document = written(r#"{"a": [1, 2]}"#);
		document.config.pointer = Some(Pointer("/a/1".into()));
		assert_eq!(read(document.config).await, Ok(number::parse("2").unwrap()));
	}

	#[tokio::test]
	async fn what_holds_no_number_says_so() {
		let mut few = written("1 2");
		few.config.field = Some(2);
		assert_eq!(read(few.config).await, Err(SourceError::Absent("word 2".into())));

		assert_eq!(read(written("1 2").config).await.unwrap_err().reason(), "malformed");
		assert_eq!(read(written([0xff]).config).await.unwrap_err().reason(), "malformed");
		let long = written("1".repeat(MAX_BYTES as usize + 1));
		assert_eq!(read(long.config).await.unwrap_err().reason(), "malformed");

		let mut missing = written("1").config;
		missing.path = "/nowhere/value".into();
		let error = read(missing).await.unwrap_err();
		assert!(error.to_string().contains("/nowhere/value"), "{error}");
	}

	#[tokio::test]
	async fn an_old_file_is_stale() {
		let mut old = written("1");
		let file = std::fs::File::options().write(true).open(&old.config.path).unwrap();
		file.set_modified(SystemTime::now() - Duration::from_secs(90)).unwrap();
		old.config.max_age = Some(Span::millis(60_000));
		assert_eq!(read(old.config).await.unwrap_err().reason(), "stale");

		let mut young = written("1");
		young.config.max_age = Some(Span::millis(60_000));
		assert!(read(young.config).await.is_ok());
	}
}
