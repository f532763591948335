// SPDX-License-Identifier: Apache-2.0

//! What stands on the command line.

use destra_vouchers::{
	client::{AccountId32, Scheme},
	Voucher,
};
use sp_core::bytes::from_hex;
use std::{collections::BTreeMap, error::Error, str::FromStr};

const USAGE: &str = "\
usage: vouchers sign OPTION...
       vouchers verify OPTION... VOUCHER
  --genesis HASH       the hash of the chain's first block, 0x and 64 digits
  --provider ACCOUNT   an address, or 0x and 64 digits
to sign:
  --agreement NUMBER   the agreement
  --amount PLANCK      all that is owed under it
  --valid-until TIME   the last moment to redeem it, in milliseconds since 1970
  --suri SECRET        words, seed or path of the signer's key; - reads it from standard input, so that
                       nobody sees it in the list of processes
  --scheme SCHEME      sr25519 (default), ed25519 or ecdsa
to verify:
  --signer ACCOUNT     the signer of the agreement, who should have signed it";

const OPTIONS: [&str; 8] = [
	"--genesis",
	"--provider",
	"--agreement",
	"--amount",
	"--valid-until",
	"--suri",
	"--scheme",
	"--signer",
];

type Failure = Box<dyn Error>;

pub struct Options {
	pub place: Place,
	pub command: Command,
}

/// Where a voucher is worth something.
pub struct Place {
	pub genesis_hash: [u8; 32],
	pub provider: AccountId32,
}

pub enum Command {
	Sign(Request),
	Verify { signer: AccountId32, text: String },
}

pub struct Request {
	pub voucher: Voucher,
	pub suri: String,
	pub scheme: Scheme,
}

impl Options {
	pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
		let Values { mut words, options } = Values::collect(arguments)?;
		let command = match words.next().as_deref() {
			Some("sign") => Command::Sign(Request {
				voucher: Voucher {
					agreement: options.number("--agreement")?,
					amount: options.number("--amount")?,
					valid_until: options.number("--valid-until")?,
				},
				suri: options.text("--suri")?.into(),
				scheme: match options.text("--scheme") {
					Ok(name) => name.parse()?,
					Err(_) => Scheme::Sr25519,
				},
			}),
			Some("verify") => Command::Verify {
				signer: options.account("--signer")?,
				text: words.next().ok_or_else(|| format!("no voucher to verify\n{USAGE}"))?,
			},
			Some(other) => return Err(format!("unknown command '{other}'\n{USAGE}").into()),
			None => return Err(format!("say what to do\n{USAGE}").into()),
		};
		if let Some(word) = words.next() {
			return Err(format!("'{word}' is too much\n{USAGE}").into());
		}
		let place = Place {
			genesis_hash: options.hash("--genesis")?,
			provider: options.account("--provider")?,
		};
		Ok(Self { place, command })
	}
}

/// Options by name, and the words between them in order.
struct Values<Words> {
	words: Words,
	options: ByName,
}

struct ByName(BTreeMap<String, String>);

impl Values<std::vec::IntoIter<String>> {
	fn collect(mut arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
		let (mut words, mut options) = (Vec::new(), BTreeMap::new());
		while let Some(argument) = arguments.next() {
			if !argument.starts_with("--") {
				words.push(argument);
				continue;
			}
			if !OPTIONS.contains(&argument.as_str()) {
				return Err(format!("unknown option {argument}\n{USAGE}").into());
			}
			let value = arguments.next().filter(|value| !value.starts_with("--"));
			let value = value.ok_or_else(|| format!("{argument} of what?\n{USAGE}"))?;
			if let Some(first) = options.insert(argument.clone(), value) {
				return Err(format!("{argument} is given twice, first as '{first}'").into());
			}
		}
		Ok(Self { words: words.into_iter(), options: ByName(options) })
	}
}

impl ByName {
	fn text(&self, name: &str) -> Result<&str, Failure> {
		let value = self.0.get(name).map(String::as_str);
		value.ok_or_else(|| format!("{name} is missing\n{USAGE}").into())
	}

	fn number<N: FromStr>(&self, name: &str) -> Result<N, Failure> {
		let text = self.text(name)?;
		text.parse().map_err(|_| {
			format!("{name} '{text}' is not a whole number, or a larger one than there can be")
				.into()
		})
	}

	fn hash(&self, name: &str) -> Result<[u8; 32], Failure> {
		let text = self.text(name)?;
		let wrong = |_| format!("{name} '{text}' is not 32 bytes: 0x and 64 hexadecimal digits");
		Ok(bytes(name, text)?.try_into().map_err(wrong)?)
	}

	fn account(&self, name: &str) -> Result<AccountId32, Failure> {
		let text = self.text(name)?;
		text.parse().map_err(|error| {
			format!(
				"{name} '{text}' is not an account ({error}): give an address, or 0x and 64 digits"
			)
			.into()
		})
	}
}

/// The bytes of `0x` and hexadecimal digits.
pub fn bytes(what: &str, text: &str) -> Result<Vec<u8>, Failure> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	if !digits.len().is_multiple_of(2) || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
		return Err(format!("{what} '{text}' is not bytes in hexadecimal digits").into());
	}
	Ok(from_hex(digits)?)
}
