// SPDX-License-Identifier: Apache-2.0

//! What each call, a parameter, the hook and the transaction extension cost at their worst.

use crate::{
	types::{BondTerm, Clock, Round, Unbonding},
	AccountIdOf, Bond, Bounds, Call, CheckReport, Commitments, Config, CurrentRound,
	CurrentSettings, Gauges, LeastBond, MaxStep, MeteredMetric, Metric, MetricKind, Metrics, Name,
	Pallet, Parameter, Phase, ReportValues, ReportedMetric, Reporters, Reports, Rewards, Settings,
	Tolerance, TotalOwed, Unbondings, Unit, MAX_REPORTERS,
};
use alloc::vec::Vec;
use destra_primitives::{
	report_commitment, Balance, BondCover, BoundedU64, CommitmentSalt, Governed, KpiMeter,
	MetricId, MAX_METRICS,
};
use frame_benchmarking::{account, v2::*};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, IsSubType,
	},
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable},
	Perbill,
};

/// The longest of everything.
pub(crate) fn metric(id: u32) -> Metric {
	Metric {
		id: MetricId(id as u16),
		name: Name::try_new("a name of thirty-two characters.").unwrap(),
		unit: Unit::try_new("sixteen characte").unwrap(),
		kind: MetricKind::Reported(ReportedMetric {
			bounds: Bounds {
				min: BoundedU64::literal::<0>(),
				max: BoundedU64::literal::<{ u64::MAX }>(),
			},
			max_step: MaxStep {
				relative: Perbill::from_percent(10),
				absolute: BoundedU64::literal::<1>(),
			},
			// Whoever is not exactly on the median is wrong.
			tolerance: Tolerance {
				relative: Perbill::zero(),
				absolute: BoundedU64::literal::<0>(),
			},
		}),
	}
}

fn set_settings<T: Config>(settings: Settings) {
	LeastBond::<T>::put(BondTerm::new(settings.bond.get()));
	CurrentSettings::<T>::put(settings);
}

/// The table of the first `m` metrics, in place of that of the genesis.
fn fill_metrics<T: Config>(m: u32) {
	Metrics::<T>::kill();
	Gauges::<T>::kill();
	crate::LastMetricId::<T>::kill();
	for id in 0..m {
		Pallet::<T>::add_metric(metric(id)).unwrap();
	}
}

/// Measures on chain whatever can be.
pub(crate) fn measure_on_chain<T: Config>() {
	Metrics::<T>::mutate(|metrics| {
		for metric in metrics.iter_mut().filter(|one| T::Meters::cumulative(one.id).is_some()) {
			metric.kind = MetricKind::Metered(MeteredMetric {
				period: BoundedU64::literal::<86_400_000>(),
				max: BoundedU64::literal::<{ u64::MAX }>(),
			});
		}
	});
}

/// Settings under which a single strike suspends.
fn strict_settings<T: Config>() {
	set_settings::<T>(Settings {
		bond: Bond::nearest(T::Currency::minimum_balance().max(1_000_000)),
		strike_limit: BoundedU64::literal::<1>(),
		..Settings::default()
	});
}

impl<T: Config> Pallet<T> {
	/// As many reported metrics as there can be, and bonds that outweigh them: what a guard of the
	/// runtime has most to do with.
	pub fn stake_all_metrics() {
		let bond = Bond::nearest(Bond::UPPER);
		set_settings::<T>(Settings { bond, ..Settings::default() });
		fill_metrics::<T>(MAX_METRICS);
	}
}

fn values(v: u32, value: u64) -> ReportValues {
	(0..v).map(|id| (MetricId(id as u16), value)).collect::<Vec<_>>().try_into().unwrap()
}

fn funded<T: Config>(index: u32) -> AccountIdOf<T> {
	let who: AccountIdOf<T> = account("reporter", index, 0);
	let bond = CurrentSettings::<T>::get().bond.get();
	let amount = bond.saturating_mul(3).saturating_add(T::Currency::minimum_balance());
	T::Currency::mint_into(&who, amount).unwrap();
	who
}

/// A reporter who is active and answerable.
fn reporter<T: Config>(index: u32) -> AccountIdOf<T> {
	let who = funded::<T>(index);
	Pallet::<T>::do_admit_reporter(who.clone()).unwrap();
	Pallet::<T>::do_bond(who.clone()).unwrap();
	who
}

/// No reporter of the genesis, no open round, no metric.
fn clear<T: Config>() {
	for who in Reporters::<T>::iter_keys().collect::<Vec<_>>() {
		Reporters::<T>::remove(who);
	}
	CurrentRound::<T>::kill();
	fill_metrics::<T>(0);
}

