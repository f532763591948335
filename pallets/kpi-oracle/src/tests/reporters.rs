// SPDX-License-Identifier: Apache-2.0

//! Bonds, strikes, suspensions, slashes, departures.

use crate::{
	mock::*, types::Standing, Commitments, Conduct, Error, Event, LeastBond, Reporters, Reports,
	MAX_REPORTERS,
};
use destra_primitives::MetricId;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill, TokenError};

fn standing(who: AccountId) -> Standing {
	KpiOracle::reporter(who).reporter.expect("a reporter").standing()
}

/// Carol lies until she is suspended.
fn suspend_carol() {
	for _ in 0..3 {
		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 900)]);
	}
	assert_eq!(standing(CAROL), Standing::Suspended { rounds: 2 });
}

#[test]
fn a_reporter_is_admitted_bonds_and_reports() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(commit(DAVE, 100), Error::<Test>::NotReporter);
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_noop!(commit(DAVE, 100), Error::<Test>::NotActive);
		assert_eq!(KpiOracle::round().reporters, 3);

		events();
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		assert_eq!(
			events(),
			vec![Event::Bonded { who: DAVE, amount: BOND }, Event::ReporterActivated { who: DAVE },]
		);
		assert_eq!((bond_of(DAVE), free(DAVE)), (BOND, ENDOWMENT - BOND));
		assert_ok!(commit(DAVE, 100));
		assert_noop!(commit(DAVE, 100), Error::<Test>::AlreadyCommitted);
		await_reports();
		assert_ok!(report(DAVE, 100));
		assert_noop!(report(DAVE, 100), Error::<Test>::AlreadyReported);
		assert_eq!((KpiOracle::round().reporters, KpiOracle::round().reported), (4, 1));
	});
}

#[test]
fn admission_is_for_governance_once_and_up_to_the_maximum() {
	ExtBuilder::default().build_and_execute(|| {
		let stranger = RuntimeOrigin::signed(STRANGER);
		assert_noop!(KpiOracle::admit_reporter(stranger, DAVE), DispatchError::BadOrigin);
		assert_noop!(KpiOracle::admit_reporter(governor(), ALICE), Error::<Test>::AlreadyReporter);
		for who in 1_000..1_000 + u64::from(MAX_REPORTERS) - 3 {
			assert_ok!(KpiOracle::admit_reporter(governor(), who));
		}
		assert_noop!(KpiOracle::admit_reporter(governor(), DAVE), Error::<Test>::TooManyReporters);
	});
}

#[test]
fn a_bond_needs_an_admission_a_shortfall_and_the_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		let bond = |who| KpiOracle::bond(RuntimeOrigin::signed(who));
		assert_noop!(bond(STRANGER), Error::<Test>::NotReporter);
		assert_noop!(bond(ALICE), Error::<Test>::BondComplete);
		assert_ok!(KpiOracle::admit_reporter(governor(), NEWCOMER));
		assert_noop!(bond(NEWCOMER), TokenError::FundsUnavailable);
	});
}

fn set_bond(bond: u128) {
	assert_ok!(set(|new| new.bond = bond.try_into().unwrap()));
}

#[test]
fn a_raised_bond_binds_who_is_active_after_its_term() {
	ExtBuilder::default().build_and_execute(|| {
		set_bond(BOND + 500);
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(ALICE)));
		assert_eq!(bond_of(ALICE), BOND + 500);
		good_round(100);
		good_round(100);
		assert_eq!(standing(BOB), Standing::Active { from: 1 }, "the term is two rounds long");
		events();

		good_round(100);
		assert_eq!(standing(ALICE), Standing::Active { from: 1 });
		for who in [BOB, CAROL] {
			assert_eq!(standing(who), Standing::Suspended { rounds: 0 });
			assert_eq!((bond_of(who), strikes(who)), (BOND, 0), "nothing is slashed");
			assert!(
				events().contains(&Event::ReporterSuspended { who, rounds: 0 }) || who == CAROL
			);
		}
		assert_eq!((KpiOracle::round().bonded, KpiOracle::round().reporters), (3, 1));
		assert_noop!(commit(BOB, 100), Error::<Test>::NotActive);
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(BOB)));
		assert_ok!(commit(BOB, 100));
	});
}

