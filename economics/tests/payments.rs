// SPDX-License-Identifier: Apache-2.0

//! Laws of streams, of the division of payments, and of the bound against self-dealing.

use destra_economics::{
	payments::{
		period_start_after,
		wash::{marginal_emission, min_baseline, most_emitted, self_dealing_loses},
		Change, Meter, Parts, Rate, Shares, Tariff,
	},
	KpiStream, WHOLE,
};
use primitive_types::{U256, U512};
use proptest::{collection::vec, prelude::*, test_runner::FileFailurePersistence};

const YEAR: u64 = 31_557_600_000;
const DAY: u64 = 86_400_000;
const DSYNC: u128 = 1_000_000_000_000_000_000;

/// Any 128-bit number, with each length as likely as any other, and the ends more so.
fn wide() -> impl Strategy<Value = u128> {
	prop_oneof![
		8 => (any::<u128>(), 0u32..128).prop_map(|(bits, cut)| bits >> cut),
		1 => prop_oneof![Just(0), Just(1), Just(u128::MAX - 1), Just(u128::MAX)],
	]
}

/// Any 64-bit number, with each length as likely as any other, and the ends more so.
fn narrow() -> impl Strategy<Value = u64> {
	prop_oneof![
		8 => (any::<u64>(), 0u32..64).prop_map(|(bits, cut)| bits >> cut),
		1 => prop_oneof![Just(0), Just(1), Just(u64::MAX - 1), Just(u64::MAX)],
	]
}

fn any_rate() -> impl Strategy<Value = Rate> {
	(wide(), narrow()).prop_map(|(price, period)| Rate { price, period })
}

fn any_tariff() -> impl Strategy<Value = Tariff> {
	(narrow(), any_rate(), any::<bool>(), narrow(), any_rate()).prop_map(
		|(since, rate, changes, from, next)| Tariff {
			since,
			rate,
			change: changes.then_some(Change { from, rate: next }),
		},
	)
}

/// A tariff as an agreement would have it, for the first milliseconds of which every settlement
/// matters.
fn usual_tariff() -> impl Strategy<Value = Tariff> {
	let rate =
		|| (0..=1_000 * DSYNC, 1..=30 * DAY).prop_map(|(price, period)| Rate { price, period });
	(0..50 * YEAR, rate(), any::<bool>(), 0..YEAR, rate()).prop_map(
		|(since, rate, changes, later, next)| Tariff {
			since,
			rate,
			change: changes.then_some(Change { from: since + later, rate: next }),
		},
	)
}

fn any_shares() -> impl Strategy<Value = Shares> {
	prop_oneof![
		(0..=WHOLE, 0..=WHOLE)
			.prop_map(|(a, b)| Shares { burn: a.min(b), treasury: WHOLE - a.max(b) }),
		(0..=WHOLE).prop_map(|burn| Shares { burn, treasury: WHOLE - burn }),
		(0..=100u64, 0..=100u64)
			.prop_map(|(a, b)| Shares { burn: a * (WHOLE / 200), treasury: b * (WHOLE / 200) }),
	]
}

/// A stream and a meter as a chain would have them, with a burn of at least a thousandth.
fn any_market() -> impl Strategy<Value = (u128, u64, u64, Meter, u64)> {
	let meter = (1..=DSYNC, 1_000..=30 * DAY).prop_map(|(unit, period)| Meter { unit, period });
	let doubling = prop_oneof![Just(0), YEAR / 4..=50 * YEAR];
	(1..=DSYNC * 1_000_000_000, YEAR / 4..=50 * YEAR, doubling, meter, WHOLE / 1_000..=WHOLE)
}

fn config() -> ProptestConfig {
	ProptestConfig {
		cases: 2_048,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"proptest-regressions/payments.txt",
		))),
		..ProptestConfig::default()
	}
}

