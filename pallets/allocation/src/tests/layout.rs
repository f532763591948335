// SPDX-License-Identifier: Apache-2.0

//! What is stored keeps its encoding: whoever changes it has to write a migration.

use crate::{mock::*, types::*, GrantsOf, HoldReason};
use codec::{Encode, MaxEncodedLen};
use destra_economics::reward_vesting::{Bucket, RewardBook};
use destra_primitives::GrantId;

fn hex(value: impl Encode) -> String {
	value.encode().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn amount(planck: u8) -> String {
	format!("{planck:02x}") + &"00".repeat(15)
}

#[test]
fn the_encodings_are_those_of_version_one() {
	let mut book = Book::new(TEAM);
	book.grant(9, 9).unwrap();
	book.release(2);
	book.give_back(3);
	book.burn(4);
	book.set_paused(true);
	assert_eq!(hex(book), "0101".to_owned() + &[9, 2, 3, 4].map(amount).concat());

	let mut grant = Grant::new(GrantId(7), TEAM, team_schedule(1), 9);
	grant.release(2);
	grant.offer_to(Some(BOB));
	let [start, upfront, cliff] = ["0100000000000000", "0000000000000000", "000c00"];
	let [lump, period, periods] = ["0000d9e9ac2d7803", "000100", "24000000"];
	let schedule = [start, upfront, cliff, lump, period, periods].concat();
	let expected =
		"0700000001".to_owned() + &schedule + &amount(9) + &amount(2) + "01" + &amount(2);
	assert_eq!(hex(grant), expected);

	let book = RewardBook {
		terms: Allocation::terms(),
		buckets: vec![Bucket { index: 5, amount: 6 }],
		matured: 7,
		claimed: 8,
	};
	let stored = RewardAccount::try_from(book.clone()).unwrap();
	assert_eq!(hex(&stored), "0405000000".to_owned() + &[6, 7, 8].map(amount).concat());
	assert_eq!(stored.into_book(Allocation::terms()), book);

	let mut succession = Succession::new(BOB);
	assert_eq!(hex(&succession), amount(2) + "00");
	succession.announce(1, Notice::literal::<60_000>()).unwrap();
	assert_eq!(hex(&succession), amount(2) + "01" + "61ea000000000000" + "c1d4010000000000");

	let definition = "01".to_owned() // id
		+ "28" + &hex_text("a category") // name
		+ "00" // of genesis
		+ &hex(percent(20)) + &hex(percent(0)) + &hex(percent(100))
		+ "01" + "01" + "01" + &hex(percent(50)) // rules
		+ &hex(0u64).repeat(3) + &hex(percent(100)) + &hex(0u64);
	assert_eq!(hex(category(1, 20)), definition);
	assert_eq!((hex(HoldReason::Grant), hex(HoldReason::Reward)), ("00".into(), "01".into()));
}

fn hex_text(text: &str) -> String {
	text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn more_buckets_than_can_be_stored_are_refused() {
	let bucket = |index| Bucket { index, amount: 1 };
	let book = |buckets: u32| RewardBook {
		terms: Allocation::terms(),
		buckets: (0..buckets).map(bucket).collect(),
		matured: 0,
		claimed: 0,
	};
	assert!(RewardAccount::try_from(book(MAX_REWARD_BUCKETS)).is_ok());
	assert_eq!(RewardAccount::try_from(book(MAX_REWARD_BUCKETS + 1)), Err(TooManyBuckets));
}

#[test]
fn the_values_that_a_release_reads_stay_small() {
	assert!(Books::max_encoded_len() < 600);
	assert!(GrantsOf::<Test>::max_encoded_len() < 900);
	assert!(CategoryTable::max_encoded_len() < 900);
	assert!(RewardAccount::max_encoded_len() < 1_400);
}
