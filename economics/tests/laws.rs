// SPDX-License-Identifier: Apache-2.0

//! Laws that hold for any argument whatever, not only for sensible ones.

use destra_economics::{
	emission::ration, math::Real, mul_div_ceil, mul_div_floor, split, FixedStream, InvalidStream,
	KpiStream, WHOLE,
};
use primitive_types::U256;
use proptest::{prelude::*, test_runner::FileFailurePersistence};

const YEAR: u64 = 31_557_600_000;
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

fn positive() -> impl Strategy<Value = u64> {
	narrow().prop_map(|value| value.max(1))
}

fn any_fixed() -> impl Strategy<Value = FixedStream> {
	(wide(), positive()).prop_map(|(k, h)| FixedStream::new(k, h).unwrap())
}

fn any_kpi() -> impl Strategy<Value = KpiStream> {
	(wide(), positive(), positive(), narrow())
		.prop_map(|(k, h, b, d)| KpiStream::new(k, h, b, d).unwrap())
}

/// A stream as a chain would have it.
fn usual_kpi() -> impl Strategy<Value = KpiStream> {
	(1..=DSYNC * 1_000_000_000, YEAR / 4..=50 * YEAR, 1u64..=1 << 40, 0..=50 * YEAR)
		.prop_map(|(k, h, b, d)| KpiStream::new(k, h, b, d).unwrap())
}

/// `N` shares that sum to the whole.
fn whole_shares() -> impl Strategy<Value = [u64; 5]> {
	any::<[u64; 4]>().prop_map(|cuts| {
		let mut cuts = cuts.map(|cut| cut % (WHOLE + 1));
		cuts.sort_unstable();
		let [a, b, c, d] = cuts;
		[a, b - a, c - b, d - c, WHOLE - d]
	})
}

