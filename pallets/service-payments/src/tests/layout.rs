// SPDX-License-Identifier: Apache-2.0

//! What is stored keeps its encoding: whoever changes it has to write a migration.

use crate::{mock::*, types::*};
use codec::{Encode, MaxEncodedLen};
use destra_economics::payments::{Change, Rate, Shares, Tariff};
use destra_primitives::PaymentForm;

fn hex(value: impl Encode) -> String {
	value.encode().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An integer of so many bytes.
fn int(value: u8, bytes: usize) -> String {
	format!("{value:02x}") + &"00".repeat(bytes - 1)
}

#[test]
fn the_encodings_are_those_of_version_one() {
	let rate = |price, period| Rate { price, period };
	let change = Some(Change { from: 14, rate: rate(15, 16) });
	let agreement = Agreement::<u8> {
		customer: 1,
		provider: 2,
		class: RPC,
		card: 4,
		version: 5,
		opened_at: 6,
		shares: Shares { burn: 7, treasury: 8 },
		escrow: 9,
		paid: 10,
		deposit: 11,
		storage_deposit: 26,
		tariff: Tariff { since: 12, rate: rate(13, 17), change },
		terms: Terms::Streaming { units: 18, closed: 19 },
		notices: Notices { customer: 23, provider: 24, price: 25 },
		ends_at: Some(20),
		left_at: Some(21),
		dispute: DisputeState { since: Some(22), lapsed_by_customer: 2, lapsed_by_provider: 1 },
	};
	let common = "01020304".to_owned()
		+ &int(5, 8)
		+ &int(6, 8)
		+ &int(7, 8)
		+ &int(8, 8)
		+ &int(9, 16)
		+ &int(10, 16)
		+ &int(11, 16)
		+ &int(26, 16)
		+ &int(12, 8)
		+ &int(13, 16)
		+ &int(17, 8);
	let change = "01".to_owned() + &int(14, 8) + &int(15, 16) + &int(16, 8);
	let streaming = "00".to_owned() + &int(18, 4) + &int(19, 16);
	let notices = int(23, 8) + &int(24, 8) + &int(25, 8);
	let ends = "01".to_owned() + &int(20, 8) + "01" + &int(21, 8) + "01" + &int(22, 8) + "0201";
	assert_eq!(hex(&agreement), common.clone() + &change + &streaming + &notices + &ends);
	let terms = Terms::Metered { signer: 1u8, term: 4, expires_at: 2, frozen: 3, stands_until: 5 };
	assert_eq!(hex(terms), "0101".to_owned() + &int(4, 8) + &int(2, 8) + &int(3, 8) + &int(5, 8));

	let dispute = Dispute {
		claim: Claim::Payment { amount: 1 },
		evidence: EvidenceHash::repeat_byte(0xee),
		deadline: 2,
		lapses_from: 3,
		deposit: 4,
		penalty: 5,
		proposed_by_customer: Some(Outcome::End { payment: 6 }),
		proposed_by_provider: Some(Outcome::Resume),
	};
	let expected = "01".to_owned()
		+ &int(1, 16)
		+ &"ee".repeat(32)
		+ &int(2, 8)
		+ &int(3, 8)
		+ &int(4, 16)
		+ &int(5, 16)
		+ "0101"
		+ &int(6, 16)
		+ "0100";
	assert_eq!(hex(dispute), expected);
	assert_eq!(hex(Claim::Refund { amount: 1 }), "00".to_owned() + &int(1, 16));
	let offer = Offer { model: Model::try_new("A").unwrap(), ..offer(PaymentForm::Metered, 2) };
	let card = RateCard { version: 1, offer };
	assert_eq!(hex(card), int(1, 8) + "010441" + &int(2, 16) + &int(10, 4));
	assert_eq!(hex(CardKey { class: GPU, card: 7 }), "0407");
	let volume = Volume { paid: 1, burned: 2, treasury: 3 };
	let amounts = int(1, 16) + &int(2, 16) + &int(3, 16);
	assert_eq!(hex(DayVolume { day: 4, volume }), int(4, 4) + &amounts);
}

#[test]
fn what_a_voucher_reads_stays_small() {
	assert!(Agreement::<AccountId>::max_encoded_len() < 352);
	assert!(ClassSettings::max_encoded_len() < 300);
}
