// SPDX-License-Identifier: Apache-2.0

//! Schedules and early exits: dates checked by hand, a plain loop as the second opinion, and laws
//! that hold for any argument whatever.

use destra_economics::{
	mul_div_floor,
	vesting::{
		exit_penalty, months_from, BrokenRule, InvalidSchedule, Schedule, Span, UnlockRules,
		LAST_INSTANT, MAX_PERIODS,
	},
	WHOLE,
};
use primitive_types::U256;
use proptest::{prelude::*, test_runner::FileFailurePersistence};

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;
const PERCENT: u64 = WHOLE / 100;

fn is_leap(year: u64) -> bool {
	year.is_multiple_of(400) || year.is_multiple_of(4) && !year.is_multiple_of(100)
}

fn days_in_year(year: u64) -> u64 {
	365 + u64::from(is_leap(year))
}

fn days_in_month(year: u64, month: u64) -> u64 {
	match month {
		2 => 28 + u64::from(is_leap(year)),
		4 | 6 | 9 | 11 => 30,
		_ => 31,
	}
}

/// Midnight, in UTC.
fn date(year: u64, month: u64, day: u64) -> u64 {
	assert!((1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day));
	let years: u64 = (1970..year).map(days_in_year).sum();
	let months: u64 = (1..month).map(|month| days_in_month(year, month)).sum();
	(years + months + day - 1) * DAY
}

/// What [`date`] was made from, and the time of day.
fn civil(instant: u64) -> (u64, u64, u64, u64) {
	let (mut year, mut month, mut days) = (1970, 1, instant / DAY);
	while days >= days_in_year(year) {
		days -= days_in_year(year);
		year += 1;
	}
	while days >= days_in_month(year, month) {
		days -= days_in_month(year, month);
		month += 1;
	}
	(year, month, days + 1, instant % DAY)
}

