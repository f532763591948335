// SPDX-License-Identifier: Apache-2.0

//! Against an independent arbitrary-precision implementation.
//!
//! The reference evaluates the formulas as they stand in the documentation, at 640 bits, with the
//! exponential and the logarithm of `dashu-float`; it shares no method with this crate.

use dashu_float::{round::mode::HalfEven, FBig};
use destra_economics::{
	math::{exp2, exp2_neg, exp_neg, ln, ln_1p, pow_neg, pow_neg_1p, Real},
	FixedStream, KpiStream,
};
use proptest::prelude::*;

type Reference = FBig<HalfEven, 2>;

const PRECISION: usize = 640;
const YEAR: u64 = 31_557_600_000;
const DSYNC: u128 = 1_000_000_000_000_000_000;
const QUARTER: u64 = YEAR / 4;

fn int(value: impl Into<u128>) -> Reference {
	Reference::from(value.into()).with_precision(PRECISION).value()
}

fn ln2() -> Reference {
	int(2u8).ln()
}

fn power_of_two(exponent: isize) -> Reference {
	int(1u8) << exponent
}

/// The exact value of a [`Real`].
fn exact(value: Real) -> Reference {
	let (mantissa, exponent) = value.parts();
	let words = mantissa.0.iter().rev();
	let mantissa = words.fold(int(0u8), |sum, word| (sum << 64) + int(*word));
	mantissa << (exponent as isize - 256)
}

/// `2^(±n/d)`, the integer part apart, so that an integer exponent gives an exact power.
fn exp2_of_ratio(n: u128, d: u128, negative: bool) -> Reference {
	let whole = isize::try_from(n / d).expect("tests stay in the domain");
	let fraction = ln2() * int(n % d) / int(d);
	if negative {
		(-fraction).exp() >> whole
	} else {
		fraction.exp() << whole
	}
}

fn floor(value: &Reference) -> u128 {
	let floor = value.floor();
	if floor >= power_of_two(128) {
		return u128::MAX;
	}
	u128::try_from(floor).expect("an integer in range")
}

/// Asserts that `value` lies within `bits` of the reference, and on the right side of it.
#[track_caller]
fn assert_close(value: Real, reference: &Reference, bits: isize, rounds_up: bool) {
	let value = exact(value);
	let error = if rounds_up { value - reference } else { reference - value };
	// The reference has an error of its own, of both signs.
	let noise = reference.clone() >> 600;
	assert!(error >= -noise, "on the wrong side of the exact value");
	assert!(error <= reference.clone() >> bits, "further off than 2^-{bits}");
}

/// The least that every function must deliver in its whole domain.
const REQUIRED: isize = 100;
/// What exponentials deliver for arguments below 2^14, as documented.
const EXPONENTIAL: isize = 237;
/// What logarithms deliver, as documented.
const LOGARITHM: isize = 244;
/// What powers deliver where `p·ln x` stays below 2^15, as documented.
const POWER: isize = 227;

/// Targets computed with mpmath at 1,200 bits: a second opinion that is not Rust.
///
/// Reservoir, half-life, elapsed time, target.
const FIXED_VECTORS: [(u128, u64, u64, u128); 7] = [
	(150_000_000 * DSYNC, 6 * YEAR, 1, 549_112_718_139_748),
	(150_000_000 * DSYNC, 6 * YEAR, 6_000, 3_294_676_272_661_546_112),
	(150_000_000 * DSYNC, 6 * YEAR, YEAR, 16_365_192_278_949_104_288_966_069),
	(150_000_000 * DSYNC, 6 * YEAR, 200 * YEAR + 1, 149_999_999_986_140_164_675_053_776),
	(1 << 100, QUARTER, 50 * YEAR + 1, (1 << 100) - 1),
	(u128::MAX, 50 * YEAR, 123_456_789_012, 17_963_150_604_187_140_575_562_018_695_697_300_804),
	(u128::MAX, u64::MAX, 1, 12_786_308_645_202_655_660),
];

