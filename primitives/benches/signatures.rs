// SPDX-License-Identifier: Apache-2.0

//! What it costs to check a signature of each kind: `cargo bench -p destra-primitives`. The payload is as long as that of
//! a transfer.

use criterion::{criterion_group, criterion_main, Criterion};
use destra_primitives::{EthereumSignature, Signature, Signer};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_io::hashing::keccak_256;
use sp_runtime::{
	traits::{IdentifyAccount, Verify},
	AccountId32,
};

const PAYLOAD: &[u8] = &[0x2a; 140];

/// A signature of the payload by a key of each kind, and its account.
fn signed() -> [(&'static str, Signature, AccountId32); 4] {
	let ed25519 = ed25519::Pair::from_seed(&[1; 32]);
	let sr25519 = sr25519::Pair::from_seed(&[2; 32]);
	let ecdsa = ecdsa::Pair::from_seed(&[3; 32]);
	let text = EthereumSignature::text(PAYLOAD);
	let prefixed = format!("\x19Ethereum Signed Message:\n{}{text}", text.len());
	let mut by_wallet = ecdsa.sign_prehashed(&keccak_256(prefixed.as_bytes())).0;
	by_wallet[64] += 27;
	let wallet = EthereumSignature(by_wallet);
	let address = wallet.recover(PAYLOAD).expect("it was just signed");
	[
		("ed25519", ed25519.sign(PAYLOAD).into(), Signer::from(ed25519.public())),
		("sr25519", sr25519.sign(PAYLOAD).into(), Signer::from(sr25519.public())),
		("ecdsa", ecdsa.sign(PAYLOAD).into(), Signer::from(ecdsa.public())),
		("ethereum", wallet.into(), Signer::from(address)),
	]
	.map(|(name, signature, signer)| (name, signature, signer.into_account()))
}

fn verify(criterion: &mut Criterion) {
	let mut group = criterion.benchmark_group("a signature of a transfer");
	for (name, signature, account) in signed() {
		assert!(signature.verify(PAYLOAD, &account), "{name}");
		group.bench_function(name, |bencher| {
			bencher.iter(|| signature.verify(PAYLOAD, &account));
		});
	}
	group.finish();
}

criterion_group!(benches, verify);
criterion_main!(benches);
