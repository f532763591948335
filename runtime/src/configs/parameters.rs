// SPDX-License-Identifier: Apache-2.0

//! Every parameter of the chain, and what no change of them may let come true.

use crate::{
	constants::currency::MAXIMUM_SUPPLY,
	genesis::categories::{COMMUNITY, PROVIDERS, TREASURY},
	AccountId, Allocation, Balance, Emission, KpiOracle, ParameterChanges, Runtime,
	ServicePayments, StakingLocks, Timestamp,
};
use alloc::vec::Vec;
use destra_primitives::{
	parameters, permit_change, weigh_bonds, BondCover, BondTooSmall, CategoryId, EconomicFault,
	EconomicGuard, KpiExposure, Recipient, ReporterStakes,
};
use frame_support::{ensure, traits::ConstU32};
use frame_system::EnsureRoot;
use pallet_allocation::{CategoryLimits, Source};

parameters! {
	/// A parameter of the chain, with a value for it.
	#[frame_support::stored]
	pub enum Parameter;
	/// Where each of them is.
	pub struct Parameters;
	/// How changes are made.
	0 => ParameterChanges: ParameterChanges as pallet_parameter_changes::Parameter,
	/// What is emitted.
	1 => Emission: Emission as pallet_emission::Parameter,
	/// What is measured, and how reports are collected.
	2 => KpiOracle: KpiOracle as pallet_kpi_oracle::Parameter,
	/// How the maximum supply is divided.
	3 => Allocation: Allocation as pallet_allocation::Parameter,
	/// How services are paid for.
	4 => ServicePayments: ServicePayments as pallet_service_payments::Parameter,
	/// How stake is locked, answers and earns.
	5 => StakingLocks: StakingLocks as pallet_staking_locks::Parameter,
}

impl pallet_parameter_changes::Config for Runtime {
	type WeightInfo = crate::weights::pallet_parameter_changes::WeightInfo<Runtime>;
	type Time = Timestamp;
	type Parameters = Parameters;
	type Guard = EconomyHolds;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureRoot<AccountId>;
	type MaxPendingChanges = ConstU32<16>;
	type MaxValues = ConstU32<8>;
}

/// How far what is minted for a category over the whole life of the emission may lie beyond its limits, in planck:
/// 41 ten-thousandths of the maximum supply. A change of the budget and of the shares that go with it is decided for one
/// moment and holds at two, the announcement and the effect, and meanwhile the old budget mints. As much as twenty
/// points of it are worth, ten for each recipient of a category, in the longest notice there is, at the highest pace
/// there is on the largest issuance there is.
pub const DRIFT: Balance = MAXIMUM_SUPPLY / 10_000 * 41;

/// The category that the emission to a recipient belongs to.
pub const fn category_of(recipient: Recipient) -> CategoryId {
	match recipient {
		Recipient::ProviderWork | Recipient::StakeAndValidators => PROVIDERS,
		Recipient::IncentiveProgrammes | Recipient::Community => COMMUNITY,
		Recipient::Treasury => TREASURY,
	}
}

/// What a category will have had of the maximum supply when everything is emitted, in planck, and what it may.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CategoryOutlook {
	/// The category with its limits.
	pub limits: CategoryLimits,
	/// What it will have had: what exists since genesis, and what is emitted for it.
	pub over_life: Balance,
}

impl CategoryOutlook {
	/// What every category comes to under the budget in force. One without tokens of either kind has none.
	pub fn of_all() -> Vec<Self> {
		let received = Emission::received_over_life();
		let emitted = |category| {
			let of_category = received.iter().filter(|(who, _)| category_of(*who) == category);
			of_category.map(|(_, amount)| *amount).fold(0, Balance::saturating_add)
		};
		let outlook = |limits: CategoryLimits| {
			let since_genesis = if limits.source == Source::Genesis { limits.cap } else { 0 };
			Self { over_life: emitted(limits.category).saturating_add(since_genesis), limits }
		};
		Allocation::category_limits().into_iter().map(outlook).collect()
	}