/// Reservoir, half-life, baseline, doubling time, cumulated KPI, target.
const KPI_VECTORS: [(u128, u64, u64, u64, u128, u128); 9] = [
	(350_000_000 * DSYNC, 6 * YEAR, 1_000, YEAR, 1, 1_281_263_008_995),
	(350_000_000 * DSYNC, 6 * YEAR, 1_000, YEAR, 6_000_000, 7_687_577_462_982_037_491),
	(
		350_000_000 * DSYNC,
		6 * YEAR,
		1_000,
		YEAR,
		1_000 * YEAR as u128,
		29_408_311_355_947_401_655_234_165,
	),
	(
		350_000_000 * DSYNC,
		6 * YEAR,
		1_000,
		0,
		1_000 * YEAR as u128,
		38_185_448_650_881_243_340_920_828,
	),
	(350_000_000 * DSYNC, 6 * YEAR, 1_000, YEAR, u128::MAX, 349_974_969_210_122_387_547_880_104),
	(1 << 100, QUARTER, u64::MAX, 50 * YEAR, 1 << 100, 1_264_341_424_403_852_628_376_707_518_379),
	(
		u128::MAX,
		50 * YEAR,
		1,
		QUARTER,
		u128::MAX,
		95_115_746_547_877_528_485_515_270_390_527_391_765,
	),
	(u128::MAX, u64::MAX, u64::MAX, 1, 1 << 64, 9_713_853_144_784_855_555),
	(u128::MAX, u64::MAX, 1, 1, u128::MAX - 1, 1_629_886_536_540_262_124_666),
];

#[test]
fn targets_are_those_of_mpmath() {
	for (reservoir, half_life, elapsed, target) in FIXED_VECTORS {
		assert_eq!(FixedStream::new(reservoir, half_life).unwrap().target(elapsed), target);
	}
	for (reservoir, half_life, baseline, doubling, cumulated, target) in KPI_VECTORS {
		let stream = KpiStream::new(reservoir, half_life, baseline, doubling).unwrap();
		assert_eq!(stream.target(cumulated), target);
	}
}

#[test]
fn constants() {
	assert_close(Real::LN_2, &ln2(), 254, false);
	assert_close(Real::LOG2_E, &(int(1u8) / ln2()), 254, false);
	assert_eq!(exact(Real::ONE), int(1u8));
	assert_eq!(exact(Real::ZERO), int(0u8));
}

#[test]
fn logarithms_at_every_step_of_the_table_and_beside_it() {
	let unit = 1u128 << 100;
	for step in 0..=32u128 {
		for offset in [-1i128, 0, 1] {
			let Some(numerator) = (unit / 32 * step).checked_add_signed(offset) else { continue };
			let x = Real::ratio(numerator, unit);
			assert_close(ln_1p(x), &(int(numerator) / int(unit) + int(1u8)).ln(), LOGARITHM, false);
		}
	}
}

#[test]
fn logarithm_of_tiny_and_huge_numbers() {
	for exponent in 0..128 {
		let n = 1u128 << exponent;
		assert_close(ln(Real::from(n)), &int(n).ln(), LOGARITHM, false);
		let tiny = int(1u8) / int(u128::MAX - n);
		assert_close(ln_1p(Real::ratio(1, u128::MAX - n)), &tiny.ln_1p(), LOGARITHM, false);
	}
	assert!(ln_1p(Real::ZERO).is_zero());
	assert!(ln(Real::ONE).is_zero());
	assert!(ln(Real::ratio(1, 3)).is_zero());
}

#[test]
fn powers_far_below_one_keep_their_relative_precision() {
	for (n, d) in [(401u128, 1u128), (801, 2), (100_003, 7), (1_000_000_007, 3)] {
		let x = Real::ratio(n, d);
		assert_close(exp2_neg(x), &exp2_of_ratio(n, d, true), REQUIRED, true);
		assert_close(exp2(x), &exp2_of_ratio(n, d, false), REQUIRED, false);
		assert_close(exp_neg(x), &(-(int(n) / int(d))).exp(), REQUIRED, true);
	}
}

#[test]
fn integer_powers_of_two_are_exact() {
	for n in [0u128, 1, 2, 127, 128, 800, 1 << 20] {
		assert_eq!(exact(exp2_neg(Real::from(n))), power_of_two(-(n as isize)));
		assert_eq!(exact(exp2(Real::from(n))), power_of_two(n as isize));
	}
}

#[test]
fn powers_stay_where_the_domain_ends() {
	let end = 1u128 << 30;
	assert_eq!(exp2_neg(Real::from(end)).parts().1, -(1 << 30) + 1);
	assert_eq!(exp2_neg(Real::from(u128::MAX)), exp2_neg(Real::from(end)));
	assert_eq!(exp2(Real::from(u128::MAX)), exp2(Real::from(end)));
	assert!(exact(exp2_neg(Real::from(end))) < exact(exp2_neg(Real::from(end - 1))));
}

