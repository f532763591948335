// SPDX-License-Identifier: Apache-2.0

//! Secrets, from a file or from the environment. Neither logs nor errors repeat them.

use crate::apart;
use anyhow::{Context, Result};
use std::{
	fs, io,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

/// Where systemd puts the credentials of a unit, in a folder that nobody else can look into.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// What `file` holds. `field` is the field of the configuration that names it.
pub fn from_file(field: &str, file: &Path) -> Result<String> {
	warn_if_readable_by_others(field, file)?;
	read(file).with_context(|| format!("{field}: cannot read {}", file.display()))
}

/// What the environment has under `name`. `field` is the field of the configuration that names it.
pub fn from_environment(field: &str, name: &str) -> Result<String> {
	std::env::var(name).with_context(|| format!("{field}: variable {name} cannot be read"))
}

/// Says so if others can read `file`, or write it.
pub fn warn_if_readable_by_others(field: &str, file: &Path) -> Result<()> {
	let asked = file.to_owned();
	let metadata = apart::within_patience(move || fs::metadata(asked))
		.map_err(io::Error::other)
		.and_then(|metadata| metadata)
		.with_context(|| format!("{field}: cannot read {}", file.display()))?;
	let credentials = std::env::var_os(CREDENTIALS).map(PathBuf::from);
	if is_open_to_others(metadata.permissions().mode(), file, credentials.as_deref()) {
		let file = file.display();
		tracing::warn!(%file, "{field}: other users of this machine can read the file; run: chmod 600 {file}");
	}
	Ok(())
}

/// The text of a file, which may hang.
pub fn read(file: &Path) -> io::Result<String> {
	let file = file.to_owned();
	apart::within_patience(move || fs::read_to_string(file)).map_err(io::Error::other)?
}

/// Whether others can get at a file of this mode. Of a credential the mode says nothing: systemd lets the
/// user of the unit in by an access list, whose mask stands where the rights of the group do.
fn is_open_to_others(mode: u32, file: &Path, credentials: Option<&Path>) -> bool {
	mode & 0o077 != 0 && !credentials.is_some_and(|folder| file.starts_with(folder))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_a_private_file_is_private() {
		for (mode, open) in
			[(0o100600, false), (0o100400, false), (0o100640, true), (0o100604, true)]
		{
			assert_eq!(is_open_to_others(mode, Path::new("/etc/key"), None), open, "{mode:o}");
		}
	}

	#[test]
	fn a_credential_of_systemd_is_private_whatever_its_mode_says() {
		let folder = Some(Path::new("/run/credentials/agent.service"));
		let open = |file| is_open_to_others(0o100440, Path::new(file), folder);
		assert!(!open("/run/credentials/agent.service/key"));
		assert!(open("/run/credentials/other.service/key"));
		assert!(open("/run/credentials/agent.service.old/key"));
	}

	#[test]
	fn an_error_names_the_field_and_the_place() {
		let error =
			format!("{:#}", from_file("[key] file", Path::new("/nowhere/key")).unwrap_err());
		assert!(error.starts_with("[key] file: cannot read /nowhere/key: No such file"), "{error}");
		let error = from_environment("[key] env", "DESTRA_NO_SUCH_VARIABLE").unwrap_err();
		assert_eq!(error.to_string(), "[key] env: variable DESTRA_NO_SUCH_VARIABLE cannot be read");
	}

	#[test]
	fn a_file_that_never_answers_is_named_in_time() {
		let folder = tempfile::tempdir().unwrap();
		let pipe = folder.path().join("pipe");
		rustix::fs::mknodat(
			rustix::fs::CWD,
			&pipe,
			rustix::fs::FileType::Fifo,
			rustix::fs::Mode::RUSR,
			0,
		)
		.unwrap();
		let error = format!("{:#}", from_file("[key] file", &pipe).unwrap_err());
		let place = pipe.display();
		assert_eq!(
			error,
			format!(
				"[key] file: cannot read {place}: no answer within 5s: the file or its mount hangs"
			),
		);
	}
}
