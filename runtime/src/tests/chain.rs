// SPDX-License-Identifier: Apache-2.0

//! A chain to test on: the genesis of a preset, and blocks that run the hooks of the economy.

use crate::{
	configs::economy::metrics,
	constants::time::BLOCK_TIME,
	genesis,
	genesis::categories::{INVESTORS, TEAM},
	AccountId, Allocation, Balance, Balances, Emission, KpiOracle, ParameterChanges, Runtime,
	RuntimeOrigin, ServicePayments, StakingLocks, System,
};
use destra_primitives::{
	report_commitment,
	time::{days, Millis, Moment},
	BurnCause, CategoryId, CommitmentSalt, MetricId, Schedule, ServiceClass, Span, SupplyLedger,
};
use frame_support::traits::{
	fungible::Balanced,
	tokens::{Fortitude, Precision, Preservation},
	Hooks,
};
use pallet_kpi_oracle::{CurrentRound, Phase};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{DispatchError, DispatchResult, Perquintill};

/// When the chains of these tests begin: some day, in milliseconds since the Unix epoch.
pub const GENESIS_TIME: Moment = 1_800_000_000_000;

/// With what every commitment of these tests is made.
const SALT: CommitmentSalt = [7; 32];

/// Runs `test` on the genesis of the preset `name`, one block after it, and checks the invariants
/// of every pallet at the end.
pub fn on_preset(name: &str, test: impl FnOnce()) {
	on_preset_after(name, BLOCK_TIME, test);
}

/// The same, where the second block comes `elapsed` milliseconds after the first.
pub fn on_preset_after(name: &str, elapsed: Millis, test: impl FnOnce()) {
	let mut chain = sp_io::TestExternalities::default();
	chain.execute_with(|| {
		genesis_of(name);
		System::set_block_number(1);
		pallet_timestamp::Now::<Runtime>::put(GENESIS_TIME);
		block_of(elapsed);
		test();
		check();
	});
}

/// Writes the genesis of the preset `name`.
pub fn genesis_of(name: &str) {
	genesis::build_preset(name).expect("the preset is a valid genesis");
}

/// The chain's time.
pub fn now() -> Moment {
	pallet_timestamp::Now::<Runtime>::get()
}

/// A schedule that `category` allows. It has begun, and of an investor's a part has unlocked.
pub fn schedule_of(category: CategoryId) -> Schedule {
	let (cliff, lump, periods) = match category {
		id if id == TEAM => (12, 25, 36),
		id if id == INVESTORS => (6, 25, 18),
		_ => (0, 0, 24),
	};
	Schedule {
		start: now() - days(330),
		upfront: Perquintill::zero(),
		cliff: Span::Months(cliff),
		lump: Perquintill::from_percent(lump),
		period: Span::Months(1),
		periods,
	}
}

/// One block: the hooks of the economy in the order of the runtime, then the clock moves on.
pub fn block() {
	block_of(BLOCK_TIME);
}

/// One block, and the next one comes `elapsed` milliseconds later.
pub fn block_of(elapsed: Millis) {
	let number = System::block_number() + 1;
	System::set_block_number(number);
	System::reset_events();
	StakingLocks::on_initialize(number);
	KpiOracle::on_initialize(number);
	Emission::on_initialize(number);
	ParameterChanges::on_initialize(number);
	pallet_timestamp::Now::<Runtime>::put(now() + elapsed);
}

/// The identity of the supply, seen from outside.
pub fn supply_adds_up() {
	let supply = Emission::supply();
	let minted: Balance = supply.minted.iter().map(|(_, amount)| amount).sum();
	let burned: Balance = supply.burned.iter().map(|(_, amount)| amount).sum();
	assert_eq!(supply.genesis + minted - burned, Balances::total_issuance());
	assert_eq!(supply.total_issuance, Balances::total_issuance());
}

/// The invariants of our pallets, and the identity of the supply.
pub fn check() {
	supply_adds_up();
	#[cfg(feature = "try-runtime")]
	{
		Emission::try_state(System::block_number()).expect("invariants of the emission");
		KpiOracle::try_state(System::block_number()).expect("invariants of the oracle");
		ParameterChanges::try_state(System::block_number()).expect("invariants of the changes");
		Allocation::try_state(System::block_number()).expect("invariants of the allocation");
		StakingLocks::try_state(System::block_number()).expect("invariants of the staking locks");
		ServicePayments::try_state(System::block_number()).expect("invariants of the payments");
	}
}

pub fn account(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

/// What the open round takes in this block.
pub fn phase() -> Phase {
	CurrentRound::<Runtime>::get().expect("a round is open").phase()
}

/// Blocks at the ordinary pace, until a round takes what belongs to `wanted`.
pub fn await_phase(wanted: Phase) {
	while phase() != wanted {
		block();
	}
}

/// Blocks at the ordinary pace, until the open round has closed.
pub fn close_round() {
	let open = KpiOracle::round().round;
	while KpiOracle::round().round == open {
		block();
	}
}

/// Commits to `values` for the open round.
pub fn commit(who: Sr25519Keyring, values: &[(MetricId, u64)]) -> DispatchResult {
	let (who, round) = (account(who), KpiOracle::round().round);
	let commitment = report_commitment(&who, round, values, &SALT);
	KpiOracle::commit(RuntimeOrigin::signed(who), round, commitment)
}

/// Reports `values` for the open round.
pub fn report(who: Sr25519Keyring, values: &[(MetricId, u64)]) -> DispatchResult {
	let round = KpiOracle::round().round;
	let values = values.to_vec().try_into().expect("few metrics");
	KpiOracle::report(RuntimeOrigin::signed(account(who)), round, values, SALT)
}

/// All of `people` who can commit to `values` and report them, in the open round or the next one.
pub fn report_of(people: &[Sr25519Keyring], values: &[(MetricId, u64)]) -> DispatchResult {
	await_phase(Phase::Commit);
	let committed: Vec<_> =
		people.iter().filter(|who| commit(**who, values).is_ok()).copied().collect();
	await_phase(Phase::Report);
	let reported = committed.into_iter().filter(|who| report(*who, values).is_ok()).count();
	if reported == 0 {
		return Err(DispatchError::Other("nobody can report"));
	}
	Ok(())
}

/// A report that lets every reported metric earn its full stream.
pub const PLENTY: [(MetricId, u64); 3] = [
	(metrics::PROVEN_STORAGE, 1 << 40),
	(metrics::GPU_HOURS, 24 * 100_000_000),
	(metrics::AVAILABILITY, 10_000),
];

/// Counts `amount` as paid for services, as if somebody had so much money.
pub fn count_volume(amount: Balance) {
	pallet_service_payments::Volumes::<Runtime>::mutate(ServiceClass::Rpc, |volume| {
		volume.paid += amount;
	});
}

/// Burns `amount` of an account as transaction fees, which the meter of the paid volume counts.
pub fn burn_fees(who: Sr25519Keyring, amount: Balance) {
	let credit = Balances::withdraw(
		&account(who),
		amount,
		Precision::Exact,
		Preservation::Preserve,
		Fortitude::Polite,
	)
	.expect("the account can pay");
	<Emission as SupplyLedger<_>>::burn(BurnCause::TransactionFee, credit);
}