/// Any 128-bit number, with each length as likely as any other.
fn any_size() -> impl Strategy<Value = u128> {
	(any::<u128>(), 0u32..128).prop_map(|(bits, cut)| bits >> cut)
}

/// A ratio of any size, its numerator and denominator.
fn ratio() -> impl Strategy<Value = (u128, u128)> {
	(any_size(), any_size().prop_map(|d| d.max(1)))
}

/// A ratio of any size below `limit`.
fn ratio_below(limit: u128) -> impl Strategy<Value = (u128, u128)> {
	ratio().prop_filter("in the domain", move |(n, d)| n / d < limit)
}

/// A span between a quarter of a year and 50 years.
fn span() -> impl Strategy<Value = u64> {
	prop_oneof![4 => QUARTER..=50 * YEAR, 1 => (1u64..=200).prop_map(|n| n * QUARTER)]
}

/// An age of at most 200 years, some of them whole quarters.
fn age() -> impl Strategy<Value = u64> {
	prop_oneof![
		4 => 0..=200 * YEAR,
		1 => (0u64..=800).prop_map(|n| n * QUARTER),
		1 => 0u64..=1_000_000,
	]
}

fn reservoir() -> impl Strategy<Value = u128> {
	(1u128..=1 << 100, 0u32..100).prop_map(|(bits, cut)| (bits >> cut).max(1))
}

fn baseline() -> impl Strategy<Value = u64> {
	(1u64..=u64::MAX, 0u32..64).prop_map(|(bits, cut)| (bits >> cut).max(1))
}

fn doubling() -> impl Strategy<Value = u64> {
	prop_oneof![4 => span(), 1 => Just(0)]
}

fn fixed_target(reservoir: u128, half_life: u64, elapsed: u64) -> u128 {
	// Beyond the precision of the reference the last planck is all that is left.
	if elapsed / half_life > 400 {
		return reservoir - 1;
	}
	let retained = exp2_of_ratio(elapsed.into(), half_life.into(), true);
	floor(&(int(reservoir) * (int(1u8) - retained)))
}

fn kpi_target(reservoir: u128, half_life: u64, baseline: u64, doubling: u64, c: u128) -> u128 {
	let retained = if doubling == 0 {
		let denominator = u128::from(half_life) * u128::from(baseline);
		// Beyond the precision of the reference the last planck is all that is left.
		if c / denominator > 400 {
			return reservoir - 1;
		}
		exp2_of_ratio(c, denominator, true)
	} else {
		let base = int(1u8) + ln2() * int(c) / (int(baseline) * int(doubling));
		let retained = (-(base.ln() * int(doubling) / int(half_life))).exp();
		if retained < power_of_two(-400) {
			return reservoir - 1;
		}
		retained
	};
	floor(&(int(reservoir) * (int(1u8) - retained)))
}

