// SPDX-License-Identifier: Apache-2.0

//! The categories of the maximum supply and the grants at genesis, from the tables in
//! `runtime/genesis/`. They were checked when the runtime was built, and are again here.

use crate::{
	constants::currency::{EXISTENTIAL_DEPOSIT, MAXIMUM_SUPPLY},
	AccountId, Allocation, AllocationConfig, Balance,
};
use alloc::{collections::BTreeMap, vec::Vec};
use destra_economics::vesting;
use destra_genesis_grants::{CategoryRow, GenesisTable, GrantRow, Source as TableSource};
use destra_primitives::{
	time::{minutes, Millis},
	CategoryId, Label, Schedule,
};
use pallet_allocation::{Category, GenesisGrant, Months, Notice, Rules, Source, UnlockRules};
use sp_runtime::Perquintill;

/// What the providers of nodes and services earn.
pub const PROVIDERS: CategoryId = CategoryId(0);
/// Community and ecosystem.
pub const COMMUNITY: CategoryId = CategoryId(1);
/// Team and advisors.
pub const TEAM: CategoryId = CategoryId(2);
/// Investors.
pub const INVESTORS: CategoryId = CategoryId(3);
/// Treasury and reserves.
pub const TREASURY: CategoryId = CategoryId(4);

/// Percent of the maximum supply that emission brings into being: for node and service providers
/// 30, for community and ecosystem 20.
pub const EMITTED_PERCENT: u32 = 30 + 20;

/// What exists at genesis: the categories that are not emitted, in planck.
pub const GENESIS_ISSUANCE: Balance = MAXIMUM_SUPPLY / 100 * (100 - EMITTED_PERCENT as Balance);

const CATEGORIES: &str = include_str!("../../genesis/categories.csv");
const GRANTS: &str = include_str!("../../genesis/grants.csv");

/// The tables. A faulty one stops the genesis with the name of the row.
pub fn table() -> GenesisTable {
	let table = match GenesisTable::parse(CATEGORIES, GRANTS, MAXIMUM_SUPPLY) {
		Ok(table) => table,
		Err(error) => panic!("{error}"),
	};
	let issued: Balance = genesis_categories(&table).map(|row| row.cap(MAXIMUM_SUPPLY)).sum();
	assert_eq!(issued, GENESIS_ISSUANCE, "categories.csv: what is not emitted exists at genesis");
	table
}

fn genesis_categories(table: &GenesisTable) -> impl Iterator<Item = &CategoryRow> {
	table.categories.iter().filter(|row| row.source == TableSource::Genesis)
}

/// What is paid before the first block without a schedule, all of it by the treasury.
pub type Endowments = Vec<(AccountId, Balance)>;

/// Where the genesis issuance is.
pub struct Funds {
	/// The category of each pot, and its cap.
	pots: Vec<(CategoryId, Balance)>,
	endowments: Endowments,
}

impl Funds {
	/// A pot for each category that exists from the first block on, with a deposit that keeps it
	/// alive, and the `endowments`.
	pub fn new(table: &GenesisTable, mut endowments: Endowments) -> Self {
		let pot = |row: &CategoryRow| (CategoryId(row.id), row.cap(MAXIMUM_SUPPLY));
		let pots: Vec<_> = genesis_categories(table).map(pot).collect();
		let deposit =
			|(id, _): &(CategoryId, _)| (Allocation::pot_account(*id), EXISTENTIAL_DEPOSIT);
		endowments.extend(pots.iter().map(deposit));
		Self { pots, endowments }
	}

	/// What the treasury has paid, in planck.
	fn paid(&self) -> Balance {
		self.endowments.iter().map(|(_, amount)| amount).sum()
	}

	/// The balances at genesis. Together they are [`GENESIS_ISSUANCE`].
	pub fn balances(&self) -> Vec<(AccountId, Balance)> {
		let filled = self.pots.iter().map(|(id, cap)| {
			let spent = if *id == TREASURY { self.paid() } else { 0 };
			(Allocation::pot_account(*id), cap - spent)
		});
		let mut balances = BTreeMap::<AccountId, Balance>::new();
		for (who, amount) in filled.chain(self.endowments.iter().cloned()) {
			*balances.entry(who).or_default() += amount;
		}
		balances.into_iter().collect()
	}
}

/// For how long a succession is announced on a chain that people try things on: for as long as a
/// slash is pending. A live chain keeps the 30 days of the pallet.
pub const SUCCESSION_NOTICE: Millis = minutes(2);

/// Categories and grants of the `table`, paid from `funds`.
pub fn allocation(table: &GenesisTable, funds: &Funds) -> AllocationConfig {
	AllocationConfig {
		categories: table.categories.iter().map(category).collect(),
		paid: [(TREASURY, funds.paid())].into(),
		grants: table.grants.iter().map(grant).collect(),
		succession_notice: Notice::literal::<SUCCESSION_NOTICE>(),
	}
}

fn category(row: &CategoryRow) -> Category {
	Category {
		id: CategoryId(row.id),
		name: Label::try_new(&row.name).expect("the table has checked the length of names"),
		source: match row.source {
			TableSource::Genesis => Source::Genesis,
			TableSource::Emission => Source::Emission,
		},
		share: Perquintill::from_parts(row.share),
		min_share: Perquintill::from_parts(row.min_share),
		max_share: Perquintill::from_parts(row.max_share),
		rules: Rules {
			revocable: row.revocable,
			transferable: row.transferable,
			exit_penalty: row.exit_penalty.map(Perquintill::from_parts),
			unlock: unlock(row.unlock),
		},
	}
}

fn unlock(rules: vesting::UnlockRules) -> UnlockRules {
	let months = |months: u16| {
		Months::try_new(months.into()).expect("the table has checked the number of months")
	};
	UnlockRules {
		min_cliff: months(rules.min_cliff),
		min_term: months(rules.min_term),
		min_period: months(rules.min_period),
		max_upfront: Perquintill::from_parts(rules.max_upfront),
		max_backdating: months(rules.max_backdating),
	}
}

fn grant(row: &GrantRow) -> GenesisGrant<AccountId> {
	GenesisGrant {
		category: CategoryId(row.category),
		beneficiary: row.beneficiary.into(),
		amount: row.amount,
		schedule: Schedule::from(row.schedule),
	}
}