/// As many reporters as there can be but one, so that the next one still fits.
fn fill_reporters<T: Config>() {
	for index in 1..MAX_REPORTERS {
		reporter::<T>(index);
	}
}

/// The block `block`, whose parent is of the time `now`, on a chain that misses no block.
fn clock(now: u64, block: u32) -> Clock {
	Clock { now, block, block_time: 1 }
}

/// A round that began at zero, long enough never to be due at the time of the benchmark.
fn open_round<T: Config>(phase: Phase) {
	let mut round = Round::first(&clock(0, 0), u64::MAX);
	if phase == Phase::Report {
		round.begin_reports(&clock(0, 0));
	}
	CurrentRound::<T>::put(round);
}

const SALT: CommitmentSalt = [7; 32];

/// A reporter who has committed to a report of `v` values, in a round that takes reports.
fn committed<T: Config>(v: u32) -> AccountIdOf<T> {
	clear::<T>();
	fill_metrics::<T>(MAX_METRICS);
	fill_reporters::<T>();
	let who = reporter::<T>(0);
	Commitments::<T>::insert(&who, report_commitment(&who, 1, &values(v, 7), &SALT));
	open_round::<T>(Phase::Report);
	who
}

fn fill_pot<T: Config>(amount: Balance) {
	let reserve = T::Currency::minimum_balance();
	T::Currency::mint_into(&Pallet::<T>::pot_account(), amount.saturating_add(reserve)).unwrap();
}