#[test]
fn a_raised_bond_binds_who_comes_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		set_bond(BOND + 500);
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		assert_eq!(bond_of(DAVE), BOND + 500);
		assert_eq!(LeastBond::<Test>::get().least(), BOND);
		set_bond(BOND - 500);
		assert_eq!(LeastBond::<Test>::get().least(), BOND - 500);
		(0..4).for_each(|_| good_round(100));
		assert_eq!(standing(BOB), Standing::Active { from: 1 });
	});
}

#[test]
fn within_the_term_of_a_raised_bond_a_slash_suspends_who_has_less_than_binds_yet() {
	ExtBuilder::default().build_and_execute(|| {
		set_bond(BOND + 500);
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(ALICE)));
		let slash = |who, percent| {
			KpiOracle::slash_reporter(governor(), who, Perbill::from_percent(percent).into())
		};
		// From 1,500 to 1,050.
		assert_ok!(slash(ALICE, 30));
		assert_ok!(slash(BOB, 0));
		assert_ok!(slash(CAROL, 1));
		let active = Standing::Active { from: 1 };
		assert_eq!([ALICE, BOB].map(standing), [active, active]);
		assert_eq!(standing(CAROL), Standing::Suspended { rounds: 0 });
		(0..3).for_each(|_| round_of(&[(ALICE, 100), (BOB, 100)]));
		let suspended = Standing::Suspended { rounds: 0 };
		assert_eq!([ALICE, BOB].map(standing), [suspended, suspended], "the term is over");
	});
}

#[test]
fn silence_is_struck_and_honest_rounds_make_up_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!((strikes(ALICE), strikes(CAROL)), (0, 1));
		let struck = Event::ReporterStruck { who: CAROL, conduct: Conduct::Silent, strikes: 1 };
		assert!(events().contains(&struck));

		good_round(100);
		assert_eq!(strikes(CAROL), 1);
		good_round(100);
		assert_eq!(strikes(CAROL), 0);
	});
}

#[test]
fn nobody_is_struck_in_a_round_without_a_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		round_of(&[(CAROL, 900)]);
		close_round();
		assert_eq!([ALICE, BOB, CAROL].map(strikes), [0, 0, 0]);
	});
}

#[test]
fn a_commitment_without_its_report_is_silence() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(commit(who, 100));
		}
		await_reports();
		// Carol sees what the others say and keeps hers to herself.
		for who in [ALICE, BOB] {
			assert_ok!(report(who, 100));
		}
		events();
		close_round();
		let struck = Event::ReporterStruck { who: CAROL, conduct: Conduct::Silent, strikes: 1 };
		assert!(events().contains(&struck));
		assert!(!Commitments::<Test>::contains_key(CAROL), "a new round, a new commitment");
	});
}

#[test]
fn who_leaves_the_same_metric_out_for_too_long_is_struck() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		let (one, three) = (MetricId(1), MetricId(3));
		let round = |of_carol: &[(MetricId, u64)]| {
			let both: &[(MetricId, u64)] = &[(one, 100), (three, 7)];
			reports_of(&[(ALICE, both), (BOB, both), (CAROL, of_carol)]);
			close_round();
			strikes(CAROL)
		};
		let partial: &[(MetricId, u64)] = &[(one, 100)];
		assert_eq!([round(partial), round(partial)], [0, 0]);
		events();
		assert_eq!(round(partial), 1);
		let conduct = Conduct::Incomplete;
		let struck = Event::ReporterStruck { who: CAROL, conduct, strikes: 1 };
		assert!(events().contains(&struck));
		assert_eq!([round(partial), round(partial)], [1, 1]);
		assert_eq!(round(&[(one, 100), (three, 7)]), 1, "the row is broken");
		assert_eq!([round(partial), round(partial)], [1, 1]);
	});
}

const SEVEN: [AccountId; 7] = [ALICE, BOB, CAROL, DAVE, STRANGER, TREASURY, GOVERNOR];

/// All of [`SEVEN`] but the first `silent` report, and the round closes.
fn round_with_silent(silent: usize) {
	let reports: Vec<_> = SEVEN[silent..]
		.iter()
		.filter(|who| KpiOracle::reporter(**who).reporter.expect("one").is_active())
		.map(|who| (*who, 100))
		.collect();
	round_of(&reports);
}

