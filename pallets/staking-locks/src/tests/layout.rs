// SPDX-License-Identifier: Apache-2.0

//! What is stored keeps its encoding: whoever changes it has to write a migration.

use crate::{locks::locked, mock::*, types::*};
use codec::{Encode, MaxEncodedLen};
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::SlashReason;
use sp_runtime::Perbill;

fn hex(value: impl Encode) -> String {
	value.encode().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An integer of so many bytes.
fn int(value: u8, bytes: usize) -> String {
	format!("{value:02x}") + &"00".repeat(bytes - 1)
}

#[test]
fn the_encodings_are_those_of_version_one() {
	let position = Position { id: 1, length: 2, extra: 3, due: 4, ..locked(5) };
	let encoded = int(1, 4) + "00" + &int(5, 16) + &int(2, 8) + &int(3, 4) + &int(4, 8);
	assert_eq!(hex(position), encoded);
	let mut ledger = Ledger::default();
	ledger.add(position).unwrap();
	ledger.set_compounding(true);
	let renamed = int(0, 4) + &encoded[8..];
	ledger.set_capacity(Capacity::Provider);
	let rest = int(1, 4) + &int(0, 32) + &int(0, 64) + "0101";
	assert_eq!(hex(ledger), "04".to_owned() + &renamed + &rest);

	let index = Index::default();
	assert_eq!(
		hex(Bucket::Open { weight: 1, positions: 2 }),
		"00".to_owned() + &int(1, 16) + &int(2, 4)
	);
	assert_eq!(
		hex(Bucket::Expired { index, positions: 2 }),
		"01".to_owned() + &int(0, 32) + &int(2, 4)
	);
	let announced = Announcement { commission: Perbill::from_parts(1), from: 2, until: 4 };
	let mut pool = Pool::default();
	(pool.announced, pool.authored) = (Some(announced), 3);
	let raise = "01".to_owned() + &int(1, 4) + &int(2, 8) + &int(4, 8);
	assert_eq!(
		hex(pool),
		int(0, 4 * 16 + 4 * 32) + &int(0, 4) + "00" + &raise + &int(3, 4) + &int(0, 12)
	);
	let mut maxima = PastMaxima::default();
	maxima.note(Perbill::from_parts(1), index);
	assert_eq!(hex(maxima), "04".to_owned() + &int(1, 4) + &int(0, 32));
	let mut delegation = Delegation::<AccountId>::new(&Pool::default());
	let departure = Departure { shares: 1, ripe_at: 2, destination: Some(3) };
	delegation.departures.try_push(departure).unwrap();
	let departure = int(1, 16) + &int(2, 8) + "01" + &int(3, 8);
	assert_eq!(hex(delegation), int(0, 32) + "04" + &departure + &int(0, 64 + 4));
	let mut state = RewardState::default();
	state.next_bucket = Some(1);
	let zeros = int(0, 64) + &int(0, 48);
	assert_eq!(hex(state), zeros + "01" + &int(1, 8) + "00");

	let mut provider = Provider::new(profile(1, &[destra_primitives::Role::Validator, HOSTING]), 5);
	(provider.jailed, provider.barred_until) = (true, 2);
	provider.judged.judge(3, Perbill::from_parts(4), 6, 7).unwrap();
	let profile = "08000100".to_owned() + &int(1, 8) + &"07".repeat(32) + "4c";
	assert!(hex(&provider).starts_with(&profile));
	let judged = int(4, 4) + &int(0, 4) + &int(0, 4) + &int(13, 8);
	let jailed = "00".to_owned() + "01" + "00";
	assert!(hex(&provider).ends_with(&(int(5, 8) + &jailed + &int(2, 8) + &int(0, 4) + &judged)));
	let leaving = Standing::Leaving { since: 1, until: 2 };
	assert_eq!(hex(leaving), "01".to_owned() + &int(1, 8) + &int(2, 8));
	let slash = PendingSlash {
		provider: 1u64,
		reason: SlashReason::DisputeLost,
		fraction: Perbill::from_parts(2),
		reporter: None,
		due: 3,
		jails_until: 4,
	};
	assert_eq!(hex(slash), int(1, 8) + "03" + &int(2, 4) + "00" + &int(3, 8) + &int(4, 8));
	let mut queue = SlashQueue::default();
	queue.tick(5, 1);
	queue.tick(8, 1);
	queue.push(9).unwrap();
	// The key is the same in the state: big end first, so that it sorts.
	let key = "00".repeat(7) + "09" + &"00".repeat(4);
	assert_eq!(hex(SlashKey::new(9, 0)), key);
	assert_eq!(hex(queue), int(1, 4) + "01" + &key + &int(8, 8) + &int(2, 8));
	assert_eq!(hex(Fine::from_planck(1).unwrap()), "00".repeat(18) + "40" + &"00".repeat(13));
}

#[test]
fn each_parameter_keeps_its_number() {
	let settings = Settings::default();
	let numbers: Vec<u8> = Parameter::of(&settings).iter().map(|one| one.encode()[0]).collect();
	assert_eq!(numbers, (0..=16).collect::<Vec<u8>>());
	// One after the other they are what is stored.
	let values = Parameter::of(&settings).into_iter().map(|one| one.encode()[1..].to_vec());
	assert_eq!(values.collect::<Vec<_>>().concat(), settings.encode());
}

#[test]
fn what_a_block_and_a_claim_read_stays_small() {
	assert!(RewardState::max_encoded_len() < 160);
	assert!(Ledger::max_encoded_len() < 550);
	assert!(Settings::max_encoded_len() < 450);
	assert!(Pool::max_encoded_len() < 240);
	assert!(Delegation::<AccountId>::max_encoded_len() < 600);
}
