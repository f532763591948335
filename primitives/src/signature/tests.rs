// SPDX-License-Identifier: Apache-2.0

use super::*;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{hex2array, Pair};
use sp_runtime::{MultiSignature, MultiSigner};

const MESSAGE: &[u8] = b"a payload of chain A";

/// Made with ethers 6.17.0: `new Wallet(KEY).signMessage(text)`, where `text` is "Destra transaction " and what
/// `blake2AsHex(MESSAGE)` of @polkadot/util-crypto 14.0.3 says.
mod wallet {
	use super::*;

	pub const KEY: [u8; 32] = [0x42; 32];
	pub const ADDRESS: [u8; 20] = hex2array!("17c5185167401ed00cf5f5b2fc97d9bbfdb7d025");
	pub const TEXT: &str =
		"Destra transaction 0x081a888f5df9f879c47a22f866d4539659dc908c794f03fe4b377c2febe678f1";
	/// `hashMessage(TEXT)`.
	pub const DIGEST: [u8; 32] =
		hex2array!("f19ddb068c9e86f4dd8c9ff98e2c23e1c16c6b9b54ee64ef5f11c36c1d683622");
	pub const SIGNATURE: [u8; 65] = hex2array!("9104a085c3aba08eb48dcdcf2c24f9a0a9ea3c89a665978d944e0bb72c9f32c647102d3d690b9d28305a156ab24ad84fd60c720506d2ddcb644d71940051d3161b");
	/// The twin of that signature: n − s, and the other recovery id.
	pub const TWIN: [u8; 65] = hex2array!("9104a085c3aba08eb48dcdcf2c24f9a0a9ea3c89a665978d944e0bb72c9f32c6b8efd2c296f462d7cfa5ea954db527aee4a26ae1a875c2705b84ecf8cfe46e2b1c");
	/// Of the payload "a payload of chain B".
	pub const OF_ANOTHER_CHAIN: [u8; 65] = hex2array!("c78e9e4182a0ffadc8db0b3a29906afb0b8d00f62ed6ccc8978de03222c14c4239ce1762dbdb9780671df86bb6606c74d2f338b81d3f3df7a676450ee53a36f81b");
	/// Of the text "Destra claim 0x081a…".
	pub const OF_ANOTHER_TEXT: [u8; 65] = hex2array!("fdfcbd193623e4ebb256d170bb8fe0eaa6233536ee3176572c495ef4a790728f63ee4fe2ee7f04ac76eb4fced16a8706a4608c325f0e62fcdd4df3afd9ee9be31b");
	/// Of the hash of the message alone, with no text and no prefix.
	pub const BARE: [u8; 65] = hex2array!("e33a045ee6a1439af26a78f6e820b1847d951d5ee4e3ea9505fdd0c65124b1740522be7ecfb803bea8c479784469174ea49a29c382115b3364d161f9f94a38801c");
}

fn account() -> AccountId32 {
	Signer::from(H160(wallet::ADDRESS)).into_account()
}

fn with_recovery_id(v: u8) -> EthereumSignature {
	let mut bytes = wallet::SIGNATURE;
	bytes[64] = v;
	EthereumSignature(bytes)
}

fn recover(bytes: [u8; 65]) -> Result<H160, Unrecoverable> {
	EthereumSignature(bytes).recover(MESSAGE)
}

#[test]
fn an_ethereum_account_is_the_address_and_twelve_bytes() {
	let expected = hex2array!("17c5185167401ed00cf5f5b2fc97d9bbfdb7d025eeeeeeeeeeeeeeeeeeeeeeee");
	assert_eq!(account(), expected.into());
}

#[test]
fn a_wallet_signs_the_text_of_the_message() {
	assert_eq!(EthereumSignature::text(MESSAGE), wallet::TEXT);
	assert_eq!(wallet::TEXT.len(), 85);
	let prefixed = format!("\x19Ethereum Signed Message:\n85{}", wallet::TEXT);
	assert_eq!(keccak_256(prefixed.as_bytes()), wallet::DIGEST);
	// The key that made the vectors has the address.
	let key = ecdsa::Pair::from_seed(&wallet::KEY);
	let mut by_key = key.sign_prehashed(&wallet::DIGEST).0;
	by_key[64] += 27;
	assert_eq!(recover(by_key), Ok(H160(wallet::ADDRESS)));

	assert_eq!(recover(wallet::SIGNATURE), Ok(H160(wallet::ADDRESS)));
	assert!(Signature::from(EthereumSignature(wallet::SIGNATURE)).verify(MESSAGE, &account()));
}