fn suspended() -> Vec<AccountId> {
	SEVEN.into_iter().filter(|who| matches!(standing(*who), Standing::Suspended { .. })).collect()
}

#[test]
fn at_most_a_third_of_the_bonded_is_suspended_and_the_rest_keep_their_strikes() {
	ExtBuilder::default().reporters(SEVEN.to_vec()).build_and_execute(|| {
		// Carol is silent once more than Alice and Bob.
		round_of(&[ALICE, BOB, DAVE, STRANGER, TREASURY, GOVERNOR].map(|who| (who, 100)));
		(0..2).for_each(|_| round_with_silent(3));
		assert_eq!(suspended(), [CAROL]);
		round_with_silent(3);
		assert_eq!(suspended(), [ALICE, CAROL], "of equal ones the first by account");
		assert_eq!((strikes(BOB), bond_of(BOB)), (3, BOND), "two are a third of seven");
		assert_eq!(KpiOracle::round().quorum, 4);

		// Carol's two rounds are over after the next one, but her bond is short.
		round_with_silent(3);
		assert_eq!((suspended(), strikes(BOB)), (vec![ALICE, CAROL], 4));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(CAROL)));
		assert_eq!(suspended(), [ALICE]);
		events();
		round_with_silent(0);
		assert_eq!(suspended(), [ALICE, BOB], "a place is free");
		let rounds = 2;
		assert!(events().contains(&Event::ReporterSuspended { who: BOB, rounds }));
		assert_eq!(bond_of(BOB), BOND - BOND / 10);
	});
}

#[test]
fn a_new_reporter_is_not_struck_for_the_round_it_came_in() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		good_round(100);
		assert_eq!(strikes(DAVE), 0);
		good_round(100);
		assert_eq!(strikes(DAVE), 1);
	});
}

#[test]
fn who_commits_and_withholds_the_report_is_struck_in_the_round_it_came_in_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		for who in [ALICE, BOB, CAROL, DAVE] {
			assert_ok!(commit(who, 100));
		}
		await_reports();
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(report(who, 100));
		}
		events();
		close_round();
		let struck = Event::ReporterStruck { who: DAVE, conduct: Conduct::Silent, strikes: 1 };
		assert!(events().contains(&struck));
	});
}

fn is_active(who: &AccountId) -> bool {
	matches!(standing(*who), Standing::Active { .. })
}

/// Alice and Bob report; these commit, and withhold what they have committed to.
fn withhold(those: &[AccountId]) {
	for who in [ALICE, BOB].iter().chain(those) {
		assert_ok!(commit(*who, 100));
	}
	await_reports();
	for who in [ALICE, BOB] {
		assert_ok!(report(who, 100));
	}
}

#[test]
fn half_of_the_bonded_do_not_decide_for_nothing_whether_a_round_counts() {
	let four = ExtBuilder::default().reporters(vec![ALICE, BOB, CAROL, DAVE]);
	four.build_and_execute(|| {
		withhold(&[CAROL, DAVE]);
		close_round();
		assert_eq!(value(STORAGE), None, "two of four are no majority");
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [0, 0, 1, 1]);
		for _ in 0..3 {
			withhold(&[CAROL, DAVE].into_iter().filter(is_active).collect::<Vec<_>>());
			close_round();
		}
		let suspended = [CAROL, DAVE].iter().filter(|who| !is_active(who)).count();
		assert_eq!(suspended, 1, "a third of the bonded at a time");
	});
}

#[test]
fn who_withholds_where_too_few_had_committed_or_could_report_is_not_struck() {
	let four = || ExtBuilder::default().reporters(vec![ALICE, BOB, CAROL, DAVE]);
	four().build_and_execute(|| {
		// A quorum of four is three.
		for who in [ALICE, CAROL] {
			assert_ok!(commit(who, 100));
		}
		await_reports();
		assert_ok!(report(ALICE, 100));
		close_round();
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [0; 4]);
	});
	four().build_and_execute(|| {
		withhold(&[CAROL, DAVE]);
		// The chain stands still while they could have reported.
		stall(ROUND);
		close_round();
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [0; 4]);
	});
	four().build_and_execute(|| {
		withhold(&[CAROL, DAVE]);
		assert_ok!(KpiOracle::halt(guardian(), None));
		close_round();
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [0; 4], "nothing is decided");
	});
	four().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL, DAVE] {
			assert_ok!(commit(who, 100));
		}
		close_round();
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [0; 4], "nobody has seen anything");
	});
}