fn config() -> ProptestConfig {
	ProptestConfig {
		cases: 2_048,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"proptest-regressions/laws.txt",
		))),
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn fixed_target_rises_below_the_reservoir(
		stream in any_fixed(), earlier in narrow(), step in narrow(),
	) {
		let later = earlier.saturating_add(step);
		prop_assert!(stream.target(earlier) <= stream.target(later));
		prop_assert!(stream.target(later) <= stream.reservoir().saturating_sub(1));
		prop_assert_eq!(stream.target(0), 0);
	}

	#[test]
	fn fixed_target_halves_the_remainder_in_each_half_life(
		reservoir in wide(), half_life in positive(), n in 0u64..200,
	) {
		let stream = FixedStream::new(reservoir, half_life).unwrap();
		if let Some(elapsed) = half_life.checked_mul(n) {
			let retained = if n < 128 {
				(reservoir >> n) + u128::from(reservoir.trailing_zeros() < n as u32 && reservoir != 0)
			} else {
				reservoir.min(1)
			};
			prop_assert_eq!(stream.target(elapsed), reservoir - retained);
		}
	}

	/// The smallest possible step, at the largest reservoir: where rounding could show.
	#[test]
	fn targets_rise_from_each_argument_to_the_next(
		fixed in any_fixed(), kpi in any_kpi(), elapsed in narrow(), cumulated in wide(),
	) {
		prop_assert!(fixed.target(elapsed) <= fixed.target(elapsed.saturating_add(1)));
		prop_assert!(kpi.target(cumulated) <= kpi.target(cumulated.saturating_add(1)));
		prop_assert!(
			kpi.cumulative_baseline(elapsed) <= kpi.cumulative_baseline(elapsed.saturating_add(1))
		);
	}

	#[test]
	fn kpi_target_rises_below_the_reservoir(stream in any_kpi(), less in wide(), step in wide()) {
		let more = less.saturating_add(step);
		prop_assert!(stream.target(less) <= stream.target(more));
		prop_assert!(stream.target(more) <= stream.reservoir().saturating_sub(1));
		prop_assert_eq!(stream.target(0), 0);
	}

	#[test]
	fn baseline_rises_and_lies_between_its_integrals(
		stream in any_kpi(), from in narrow(), step in narrow(),
	) {
		let to = from.saturating_add(step);
		prop_assert!(stream.baseline() <= stream.baseline_at(from));
		prop_assert!(stream.baseline_at(from) <= stream.baseline_at(to));
		let (start, end) = (stream.cumulative_baseline(from), stream.cumulative_baseline(to));
		prop_assert!(start <= end);
		if end < u128::MAX {
			// Between the rectangles under the first and the last value of the baseline; one more
			// for each floor.
			let span = u128::from(to - from);
			let least = u128::from(stream.baseline_at(from)).checked_mul(span).unwrap();
			prop_assert!(least <= end - start + 1);
			if stream.baseline_at(to) < u64::MAX {
				let most = (u128::from(stream.baseline_at(to)) + 1).saturating_mul(span);
				prop_assert!(end - start <= most.saturating_add(1));
			}
		}
	}

	#[test]
	fn a_metric_on_its_baseline_emits_what_time_alone_would(
		stream in usual_kpi(), elapsed in 0..=200 * YEAR,
	) {
		let cumulated = stream.cumulative_baseline(elapsed);
		prop_assume!(cumulated < u128::MAX);
		let fixed = FixedStream::new(stream.reservoir(), stream.half_life()).unwrap();
		let (by_time, by_kpi) = (fixed.target(elapsed), stream.target(cumulated));
		prop_assert!(by_kpi <= by_time);
		// The cumulated KPI lacks less than one unit · millisecond.
		prop_assert!(by_time <= stream.target(cumulated + 1));
	}

	#[test]
	fn increments_never_exceed_the_baseline_nor_what_was_measured(
		stream in any_kpi(), from in narrow(), steps in prop::collection::vec((narrow(), narrow()), 1..8),
	) {
		let (mut now, mut sum) = (from, 0u128);
		for (value, step) in steps {
			let next = now.saturating_add(step);
			let increment = stream.capped_increment(value, now, next);
			prop_assert!(increment <= u128::from(value) * u128::from(next - now));
			sum += increment;
			now = next;
		}
		let all = stream.cumulative_baseline(now);
		// Beyond 128 bits the baseline is above any reading, and there is no figure to compare with.
		prop_assert!(all == u128::MAX || sum <= all - stream.cumulative_baseline(from));
	}

	#[test]
	fn increments_of_a_metric_above_its_baseline_telescope(
		stream in usual_kpi(), steps in prop::collection::vec(0u64..=YEAR, 1..8),
	) {
		// Beyond that no reading of 64 bits is above the baseline.
		prop_assume!(stream.baseline_at(steps.iter().sum()) < u64::MAX);
		let (mut now, mut sum) = (0, 0);
		for step in steps {
			sum += stream.capped_increment(u64::MAX, now, now + step);
			now += step;
		}
		prop_assert_eq!(sum, stream.cumulative_baseline(now));
	}

	#[test]
	fn no_time_adds_nothing(stream in any_kpi(), value in narrow(), from in narrow(), back in narrow()) {
		prop_assert_eq!(stream.capped_increment(value, from, from.saturating_sub(back)), 0);
	}

	#[test]
	fn mul_div_is_the_quotient(a in wide(), b in wide(), c in wide()) {
		let product = U256::from(a) * U256::from(b);
		let expected = |quotient: U256| u128::try_from(quotient).ok();
		if c == 0 {
			prop_assert_eq!((mul_div_floor(a, b, c), mul_div_ceil(a, b, c)), (None, None));
		} else {
			let (floor, rest) = product.div_mod(c.into());
			prop_assert_eq!(mul_div_floor(a, b, c), expected(floor));
			let ceil = floor + U256::from(u8::from(!rest.is_zero()));
			prop_assert_eq!(mul_div_ceil(a, b, c), expected(ceil));
		}
	}

	#[test]
	fn a_split_loses_nothing(amount in wide(), shares in whole_shares()) {
		let split = split(amount, shares).unwrap();
		let exact = |share: u64| U256::from(amount) * U256::from(share) / U256::from(WHOLE);
		for (part, share) in split.parts.into_iter().zip(shares) {
			prop_assert_eq!(U256::from(part), exact(share));
		}
		let sum = split.parts.iter().fold(U256::zero(), |sum, part| sum + U256::from(*part));
		prop_assert_eq!(sum + U256::from(split.remainder), U256::from(amount));
		prop_assert!(split.remainder < 5);
	}

	#[test]
	fn a_split_into_less_than_the_whole_leaves_the_rest(amount in wide(), share in 0..=WHOLE) {
		let split = split(amount, [share]).unwrap();
		prop_assert_eq!(split.parts[0] + split.remainder, amount);
		prop_assert_eq!(Some(split.remainder), mul_div_ceil(amount, (WHOLE - share).into(), WHOLE.into()));
	}

	#[test]
	fn shares_beyond_the_whole_are_refused(amount in wide(), share in 0..=WHOLE, excess in positive()) {
		prop_assert_eq!(split(amount, [share, (WHOLE - share).saturating_add(excess)]), None);
	}

	#[test]
	fn rations_add_up_to_what_is_allowed(dues in prop::array::uniform4(wide()), allowed in wide()) {
		let dues = dues.map(|due| due / 4);
		let total = dues.iter().sum::<u128>();
		let rations = dues.map(|due| ration(due, total, allowed));
		for (ration, due) in rations.into_iter().zip(dues) {
			prop_assert!(ration <= due);
		}
		let sum = rations.iter().sum::<u128>();
		prop_assert!(sum <= total.min(allowed));
		prop_assert!(total.min(allowed) - sum < 4);
	}

	/// A metric that is on its baseline is as late as it is.
	#[test]
	fn the_effective_time_of_the_baseline_is_the_time(stream in usual_kpi(), elapsed in 0..=100 * YEAR) {
		let cumulated = stream.cumulative_baseline(elapsed);
		if cumulated < u128::MAX {
			let effective = stream.effective_time(cumulated);
			// What rounding down the baseline takes is less than a millisecond's.
			prop_assert!(effective <= elapsed + 1 && effective + 1 >= elapsed, "{} {}", effective, elapsed);
			prop_assert!(stream.effective_time(cumulated / 2) <= effective);
		}
	}

	#[test]
	fn a_quotient_times_its_divisor_is_no_more(a in wide(), b in wide()) {
		let quotient = Real::from(a).over(Real::from(b));
		let product = quotient.times(Real::from(b)).scale_ceil(1);
		prop_assert!(product <= a);
		prop_assert!(b == 0 || a.saturating_sub(product) <= 1);
	}

	#[test]
	fn real_numbers_round_as_they_say(n in wide(), d in wide(), amount in wide()) {
		let value = Real::ratio(n, d);
		let (floor, ceil) = (value.scale_floor(amount), value.scale_ceil(amount));
		prop_assert!(floor <= ceil && ceil - floor <= 1);
		if d > 0 {
			let exact = mul_div_floor(n, amount, d).unwrap_or(u128::MAX);
			prop_assert!(floor <= exact);
			// A quotient that is not exact in binary falls short of it by less than one.
			prop_assert!(exact == floor || exact == floor + 1);
		}
	}
}

