// SPDX-License-Identifier: Apache-2.0

use core::fmt;
use sp_core::crypto::SecretStringError;

/// Why bytes are not a signed voucher.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Malformed {
	/// There are fewer bytes than a voucher and its signature have.
	Truncated {
		/// How many bytes there are.
		found: usize,
		/// How many there must be at least.
		least: usize,
	},
	/// There are more bytes than a voucher and its signature have.
	TrailingBytes {
		/// How many bytes there are.
		found: usize,
		/// How many there must be.
		expected: usize,
	},
	/// The signature is of a kind with this number, which is neither 0, 1 nor 2.
	UnknownSignature(u8),
}

impl fmt::Display for Malformed {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Truncated { found, least } => write!(
				f,
				"the voucher is cut off: it has {found} bytes, with its signature it must have {least}"
			),
			Self::TrailingBytes { found, expected } => write!(
				f,
				"this is not one voucher: it has {found} bytes, with its signature it must have {expected}"
			),
			Self::UnknownSignature(kind) => write!(
				f,
				"the signature is of the unknown kind {kind}: 0 is ed25519, 1 sr25519, 2 ecdsa"
			),
		}
	}
}

impl core::error::Error for Malformed {}

/// A text that names no [`Scheme`](super::Scheme).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownScheme(pub(super) String);

impl fmt::Display for UnknownScheme {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "unknown scheme '{}': there are ed25519, sr25519 and ecdsa", self.0)
	}
}

impl core::error::Error for UnknownScheme {}

/// Why a text is no secret of a key. Does not hold the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnusableSecret {
	/// It is neither words, nor a seed, nor a path.
	Format,
	/// Its words are not a phrase of BIP 39.
	Phrase,
	/// Its password is invalid.
	Password,
	/// Its seed is not 32 bytes in hexadecimal digits, or no key of the scheme.
	Seed,
	/// Its path is invalid for the scheme.
	Path,
}

impl From<SecretStringError> for UnusableSecret {
	fn from(error: SecretStringError) -> Self {
		match error {
			SecretStringError::InvalidFormat(_) => Self::Format,
			SecretStringError::InvalidPhrase => Self::Phrase,
			SecretStringError::InvalidPassword => Self::Password,
			SecretStringError::InvalidSeed | SecretStringError::InvalidSeedLength => Self::Seed,
			SecretStringError::InvalidPath => Self::Path,
		}
	}
}

impl fmt::Display for UnusableSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Format => "the secret is neither words, nor a seed, nor a path such as //Alice",
			Self::Phrase => "the words of the secret are not a phrase of BIP 39",
			Self::Password => "the password of the secret is invalid",
			Self::Seed => "the seed of the secret must be 0x and 64 hexadecimal digits",
			Self::Path => {
				"the path of the secret is invalid: ed25519 and ecdsa know hard steps (//) only"
			}
		})
	}
}

impl core::error::Error for UnusableSecret {}
