// SPDX-License-Identifier: Apache-2.0

use super::{AccountId32, UnknownScheme};
use codec::{Decode, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use sp_core::{ecdsa, ed25519, sr25519, Blake2Hasher, Hasher, Pair};

/// How a key signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
	/// EdDSA on Curve25519: the same bytes each time.
	Ed25519,
	/// Schnorr on Ristretto: other bytes each time.
	Sr25519,
	/// ECDSA on secp256k1 over a BLAKE2b hash: the same bytes each time.
	Ecdsa,
}

impl Scheme {
	/// All there are.
	pub const ALL: [Self; 3] = [Self::Ed25519, Self::Sr25519, Self::Ecdsa];

	/// By its number before a signature.
	pub(super) const fn from_index(index: u8) -> Option<Self> {
		match index {
			0 => Some(Self::Ed25519),
			1 => Some(Self::Sr25519),
			2 => Some(Self::Ecdsa),
			_ => None,
		}
	}

	/// How many bytes a signature has.
	pub(super) const fn signature_len(self) -> usize {
		match self {
			Self::Ed25519 | Self::Sr25519 => 64,
			Self::Ecdsa => 65,
		}
	}

	const fn name(self) -> &'static str {
		match self {
			Self::Ed25519 => "ed25519",
			Self::Sr25519 => "sr25519",
			Self::Ecdsa => "ecdsa",
		}
	}
}

impl fmt::Display for Scheme {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.name())
	}
}

impl FromStr for Scheme {
	type Err = UnknownScheme;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let named = Self::ALL.into_iter().find(|scheme| scheme.name() == text);
		named.ok_or_else(|| UnknownScheme(text.into()))
	}
}

/// A signature of any scheme, in SCALE the same bytes as the first three kinds of the chain's `Signature`.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub enum Signature {
	/// By an ed25519 key, whose account is the key.
	#[codec(index = 0)]
	Ed25519(ed25519::Signature),
	/// By an sr25519 key, whose account is the key.
	#[codec(index = 1)]
	Sr25519(sr25519::Signature),
	/// By an ECDSA key, whose account is the BLAKE2b hash of the compressed key.
	#[codec(index = 2)]
	Ecdsa(ecdsa::Signature),
}

impl Signature {
	/// How it was signed.
	pub const fn scheme(&self) -> Scheme {
		match self {
			Self::Ed25519(_) => Scheme::Ed25519,
			Self::Sr25519(_) => Scheme::Sr25519,
			Self::Ecdsa(_) => Scheme::Ecdsa,
		}
	}

	/// Whether `signer` signed `message`, by the rules of the chain.
	pub fn verify(&self, message: &[u8], signer: &AccountId32) -> bool {
		let account: &[u8; 32] = signer.as_ref();
		match self {
			Self::Ed25519(signature) => {
				ed25519::Pair::verify(signature, message, &ed25519::Public::from_raw(*account))
			}
			Self::Sr25519(signature) => {
				sr25519::Pair::verify(signature, message, &sr25519::Public::from_raw(*account))
			}
			Self::Ecdsa(signature) => {
				is_canonical(&signature.0)
					&& signature.recover(message).is_some_and(|key| ecdsa_account(&key) == *signer)
			}
		}
	}
}

/// Half the order of secp256k1, rounded down, big-endian.
const HALF_ORDER: [u8; 32] = [
	0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
	0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
];

/// Whether a signature of ECDSA is the one of its encodings that the chain takes: every one has a twin, with
/// the negative of `s`.
fn is_canonical(signature: &[u8; 65]) -> bool {
	let [.., v] = signature;
	*v < 2 && signature.get(32..64).is_some_and(|s| s <= HALF_ORDER.as_slice())
}

/// The account of an ECDSA key.
pub(super) fn ecdsa_account(key: &ecdsa::Public) -> AccountId32 {
	AccountId32::new(Blake2Hasher::hash(key.as_ref()).0)
}