fn cumulative_baseline(baseline: u64, doubling: u64, elapsed: u64) -> Reference {
	if doubling == 0 {
		return int(baseline) * int(elapsed);
	}
	let growth = exp2_of_ratio(elapsed.into(), doubling.into(), false) - int(1u8);
	int(baseline) * int(doubling) / ln2() * growth
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: 512,
		failure_persistence: Some(Box::new(
			proptest::test_runner::FileFailurePersistence::Direct("proptest-regressions/reference.txt"),
		)),
		..ProptestConfig::default()
	})]

	#[test]
	fn ratio_is_the_quotient((n, d) in ratio()) {
		assert_close(Real::ratio(n, d), &(int(n) / int(d)), 254, false);
	}

	#[test]
	fn arithmetic_loses_the_last_bit_at_most((a, b) in ratio(), (c, d) in ratio()) {
		let (x, y) = (Real::ratio(a, b), Real::ratio(c, d));
		assert_close(x.times(y), &(exact(x) * exact(y)), 254, false);
		assert_close(x.plus(y), &(exact(x) + exact(y)), 254, false);
		if a > b {
			assert_close(x.minus_one(), &(exact(x) - int(1u8)), 254, false);
		}
	}

	#[test]
	fn exp2_neg_is_precise((n, d) in ratio_below(1 << 14)) {
		let x = Real::ratio(n, d);
		assert_close(exp2_neg(x), &(-(exact(x) * ln2())).exp(), EXPONENTIAL, true);
	}

	#[test]
	fn exp2_is_precise((n, d) in ratio_below(1 << 14)) {
		let x = Real::ratio(n, d);
		assert_close(exp2(x), &(exact(x) * ln2()).exp(), EXPONENTIAL, false);
	}

	#[test]
	fn exp_neg_is_precise((n, d) in ratio_below(1 << 14)) {
		let x = Real::ratio(n, d);
		assert_close(exp_neg(x), &(-exact(x)).exp(), EXPONENTIAL, true);
	}

	#[test]
	fn exp_neg_is_precise_enough_in_its_whole_domain((n, d) in ratio_below(1 << 29)) {
		let x = Real::ratio(n, d);
		assert_close(exp_neg(x), &(-exact(x)).exp(), REQUIRED, true);
	}

	#[test]
	fn ln_1p_is_precise((n, d) in ratio()) {
		let x = Real::ratio(n, d);
		assert_close(ln_1p(x), &exact(x).ln_1p(), LOGARITHM, false);
	}

	#[test]
	fn ln_is_precise((n, d) in ratio()) {
		prop_assume!(n > d);
		let x = Real::ratio(n, d);
		assert_close(ln(x), &exact(x).ln(), LOGARITHM, false);
	}

	#[test]
	fn pow_is_precise((a, b) in ratio(), (c, d) in ratio_below(200)) {
		let (x, p) = (Real::ratio(a, b), Real::ratio(c, d));
		let reference = (-(exact(p) * exact(x).ln_1p())).exp();
		assert_close(pow_neg_1p(x, p), &reference, POWER, true);
		if a > b {
			let reference = (-(exact(p) * exact(x).ln())).exp();
			assert_close(pow_neg(x, p), &reference, POWER, true);
		}
	}

	#[test]
	fn fixed_target_is_the_exact_floor(
		reservoir in reservoir(), half_life in span(), elapsed in age(),
	) {
		let stream = FixedStream::new(reservoir, half_life).unwrap();
		prop_assert_eq!(stream.target(elapsed), fixed_target(reservoir, half_life, elapsed));
	}

	#[test]
	fn kpi_target_is_the_exact_floor(
		reservoir in reservoir(),
		half_life in span(),
		baseline in baseline(),
		doubling in doubling(),
		elapsed in age(),
		attained in 0u64..=1_000_000,
	) {
		let stream = KpiStream::new(reservoir, half_life, baseline, doubling).unwrap();
		let cumulated = stream.cumulative_baseline(elapsed) / 1_000_000 * u128::from(attained);
		prop_assert_eq!(
			stream.target(cumulated),
			kpi_target(reservoir, half_life, baseline, doubling, cumulated)
		);
	}

	#[test]
	fn kpi_target_is_the_exact_floor_for_any_cumulated_kpi(
		reservoir in reservoir(),
		half_life in span(),
		baseline in baseline(),
		doubling in doubling(),
		cumulated in any_size(),
	) {
		let stream = KpiStream::new(reservoir, half_life, baseline, doubling).unwrap();
		prop_assert_eq!(
			stream.target(cumulated),
			kpi_target(reservoir, half_life, baseline, doubling, cumulated)
		);
	}

	#[test]
	fn cumulative_baseline_is_the_exact_floor(
		baseline in baseline(), doubling in doubling(), elapsed in age(),
	) {
		let stream = KpiStream::new(1, YEAR, baseline, doubling).unwrap();
		let expected = floor(&cumulative_baseline(baseline, doubling, elapsed));
		prop_assert_eq!(stream.cumulative_baseline(elapsed), expected);
	}

	#[test]
	fn baseline_is_the_exact_floor(
		baseline in baseline(), doubling in doubling(), elapsed in age(),
	) {
		let stream = KpiStream::new(1, YEAR, baseline, doubling).unwrap();
		let growth = match doubling {
			0 => int(1u8),
			_ => exp2_of_ratio(elapsed.into(), doubling.into(), false),
		};
		let expected = floor(&(int(baseline) * growth)).min(u64::MAX.into());
		prop_assert_eq!(u128::from(stream.baseline_at(elapsed)), expected);
	}
}