#[test]
fn a_lie_is_struck_from_the_first_report_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 100), (DAVE, 900)]);
		assert_eq!(strikes(DAVE), 1, "nobody had to report, and nobody may lie");
	});
}

#[test]
fn an_admitted_reporter_without_a_bond_is_not_struck() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		(0..4).for_each(|_| good_round(100));
		assert_eq!((standing(DAVE), strikes(DAVE)), (Standing::Admitted, 0));
	});
}

#[test]
fn wrong_reports_end_in_suspension_and_slash_and_the_way_back() {
	ExtBuilder::default().build_and_execute(|| {
		round_of(&[(ALICE, 100), (BOB, 109), (CAROL, 900)]);
		assert_eq!((strikes(ALICE), strikes(BOB), strikes(CAROL)), (0, 0, 1));
		assert_eq!(value(STORAGE), Some(109));
		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 900)]);
		assert_eq!((strikes(CAROL), bond_of(CAROL)), (2, BOND));
		events();

		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 900)]);
		assert_eq!(standing(CAROL), Standing::Suspended { rounds: 2 });
		assert_eq!((bond_of(CAROL), free(TREASURY)), (BOND - BOND / 10, ENDOWMENT + BOND / 10));
		let all = events();
		let conduct = Conduct::Wrong;
		assert!(all.contains(&Event::ReporterStruck { who: CAROL, conduct, strikes: 3 }));
		assert!(all.contains(&Event::ReporterSuspended { who: CAROL, rounds: 2 }));
		assert!(all.contains(&Event::BondSlashed { who: CAROL, amount: BOND / 10 }));

		assert_noop!(commit(CAROL, 100), Error::<Test>::NotActive);
		assert_eq!((KpiOracle::round().reporters, KpiOracle::round().quorum), (2, 2));
		round_of(&[(ALICE, 100), (BOB, 100)]);
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(standing(CAROL), Standing::Suspended { rounds: 0 }, "the bond is short");

		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(CAROL)));
		assert_eq!(
			(bond_of(CAROL), standing(CAROL)),
			(BOND, Standing::Active { from: round() + 1 })
		);
		assert_ok!(commit(CAROL, 100));
	});
}

#[test]
fn a_reporter_who_tops_up_early_returns_with_the_close_of_the_last_round() {
	ExtBuilder::default().build_and_execute(|| {
		suspend_carol();
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(CAROL)));
		assert_eq!(standing(CAROL), Standing::Suspended { rounds: 2 });
		round_of(&[(ALICE, 100), (BOB, 100)]);
		events();
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert!(events().contains(&Event::ReporterActivated { who: CAROL }));
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(strikes(CAROL), 1, "and has its duty at once");
	});
}

#[test]
fn a_reporter_leaves_and_withdraws_after_the_unbonding_period() {
	ExtBuilder::default().build_and_execute(|| {
		let anyone = || RuntimeOrigin::signed(STRANGER);
		assert_noop!(KpiOracle::withdraw_bond(anyone(), CAROL), Error::<Test>::NothingUnbonding);
		events();
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		let until = now() + UNBONDING;
		assert_eq!(events(), vec![Event::ReporterLeft { who: CAROL, bond: BOND, until }]);
		assert_noop!(commit(CAROL, 100), Error::<Test>::NotReporter);

		next_block_at(until - 1);
		assert_noop!(KpiOracle::withdraw_bond(anyone(), CAROL), Error::<Test>::StillUnbonding);
		assert_eq!(bond_of(CAROL), BOND);
		next_block_at(until);
		assert_ok!(KpiOracle::withdraw_bond(anyone(), CAROL));
		assert_eq!((bond_of(CAROL), free(CAROL)), (0, ENDOWMENT));
	});
}

#[test]
fn nobody_leaves_with_an_unjudged_report_nor_instead_of_revealing_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(CAROL, 900));
		let leave = || KpiOracle::leave(RuntimeOrigin::signed(CAROL));
		assert_noop!(leave(), Error::<Test>::ReportPending);
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(strikes(CAROL), 1);
		assert_ok!(leave());
		assert_noop!(leave(), Error::<Test>::NotReporter);
	});
}