fn later(instant: u64, span: Span, times: u32) -> u64 {
	match span {
		Span::Millis(millis) => instant + millis * u64::from(times),
		Span::Months(months) => {
			let (mut year, mut month, day, time) = civil(instant);
			for _ in 0..u32::from(months) * times {
				(year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
			}
			date(year, month, day.min(days_in_month(year, month))) + time
		}
	}
}

/// The definition of a schedule, step by step: each instant, and what is unlocked from then on.
fn milestones(schedule: &Schedule, total: u128) -> Vec<(u64, u128)> {
	let part = |share: u64| mul_div_floor(total, share.into(), WHOLE.into()).unwrap();
	let cliff = later(schedule.start, schedule.cliff, 1);
	let lump = part(schedule.upfront + schedule.lump);
	let mut milestones = vec![(schedule.start, part(schedule.upfront)), (cliff, lump)];
	for step in 1..=schedule.periods {
		let at = match (schedule.cliff, schedule.period) {
			(Span::Months(cliff), Span::Months(period)) => {
				later(schedule.start, Span::Months(cliff + period * step as u16), 1)
			}
			(_, period) => later(cliff, period, step),
		};
		let stepped = U256::from(total - lump) * U256::from(step) / U256::from(schedule.periods);
		milestones.push((at, lump + stepped.as_u128()));
	}
	milestones
}

fn reached(milestones: &[(u64, u128)], now: u64) -> u128 {
	milestones.iter().rev().find(|(at, _)| *at <= now).map_or(0, |(_, vested)| *vested)
}

/// "12-month cliff, then monthly to month 48."
fn team(start: u64) -> Schedule {
	Schedule {
		start,
		upfront: 0,
		cliff: Span::Months(12),
		lump: 25 * PERCENT,
		period: Span::Months(1),
		periods: 36,
	}
}

/// "6-month cliff, then quarterly to month 24."
fn investors(start: u64) -> Schedule {
	Schedule {
		start,
		upfront: 0,
		cliff: Span::Months(6),
		lump: 25 * PERCENT,
		period: Span::Months(3),
		periods: 6,
	}
}

fn calendar(schedule: &Schedule, total: u128) -> Vec<(u64, u128)> {
	schedule.unlocks(total, 0, u64::MAX).collect()
}

#[test]
fn the_test_calendar_knows_its_dates() {
	// As `date -u -d @…` prints them.
	assert_eq!(date(1970, 1, 1), 0);
	assert_eq!(date(2000, 2, 29), 951_782_400_000);
	assert_eq!(date(2028, 2, 29), 1_835_395_200_000);
	assert_eq!(date(2100, 3, 1), 4_107_542_400_000);
	assert_eq!(date(9999, 12, 31) + DAY - 1, LAST_INSTANT);
	assert_eq!(civil(date(2028, 12, 31) + 5), (2028, 12, 31, 5));
}

/// From the end of January over the leap February of 2028: every unlock on the last day of its
/// month, none drawn to the 29th by the short one.
#[test]
fn a_year_of_cliff_then_monthly_to_month_48() {
	let noon = 12 * HOUR;
	let schedule = team(date(2027, 1, 31) + noon);
	assert_eq!(schedule.validate(), Ok(()));
	assert_eq!(schedule.cliff_at(), Some(date(2028, 1, 31) + noon));
	assert_eq!(schedule.end(), Some(date(2031, 1, 31) + noon));

	let unlocks = calendar(&schedule, 4_800);
	let dates = [
		(2028, 1, 31),
		(2028, 2, 29),
		(2028, 3, 31),
		(2028, 4, 30),
		(2028, 5, 31),
		(2028, 6, 30),
		(2028, 7, 31),
		(2028, 8, 31),
		(2028, 9, 30),
		(2028, 10, 31),
		(2028, 11, 30),
		(2028, 12, 31),
		(2029, 1, 31),
		(2029, 2, 28),
		(2029, 3, 31),
	];
	for (unlock, (year, month, day)) in unlocks.iter().zip(dates) {
		assert_eq!(unlock.0, date(year, month, day) + noon);
	}
	assert_eq!(unlocks.len(), 37);
	assert_eq!(unlocks[0].1, 1_200);
	assert!(unlocks[1..].iter().all(|(_, amount)| *amount == 100));
	assert_eq!(unlocks[36].0, date(2031, 1, 31) + noon);

	// To the millisecond.
	let leap_day = date(2028, 2, 29) + noon;
	assert_eq!(schedule.vested(4_800, date(2028, 1, 31) + noon - 1), 0);
	assert_eq!(schedule.vested(4_800, leap_day - 1), 1_200);
	assert_eq!(schedule.vested(4_800, leap_day), 1_300);
	assert_eq!(schedule.vested(4_800, date(2031, 1, 31) + noon - 1), 4_700);
}

#[test]
fn half_a_year_of_cliff_then_quarterly_to_month_24() {
	let schedule = investors(date(2026, 8, 31));
	assert_eq!(schedule.validate(), Ok(()));
	let expected = [
		(date(2027, 2, 28), 250),
		(date(2027, 5, 31), 125),
		(date(2027, 8, 31), 125),
		(date(2027, 11, 30), 125),
		(date(2028, 2, 29), 125),
		(date(2028, 5, 31), 125),
		(date(2028, 8, 31), 125),
	];
	assert_eq!(calendar(&schedule, 1_000), expected);
}

#[test]
fn a_leap_day_comes_back_in_leap_years_only() {
	let yearly = |start| Schedule {
		start,
		upfront: 0,
		cliff: Span::Months(0),
		lump: 0,
		period: Span::Months(12),
		periods: 4,
	};
	let from_2028: Vec<_> = calendar(&yearly(date(2028, 2, 29)), 4);
	let expected = [(2029, 2, 28), (2030, 2, 28), (2031, 2, 28), (2032, 2, 29)];
	assert_eq!(from_2028, expected.map(|(year, month, day)| (date(year, month, day), 1)));
	// 2100 is no leap year.
	let from_2096: Vec<_> = calendar(&yearly(date(2096, 2, 29)), 4);
	let expected = [(2097, 2, 28), (2098, 2, 28), (2099, 2, 28), (2100, 2, 28)];
	assert_eq!(from_2096, expected.map(|(year, month, day)| (date(year, month, day), 1)));
}

#[test]
fn an_upfront_part_unlocks_at_the_start() {
	let start = date(2027, 1, 1);
	let schedule = Schedule { upfront: 10 * PERCENT, lump: 15 * PERCENT, ..team(start) };
	assert_eq!(schedule.validate(), Ok(()));
	assert_eq!(schedule.vested(4_800, start - 1), 0);
	assert_eq!(schedule.vested(4_800, start), 480);
	assert_eq!(schedule.next_unlock(4_800, start), Some((date(2028, 1, 1), 720)));
	assert_eq!(schedule.vested(4_800, date(2028, 1, 1)), 1_200);
}

#[test]
fn without_a_cliff_the_lump_unlocks_at_the_start() {
	let start = date(2027, 1, 31);
	for cliff in [Span::Months(0), Span::Millis(0)] {
		let schedule = Schedule { cliff, upfront: 5 * PERCENT, ..team(start) };
		assert_eq!(schedule.cliff_at(), Some(start));
		assert_eq!(schedule.next_unlock(1_000, 0), Some((start, 300)));
		// 700 in 36 parts.
		assert_eq!(schedule.next_unlock(1_000, start), Some((date(2027, 2, 28), 19)));
	}
}

/// A cliff that is no number of months is an anchor of its own.
#[test]
fn months_after_a_span_count_from_the_cliff() {
	let schedule = Schedule { cliff: Span::Millis(30 * DAY), periods: 3, ..team(date(2028, 1, 1)) };
	let expected = [
		(date(2028, 1, 31), 1_000),
		(date(2028, 2, 29), 1_000),
		(date(2028, 3, 31), 1_000),
		(date(2028, 4, 30), 1_000),
	];
	assert_eq!(calendar(&schedule, 4_000), expected);
}

#[test]
fn spans_after_months_count_from_the_cliff() {
	let schedule = Schedule {
		cliff: Span::Months(1),
		period: Span::Millis(7 * DAY),
		periods: 3,
		..team(date(2028, 1, 31))
	};
	let expected = [
		(date(2028, 2, 29), 1_000),
		(date(2028, 3, 7), 1_000),
		(date(2028, 3, 14), 1_000),
		(date(2028, 3, 21), 1_000),
	];
	assert_eq!(calendar(&schedule, 4_000), expected);
}

#[test]
fn a_schedule_without_periods_ends_at_its_cliff() {
	let all_at_cliff = Schedule { lump: WHOLE, periods: 0, ..team(date(2027, 1, 1)) };
	assert_eq!(all_at_cliff.validate(), Ok(()));
	assert_eq!(all_at_cliff.end(), Some(date(2028, 1, 1)));
	assert_eq!(calendar(&all_at_cliff, 7), [(date(2028, 1, 1), 7)]);

	let at_once = Schedule { upfront: WHOLE, lump: 0, cliff: Span::Months(0), ..all_at_cliff };
	assert_eq!(at_once.validate(), Ok(()));
	assert_eq!(calendar(&at_once, 7), [(date(2027, 1, 1), 7)]);
}

/// Rounding is down at every step, and the last one makes up for it.
#[test]
fn a_total_that_does_not_divide_loses_nothing() {
	let schedule = Schedule { lump: 0, periods: 3, ..team(date(2027, 1, 1)) };
	let amounts: Vec<_> = calendar(&schedule, 100).into_iter().map(|(_, amount)| amount).collect();
	assert_eq!(amounts, [33, 33, 34]);
	assert_eq!(schedule.vested(u128::MAX, date(2028, 4, 1)), u128::MAX);
}

/// Two planck in 36 steps: the 18th and the last are the only unlocks.
#[test]
fn steps_that_add_nothing_are_no_unlocks() {
	let schedule = Schedule { lump: 0, ..team(date(2027, 1, 1)) };
	assert_eq!(calendar(&schedule, 2), [(date(2029, 7, 1), 1), (date(2031, 1, 1), 1)]);
	assert_eq!(calendar(&schedule, 0), []);
}

#[test]
fn unlocks_lie_after_from_and_up_to_to() {
	let schedule = investors(date(2027, 1, 1));
	let (cliff, first) = (date(2027, 7, 1), date(2027, 10, 1));
	assert_eq!(schedule.unlocks(1_000, cliff - 1, first - 1).collect::<Vec<_>>(), [(cliff, 250)]);
	assert_eq!(schedule.unlocks(1_000, cliff, first).collect::<Vec<_>>(), [(first, 125)]);
	assert_eq!(schedule.unlocks(1_000, first, cliff).count(), 0);
}

#[test]
fn each_invalid_schedule_has_its_own_error() {
	let valid = team(date(2027, 1, 1));
	let cases = [
		(Schedule { upfront: 75 * PERCENT + 1, ..valid }, InvalidSchedule::SharesExceedWhole),
		(Schedule { upfront: u64::MAX, lump: 1, ..valid }, InvalidSchedule::SharesExceedWhole),
		(Schedule { periods: MAX_PERIODS + 1, ..valid }, InvalidSchedule::TooManyPeriods),
		(Schedule { period: Span::Months(0), ..valid }, InvalidSchedule::ZeroPeriod),
		(Schedule { period: Span::Millis(0), ..valid }, InvalidSchedule::ZeroPeriod),
		(Schedule { periods: 0, ..valid }, InvalidSchedule::NothingAfterCliff),
		(Schedule { upfront: 75 * PERCENT, ..valid }, InvalidSchedule::NothingLeft),
		(Schedule { start: LAST_INSTANT + 1, ..valid }, InvalidSchedule::BeyondCalendar),
		(Schedule { start: u64::MAX, ..valid }, InvalidSchedule::BeyondCalendar),
		(Schedule { cliff: Span::Millis(u64::MAX), ..valid }, InvalidSchedule::BeyondCalendar),
		(
			Schedule {
				cliff: Span::Months(u16::MAX),
				periods: 4_096,
				period: Span::Months(u16::MAX),
				..valid
			},
			InvalidSchedule::BeyondCalendar,
		),
		(Schedule { period: Span::Millis(u64::MAX), ..valid }, InvalidSchedule::BeyondCalendar),
	];
	for (schedule, error) in cases {
		assert_eq!(schedule.validate(), Err(error), "{schedule:?}");
		assert!(!error.to_string().is_empty());
	}
	assert!(InvalidSchedule::TooManyPeriods.to_string().contains(&MAX_PERIODS.to_string()));
}

#[test]
fn the_calendar_ends_with_the_year_9999() {
	let monthly = |year, month, day| team(date(year, month, day));
	let last = monthly(9995, 12, 31);
	assert_eq!(last.validate(), Ok(()));
	assert_eq!(last.end(), Some(date(9999, 12, 31)));
	assert_eq!(last.vested(1_000, date(9999, 12, 31)), 1_000);

	let beyond = monthly(9996, 1, 1);
	assert_eq!(beyond.validate(), Err(InvalidSchedule::BeyondCalendar));
	assert_eq!((beyond.cliff_at(), beyond.end()), (Some(date(9997, 1, 1)), None));
	// All but the last step.
	assert_eq!(beyond.vested(4_800, u64::MAX), 4_700);
	assert_eq!(beyond.next_unlock(4_800, date(9999, 12, 1)), None);
}

#[test]
fn months_begin_with_the_one_of_the_instant() {
	let starts: Vec<_> = months_from(date(2027, 12, 31) + HOUR).take(4).collect();
	let expected = [(2027, 12), (2028, 1), (2028, 2), (2028, 3)];
	assert_eq!(starts, expected.map(|(year, month)| date(year, month, 1)));
	assert_eq!(months_from(0).next(), Some(0));
	assert_eq!(months_from(u64::MAX).collect::<Vec<_>>(), [date(9999, 12, 1)]);
	assert_eq!(months_from(0).count(), (10_000 - 1970) * 12);
}

#[test]
fn the_penalty_of_an_exit_falls_linearly_and_rounds_up() {
	let rate = 20 * PERCENT;
	let penalty = |now| exit_penalty(1_000, rate, 100, 200, now);
	assert_eq!([0, 100, 125, 150, 199, 200, u64::MAX].map(penalty), [200, 200, 150, 100, 2, 0, 0]);
	assert_eq!(exit_penalty(1, 1, 0, u64::MAX, u64::MAX - 1), 1);
	assert_eq!(exit_penalty(u128::MAX, u64::MAX, 0, u64::MAX, 0), u128::MAX);
	// An exit from what begins and ends at once.
	assert_eq!(exit_penalty(1_000, rate, 200, 200, 199), 200);
	assert_eq!(exit_penalty(1_000, rate, 200, 200, 200), 0);
}

// --- rules ------------------------------------------------------------------------------------------

const RULES: UnlockRules = UnlockRules {
	min_cliff: 6,
	min_term: 24,
	min_period: 1,
	max_upfront: 10 * PERCENT,
	max_backdating: 12,
};

/// From 31 August 2027: a tenth at the start, a cliff of six months, then quarterly to month 24.
fn lawful() -> Schedule {
	Schedule {
		start: date(2027, 8, 31),
		upfront: 10 * PERCENT,
		cliff: Span::Months(6),
		lump: 225 * PERCENT / 10,
		period: Span::Months(3),
		periods: 6,
	}
}

#[test]
fn what_a_schedule_may_not_be_is_named_by_the_rule() {
	let check = |schedule: Schedule| RULES.check(&schedule, schedule.start);
	let is = lawful();
	assert_eq!(check(is), Ok(()));
	assert_eq!(check(Schedule { upfront: is.upfront + 1, ..is }), Err(BrokenRule::UpfrontTooLarge));
	assert_eq!(check(Schedule { cliff: Span::Months(5), ..is }), Err(BrokenRule::CliffTooShort));
	assert_eq!(check(Schedule { periods: 5, ..is }), Err(BrokenRule::TermTooShort));
	let second = Schedule { period: Span::Millis(1_000), periods: 4_000, ..is };
	assert_eq!(check(second), Err(BrokenRule::TermTooShort));
	let cliff = Span::Months(24);
	let continuous = Schedule { cliff, ..second };
	assert_eq!(check(continuous), Err(BrokenRule::PeriodTooShort));
	let (month, short) = (Span::Millis(31 * DAY), Span::Millis(31 * DAY - 1));
	assert_eq!(check(Schedule { cliff, period: month, ..is }), Ok(()));
	assert_eq!(check(Schedule { cliff, period: short, ..is }), Err(BrokenRule::PeriodTooShort));
	assert_eq!(check(Schedule { lump: is.lump + 1, ..is }), Err(BrokenRule::LumpTooLarge));
	// Once the least term is over, all may come at once.
	assert_eq!(check(Schedule { cliff, lump: 90 * PERCENT, periods: 0, ..is }), Ok(()));
}

#[test]
fn a_cliff_in_milliseconds_comes_no_earlier_than_one_of_the_calendar() {
	// The sixth month ends on 29 February.
	let six_months = date(2028, 2, 29) - date(2027, 8, 31);
	let with = |cliff| {
		let lump = 20 * PERCENT;
		let schedule = Schedule { cliff: Span::Millis(cliff), lump, periods: 7, ..lawful() };
		RULES.check(&schedule, schedule.start)
	};
	assert_eq!(with(six_months), Ok(()));
	assert_eq!(with(six_months - 1), Err(BrokenRule::CliffTooShort));
}

#[test]
fn a_schedule_may_have_begun_some_time_ago() {
	let is = lawful();
	let check = |agreed_at| RULES.check(&is, agreed_at);
	assert_eq!(check(date(2028, 8, 31)), Ok(()));
	assert_eq!(check(date(2028, 8, 31) + 1), Err(BrokenRule::StartTooEarly));
	assert_eq!(check(0), Ok(()), "nobody knows when");
	let none = UnlockRules { min_cliff: 0, min_term: 0, max_backdating: 0, ..RULES };
	assert!(RULES.asks_for_a_schedule() && !none.asks_for_a_schedule());
	assert_eq!(none.check(&is, date(2099, 1, 1)), Ok(()));
}

/// Rules, and a schedule that makes the most of them.
fn lawful_schedule() -> impl Strategy<Value = (UnlockRules, Schedule)> {
	let months = (1u16..37, 0u16..37, 1u16..4, 0u16..12);
	(months, 0..WHOLE / 2, any::<bool>()).prop_map(
		|((term, cliff, period, more), upfront, exact)| {
			let rules = UnlockRules {
				min_cliff: cliff.min(term),
				min_term: term,
				min_period: 1,
				max_upfront: upfront,
				max_backdating: 0,
			};
			let gradual = WHOLE - upfront;
			let even = u128::from(gradual) * u128::from(cliff) / u128::from(term);
			// As much less as a cliff of so many long months may be too early for.
			let most = if exact { even } else { even / 2 };
			let schedule = Schedule {
				start: date(2027, 1, 31),
				upfront,
				cliff: match exact {
					true => Span::Months(cliff),
					false => Span::Millis(u64::from(cliff) * 31 * DAY),
				},
				lump: u64::try_from(most.min(u128::from(gradual - 1))).unwrap(),
				period: Span::Months(period),
				periods: u32::from(term.saturating_sub(cliff).div_ceil(period) + more).max(1),
			};
			(rules, schedule)
		},
	)
}

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
		1 => prop_oneof![Just(0), Just(1), Just(LAST_INSTANT), Just(LAST_INSTANT + 1), Just(u64::MAX)],
	]
}

