// SPDX-License-Identifier: Apache-2.0

//! Reports as transactions: free, first in line, and thrown out before they cost anything.

use crate::{mock::*, Call, CheckReport, Error, ReportFault};
use codec::Encode;
use destra_primitives::{BoundedU64, MetricId};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use sp_runtime::{
	traits::TransactionExtension,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

fn report_call(round: u32, values: &[(MetricId, u64)]) -> RuntimeCall {
	Call::report { round, values: report_values(values) }.into()
}

fn good(value: u64) -> RuntimeCall {
	report_call(round(), &[(STORAGE, value)])
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
fn a_report_is_free_and_first_in_line() {
	ExtBuilder::default().build_and_execute(|| {
		let info = good(100).get_dispatch_info();
		assert_eq!((info.pays_fee, info.class), (Pays::No, DispatchClass::Normal));
		let before = free(ALICE);
		let validity = submit(ALICE, &good(100)).unwrap();
		let transfer = pallet_balances::Call::transfer_keep_alive { dest: BOB, value: 1 }.into();
		assert!(validity.priority > submit(ALICE, &transfer).unwrap().priority);
		assert_eq!(validity.provides, vec![("CheckKpiReport", ALICE, 1u32).encode()]);

		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
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
		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
		assert_eq!(free(ALICE), 10);
	});
}

#[test]
fn a_report_from_anybody_else_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_refused(STRANGER, good(100), ReportFault::NotReporter);
		assert_ok!(KpiOracle::admit_reporter(governor(), DAVE));
		assert_refused(DAVE, good(100), ReportFault::NotActive);
		let info = good(100).get_dispatch_info();
		let result = sp_runtime::traits::DispatchTransaction::validate_only(
			&CheckReport::<Test>::new(),
			RuntimeOrigin::none(),
			&good(100),
			&info,
			100,
			sp_runtime::transaction_validity::TransactionSource::External,
			0,
		);
		assert_eq!(result.map(drop), Err(refused(ReportFault::NotReporter)));
	});
}

#[test]
fn a_report_for_another_round_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		close_round();
		assert_refused(ALICE, report_call(1, &[(STORAGE, 100)]), ReportFault::TooLate);
		assert_refused(ALICE, report_call(3, &[(STORAGE, 100)]), ReportFault::TooEarly);
	});
}

#[test]
fn a_second_report_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(include(ALICE, good(100)), Ok(Ok(())));
		assert_refused(ALICE, good(101), ReportFault::AlreadyReported);
		close_round();
		assert_eq!(include(ALICE, good(101)), Ok(Ok(())));
	});
}

#[test]
fn values_that_the_table_does_not_allow_are_refused() {
	ExtBuilder::default().metrics(vec![reported(1), metered(2), reported(3)]).build_and_execute(
		|| {
			let (one, three) = (MetricId(1), MetricId(3));
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
			assert_ok!(include(ALICE, report_call(1, &[(one, 1_000_000), (three, 0)])));
		},
	);
}

#[test]
fn the_pool_expects_the_round_that_the_next_block_opens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(ALICE, 100));
		next_block_at(KpiOracle::round().ends_at);
		assert_eq!(round(), 1, "the next block will close it");
		let (this, next) = (report_call(1, &[(STORAGE, 1)]), report_call(2, &[(STORAGE, 1)]));
		assert_eq!(submit(BOB, &this), Err(refused(ReportFault::TooLate)));
		assert!(submit(ALICE, &next).is_ok(), "also for one who reported in this round");
		assert_eq!(include(BOB, this), Ok(Ok(())), "within the block the round is open");
		assert_eq!(include(ALICE, next.clone()), Err(refused(ReportFault::TooEarly)));
		next_block();
		assert_eq!(include(ALICE, next), Ok(Ok(())));
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
	];
	assert_eq!(faults.map(ReportFault::code).to_vec(), (100..=110).collect::<Vec<u8>>());
}

#[test]
fn a_suspended_reporter_is_refused() {
	ExtBuilder::default()
		.settings(|settings| settings.strike_limit = BoundedU64::literal::<1>())
		.build_and_execute(|| {
			round_of(&[(ALICE, 100), (BOB, 100)]);
			assert_refused(CAROL, good(100), ReportFault::NotActive);
		});
}