#[test]
fn an_admitted_reporter_leaves_without_a_trace() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(DAVE)));
		let status = KpiOracle::reporter(DAVE);
		assert_eq!((status.reporter, status.unbonding), (None, None));
	});
}

#[test]
fn governance_removes_a_reporter_with_its_report() {
	ExtBuilder::default().build_and_execute(|| {
		reports_of(&[(CAROL, &[(STORAGE, 900)])]);
		let remove = |origin, who| KpiOracle::remove_reporter(origin, who);
		let stranger = RuntimeOrigin::signed(STRANGER);
		assert_noop!(remove(stranger, CAROL), DispatchError::BadOrigin);
		assert_noop!(remove(governor(), STRANGER), Error::<Test>::NotReporter);
		assert_ok!(remove(governor(), CAROL));
		assert!(!Reports::<Test>::contains_key(CAROL) && !Reporters::<Test>::contains_key(CAROL));
		assert!(!Commitments::<Test>::contains_key(CAROL));
		assert_eq!(bond_of(CAROL), BOND, "on hold for the unbonding period");
	});
}

#[test]
fn one_who_comes_back_has_two_bonds_and_waits_for_the_later() {
	ExtBuilder::default().build_and_execute(|| {
		let carol = || RuntimeOrigin::signed(CAROL);
		assert_ok!(KpiOracle::leave(carol()));
		close_round();
		assert_ok!(KpiOracle::admit_reporter(governor(), CAROL));
		assert_ok!(KpiOracle::bond(carol()));
		assert_eq!(bond_of(CAROL), 2 * BOND);
		assert_ok!(KpiOracle::leave(carol()));
		let unbonding = KpiOracle::reporter(CAROL).unbonding.unwrap();
		assert_eq!((unbonding.amount(), unbonding.until()), (2 * BOND, now() + UNBONDING));
	});
}

#[test]
fn governance_slashes_a_bond_wherever_it_is() {
	ExtBuilder::default().build_and_execute(|| {
		let slash = |who, percent| {
			KpiOracle::slash_reporter(governor(), who, Perbill::from_percent(percent).into())
		};
		assert_noop!(slash(STRANGER, 50), Error::<Test>::NotReporter);
		assert_noop!(
			KpiOracle::slash_reporter(RuntimeOrigin::signed(ALICE), BOB, Perbill::one().into()),
			DispatchError::BadOrigin
		);
		reports_of(&[(ALICE, &[(STORAGE, 100)])]);
		assert_ok!(slash(ALICE, 50));
		assert_eq!(bond_of(ALICE), BOND / 2);
		assert!(!Reports::<Test>::contains_key(ALICE), "its report does not count");
		assert_noop!(report(ALICE, 100), Error::<Test>::NotActive);
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(ALICE)));
		assert_noop!(report(ALICE, 100), Error::<Test>::NotCommitted);

		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		assert_ok!(slash(CAROL, 100));
		assert_eq!((bond_of(CAROL), free(TREASURY)), (0, ENDOWMENT + BOND + BOND / 2));
		next_block_at(now() + UNBONDING);
		assert_ok!(KpiOracle::withdraw_bond(RuntimeOrigin::signed(CAROL), CAROL));
		assert_eq!(free(CAROL), ENDOWMENT - BOND);
	});
}

#[test]
fn a_slash_by_governance_is_rounded_up_wherever_the_bond_is() {
	ExtBuilder::default().build_and_execute(|| {
		let slash = |who| KpiOracle::slash_reporter(governor(), who, Perbill::from_parts(1).into());
		assert_ok!(slash(ALICE));
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		assert_ok!(slash(CAROL));
		assert_eq!((bond_of(ALICE), bond_of(CAROL)), (BOND - 1, BOND - 1));
	});
}

#[test]
fn a_slash_for_strikes_is_rounded_up() {
	let fifteen = |settings: &mut crate::Settings| settings.bond = crate::Bond::literal::<15>();
	ExtBuilder::default().settings(fifteen).build_and_execute(|| {
		suspend_carol();
		assert_eq!(bond_of(CAROL), 13, "a tenth of 15 is 2");
	});
}