fn any_span() -> impl Strategy<Value = Span> {
	prop_oneof![
		(any::<u16>(), 0u32..16).prop_map(|(bits, cut)| Span::Months(bits >> cut)),
		narrow().prop_map(Span::Millis),
	]
}

/// Whatever the fields can hold, with up to `max_periods` steps.
fn any_schedule(max_periods: u32) -> impl Strategy<Value = Schedule> {
	let share = || prop_oneof![0..=WHOLE, narrow()];
	(narrow(), share(), any_span(), share(), any_span(), 0..=max_periods).prop_map(
		|(start, upfront, cliff, lump, period, periods)| Schedule {
			start,
			upfront,
			cliff,
			lump,
			period,
			periods,
		},
	)
}

/// An instant before 2150, on the last days of a month more often than not.
fn usual_instant() -> impl Strategy<Value = u64> {
	(1970u64..2150, 1u64..=12, prop_oneof![1u64..=31, 28u64..=31], 0..DAY).prop_map(
		|(year, month, day, time)| date(year, month, day.min(days_in_month(year, month))) + time,
	)
}

fn usual_span() -> impl Strategy<Value = Span> {
	prop_oneof![
		3 => (0u16..=18).prop_map(Span::Months),
		1 => (0..=400 * DAY).prop_map(Span::Millis),
		1 => (0..=400u64).prop_map(|days| Span::Millis(days * DAY)),
	]
}