	/// By how much it lies outside what the category may ever have.
	fn outside_range(&self) -> Balance {
		let Self { limits, over_life } = self;
		let beyond = over_life.saturating_sub(limits.greatest.saturating_add(DRIFT));
		let below = limits.least.saturating_sub(over_life.saturating_add(DRIFT));
		beyond.max(below)
	}

	/// How much more is emitted than the category can ever grant.
	fn above_cap(&self) -> Balance {
		match self.limits.source {
			Source::Emission => {
				self.over_life.saturating_sub(self.limits.cap.saturating_add(DRIFT))
			}
			// What is paid into its pot besides can be spent.
			Source::Genesis => 0,
		}
	}
}

/// What the guard looks at.
pub struct Standing {
	stakes: ReporterStakes,
	exposure: KpiExposure,
	categories: Vec<CategoryOutlook>,
}

/// What the guard finds, with its figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
	/// A majority of reporters could gain more than it puts at stake.
	Bonds(BondTooSmall),
	/// A category would lie outside its range.
	OutOfRange(CategoryOutlook),
	/// More would be emitted for a category than it can grant.
	AboveCap(CategoryOutlook),
}

impl From<Finding> for EconomicFault {
	fn from(finding: Finding) -> Self {
		match finding {
			Finding::Bonds(short) => short.into(),
			Finding::OutOfRange(_) => Self::CategoryOutOfRange,
			Finding::AboveCap(_) => Self::CategoryAboveCap,
		}
	}
}

impl core::fmt::Display for Finding {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		match self {
			Self::Bonds(short) => short.fmt(f),
			Self::OutOfRange(CategoryOutlook { limits, over_life }) => {
				let CategoryLimits { category, least, greatest, .. } = limits;
				write!(
					f,
					"category {} would come to {over_life} planck over the life of the emission, and may \
					 have {least} to {greatest}",
					category.0
				)
			}
			Self::AboveCap(CategoryOutlook { limits, over_life }) => write!(
				f,
				"over the life of the emission {over_life} planck would be minted for category {}, which \
				 can grant {} by its share",
				limits.category.0, limits.cap
			),
		}
	}
}

/// Bonds outweigh what reporters could gain, and the emission keeps to the categories. What does not hold already,
/// because time has passed, may change for the better.
pub struct EconomyHolds;

impl EconomicGuard for EconomyHolds {
	type Standing = Standing;
	type Finding = Finding;

	fn standing() -> Standing {
		Standing {
			stakes: KpiOracle::stakes(),
			exposure: Emission::exposure(),
			categories: CategoryOutlook::of_all(),
		}
	}

	fn permit(before: Option<&Standing>, after: &Standing) -> Result<(), Finding> {
		let bonds = before.map(|before| (&before.stakes, &before.exposure));
		permit_change(bonds, (&after.stakes, &after.exposure)).map_err(Finding::Bonds)?;
		for outlook in &after.categories {
			let was = before.and_then(|before| {
				let same = |one: &&CategoryOutlook| one.limits.category == outlook.limits.category;
				before.categories.iter().find(same)
			});
			let worse = |measure: fn(&CategoryOutlook) -> Balance| {
				measure(outlook) > was.map_or(0, measure)
			};
			ensure!(!worse(CategoryOutlook::outside_range), Finding::OutOfRange(outlook.clone()));
			ensure!(!worse(CategoryOutlook::above_cap), Finding::AboveCap(outlook.clone()));
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {
		Emission::run_all_tracks();
		KpiOracle::stake_all_metrics();
	}
}

/// Bonds of the oracle's reporters on the one side, what the KPI streams release on the other: the
/// smallest majority puts at stake at least what it can gain until a halt.
pub struct BondsOutweighGains;

impl BondCover for BondsOutweighGains {
	fn holds() -> bool {
		weigh_bonds(&KpiOracle::stakes(), &Emission::exposure()).is_ok()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {
		EconomyHolds::set_worst_case();
	}
}
