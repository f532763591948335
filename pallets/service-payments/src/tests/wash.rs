// SPDX-License-Identifier: Apache-2.0

//! A provider who buys from himself loses, whatever emission the volume brings and whoever gets it.

use crate::{mock::*, HoldReason::Escrow};
use destra_economics::{
	payments::{wash::min_baseline, Meter},
	KpiStream, WHOLE,
};
use destra_primitives::time::{years, Millis};
use frame_support::{
	assert_ok,
	traits::fungible::{Inspect, Mutate},
};

const DSYNC: u128 = 1_000_000_000_000_000_000;
/// A counter of thousandths of a DSYNC, with a baseline for a day.
const METER: Meter = Meter { unit: DSYNC / 1_000, period: DAY };
const RESERVOIR: u128 = 87_500_000 * DSYNC;
const HALF_LIFE: Millis = years(6);

/// Paul has Alice pay him as much as the metric rewards, for 30 days. What that costs the two, what
/// of it is burned, and what the stream emits for it.
fn self_dealing(baseline: u64) -> (u128, u128, u128) {
	let mut outcome = (0, 0, 0);
	ExtBuilder::default().build_and_execute(|| {
		let stream = KpiStream::new(RESERVOIR, HALF_LIFE, baseline, 0).unwrap();
		let daily = u128::from(baseline) * METER.unit;
		Balances::mint_into(&ALICE, 40 * daily).unwrap();
		let purse = || Balances::total_balance(&ALICE) + Balances::total_balance(&PAUL);
		let before = purse();
		let id = meter(30 * daily);
		let mut achieved = 0;
		for day in 1..=30 {
			let counted = Payments::cumulative_volume() / METER.unit;
			assert_ok!(redeem(vec![voucher(id, u128::from(day) * daily)]));
			let reading = Payments::cumulative_volume() / METER.unit - counted;
			let reading = u64::try_from(reading).unwrap();
			achieved += stream.capped_increment(reading, (day - 1) * DAY, day * DAY);
			pass(DAY);
		}
		assert_eq!(held(Escrow, ALICE), 0);
		outcome = (before - purse(), burned(), stream.target(achieved));
	});
	outcome
}

#[test]
fn who_buys_from_himself_loses() {
	let burn = WHOLE / 10;
	let baseline = min_baseline(RESERVOIR, HALF_LIFE, METER, burn).unwrap();
	let (cost, burned, emitted) = self_dealing(baseline);
	assert!(emitted > 0 && emitted < burned && burned < cost, "{emitted} {burned} {cost}");
	// A bound that is not far off: with half the baseline the emission is worth more than the burn,
	// and with a tenth more than all that the two lose.
	let (_, burned, emitted) = self_dealing(baseline / 2);
	assert!(emitted > burned);
	let (cost, _, emitted) = self_dealing(baseline / 10);
	assert!(emitted > cost);
}
