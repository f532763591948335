// SPDX-License-Identifier: Apache-2.0

//! The whole runtime, as everybody uses it: signed extrinsics that wait in a pool and come into blocks by its order,
//! with length, fees, extensions, nonces, proxies, multisigs and sudo; stakers, providers, customers, reporters,
//! beneficiaries, and a griefer. After each block the invariants of all pallets hold, the events tell what became of
//! every balance, and the supply ledger accounts for every planck. In the end everybody leaves, and nothing is stuck.
//!
//! `DESTRA_EXTRINSICS` says how many extrinsics a run has, `DESTRA_SEED` which run it is.

mod acts;
mod cast;
mod dice;
mod exit;
pub mod pool;
mod stage;

use stage::Stage;
use std::time::Instant;

/// How many extrinsics a run has where nothing else is said.
const EXTRINSICS: u64 = 30_000;

/// The number in a variable of the environment.
fn setting(name: &str) -> Option<u64> {
	let text = std::env::var(name).ok()?;
	Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// Names the run when it panics, so that it can be had again.
struct Name(u64);

impl Drop for Name {
	fn drop(&mut self) {
		if std::thread::panicking() {
			eprintln!("again with DESTRA_SEED={}", self.0);
		}
	}
}

#[test]
fn whatever_is_signed_invariants_hold_and_events_tell_every_balance() {
	let extrinsics = setting("DESTRA_EXTRINSICS").unwrap_or(EXTRINSICS);
	let name = Name(setting("DESTRA_SEED").unwrap_or(16));
	let begun = Instant::now();
	sp_io::TestExternalities::default().execute_with(|| {
		let mut stage = Stage::begin(name.0);
		while stage.tally.included < extrinsics {
			stage.next_block();
		}
		let rate = stage.tally.included * 1_000 / begun.elapsed().as_millis().max(1) as u64;
		println!("{} {rate} extrinsics a second, seed {}", stage.tally, name.0);
		stage.tally.check(extrinsics >= EXTRINSICS);

		let begun = Instant::now();
		stage.everybody_exits();
		println!("everybody left within {} ms", begun.elapsed().as_millis());
	});
}
