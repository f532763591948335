// SPDX-License-Identifier: Apache-2.0

//! Signs and verifies vouchers, for programs of customers and providers.

mod accept;
mod error;
mod signature;
mod signer;

/// How long it may take until a redemption is final.
pub use crate::FINALITY_MARGIN;
pub use accept::{accept, Agreement, Owed};
pub use error::{Malformed, Refusal, UnknownScheme, UnusableSecret};
pub use signature::{Scheme, Signature};
pub use signer::Signer;
/// An account of the chain: 32 bytes, or an address in text.
pub use sp_core::crypto::AccountId32;

use crate::{SignedVoucher, Voucher};
use codec::{Decode, Encode};

/// How many bytes a voucher has before its signature.
const VOUCHER_BYTES: usize = 32;

impl SignedVoucher<Signature> {
	/// What is sent: as described [here](crate#what-is-sent).
	pub fn to_bytes(&self) -> Vec<u8> {
		self.encode()
	}

	/// Reads what was sent. Says nothing yet of whether the signature is right.
	///
	/// # Errors
	///
	/// [`Malformed`] where there are too few or too many bytes, or the signature is of a kind that is
	/// not known here.
	pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
		let Some(kind) = bytes.get(VOUCHER_BYTES) else {
			return Err(Malformed::Truncated { found: bytes.len(), least: Self::least_len() });
		};
		let scheme = Scheme::from_index(*kind).ok_or(Malformed::UnknownSignature(*kind))?;
		let expected = Self::len(scheme);
		let found = bytes.len();
		if found < expected {
			return Err(Malformed::Truncated { found, least: expected });
		}
		if found > expected {
			return Err(Malformed::TrailingBytes { found, expected });
		}
		let (voucher, signature) = bytes.split_at(VOUCHER_BYTES);
		// Of the right length, all bytes are a voucher.
		let truncated = |_| Malformed::Truncated { found, least: expected };
		Ok(Self {
			voucher: Voucher::decode(&mut &*voucher).map_err(truncated)?,
			signature: Signature::decode(&mut &*signature).map_err(truncated)?,
		})
	}

	/// Whether `signer` signed this for `provider`, on the chain with this hash of its first block.
	///
	/// Says nothing of whether that is the signer of the agreement, which need not be its customer,
	/// whether the agreement has the money, and whether it is still time: [`accept`] does.
	pub fn is_signed_by(
		&self,
		signer: &AccountId32,
		genesis_hash: &[u8; 32],
		provider: &AccountId32,
	) -> bool {
		self.signature.verify(&self.voucher.payload(genesis_hash, provider), signer)
	}

	/// How many bytes there are with a signature of this kind.
	fn len(scheme: Scheme) -> usize {
		let voucher_and_kind = VOUCHER_BYTES.saturating_add(1);
		voucher_and_kind.saturating_add(scheme.signature_len())
	}

	fn least_len() -> usize {
		Self::len(Scheme::Ed25519)
	}
}