#[test]
fn the_recovery_id_has_27_added_as_by_every_wallet_and_cannot_be_written_otherwise() {
	let address = Ok(H160(wallet::ADDRESS));
	for v in 0..=u8::MAX {
		let recovered = with_recovery_id(v).recover(MESSAGE);
		match v {
			27 => assert_eq!(recovered, address),
			28 => assert!(recovered.is_ok() && recovered != address),
			_ => assert_eq!(recovered, Err(Unrecoverable::RecoveryId), "{v}"),
		}
	}
}

#[test]
fn a_signature_has_no_twin() {
	assert_eq!(recover(wallet::TWIN), Err(Unrecoverable::HighS));
	// The library by itself takes it.
	let key = secp256k1_ecdsa_recover(&wallet::TWIN, &wallet::DIGEST);
	let address = key.ok().map(|key| H256(keccak_256(&key)).into());
	assert_eq!(address, Some(H160(wallet::ADDRESS)));

	let mut highest = wallet::SIGNATURE;
	highest[32..64].copy_from_slice(&HALF_ORDER);
	assert!(recover(highest).is_ok());
	highest[63] += 1;
	assert_eq!(recover(highest), Err(Unrecoverable::HighS));
}

/// The negative of a number modulo the order of secp256k1, in 256 bits.
fn negative(s: &[u8]) -> [u8; 32] {
	let mut order: [u8; 32] = [0; 32];
	// Twice the half and one.
	let mut carry = 1u16;
	for (of_order, of_half) in order.iter_mut().zip(HALF_ORDER).rev() {
		let sum = 2 * u16::from(of_half) + carry;
		(*of_order, carry) = (sum as u8, sum >> 8);
	}
	let mut borrow = 0i16;
	for (of_order, of_s) in order.iter_mut().zip(s).rev() {
		let difference = i16::from(*of_order) - i16::from(*of_s) - borrow;
		(*of_order, borrow) = (difference as u8, i16::from(difference < 0));
	}
	order
}

#[test]
fn of_the_ways_to_write_a_signature_of_ecdsa_one_is_taken() {
	assert_eq!(negative(&wallet::SIGNATURE[32..64]), wallet::TWIN[32..64]);
	let key = ecdsa::Pair::from_seed(&wallet::KEY);
	let account = Signer::from(key.public()).into_account();
	let right = key.sign(MESSAGE);
	let verify = |bytes: [u8; 65]| {
		Signature::from(ecdsa::Signature::from_raw(bytes)).verify(MESSAGE, &account)
	};
	assert!(verify(right.0));

	let mut twin = right.0;
	twin[32..64].copy_from_slice(&negative(&right.0[32..64]));
	twin[64] = 1 - twin[64];
	let digest = blake2_256(MESSAGE);
	let recovered = |bytes| secp256k1_ecdsa_recover_compressed(bytes, &digest).ok();
	assert_eq!(recovered(&twin), Some(key.public().0), "the library by itself takes it");
	assert!(!verify(twin));

	let mut other_number = right.0;
	other_number[64] += 27;
	assert_eq!(recovered(&other_number), Some(key.public().0), "and this");
	assert!(!verify(other_number));
}

/// All keys sign as the chain takes it: in the Rust libraries as well.
#[test]
fn what_the_library_signs_is_always_taken() {
	for seed in 1..=200u8 {
		let key = ecdsa::Pair::from_seed(&[seed; 32]);
		let signature = Signature::from(key.sign(&[seed]));
		assert!(signature.verify(&[seed][..], &Signer::from(key.public()).into_account()));
	}
}

#[test]
fn numbers_without_a_key_recover_none() {
	let mut zero = [0; 65];
	zero[64] = 27;
	assert_eq!(recover(zero), Err(Unrecoverable::NoKey));
	zero[..32].fill(0xff);
	assert_eq!(recover(zero), Err(Unrecoverable::NoKey));
}

