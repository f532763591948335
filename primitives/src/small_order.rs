// SPDX-License-Identifier: Apache-2.0

//! Public keys for which anybody can sign.

use frame_support::traits::Contains;
use sp_runtime::AccountId32;

/// The keys of small order: points that eight times themselves are the neutral element.
///
/// Nobody knows a secret key of one, and nobody needs it. A signature is two numbers, a point `R` and a scalar `s`, and
/// it holds for a key `A` and the hash `k` of a message if `s·B = R + k·A`, on ed25519 up to a factor of eight. With a
/// neutral `A` the message drops out: the neutral `R` and `s = 0` sign all there is.
///
/// On ed25519 there are eight such points. Verification here follows ZIP-215 and takes `y` unreduced and either sign of
/// `x`, and so 14 encodings of them. Ristretto, on which sr25519 keys lie, has one, zero, which is among the 14. The
/// accounts of ECDSA keys and Ethereum addresses are hashes.
pub struct SmallOrderKeys;

impl SmallOrderKeys {
	/// The bytes of the encodings, little-endian, but for the sign of `x`, which is the highest bit.
	const ENCODINGS: [[u8; 32]; 7] = [
		// y = 0: of order four, and the neutral element of Ristretto.
		[0; 32],
		// y = 1: the neutral element.
		one(),
		// Both `y` of order eight.
		[
			0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef,
			0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88,
			0x6d, 0x53, 0xfc, 0x05,
		],
		[
			0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
			0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
			0x92, 0xac, 0x03, 0x7a,
		],
		// y = p − 1, of order two, where p = 2²⁵⁵ − 19.
		near_top(0xec),
		// y = p and y = p + 1: zero and one, unreduced. From p + 2 on nothing unreduced is of small order.
		near_top(0xed),
		near_top(0xee),
	];
}

impl Contains<AccountId32> for SmallOrderKeys {
	fn contains(account: &AccountId32) -> bool {
		let mut y: [u8; 32] = *account.as_ref();
		let [.., highest] = &mut y;
		*highest &= 0x7f;
		Self::ENCODINGS.contains(&y)
	}
}

/// One, little-endian.
const fn one() -> [u8; 32] {
	let mut bytes = [0; 32];
	let [lowest, ..] = &mut bytes;
	*lowest = 1;
	bytes
}

/// 2²⁵⁵ − 256 + `low`, little-endian.
const fn near_top(low: u8) -> [u8; 32] {
	let mut bytes = [0xff; 32];
	let [lowest, .., highest] = &mut bytes;
	*lowest = low;
	*highest = 0x7f;
	bytes
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Signature;
	use sp_core::{ed25519, sr25519};
	use sp_runtime::traits::Verify;

	const MESSAGES: [&[u8]; 3] = [b"", b"a voucher", &[0xa5; 300]];

	/// The neutral element as `R`, and zero as `s`, under ed25519 and under sr25519, which has its mark in the highest bit.
	fn trivial() -> (ed25519::Signature, sr25519::Signature) {
		let (mut ed25519, mut sr25519) = ([0; 64], [0; 64]);
		ed25519[0] = 1;
		sr25519[63] = 0x80;
		(ed25519.into(), sr25519.into())
	}

	/// Whether the trivial signature of a scheme holds for `key` by itself, whatever was signed.
	fn anybody_signs_for(key: [u8; 32]) -> (bool, bool) {
		let (ed25519, sr25519) = trivial();
		let by_ed25519 = |message: &&[u8]| ed25519.verify(*message, &key.into());
		let by_sr25519 = |message: &&[u8]| sr25519.verify(*message, &key.into());
		(MESSAGES.iter().all(by_ed25519), MESSAGES.iter().all(by_sr25519))
	}

	/// Each encoding with either sign of `x`.
	fn all() -> Vec<[u8; 32]> {
		let with_sign = |sign: u8| {
			SmallOrderKeys::ENCODINGS.map(|mut key| {
				key[31] |= sign;
				key
			})
		};
		[with_sign(0), with_sign(0x80)].concat()
	}

	#[test]
	fn anybody_signs_everything_for_each_of_them_and_the_chain_takes_none() {
		let (ed25519, sr25519) = trivial();
		for key in all() {
			let zero = key == [0; 32];
			assert_eq!(anybody_signs_for(key), (true, zero), "{key:x?}");
			let account = key.into();
			assert!(SmallOrderKeys::contains(&account));
			for message in MESSAGES {
				assert!(!Signature::from(ed25519).verify(message, &account), "{key:x?}");
				assert!(!Signature::from(sr25519).verify(message, &account), "{key:x?}");
			}
		}
	}

	/// What is unreduced begins at p = 2²⁵⁵ − 19, so these are all keys that are near an encoding or unreduced.
	#[test]
	fn no_key_beside_them_is_one() {
		let near_zero = (0..=u8::MAX).map(|low| {
			let mut key = [0; 32];
			key[0] = low;
			key
		});
		let keys: Vec<_> = near_zero.chain((0..=u8::MAX).map(near_top)).collect();
		for sign in [0, 0x80] {
			for mut key in keys.iter().copied() {
				key[31] |= sign;
				let (by_ed25519, by_sr25519) = anybody_signs_for(key);
				let listed = SmallOrderKeys::contains(&key.into());
				assert_eq!(by_ed25519 || by_sr25519, listed, "{key:x?}");
			}
		}
	}
}
