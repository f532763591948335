// SPDX-License-Identifier: Apache-2.0

//! What holds for any voucher, and for any bytes whatever.

use destra_vouchers::{
	client::{AccountId32, Malformed, Scheme, Signer, UnusableSecret},
	SignedVoucher, Voucher,
};
use proptest::prelude::*;

fn any_voucher() -> impl Strategy<Value = Voucher> {
	(any::<u64>(), any::<u128>(), any::<u64>())
		.prop_map(|(agreement, amount, valid_until)| Voucher { agreement, amount, valid_until })
}

fn any_signer() -> impl Strategy<Value = Signer> {
	(0..3usize, any::<[u8; 32]>()).prop_map(|(scheme, mut seed)| {
		// Below the order of every curve, and not zero.
		seed[0] = 1;
		Signer::from_seed(Scheme::ALL[scheme], &seed)
	})
}

fn any_account() -> impl Strategy<Value = AccountId32> {
	any::<[u8; 32]>().prop_map(AccountId32::new)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

	#[test]
	fn what_was_sent_is_what_is_received(
		signer in any_signer(), voucher in any_voucher(),
		genesis_hash in any::<[u8; 32]>(), provider in any_account(),
	) {
		let signed = signer.sign(voucher, &genesis_hash, &provider);
		let received = SignedVoucher::from_bytes(&signed.to_bytes()).unwrap();
		prop_assert_eq!(&received, &signed);
		prop_assert!(received.is_signed_by(&signer.account_id(), &genesis_hash, &provider));
	}

	/// One bit of anything, and it is somebody else's voucher or none at all.
	#[test]
	fn a_changed_bit_makes_it_worthless(
		signer in any_signer(), voucher in any_voucher(),
		genesis_hash in any::<[u8; 32]>(), provider in any_account(), bit in 0..776usize,
	) {
		let mut bytes = signer.sign(voucher, &genesis_hash, &provider).to_bytes();
		bytes[bit / 8] ^= 1 << (bit % 8);
		if let Ok(changed) = SignedVoucher::from_bytes(&bytes) {
			prop_assert!(!changed.is_signed_by(&signer.account_id(), &genesis_hash, &provider));
		}
	}

	#[test]
	fn it_is_worth_nothing_elsewhere(
		signer in any_signer(), other in any_signer(), voucher in any_voucher(),
		here in any::<[u8; 32]>(), elsewhere in any::<[u8; 32]>(),
		provider in any_account(), stranger in any_account(),
	) {
		let account = signer.account_id();
		let signed = signer.sign(voucher, &here, &provider);
		prop_assert!(!signed.is_signed_by(&account, &elsewhere, &provider));
		prop_assert!(!signed.is_signed_by(&account, &here, &stranger));
		prop_assert!(!signed.is_signed_by(&other.account_id(), &here, &provider));
	}

	#[test]
	fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
		if let Ok(signed) = SignedVoucher::from_bytes(&bytes) {
			prop_assert_eq!(signed.to_bytes(), bytes);
			let _ = signed.is_signed_by(&AccountId32::new([1; 32]), &[0; 32], &AccountId32::new([2; 32]));
		}
	}
}

#[test]
fn every_length_but_the_right_one_is_refused() {
	let voucher = Voucher { agreement: 1, amount: 2, valid_until: 3 };
	for scheme in Scheme::ALL {
		let signer = Signer::from_suri(scheme, "//Alice", None).unwrap();
		let bytes = signer.sign(voucher, &[0; 32], &AccountId32::new([7; 32])).to_bytes();
		for cut in 0..bytes.len() {
			let error = SignedVoucher::from_bytes(&bytes[..cut]).unwrap_err();
			assert!(matches!(error, Malformed::Truncated { found, .. } if found == cut), "{error}");
		}
		let longer = [bytes, vec![0]].concat();
		let error = SignedVoucher::from_bytes(&longer).unwrap_err();
		assert!(matches!(error, Malformed::TrailingBytes { .. }), "{error}");
	}
}

#[test]
fn an_unusable_secret_is_named_and_not_repeated() {
	let error = |scheme, suri| Signer::from_suri(scheme, suri, None).unwrap_err();
	assert_eq!(error(Scheme::Sr25519, "not a phrase at all"), UnusableSecret::Phrase);
	assert_eq!(error(Scheme::Sr25519, "0x1234"), UnusableSecret::Seed);
	assert_eq!(error(Scheme::Ed25519, "//Alice/soft"), UnusableSecret::Path);
	let secret = "correct horse battery staple";
	let error = error(Scheme::Sr25519, secret);
	assert!(!format!("{error} {error:?}").contains("horse"));
	let signer = Signer::from_suri(Scheme::Sr25519, "//Alice", None).unwrap();
	assert!(format!("{signer:?}").contains("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"));
}
