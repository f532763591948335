// SPDX-License-Identifier: Apache-2.0

//! Accounts as people write them: SS58 with its checksum, or the 32 bytes in hexadecimal.

use alloc::string::String;
use blake2::{Blake2b512, Digest};
use core::fmt;

/// The network of our addresses. The runtime's `SS58Prefix` is the same.
pub const NETWORK: u8 = 42;

/// Bytes of an account.
const ACCOUNT: usize = 32;
/// Bytes of a checksum.
const CHECKSUM: usize = 2;
/// Networks from this one on take two bytes.
const TWO_BYTES: u8 = 64;

/// Why a text is no account of this network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressError {
	/// Not 64 hexadecimal digits after `0x`.
	NotHex,
	/// A character that Base58 does not have.
	NotBase58,
	/// Of another length than that of an account; in bytes with network and checksum.
	Length(usize),
	/// The checksum is that of another text.
	Checksum,
	/// An address of another network.
	Network,
}

impl fmt::Display for AddressError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotHex => {
				f.write_str("an account in hexadecimal is 0x with 64 digits from 0 to 9 and a to f")
			}
			Self::NotBase58 => f.write_str(
				"has a character that no address has: copy it again, or write 0x with 64 digits",
			),
			Self::Length(bytes) => write!(
				f,
				"an address of an account has {} bytes, this one {bytes}: copy it again, as a whole",
				ACCOUNT.saturating_add(CHECKSUM).saturating_add(1)
			),
			Self::Checksum => f.write_str(
				"the checksum of the address is wrong, so a character is: copy it again",
			),
			Self::Network => write!(
				f,
				"the address is one of another network: ask for the one with the prefix {NETWORK}"
			),
		}
	}
}

impl core::error::Error for AddressError {}

/// The account behind an address, or behind `0x` and 64 hexadecimal digits.
///
/// # Errors
///
/// An address is refused where a single character was mistyped (but for one in 65,536 cases), and
/// where it belongs to another network: whoever wrote it may hold no key for this one.
pub fn parse(text: &str) -> Result<[u8; ACCOUNT], AddressError> {
	match text.strip_prefix("0x") {
		Some(digits) => from_hex(digits).ok_or(AddressError::NotHex),
		None => from_ss58(text),
	}
}

fn from_hex(digits: &str) -> Option<[u8; ACCOUNT]> {
	if digits.chars().count() != ACCOUNT.saturating_mul(2) {
		return None;
	}
	let mut account = [0; ACCOUNT];
	let mut digits = digits.chars().map(|digit| digit.to_digit(16));
	for byte in &mut account {
		let (high, low) = (digits.next()??, digits.next()??);
		*byte = u8::try_from(high << 4 | low).ok()?;
	}
	Some(account)
}

fn from_ss58(text: &str) -> Result<[u8; ACCOUNT], AddressError> {
	let bytes = bs58::decode(text).into_vec().map_err(|_| AddressError::NotBase58)?;
	let length = || AddressError::Length(bytes.len());
	let (body, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or_else(length)?;
	let (network, account) = match body {
		[first, account @ ..] if *first < TWO_BYTES => (Some(*first), account),
		[_, _, account @ ..] => (None, account),
		_ => return Err(length()),
	};
	let account = account.try_into().map_err(|_| length())?;
	if *checksum != checksum_of(body) {
		return Err(AddressError::Checksum);
	}
	if network != Some(NETWORK) {
		return Err(AddressError::Network);
	}
	Ok(account)
}

fn checksum_of(body: &[u8]) -> [u8; CHECKSUM] {
	let hash: [u8; 64] =
		Blake2b512::new().chain_update("SS58PRE").chain_update(body).finalize().into();
	let [first, second, ..] = hash;
	[first, second]
}

/// The address of an account on this network.
pub fn encode(account: &[u8; ACCOUNT]) -> String {
	let mut bytes = alloc::vec![NETWORK];
	bytes.extend(account);
	let checksum = checksum_of(&bytes);
	bytes.extend(checksum);
	bs58::encode(bytes).into_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	/// `//Alice//stash`, as other libraries derive and encode it.
	const ADDRESS: &str = "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY";
	const HEX: &str = "0xbe5ddb1579b72e84524fc29e78609e3caf42e85aa118ebfe0b0ad404b5bdd25f";

	#[test]
	fn an_address_and_its_bytes_name_one_account() {
		assert_eq!(parse(ADDRESS), parse(HEX));
		assert_eq!(parse(&HEX.replace('b', "B")), parse(HEX));
		assert_eq!(encode(&parse(HEX).unwrap()), ADDRESS);
	}

	#[test]
	fn every_single_mistyped_character_is_noticed() {
		for at in 0..ADDRESS.len() {
			let mut typed = ADDRESS.to_string();
			let other = if &ADDRESS[at..=at] == "7" { "8" } else { "7" };
			typed.replace_range(at..=at, other);
			assert!(parse(&typed).is_err(), "{typed}");
		}
	}

	#[test]
	fn each_fault_has_its_error() {
		let ends_otherwise = ADDRESS.replace("iZY", "iZZ");
		assert_eq!(parse(&ends_otherwise), Err(AddressError::Checksum));
		assert_eq!(parse(&ADDRESS.replace('G', "0")), Err(AddressError::NotBase58));
		assert_eq!(parse(&ADDRESS[..40]), Err(AddressError::Length(29)));
		assert_eq!(parse(""), Err(AddressError::Length(0)));
		assert_eq!(parse("5"), Err(AddressError::Length(1)));
		for hex in [&HEX[..64], &HEX.replace('f', "g"), &HEX.replace("0xb", "0xé"), "0x"] {
			assert_eq!(parse(hex), Err(AddressError::NotHex), "{hex}");
		}
	}

	#[test]
	fn addresses_of_other_networks_are_refused() {
		// The same account on networks of one and of two bytes.
		for body in [&[0u8][..], &[0x50, 0x40]] {
			let mut bytes = body.to_vec();
			bytes.extend(parse(HEX).unwrap());
			let checksum = checksum_of(&bytes);
			bytes.extend(checksum);
			let foreign = bs58::encode(bytes).into_string();
			assert_eq!(parse(&foreign), Err(AddressError::Network), "{foreign}");
		}
	}
}