fn govern<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GovernOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn guard<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GuardianOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks(where
	T: Send + Sync,
	T::RuntimeCall: IsSubType<Call<T>>
		+ From<Call<T>>
		+ GetDispatchInfo
		+ Dispatchable<Info = frame_support::dispatch::DispatchInfo>,
	T::RuntimeOrigin: AsTransactionAuthorizedOrigin,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn commit() {
		clear::<T>();
		fill_reporters::<T>();
		let who = reporter::<T>(0);
		open_round::<T>(Phase::Commit);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 1, Default::default());

		assert!(Commitments::<T>::contains_key(&who));
	}

	#[benchmark]
	fn check_commit() {
		clear::<T>();
		fill_reporters::<T>();
		let who = reporter::<T>(0);
		open_round::<T>(Phase::Commit);
		let call: T::RuntimeCall = Call::commit { round: 1, commitment: Default::default() }.into();
		let info = call.get_dispatch_info();
		let origin: T::RuntimeOrigin = RawOrigin::Signed(who).into();

		#[block]
		{
			CheckReport::<T>::new().validate_and_prepare(origin, &call, &info, 0, 0).unwrap();
		}
	}

	#[benchmark]
	fn report(v: Linear<1, MAX_METRICS>) {
		let who = committed::<T>(v);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 1, values(v, 7), SALT);

		assert!(Reports::<T>::contains_key(&who));
	}

	#[benchmark]
	fn check_report(v: Linear<1, MAX_METRICS>) {
		let who = committed::<T>(v);
		let call: T::RuntimeCall =
			Call::report { round: 1, values: values(v, 7), salt: SALT }.into();
		let info = call.get_dispatch_info();
		let origin: T::RuntimeOrigin = RawOrigin::Signed(who).into();

		#[block]
		{
			CheckReport::<T>::new().validate_and_prepare(origin, &call, &info, 0, 0).unwrap();
		}
	}

	#[benchmark]
	fn bond() {
		clear::<T>();
		open_round::<T>(Phase::Commit);
		let who = funded::<T>(0);
		Pallet::<T>::do_admit_reporter(who.clone()).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Reporters::<T>::get(&who).unwrap().is_active());
	}

	#[benchmark]
	fn leave() {
		clear::<T>();
		let who = reporter::<T>(0);
		Unbondings::<T>::insert(&who, Unbonding::new(1, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Reporters::<T>::contains_key(&who));
	}

	#[benchmark]
	fn withdraw_bond() {
		clear::<T>();
		let who = reporter::<T>(0);
		let amount = Reporters::<T>::take(&who).unwrap().bond();
		Unbondings::<T>::insert(&who, Unbonding::new(amount, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert!(!Unbondings::<T>::contains_key(&who));
	}

	#[benchmark]
	fn claim_reward() {
		let who: T::AccountId = account("honest", 0, 0);
		let amount = T::Currency::minimum_balance().max(1);
		fill_pot::<T>(amount.saturating_mul(2));
		Rewards::<T>::insert(&who, amount);
		TotalOwed::<T>::put(amount);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert_eq!(T::Currency::balance(&who), amount);
	}

	#[benchmark]
	fn admit_reporter() -> Result<(), BenchmarkError> {
		clear::<T>();
		fill_reporters::<T>();
		let (origin, who) = (govern::<T>()?, account::<T::AccountId>("new", 0, 0));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Reporters::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn remove_reporter() -> Result<(), BenchmarkError> {
		clear::<T>();
		let (origin, who) = (govern::<T>()?, reporter::<T>(0));
		Commitments::<T>::insert(&who, report_commitment(&who, 1, &[], &SALT));
		Reports::<T>::insert(&who, values(MAX_METRICS, 7));
		Unbondings::<T>::insert(&who, Unbonding::new(1, 0));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(!Reporters::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn slash_reporter() -> Result<(), BenchmarkError> {
		clear::<T>();
		let (origin, who) = (govern::<T>()?, reporter::<T>(0));
		let amount = T::Currency::minimum_balance().max(2);
		fill_pot::<T>(amount);
		Rewards::<T>::insert(&who, amount);
		TotalOwed::<T>::put(amount);
		// One who left and came back has two bonds.
		Pallet::<T>::do_remove_reporter(who.clone()).unwrap();
		Pallet::<T>::do_admit_reporter(who.clone()).unwrap();
		Pallet::<T>::do_bond(who.clone()).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), Perbill::from_percent(50).into());

		let whole = CurrentSettings::<T>::get().bond.get();
		assert!(Unbondings::<T>::get(&who).unwrap().amount() < whole);
		assert!(Rewards::<T>::get(&who) < amount);
		Ok(())
	}

	#[benchmark]
	fn halt() -> Result<(), BenchmarkError> {
		let origin = guard::<T>()?;
		fill_metrics::<T>(MAX_METRICS);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, None);

		assert!(Gauges::<T>::get().halted);
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let origin = govern::<T>()?;
		fill_metrics::<T>(MAX_METRICS);
		Pallet::<T>::do_halt(None).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, None);

		assert!(!Gauges::<T>::get().halted);
		Ok(())
	}

	/// The last metric that there is room for: it touches the most.
	#[benchmark]
	fn put_parameter() {
		open_round::<T>(Phase::Commit);
		fill_metrics::<T>(MAX_METRICS - 1);
		let new = Parameter::Metric(metric(MAX_METRICS));
		let before;

		#[block]
		{
			before = Pallet::<T>::value_of(&new);
			Pallet::<T>::put(new.clone()).unwrap();
		}

		assert_eq!((before, Pallet::<T>::value_of(&new)), (None, Some(new)));
	}

	#[benchmark]
	fn on_initialize_idle() {
		use frame_support::traits::Hooks;
		open_round::<T>(Phase::Commit);

		#[block]
		{
			Pallet::<T>::on_initialize(1u32.into());
		}

		assert_eq!(CurrentRound::<T>::get().unwrap().number(), 1);
	}

	#[benchmark]
	fn on_initialize_open() {
		clear::<T>();

		#[block]
		{
			Pallet::<T>::open_first_round(&clock(1, 1));
		}

		assert_eq!(CurrentRound::<T>::get().unwrap().started_at(), 1);
	}

	#[benchmark]
	fn on_initialize_reports() {
		clear::<T>();
		let round = Round::first(&clock(0, 0), 4);

		#[block]
		{
			Pallet::<T>::begin_reports(round, &clock(2, 2));
		}

		assert_eq!(CurrentRound::<T>::get().unwrap().phase(), Phase::Report);
	}

	/// Two thirds agree and are rewarded, one third says something else about every metric and is
	/// suspended and slashed: no more can be.
	#[benchmark]
	fn on_initialize_close(r: Linear<0, MAX_REPORTERS>, m: Linear<0, MAX_METRICS>) {
		T::Cover::set_worst_case();
		clear::<T>();
		fill_metrics::<T>(m);
		measure_on_chain::<T>();
		strict_settings::<T>();
		fill_pot::<T>(1_000_000_000);
		let liars = r / 3;
		for index in 0..r {
			let who = reporter::<T>(index);
			Commitments::<T>::insert(&who, report_commitment(&who, 1, &[], &SALT));
			if m > 0 {
				let lie = if index < liars { 1 + u64::from(index) } else { 0 };
				Reports::<T>::insert(&who, values(m, 1_000 + lie));
			}
		}
		let mut round = Round::first(&clock(0, 0), 4);
		round.begin_reports(&clock(2, 2));
		CurrentRound::<T>::put(round);

		#[block]
		{
			Pallet::<T>::close_round(round, &clock(4, 4));
		}

		assert_eq!(CurrentRound::<T>::get().unwrap().number(), 2);
		let suspended = Reporters::<T>::iter_values().filter(|who| who.is_suspended()).count();
		assert_eq!(suspended, if m > 0 && r >= 3 { liars as usize } else { 0 });
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