#[test]
fn a_stream_without_a_half_life_or_a_baseline_is_invalid() {
	assert_eq!(FixedStream::new(1, 0), Err(InvalidStream));
	assert_eq!(KpiStream::new(1, 0, 1, 1), Err(InvalidStream));
	assert_eq!(KpiStream::new(1, 1, 0, 1), Err(InvalidStream));
	assert!(KpiStream::new(0, 1, 1, 0).is_ok());
}

/// The corners of the parameters, where an overflow would hide.
#[test]
fn the_corners_of_the_domain() {
	const CORNERS: [u64; 4] = [1, 2, u64::MAX - 1, u64::MAX];
	for half_life in CORNERS {
		for baseline in CORNERS {
			for doubling in [0].into_iter().chain(CORNERS) {
				let stream = KpiStream::new(u128::MAX, half_life, baseline, doubling).unwrap();
				let mut last = 0;
				for cumulated in [0, 1, 2, u64::MAX.into(), u128::MAX - 1, u128::MAX] {
					let target = stream.target(cumulated);
					assert!(last <= target && target < u128::MAX);
					last = target;
				}
				for elapsed in [0, 1, 2, u64::MAX - 1, u64::MAX] {
					assert!(stream.baseline_at(elapsed) >= baseline);
					let least = u128::from(baseline) * u128::from(elapsed);
					assert!(stream.cumulative_baseline(elapsed) >= least);
				}
			}
		}
	}
}

/// A baseline that has outgrown 128 bits is above any reading: what is measured counts in full.
#[test]
fn a_baseline_beyond_128_bits_caps_nothing() {
	let month = 30 * 24 * 3_600_000;
	let stream = KpiStream::new(1, 1, 1, month).unwrap();
	let late = 200 * YEAR;
	assert_eq!(stream.cumulative_baseline(late), u128::MAX);
	assert_eq!(stream.capped_increment(7, late, late + 6_000), 42_000);
}

/// A flat baseline of one unit: the largest product that increments are made of.
#[test]
fn the_largest_increment_is_exact() {
	let stream = KpiStream::new(1, 1, u64::MAX, 0).unwrap();
	let all = u128::from(u64::MAX) * u128::from(u64::MAX);
	assert_eq!(stream.capped_increment(u64::MAX, 0, u64::MAX), all);
}

#[test]
fn the_last_planck_is_never_emitted() {
	assert_eq!(FixedStream::new(u128::MAX, 1).unwrap().target(u64::MAX), u128::MAX - 1);
	assert_eq!(KpiStream::new(10, 1, 1, 0).unwrap().target(u128::MAX), 9);
	assert_eq!(KpiStream::new(10, 1, 1, u64::MAX).unwrap().target(u128::MAX), 9);
}
