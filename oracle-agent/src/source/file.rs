// SPDX-License-Identifier: Apache-2.0

//! A local file: one number, one word of several, or a place in a JSON document.

use super::{
	age,
	json::{self, number_in},
	Source, SourceError,
};
use crate::{
	apart::Slot,
	config::FileConfig,
	number::{self, Number},
};
use async_trait::async_trait;
use rustix::fs::OFlags;
use std::{
	fs::{self, FileType, OpenOptions},
	io::{self, Read},
	os::unix::fs::{FileTypeExt, OpenOptionsExt},
	path::Path,
	time::Duration,
};

/// A number is short; a file longer than this is something else.
pub const MAX_BYTES: u64 = 1024 * 1024;

/// A file that another program writes.
pub struct File {
	config: FileConfig,
	slot: Slot,
}

impl File {
	/// Reads what `config` names.
	pub fn new(config: FileConfig) -> Self {
		Self { config, slot: Slot::default() }
	}

	fn number_in(&self, text: &str) -> Result<Number, SourceError> {
		let FileConfig { pointer, field, .. } = &self.config;
		match (pointer, field) {
			(Some(pointer), _) => number_in(&json::parse(text)?, pointer),
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
	fn place(&self) -> String {
		self.config.path.display().to_string()
	}

	async fn read(&self) -> Result<Number, SourceError> {
		let path = self.config.path.clone();
		let max_age = self.config.max_age.map(|span| span.0);
		let text = self.slot.run(move || text_of(&path, max_age)).await??;
		self.number_in(&text)
	}
}

/// What `path` holds, if it was written within `max_age`.
fn text_of(path: &Path, max_age: Option<Duration>) -> Result<String, SourceError> {
	let down = |error: io::Error| SourceError::Down(error.to_string());
	// What is no file is not even opened: that may do something, or last for ever.
	if let Some(kind) = kind_other_than_file(fs::metadata(path).map_err(down)?.file_type()) {
		return Err(SourceError::Malformed(format!("{kind}, not a file")));
	}
	let without_waiting = OFlags::NONBLOCK.bits() as i32;
	let file =
		OpenOptions::new().read(true).custom_flags(without_waiting).open(path).map_err(down)?;
	if let Some(limit) = max_age {
		age::check(file.metadata().and_then(|data| data.modified()).map_err(down)?, limit)?;
	}
	let mut bytes = Vec::new();
	file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(down)?;
	if bytes.len() as u64 > MAX_BYTES {
		return Err(SourceError::Malformed(format!("file exceeds {MAX_BYTES} bytes")));
	}
	String::from_utf8(bytes).map_err(|_| SourceError::Malformed("file is not UTF-8".into()))
}

/// What something is that is no file.
fn kind_other_than_file(kind: FileType) -> Option<&'static str> {
	if kind.is_file() {
		None
	} else if kind.is_dir() {
		Some("a folder")
	} else if kind.is_fifo() {
		Some("a pipe")
	} else if kind.is_socket() {
		Some("a socket")
	} else {
		Some("a device")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{apart::tests::endless, config::Pointer, units::Span};
	use std::time::SystemTime;

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
		assert!(error.to_string().starts_with("source is down: No such file"), "{error}");
	}

	#[tokio::test]
	async fn a_file_of_the_kernel_is_a_file() {
		let (path, field) = ("/proc/stat".into(), Some(1));
		let config = FileConfig { path, field, pointer: None, max_age: None };
		assert!(read(config).await.is_ok());
	}

	#[tokio::test]
	async fn a_file_that_hangs_is_asked_once() {
		let written = written("1");
		let file = File::new(written.config);
		let (held, work) = endless(&Default::default());
		let hanging = tokio::time::timeout(Duration::from_millis(20), file.slot.run(work)).await;
		assert!(hanging.is_err());
		assert_eq!(file.read().await.unwrap_err().reason(), "hangs");
		drop(held);
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