/// `⌊a·b/c⌋`, at most `u128::MAX`, by long arithmetic.
fn reference(a: u128, b: u64, c: u64) -> u128 {
	let exact = U256::from(a) * U256::from(b) / U256::from(c);
	exact.min(u128::MAX.into()).as_u128()
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn a_cost_is_the_price_by_the_millisecond(rate in any_rate(), elapsed in narrow()) {
		prop_assert_eq!(rate.cost(elapsed), reference(rate.price, elapsed, rate.period.max(1)));
	}

	#[test]
	fn a_price_lasts_exactly_as_long_as_its_money(rate in any_rate(), money in wide()) {
		prop_assume!(money < u128::MAX);
		let funded = rate.funded(money);
		prop_assert!(rate.cost(funded) <= money);
		if funded < u64::MAX {
			prop_assert!(rate.cost(funded + 1) > money);
		}
	}

	#[test]
	fn any_settlements_charge_what_one_does(
		tariff in usual_tariff(), mut moments in vec(0..2 * YEAR, 1..30),
	) {
		moments.sort_unstable();
		// As a ledger does it: the cost since the tariff began, less what is charged; on a change the
		// old segment is closed and charged.
		let (mut current, mut charged, mut paid) = (tariff, 0, 0);
		for moment in &moments {
			let now = tariff.since + moment;
			let (next, closed) = current.advance(now);
			// What the closed segment costs is charged in full, and the count begins anew.
			if next != current {
				prop_assert!(charged <= closed);
				paid += closed - charged;
				charged = 0;
			}
			current = next;
			let cost = current.cost(now);
			paid += cost - charged;
			charged = cost;
		}
		let last = tariff.since + moments.last().unwrap();
		prop_assert_eq!(paid, tariff.cost(last));
	}

	#[test]
	fn a_tariff_costs_the_sum_of_its_segments(tariff in any_tariff(), until in narrow()) {
		let segment = |rate: Rate, from: u64, to: u64| rate.cost(to.saturating_sub(from));
		let expected = match tariff.change {
			Some(Change { from, rate }) if from <= until => {
				let change = from.max(tariff.since);
				segment(tariff.rate, tariff.since, change)
					.saturating_add(segment(rate, change, until))
			}
			_ => segment(tariff.rate, tariff.since, until),
		};
		prop_assert_eq!(tariff.cost(until), expected);
	}

	/// Two floors instead of one, and never more than a planck for that.
	#[test]
	fn a_change_to_the_same_price_costs_less_than_a_planck(
		tariff in usual_tariff(), until in 0..2 * YEAR, from in 0..2 * YEAR,
	) {
		let until = tariff.since + until;
		let plain = Tariff { change: None, ..tariff };
		let change = Change { from: tariff.since + from, rate: tariff.rate };
		let split = Tariff { change: Some(change), ..tariff };
		let lost = plain.cost(until) - split.cost(until);
		prop_assert!(lost <= 1);
	}

	#[test]
	fn a_tariff_never_refunds(tariff in any_tariff(), earlier in narrow(), step in narrow()) {
		prop_assert!(tariff.cost(earlier) <= tariff.cost(earlier.saturating_add(step)));
		prop_assert_eq!(tariff.cost(earlier.min(tariff.since)), 0);
	}

	#[test]
	fn a_tariff_lasts_exactly_as_long_as_its_money(tariff in any_tariff(), money in wide()) {
		prop_assume!(money < u128::MAX);
		let end = tariff.lasts_until(money);
		prop_assert!(tariff.since <= end);
		prop_assert!(tariff.cost(end) <= money);
		prop_assert!(end == u64::MAX || tariff.cost(end + 1) > money);
	}

	#[test]
	fn the_next_period_starts_within_a_period(
		start in narrow(), period in narrow(), t in narrow(),
	) {
		let at = period_start_after(start, period, t);
		let period = period.max(1);
		prop_assert!(at >= t && at >= start);
		if at < u64::MAX {
			prop_assert_eq!((at - start) % period, 0);
			prop_assert!(at == start || at - t.max(start) < period);
		}
	}

	#[test]
	fn the_parts_add_up_and_round_as_named(shares in any_shares(), total in wide()) {
		let parts = shares.of(total);
		prop_assert_eq!(parts.provider + parts.burned + parts.treasury, total);
		let exact = |share: u64| U256::from(total) * U256::from(share);
		let scaled = |part: u128| U256::from(part) * U256::from(WHOLE);
		let provider = WHOLE - shares.burn - shares.treasury;
		// Up, and by less than a planck.
		prop_assert!(scaled(parts.provider) >= exact(provider));
		prop_assert!(scaled(parts.provider) < exact(provider) + WHOLE);
		// Within a planck of the share, never below its floor, and never above the share.
		prop_assert!(scaled(parts.burned + 1) > exact(shares.burn));
		prop_assert!(scaled(parts.burned) < exact(shares.burn) + WHOLE);
		prop_assert!(scaled(parts.treasury) <= exact(shares.treasury));
		prop_assert!(scaled(parts.treasury + 2) > exact(shares.treasury));
	}

	#[test]
	fn small_payments_are_divided_as_one_large_one(
		shares in any_shares(), amounts in vec(prop_oneof![0u128..4, 0..=1_000_000 * DSYNC], 1..60),
	) {
		let (mut paid, mut sum) = (0, Parts::default());
		for amount in amounts {
			let parts = shares.next(paid, amount).unwrap();
			prop_assert_eq!(parts.provider + parts.burned + parts.treasury, amount);
			paid += amount;
			sum.provider += parts.provider;
			sum.burned += parts.burned;
			sum.treasury += parts.treasury;
		}
		prop_assert_eq!(sum, shares.of(paid));
	}

	#[test]
	fn every_next_payment_can_be_divided(shares in any_shares(), paid in wide(), amount in wide()) {
		let parts = shares.next(paid, amount);
		prop_assert_eq!(parts.is_some(), paid.checked_add(amount).is_some());
		if let Some(parts) = parts {
			prop_assert_eq!(parts.provider + parts.burned + parts.treasury, amount);
		}
	}

	/// Against the stream itself: whatever was cumulated before, no payment makes it emit more.
	#[test]
	fn no_payment_makes_a_stream_emit_more_than_the_bound(
		(reservoir, half_life, doubling, meter, _) in any_market(),
		baseline in 1u64..=1 << 50,
		paid in wide(),
		before in wide(),
	) {
		let stream = KpiStream::new(reservoir, half_life, baseline, doubling).unwrap();
		// All that the counter grows by, none above the baseline.
		let cumulated = U512::from(paid) * U512::from(meter.period) / U512::from(meter.unit);
		let cumulated = cumulated.min(u128::MAX.into()).as_u128();
		let emitted =
			stream.target(before.saturating_add(cumulated)) - stream.target(before);
		prop_assert!(emitted <= most_emitted(&stream, meter, paid));
		// From the start there is no rounding before.
		prop_assert!(stream.target(cumulated) < most_emitted(&stream, meter, paid));
	}

	/// The bound is not a generous one: a small payment at the start comes close to it.
	#[test]
	fn at_the_start_the_bound_is_reached(
		(_, half_life, doubling, meter, _) in any_market(), baseline in 1u64..=1 << 50,
	) {
		// A baseline that doubles within the payments would bend the curve.
		prop_assume!(doubling == 0 || doubling > half_life / 100);
		let meter = Meter { unit: 1, ..meter };
		let stream = KpiStream::new(DSYNC * 1_000_000_000, half_life, baseline, doubling).unwrap();
		// A millionth of the time in which the reservoir empties by half, in planck paid.
		let span = u128::from(baseline) * u128::from(half_life) / 1_000_000;
		let paid = span / u128::from(meter.period);
		prop_assume!(paid > 1_000_000);
		let cumulated = paid * u128::from(meter.period);
		let emitted = stream.target(cumulated);
		let bound = most_emitted(&stream, meter, paid);
		prop_assert!(bound - emitted <= bound / 1_000, "{} of {}", emitted, bound);
	}

	#[test]
	fn the_least_baseline_makes_self_dealing_lose_and_no_smaller_one_does(
		(reservoir, half_life, doubling, meter, burn) in any_market(),
	) {
		let stream = |baseline| KpiStream::new(reservoir, half_life, baseline, doubling).unwrap();
		let Some(least) = min_baseline(reservoir, half_life, meter, burn) else {
			prop_assert!(!self_dealing_loses(&stream(u64::MAX), meter, burn));
			return Ok(());
		};
		prop_assert!(self_dealing_loses(&stream(least), meter, burn));
		prop_assert!(marginal_emission(&stream(least), meter) <= burn.into());
		if least > 1 {
			prop_assert!(!self_dealing_loses(&stream(least - 1), meter, burn));
		}
	}

	/// The rule itself, in planck: whoever pays himself in whatever amounts burns more than all that
	/// the stream emits for it. Rounding of one planck is in the first and the last planck only.
	#[test]
	fn who_buys_from_himself_loses(
		(reservoir, half_life, doubling, meter, burn) in any_market(),
		treasury in 0..=WHOLE,
		amounts in vec(0..=100_000 * DSYNC, 1..20),
	) {
		let baseline = min_baseline(reservoir, half_life, meter, burn);
		prop_assume!(baseline.is_some());
		let stream = KpiStream::new(reservoir, half_life, baseline.unwrap(), doubling).unwrap();
		let shares = Shares { burn, treasury: treasury.min(WHOLE - burn) };
		let (mut paid, mut burned) = (0, 0);
		for amount in amounts {
			burned += shares.next(paid, amount).unwrap().burned;
			paid += amount;
			let counted = paid / meter.unit;
			let emitted = stream.target(counted.saturating_mul(meter.period.into()));
			prop_assert!(emitted <= burned, "{} emitted, {} burned", emitted, burned);
		}
	}
}