/// A valid schedule as an agreement would have it.
fn usual_schedule() -> impl Strategy<Value = Schedule> {
	(usual_instant(), [0..WHOLE / 2, 0..WHOLE / 2], usual_span(), usual_span(), 0u32..=48).prop_map(
		|(start, [upfront, lump], cliff, period, periods)| {
			let period = match period {
				Span::Months(months) => Span::Months(months.max(1)),
				Span::Millis(millis) => Span::Millis(millis.max(1)),
			};
			let lump = if periods == 0 { WHOLE - upfront } else { lump };
			Schedule { start, upfront, cliff, lump, period, periods }
		},
	)
}

fn config() -> ProptestConfig {
	ProptestConfig {
		cases: 2_048,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"proptest-regressions/vesting.txt",
		))),
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	/// Whatever keeps to the rules: at no time has more unlocked than evenly over the least term,
	/// beside what was upfront, and nothing but that before the least cliff.
	#[test]
	fn what_keeps_to_the_rules_is_never_ahead_of_them(
		(rules, schedule) in lawful_schedule(),
		elapsed in 0..1_500u64,
		total in 1..1_000_000_000u128,
	) {
		prop_assert_eq!(schedule.validate(), Ok(()));
		prop_assert_eq!(rules.check(&schedule, schedule.start), Ok(()));
		let now = schedule.start + elapsed * DAY;
		let upfront = mul_div_floor(total, schedule.upfront.into(), WHOLE.into()).unwrap();
		let vested = schedule.vested(total, now);
		let months = |months: u16| later(schedule.start, Span::Months(months), 1);
		if now < months(rules.min_cliff) {
			prop_assert_eq!(vested, upfront);
		}
		// In months, and one more: where a schedule counts milliseconds, a long month is more than one.
		let next = (1..rules.min_term).find(|passed| now < months(*passed));
		if let Some(next) = next {
			let even = (total - upfront) * u128::from(next + 1) / u128::from(rules.min_term);
			prop_assert!(vested <= upfront + even + 1, "{vested} before month {next}");
		}
	}

	#[test]
	fn a_schedule_does_what_its_definition_says_step_by_step(
		schedule in usual_schedule(), total in wide(), moments in prop::collection::vec(usual_instant(), 4),
	) {
		prop_assert_eq!(schedule.validate(), Ok(()));
		let milestones = milestones(&schedule, total);
		prop_assert_eq!(schedule.cliff_at(), Some(milestones[1].0));
		prop_assert_eq!(schedule.end(), milestones.last().map(|(at, _)| *at));
		let around = milestones.iter().flat_map(|(at, _)| [at.saturating_sub(1), *at, at + 1]);
		for now in moments.into_iter().chain(around) {
			let vested = reached(&milestones, now);
			prop_assert_eq!(schedule.vested(total, now), vested);
			let next = milestones.iter().find(|(at, then)| *at > now && *then > vested);
			let next = next.map(|(at, _)| (*at, reached(&milestones, *at) - vested));
			prop_assert_eq!(schedule.next_unlock(total, now), next);
		}
	}

	#[test]
	fn vested_never_falls_nor_exceeds_the_total(
		schedule in any_schedule(u32::MAX), less in wide(), more in wide(), earlier in narrow(), step in narrow(),
	) {
		let later = earlier.saturating_add(step);
		prop_assert!(schedule.vested(less, earlier) <= schedule.vested(less, later));
		prop_assert!(schedule.vested(less, later) <= less);
		let more = less.saturating_add(more);
		prop_assert!(schedule.vested(less, later) <= schedule.vested(more, later));
	}

	#[test]
	fn all_is_paid_at_the_end(schedule in any_schedule(u32::MAX), total in wide(), step in narrow()) {
		if let Some(end) = schedule.end() {
			prop_assert_eq!(schedule.vested(total, end), total);
			prop_assert_eq!(schedule.vested(total, end.saturating_add(step)), total);
		}
	}

	/// The start and the end of a valid schedule enclose all that it unlocks.
	#[test]
	fn a_valid_schedule_unlocks_between_its_start_and_its_end(
		schedule in any_schedule(MAX_PERIODS), total in 1u128..,
	) {
		if schedule.validate().is_ok() {
			let (cliff, end) = (schedule.cliff_at().unwrap(), schedule.end().unwrap());
			prop_assert!(schedule.start <= cliff && cliff <= end && end <= LAST_INSTANT);
			prop_assert!(schedule.periods == 0 || cliff < end);
			prop_assert_eq!(schedule.start.checked_sub(1).map_or(0, |now| schedule.vested(total, now)), 0);
			prop_assert_eq!(schedule.vested(total, end), total);
			prop_assert_eq!(schedule.next_unlock(total, end), None);
			if schedule.upfront < WHOLE && end > schedule.start {
				prop_assert!(schedule.vested(total, end - 1) < total);
			}
		}
	}

	#[test]
	fn the_next_unlock_is_the_next_growth(
		schedule in any_schedule(u32::MAX), total in wide(), now in narrow(),
	) {
		let vested = schedule.vested(total, now);
		match schedule.next_unlock(total, now) {
			Some((at, amount)) => {
				prop_assert!(at > now && amount > 0);
				prop_assert_eq!(schedule.vested(total, at - 1), vested);
				prop_assert_eq!(schedule.vested(total, at), vested + amount);
			},
			None => prop_assert_eq!(schedule.vested(total, u64::MAX), vested),
		}
	}

	#[test]
	fn unlocks_add_up_to_what_vests_however_time_is_cut(
		schedule in prop_oneof![usual_schedule(), any_schedule(48)],
		total in wide(),
		cuts in prop::collection::vec(prop_oneof![usual_instant(), narrow()], 2..8),
	) {
		let mut cuts = cuts;
		cuts.sort_unstable();
		let (first, last) = (cuts[0], cuts[cuts.len() - 1]);
		let whole: Vec<_> = schedule.unlocks(total, first, last).collect();
		prop_assert!(whole.len() <= schedule.periods as usize + 2);
		prop_assert!(whole.is_sorted_by(|(a, _), (b, _)| a < b));
		let mut pieces = Vec::new();
		for pair in cuts.windows(2) {
			let piece: Vec<_> = schedule.unlocks(total, pair[0], pair[1]).collect();
			let sum: u128 = piece.iter().map(|(_, amount)| amount).sum();
			prop_assert_eq!(sum, schedule.vested(total, pair[1]) - schedule.vested(total, pair[0]));
			pieces.extend(piece);
		}
		prop_assert_eq!(pieces, whole);
	}

	#[test]
	fn months_follow_each_other(instant in usual_instant()) {
		let starts: Vec<_> = months_from(instant).take(15).collect();
		prop_assert!(starts[0] <= instant && instant < starts[1]);
		for pair in starts.windows(2) {
			let (year, month, day, time) = civil(pair[0]);
			prop_assert_eq!((day, time), (1, 0));
			prop_assert_eq!(pair[1] - pair[0], days_in_month(year, month) * DAY);
		}
	}

	#[test]
	fn the_penalty_is_the_exact_quotient_rounded_up(
		unvested in wide(), rate in 0..=WHOLE, times in [narrow(), narrow(), narrow()],
	) {
		let mut times = times;
		times.sort_unstable();
		let [start, now, end] = times;
		prop_assume!(start < end);
		let product = U256::from(unvested) * U256::from(rate) * U256::from(end - now);
		let (floor, rest) = product.div_mod(U256::from(WHOLE) * U256::from(end - start));
		let exact = floor + U256::from(u8::from(!rest.is_zero()));
		prop_assert_eq!(U256::from(exit_penalty(unvested, rate, start, end, now)), exact);
	}

	#[test]
	fn the_penalty_only_ever_falls(
		unvested in wide(), rate in narrow(), start in narrow(), end in narrow(), now in narrow(), step in narrow(),
	) {
		let penalty = exit_penalty(unvested, rate, start, end, now);
		prop_assert!(penalty <= unvested);
		prop_assert!(exit_penalty(unvested, rate, start, end, now.saturating_add(step)) <= penalty);
		prop_assert_eq!(exit_penalty(unvested, rate, start, end, end.saturating_add(step)), 0);
	}
}