#[test]
fn a_signature_of_something_else_is_another_address() {
	for bytes in [wallet::OF_ANOTHER_CHAIN, wallet::OF_ANOTHER_TEXT, wallet::BARE] {
		let recovered = recover(bytes).expect("some key made it");
		assert_ne!(recovered, H160(wallet::ADDRESS));
		assert!(!Signature::from(EthereumSignature(bytes)).verify(MESSAGE, &account()));
	}
	let signature = Signature::from(EthereumSignature(wallet::SIGNATURE));
	assert!(!signature.verify(&b"a payload of chain B"[..], &account()));
	// The holder's account is not that of the compressed key, which the SDK's variant signs for.
	let sdk = MultiSigner::Eth(ecdsa::KeccakPair::from_seed(&wallet::KEY).public()).into_account();
	assert!(!signature.verify(MESSAGE, &sdk));
}

/// The same secret key has another account under each scheme, and signs for that one alone.
#[test]
fn a_scheme_signs_for_its_own_account() {
	let ed25519 = ed25519::Pair::from_seed(&wallet::KEY);
	let sr25519 = sr25519::Pair::from_seed(&wallet::KEY);
	let ecdsa = ecdsa::Pair::from_seed(&wallet::KEY);
	let signed: [(Signature, Signer); 4] = [
		(ed25519.sign(MESSAGE).into(), ed25519.public().into()),
		(sr25519.sign(MESSAGE).into(), sr25519.public().into()),
		(ecdsa.sign(MESSAGE).into(), ecdsa.public().into()),
		(EthereumSignature(wallet::SIGNATURE).into(), H160(wallet::ADDRESS).into()),
	];
	for (at, (signature, _)) in signed.iter().enumerate() {
		for (of, (_, signer)) in signed.iter().enumerate() {
			let account = signer.clone().into_account();
			assert_eq!(signature.verify(MESSAGE, &account), at == of, "{at} {of}");
		}
	}
}

#[test]
fn three_schemes_have_the_bytes_and_accounts_of_the_sdk() {
	let ed25519 = ed25519::Pair::from_seed(&wallet::KEY);
	let sr25519 = sr25519::Pair::from_seed(&wallet::KEY);
	let ecdsa = ecdsa::Pair::from_seed(&wallet::KEY);
	let by_sr25519 = sr25519.sign(MESSAGE);
	let ours: [(Signature, Signer); 3] = [
		(ed25519.sign(MESSAGE).into(), ed25519.public().into()),
		(by_sr25519.into(), sr25519.public().into()),
		(ecdsa.sign(MESSAGE).into(), ecdsa.public().into()),
	];
	let theirs: [(MultiSignature, MultiSigner); 3] = [
		(ed25519.sign(MESSAGE).into(), ed25519.public().into()),
		(by_sr25519.into(), sr25519.public().into()),
		(ecdsa.sign(MESSAGE).into(), ecdsa.public().into()),
	];
	for ((signature, signer), (sdk, sdk_signer)) in ours.into_iter().zip(theirs) {
		assert_eq!(signature.encode(), sdk.encode());
		assert_eq!(Signature::decode(&mut &sdk.encode()[..]), Ok(signature));
		assert_eq!(signer.into_account(), sdk_signer.into_account());
	}
}

#[test]
fn what_the_sdk_calls_eth_does_not_decode() {
	let pair = ecdsa::KeccakPair::from_seed(&wallet::KEY);
	let sdk = MultiSignature::Eth(pair.sign(MESSAGE));
	assert!(sdk.verify(MESSAGE, &MultiSigner::Eth(pair.public()).into_account()));
	assert_eq!(sdk.encode()[0], 3);
	assert!(Signature::decode(&mut &sdk.encode()[..]).is_err());
}

#[test]
fn four_kinds_decode_and_no_other() {
	for kind in 0..=u8::MAX {
		let bytes = [vec![kind], wallet::SIGNATURE.to_vec()].concat();
		let decoded = Signature::decode(&mut &bytes[..]);
		assert_eq!(decoded.is_ok(), [0, 1, 2, 4].contains(&kind), "{kind}");
	}
	let ethereum = Signature::from(EthereumSignature(wallet::SIGNATURE)).encode();
	assert_eq!(ethereum, [vec![4], wallet::SIGNATURE.to_vec()].concat());
	assert_eq!(Signature::max_encoded_len(), ethereum.len());
}

/// polkadot.js puts a type of its own in the place of `sp_runtime::MultiSignature`.
#[test]
fn clients_find_a_type_of_our_own() {
	assert_eq!(
		Signature::type_info().path.segments,
		["destra_primitives", "signature", "Signature"]
	);
}
