// SPDX-License-Identifier: Apache-2.0

//! The signing key: read once at the start, never written or logged.

use crate::{config::KeyConfig, secret};
use anyhow::{bail, Context, Result};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// Development accounts whose secrets everybody knows.
const DEV_ACCOUNTS: [&str; 8] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two"];

/// Reads the sr25519 key that `config` names.
pub fn load(config: &KeyConfig) -> Result<Keypair> {
	match (&config.file, &config.env, &config.dev) {
		(Some(file), None, None) => parse(&secret::from_file("[key] file", file)?)
			.with_context(|| format!("[key] file: {}", file.display())),
		(None, Some(name), None) => parse(&secret::from_environment("[key] env", name)?)
			.with_context(|| format!("[key] env: variable {name}")),
		(None, None, Some(name)) => {
			if !DEV_ACCOUNTS.contains(&name.as_str()) {
				bail!("[key] dev: `{name}` is none of {}", DEV_ACCOUNTS.join(", "));
			}
			parse(&format!("//{name}"))
		}
		_ => bail!("[key]: give exactly one of `file`, `env` and `dev`"),
	}
}

/// A secret URI: a mnemonic, a `0x` seed, or a derivation path such as `//Alice`.
///
/// No error repeats any part of the secret.
fn parse(secret: &str) -> Result<Keypair> {
	let uri = secret.trim();
	if uri.is_empty() {
		bail!("holds no secret");
	}
	let Ok(uri) = uri.parse::<SecretUri>() else { bail!("holds no secret URI") };
	match Keypair::from_uri(&uri) {
		Ok(pair) => Ok(pair),
		Err(_) => bail!("holds neither a mnemonic nor a 32-byte 0x seed"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fs, path::Path};

	const ALICE: &str = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

	fn account(pair: &Keypair) -> String {
		let bytes = pair.public_key().0;
		bytes.iter().fold("0x".into(), |text, byte| format!("{text}{byte:02x}"))
	}

	fn config(file: Option<&Path>, env: Option<&str>, dev: Option<&str>) -> KeyConfig {
		KeyConfig { file: file.map(Into::into), env: env.map(Into::into), dev: dev.map(Into::into) }
	}

	#[test]
	fn a_file_may_hold_any_secret_uri() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("key");
		let phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
		let seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
		for secret in ["//Alice\n", &format!("{phrase}//Alice"), seed] {
			fs::write(&file, secret).unwrap();
			assert_eq!(
				account(&load(&config(Some(&file), None, None)).unwrap()),
				ALICE,
				"{secret}"
			);
		}
	}

	#[test]
	fn a_development_account_needs_no_secret() {
		assert_eq!(account(&load(&config(None, None, Some("Alice"))).unwrap()), ALICE);
		let error = load(&config(None, None, Some("Mallory"))).unwrap_err().to_string();
		assert!(error.contains("[key] dev") && error.contains("Mallory"), "{error}");
	}

	#[test]
	fn an_error_names_the_place_and_hides_the_secret() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("key");
		for secret in ["correct horse battery staple", "0xdeadbeef", "§", "  "] {
			fs::write(&file, secret).unwrap();
			let error = format!("{:#}", load(&config(Some(&file), None, None)).unwrap_err());
			assert!(error.contains("[key] file"), "{error}");
			assert!(secret.trim().is_empty() || !error.contains(secret), "{error}");
		}
		let error = load(&config(Some(Path::new("/nowhere")), None, None)).unwrap_err();
		assert!(format!("{error:#}").contains("/nowhere"));
		let error = load(&config(None, Some("DESTRA_NO_SUCH_VARIABLE"), None)).unwrap_err();
		assert!(format!("{error:#}").contains("DESTRA_NO_SUCH_VARIABLE"));
	}
}
