// SPDX-License-Identifier: Apache-2.0

//! Commitments and reports as transactions: free, first in line, and thrown out before they cost
//! anything.

use crate::{mock::*, Call, CheckReport, Error, Phase, ReportFault};
use codec::Encode;
use destra_primitives::{report_commitment, BoundedU64, MetricId};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use sp_runtime::{
	traits::TransactionExtension,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

fn report_call(round: u32, values: &[(MetricId, u64)]) -> RuntimeCall {
	Call::report { round, values: report_values(values), salt: SALT }.into()
}

fn commit_call(who: AccountId, round: u32, values: &[(MetricId, u64)]) -> RuntimeCall {
	Call::commit { round, commitment: report_commitment(&who, round, values, &SALT) }.into()
}

/// A report for the open round.
fn good(value: u64) -> RuntimeCall {
	report_call(round(), &[(STORAGE, value)])
}

/// A commitment to it.
fn commitment(who: AccountId, value: u64) -> RuntimeCall {
	commit_call(who, round(), &[(STORAGE, value)])
}

fn refused(fault: ReportFault) -> TransactionValidityError {
	InvalidTransaction::Custom(fault.code()).into()
}

/// Refused by the pool and by the block, with the code of `fault` and without a fee; and nested
/// in another call, with the error of the same name.
#[track_caller]
fn assert_refused(who: AccountId, call: RuntimeCall, fault: ReportFault) {
	let before = free(who);
	assert_eq!(submit(who, &call), Err(refused(fault)));
	assert_noop!(include(who, call.clone()), refused(fault));
	assert_eq!(free(who), before);

	use sp_runtime::traits::Dispatchable;
	let nested = call.dispatch(RuntimeOrigin::signed(who)).map_err(|error| error.error);
	assert_eq!(nested, Err(Error::<Test>::from(fault).into()));
}

#[test]
fn a_commitment_and_its_report_are_free_and_come_before_whatever_others_pay() {
	ExtBuilder::default().build_and_execute(|| {
		let transfer: RuntimeCall =
			pallet_balances::Call::transfer_keep_alive { dest: BOB, value: 1 }.into();
		let before = free(ALICE);
		for (call, phase) in [(commitment(ALICE, 100), Phase::Commit), (good(100), Phase::Report)] {
			if phase == Phase::Report {
				await_reports();
			}
			let info = call.get_dispatch_info();
			assert_eq!((info.pays_fee, info.class), (Pays::No, DispatchClass::Normal));
			let validity = submit(ALICE, &call).unwrap();
			assert_eq!(validity.priority, u64::MAX);
			assert_eq!(validity.provides, vec![("CheckKpiReport", ALICE, 1u32, phase).encode()]);
			assert_eq!(include(ALICE, call), Ok(Ok(())));
		}
		assert_eq!(free(ALICE), before);
		assert_eq!(include(ALICE, transfer), Ok(Ok(())));
		assert_eq!(free(ALICE), before - 1 - 8, "a transfer pays");
	});
}

#[test]
fn a_reporter_with_nothing_but_its_bond_can_report() {
	ExtBuilder::default().build_and_execute(|| {
		let rest = free(ALICE) - 10;
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(ALICE), BOB, rest));
		assert_eq!(include(ALICE, commitment(ALICE, 100)), Ok(Ok(())));
		await_reports();
		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
		assert_eq!(free(ALICE), 10);
	});
}

#[test]
fn a_submission_of_anybody_else_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_refused(STRANGER, commitment(STRANGER, 100), ReportFault::NotReporter);
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_refused(DAVE, commitment(DAVE, 100), ReportFault::NotActive);
		await_reports();
		assert_refused(STRANGER, good(100), ReportFault::NotReporter);
		assert_refused(DAVE, good(100), ReportFault::NotActive);
		for call in [commitment(ALICE, 100), good(100)] {
			let result = sp_runtime::traits::DispatchTransaction::validate_only(
				&CheckReport::<Test>::new(),
				RuntimeOrigin::none(),
				&call,
				&call.get_dispatch_info(),
				100,
				sp_runtime::transaction_validity::TransactionSource::External,
				0,
			);
			assert_eq!(result.map(drop), Err(refused(ReportFault::NotReporter)));
		}
	});
}

#[test]
fn a_submission_for_another_round_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		close_round();
		let values = [(STORAGE, 100)];
		assert_refused(ALICE, commit_call(ALICE, 1, &values), ReportFault::TooLate);
		assert_refused(ALICE, commit_call(ALICE, 3, &values), ReportFault::TooEarly);
		await_reports();
		assert_refused(ALICE, report_call(1, &values), ReportFault::TooLate);
		assert_refused(ALICE, report_call(3, &values), ReportFault::TooEarly);
	});
}

#[test]
fn a_submission_in_the_other_half_of_the_round_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(ALICE, 100));
		assert_refused(ALICE, good(100), ReportFault::TooEarly);
		await_reports();
		assert_refused(BOB, commitment(BOB, 100), ReportFault::TooLate);
		assert_refused(BOB, good(100), ReportFault::NotCommitted);
	});
}

#[test]
fn the_first_commitment_and_its_report_count() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(include(ALICE, commitment(ALICE, 100)), Ok(Ok(())));
		assert_refused(ALICE, commitment(ALICE, 101), ReportFault::AlreadyCommitted);
		await_reports();
		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
		assert_refused(ALICE, good(100), ReportFault::AlreadyReported);
		close_round();
		assert_eq!(include(ALICE, commitment(ALICE, 101)), Ok(Ok(())));
	});
}

