// SPDX-License-Identifier: Apache-2.0

//! Bonds, strikes, suspensions, slashes, departures.

use crate::{mock::*, types::Standing, Conduct, Error, Event, Reporters, Reports, MAX_REPORTERS};
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
		assert_noop!(report(DAVE, 100), Error::<Test>::NotReporter);
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_noop!(report(DAVE, 100), Error::<Test>::NotActive);
		assert_eq!(KpiOracle::round().reporters, 3);

		events();
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		assert_eq!(
			events(),
			vec![Event::Bonded { who: DAVE, amount: BOND }, Event::ReporterActivated { who: DAVE },]
		);
		assert_eq!((bond_of(DAVE), free(DAVE)), (BOND, ENDOWMENT - BOND));
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

#[test]
fn a_raised_bond_is_topped_up() {
	ExtBuilder::default().build_and_execute(|| {
		let mut new = settings();
		new.bond = BOND + 500;
		assert_ok!(KpiOracle::set_settings(governor(), new));
		assert_ok!(report(ALICE, 100), ());
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(ALICE)));
		assert_eq!(bond_of(ALICE), BOND + 500);
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
fn silence_counts_when_everybody_is_silent_but_a_lie_needs_a_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		round_of(&[(CAROL, 900)]);
		assert_eq!((strikes(ALICE), strikes(BOB), strikes(CAROL)), (1, 1, 0));
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
fn a_lie_is_struck_from_the_first_report_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(DAVE)));
		assert_ok!(report(DAVE, 900));
		good_round(100);
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
		assert!(all.contains(&Event::ReporterSuspended { who: CAROL, conduct, rounds: 2 }));
		assert!(all.contains(&Event::BondSlashed { who: CAROL, amount: BOND / 10 }));

		assert_noop!(report(CAROL, 100), Error::<Test>::NotActive);
		assert_eq!((KpiOracle::round().reporters, KpiOracle::round().quorum), (2, 2));
		round_of(&[(ALICE, 100), (BOB, 100)]);
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(standing(CAROL), Standing::Suspended { rounds: 0 }, "the bond is short");

		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(CAROL)));
		assert_eq!(
			(bond_of(CAROL), standing(CAROL)),
			(BOND, Standing::Active { from: round() + 1 })
		);
		assert_ok!(report(CAROL, 100));
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
		assert_noop!(report(CAROL, 100), Error::<Test>::NotReporter);

		next_block_at(until - 1);
		assert_noop!(KpiOracle::withdraw_bond(anyone(), CAROL), Error::<Test>::StillUnbonding);
		assert_eq!(bond_of(CAROL), BOND);
		next_block_at(until);
		assert_ok!(KpiOracle::withdraw_bond(anyone(), CAROL));
		assert_eq!((bond_of(CAROL), free(CAROL)), (0, ENDOWMENT));
	});
}

#[test]
fn nobody_leaves_with_an_unjudged_report() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(CAROL, 900));
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
		assert_ok!(report(CAROL, 900));
		let remove = |origin, who| KpiOracle::remove_reporter(origin, who);
		let stranger = RuntimeOrigin::signed(STRANGER);
		assert_noop!(remove(stranger, CAROL), DispatchError::BadOrigin);
		assert_noop!(remove(governor(), STRANGER), Error::<Test>::NotReporter);
		assert_ok!(remove(governor(), CAROL));
		assert!(!Reports::<Test>::contains_key(CAROL) && !Reporters::<Test>::contains_key(CAROL));
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
			KpiOracle::slash_reporter(governor(), who, Perbill::from_percent(percent))
		};
		assert_noop!(slash(STRANGER, 50), Error::<Test>::NotReporter);
		assert_noop!(
			KpiOracle::slash_reporter(RuntimeOrigin::signed(ALICE), BOB, Perbill::one()),
			DispatchError::BadOrigin
		);
		assert_ok!(report(ALICE, 100));
		assert_ok!(slash(ALICE, 50));
		assert_eq!(bond_of(ALICE), BOND / 2);
		assert!(!Reports::<Test>::contains_key(ALICE), "its report does not count");
		assert_noop!(report(ALICE, 100), Error::<Test>::NotActive);
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(ALICE)));
		assert_ok!(report(ALICE, 100));

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
		let slash = |who| KpiOracle::slash_reporter(governor(), who, Perbill::from_parts(1));
		assert_ok!(slash(ALICE));
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		assert_ok!(slash(CAROL));
		assert_eq!((bond_of(ALICE), bond_of(CAROL)), (BOND - 1, BOND - 1));
	});
}

#[test]
fn a_slash_for_strikes_is_rounded_up() {
	ExtBuilder::default().settings(|settings| settings.bond = 15).build_and_execute(|| {
		suspend_carol();
		assert_eq!(bond_of(CAROL), 13, "a tenth of 15 is 2");
	});
}