/// The figures of the design: a quarter of 350 M over six years against a burn of a tenth.
#[test]
fn the_paid_volume_of_the_design_needs_a_baseline_of_276_753_dsync_a_day() {
	let (reservoir, half_life) = (87_500_000 * DSYNC, 6 * YEAR);
	let meter = Meter { unit: DSYNC / 1_000, period: DAY };
	let least = min_baseline(reservoir, half_life, meter, WHOLE / 10).unwrap();
	assert_eq!(least, 276_752_810);

	// Brute force: for amounts of every size, from the start and long after it.
	let stream = KpiStream::new(reservoir, half_life, least, YEAR).unwrap();
	for days in [0u128, 1, 100, 10_000] {
		let before = days * u128::from(DAY) * u128::from(least);
		for digits in 0..12 {
			let units = 10u128.pow(digits);
			let emitted = stream.target(before + units * u128::from(DAY)) - stream.target(before);
			let burned = Shares { burn: WHOLE / 10, treasury: 0 }.of(units * meter.unit).burned;
			assert!(emitted < burned, "{units} units after {days} days: {emitted} of {burned}");
		}
	}
}

/// A million payments of a planck or three burn what one of all of it burns.
#[test]
fn a_million_small_payments_burn_what_one_large_one_burns() {
	let shares = Shares { burn: WHOLE / 7, treasury: WHOLE / 13 };
	let (mut paid, mut burned) = (0u128, 0);
	for i in 0..1_000_000u128 {
		let amount = 1 + i % 3;
		burned += shares.next(paid, amount).unwrap().burned;
		paid += amount;
	}
	assert_eq!(burned, shares.of(paid).burned);
}