#[test]
fn a_report_other_than_the_one_committed_to_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(ALICE, 100));
		// A copy of a commitment stands for nothing that its copier can report.
		let copy = report_commitment(&ALICE, 1, &[(STORAGE, 100)], &SALT);
		assert_ok!(KpiOracle::commit(RuntimeOrigin::signed(BOB), 1, copy));
		await_reports();
		assert_refused(ALICE, good(101), ReportFault::CommitmentMismatch);
		let values = report_values(&[(STORAGE, 100)]);
		let other_salt = Call::report { round: 1, values, salt: [8; 32] }.into();
		assert_refused(ALICE, other_salt, ReportFault::CommitmentMismatch);
		assert_refused(BOB, good(100), ReportFault::CommitmentMismatch);
		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
	});
}

#[test]
fn values_that_the_table_does_not_allow_are_refused() {
	ExtBuilder::default().metrics(vec![reported(1), metered(2), reported(3)]).build_and_execute(
		|| {
			let (one, three) = (MetricId(1), MetricId(3));
			let fine = [(one, 1_000_000), (three, 0)];
			assert_ok!(include(ALICE, commit_call(ALICE, 1, &fine)));
			await_reports();
			for (values, fault) in [
				(&[][..], ReportFault::EmptyReport),
				(&[(three, 1), (one, 1)], ReportFault::Unsorted),
				(&[(one, 1), (one, 1)], ReportFault::Duplicate),
				(&[(one, 1), (MetricId(9), 1)], ReportFault::UnknownMetric),
				(&[(one, 1), (VOLUME, 1)], ReportFault::NotReported),
				(&[(one, 1_000_001)], ReportFault::OutOfBounds),
			] {
				assert_refused(ALICE, report_call(1, values), fault);
			}
			assert_ok!(include(ALICE, report_call(1, &fine)));
		},
	);
}

#[test]
fn the_pool_expects_the_half_that_the_next_block_turns_to() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(ALICE, 1));
		next_block_at(KpiOracle::round().reports_from);
		assert_eq!(phase(), Phase::Commit, "the next block will turn");
		let (early, late) = (report_call(1, &[(STORAGE, 1)]), commitment(BOB, 1));
		assert!(submit(ALICE, &early).is_ok());
		assert_eq!(submit(BOB, &late), Err(refused(ReportFault::TooLate)));
		assert_eq!(include(ALICE, early.clone()), Err(refused(ReportFault::TooEarly)));
		assert_eq!(include(BOB, late), Ok(Ok(())), "within the block the first half goes on");
		next_block();
		assert_eq!(include(ALICE, early), Ok(Ok(())));
	});
}

#[test]
fn the_pool_expects_the_round_that_the_next_block_opens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(ALICE, 1));
		assert_ok!(commit(BOB, 1));
		await_reports();
		next_block_at(KpiOracle::round().ends_at);
		assert_eq!(round(), 1, "the next block will close it");
		let report = report_call(1, &[(STORAGE, 1)]);
		let next = commit_call(ALICE, 2, &[(STORAGE, 1)]);
		assert_eq!(submit(BOB, &report), Err(refused(ReportFault::TooLate)));
		assert!(submit(ALICE, &next).is_ok(), "also of one who committed in this round");
		assert_eq!(include(BOB, report), Ok(Ok(())), "within the block the round is open");
		assert_eq!(include(ALICE, next.clone()), Err(refused(ReportFault::TooEarly)));
		next_block();
		assert_eq!(include(ALICE, next), Ok(Ok(())));
	});
}

#[test]
fn the_shortest_round_has_two_blocks_for_commitments_and_two_for_reports() {
	let shortest = |settings: &mut crate::Settings| {
		settings.round_length = BoundedU64::literal::<24_000>();
	};
	ExtBuilder::default().settings(shortest).build_and_execute(|| {
		close_round();
		let mut phases = vec![];
		let open = round();
		while round() == open {
			phases.push(phase());
			next_block();
		}
		assert_eq!(phases, [Phase::Commit, Phase::Commit, Phase::Report, Phase::Report]);
	});
}

#[test]
fn the_extension_carries_nothing_and_minds_its_own_business() {
	ExtBuilder::default().build_and_execute(|| {
		let extension = CheckReport::<Test>::new();
		assert!(extension.encode().is_empty());
		assert_eq!(
			<CheckReport<Test> as TransactionExtension<RuntimeCall>>::IDENTIFIER,
			"CheckKpiReport"
		);
		let remark: RuntimeCall = frame_system::Call::remark { remark: vec![] }.into();
		assert!(submit(STRANGER, &remark).is_ok());
	});
}

#[test]
fn the_codes_are_distinct_and_stay() {
	use ReportFault::*;
	let faults = [
		NotReporter,
		NotActive,
		TooEarly,
		TooLate,
		AlreadyReported,
		EmptyReport,
		Unsorted,
		Duplicate,
		UnknownMetric,
		NotReported,
		OutOfBounds,
		AlreadyCommitted,
		NotCommitted,
		CommitmentMismatch,
	];
	assert_eq!(faults.map(ReportFault::code).to_vec(), (100..=113).collect::<Vec<u8>>());
}

#[test]
fn a_suspended_reporter_is_refused() {
	ExtBuilder::default()
		.settings(|settings| settings.strike_limit = BoundedU64::literal::<1>())
		.build_and_execute(|| {
			round_of(&[(ALICE, 100), (BOB, 100)]);
			assert_refused(CAROL, commitment(CAROL, 100), ReportFault::NotActive);
		});
}
