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

/// Why a voucher is not [accepted](super::accept). Amounts in planck, times in milliseconds since 1970.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// It is for another agreement.
	OtherAgreement {
		/// For which one.
		found: u64,
		/// For which it should be.
		expected: u64,
	},
	/// Something else was counted than what the agreement is for.
	OtherClass {
		/// What was counted.
		counted: String,
		/// What was agreed on.
		agreed: String,
	},
	/// What is owed was counted in another unit than the chain's.
	OtherDecimals {
		/// In how many decimals.
		counted: u8,
		/// In how many the chain counts.
		chain: u8,
	},
	/// A dispute about the agreement is open: nothing is redeemed until it is over.
	Disputed,
	/// The term of the agreement ends before this could be redeemed: the customer has to top up.
	TermEnds {
		/// When.
		expires_at: u64,
	},
	/// Somebody cancelled, and the agreement ends before this could be redeemed.
	Cancelled {
		/// When.
		ends_at: u64,
	},
	/// The voucher is not valid for long enough to redeem it.
	Expires {
		/// Until when it is.
		valid_until: u64,
	},
	/// It is for less than is owed.
	TooLittle {
		/// For how much it is.
		amount: u128,
		/// How much is owed.
		owed: u128,
	},
	/// It is for no more than was paid already.
	NotNewer {
		/// For how much it is.
		amount: u128,
		/// How much was paid.
		paid: u128,
	},
	/// It is for more than was paid in: the customer has to top up.
	Overdraft {
		/// For how much it is.
		amount: u128,
		/// How much was ever paid in.
		funded: u128,
	},
	/// It is not signed by the agreement's signer, or for another provider or chain.
	BadSignature,
}

impl Refusal {
	/// Its name, the same as in the TypeScript module.
	pub const fn reason(&self) -> &'static str {
		match self {
			Self::OtherAgreement { .. } => "other-agreement",
			Self::OtherClass { .. } => "other-class",
			Self::OtherDecimals { .. } => "other-decimals",
			Self::Disputed => "disputed",
			Self::TermEnds { .. } => "term-ends",
			Self::Cancelled { .. } => "cancelled",
			Self::Expires { .. } => "expires",
			Self::TooLittle { .. } => "too-little",
			Self::NotNewer { .. } => "not-newer",
			Self::Overdraft { .. } => "overdraft",
			Self::BadSignature => "bad-signature",
		}
	}
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::OtherAgreement { found, expected } => {
				write!(f, "the voucher is for agreement {found}, not for {expected}")
			}
			Self::OtherClass { counted, agreed } => {
				write!(f, "the agreement is for {agreed}, and {counted} was counted")
			}
			Self::OtherDecimals { counted, chain } => {
				write!(f, "the chain counts in {chain} decimals, and what is owed in {counted}")
			}
			Self::Disputed => f.write_str("a dispute about the agreement is open"),
			Self::TermEnds { expires_at } => {
				write!(f, "the term of the agreement ends at {expires_at}, too soon to redeem this")
			}
			Self::Cancelled { ends_at } => {
				write!(f, "the agreement ends by notice at {ends_at}, too soon to redeem this")
			}
			Self::Expires { valid_until } => {
				write!(f, "the voucher is valid until {valid_until}, too short to redeem it")
			}
			Self::TooLittle { amount, owed } => {
				write!(f, "the voucher is for {amount} planck, and {owed} are owed")
			}
			Self::NotNewer { amount, paid } => {
				write!(f, "the voucher is for {amount} planck, and {paid} were paid already")
			}
			Self::Overdraft { amount, funded } => {
				write!(f, "the voucher is for {amount} planck, and {funded} were paid in")
			}
			Self::BadSignature => f.write_str(
				"the voucher is not signed by the agreement's signer for this provider on this chain",
			),
		}
	}
}

impl core::error::Error for Refusal {}

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
