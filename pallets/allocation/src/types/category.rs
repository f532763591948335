// SPDX-License-Identifier: Apache-2.0

//! The categories that the maximum supply is divided into.

use destra_economics::vesting;
use destra_primitives::{governed, Balance, BoundedU64, CategoryId, Label};
use frame_support::{traits::ConstU32, BoundedVec};
use serde::{Deserialize, Serialize};
use sp_runtime::{PerThing, Perquintill};

/// The most categories there can be.
pub const MAX_CATEGORIES: u32 = 8;

/// [`MAX_CATEGORIES`] as a type, for bounded collections.
pub type MaxCategories = ConstU32<MAX_CATEGORIES>;

/// What a category is called.
pub type Name = Label<32>;

/// How the tokens of a category come into being.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
pub enum Source {
	/// They exist since genesis, in the pot of the category.
	#[codec(index = 0)]
	Genesis,
	/// They are emitted.
	#[codec(index = 1)]
	Emission,
}

destra_primitives::names!(Source);

/// A number of calendar months, of ten years at most.
pub type Months = BoundedU64<0, 120>;

governed! {
	/// What the schedule of every grant of a category has to keep to, whatever a single grant says: the
	/// least that it makes its beneficiary wait.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct UnlockRules {
		/// The least time from the start to the cliff.
		pub min_cliff: Months,
		/// The least time from the start to the end. At no time has more unlocked than evenly over it,
		/// beside the upfront part.
		pub min_term: Months,
		/// The least time from one step to the next.
		pub min_period: Months,
		/// The most that may unlock at the start.
		pub max_upfront: Perquintill,
		/// How long before the grant its schedule may have begun. Without a least term at any time.
		pub max_backdating: Months,
	}
}

impl UnlockRules {
	/// Any schedule will do.
	pub const NONE: Self = Self {
		min_cliff: Months::literal::<0>(),
		min_term: Months::literal::<0>(),
		min_period: Months::literal::<0>(),
		max_upfront: Perquintill::one(),
		max_backdating: Months::literal::<0>(),
	};
}

impl From<UnlockRules> for vesting::UnlockRules {
	fn from(rules: UnlockRules) -> Self {
		// At most 120 each.
		let months = |months: Months| u16::try_from(months.get()).unwrap_or(u16::MAX);
		Self {
			min_cliff: months(rules.min_cliff),
			min_term: months(rules.min_term),
			min_period: months(rules.min_period),
			max_upfront: rules.max_upfront.deconstruct(),
			max_backdating: months(rules.max_backdating),
		}
	}
}

governed! {
	/// What may be done with the grants of a category.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Rules {
		/// Whether the governing origin can revoke a grant: what has vested is paid, the rest returns
		/// to the category.
		pub revocable: bool,
		/// Whether a beneficiary can hand a grant to somebody else.
		pub transferable: bool,
		/// The part of what has not vested that leaving early costs at the start of a schedule. It
		/// falls evenly to nothing at the end. `None` where nobody can leave early.
		pub exit_penalty: Option<Perquintill>,
		/// What the schedules of its grants have to keep to.
		pub unlock: UnlockRules,
	}
}

impl Rules {
	/// Whether a grant may go to anybody at any time: nobody has a say in it.
	pub const fn change_hands_freely(&self) -> bool {
		self.transferable && !self.revocable
	}
}

/// A category of the maximum supply.
#[frame_support::stored]
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Category {
	/// Names it for programs.
	pub id: CategoryId,
	/// Names it for people.
	pub name: Name,
	/// How its tokens come into being.
	pub source: Source,
	/// Its share of the maximum supply.
	pub share: Perquintill,
	/// The smallest share it may ever have.
	pub min_share: Perquintill,
	/// The largest share it may ever have.
	pub max_share: Perquintill,
	/// What may be done with its grants.
	pub rules: Rules,
}

governed! {
	/// A category to add. All of it holds for ever.
	#[frame_support::stored]
	pub struct NewCategory {
		/// Names it for programs.
		pub id: CategoryId,
		/// Names it for people.
		pub name: Name,
		/// How its tokens come into being.
		pub source: Source,
		/// The largest share it may ever have.
		pub max_share: Perquintill,
		/// What may be done with its grants.
		pub rules: Rules,
	}
}

/// What of the maximum supply a category may have, in planck.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CategoryLimits {
	/// The category.
	pub category: CategoryId,
	/// How its tokens come into being.
	pub source: Source,
	/// Its cap, by the share that it has.
	pub cap: Balance,
	/// The least that its cap may ever be.
	pub least: Balance,
	/// The greatest that its cap may ever be.
	pub greatest: Balance,
}

/// Every category, in ascending order of the ids.
pub type CategoryTable = BoundedVec<Category, MaxCategories>;

/// A share for every category, in the order of the table.
pub type ShareTable = BoundedVec<(CategoryId, Perquintill), MaxCategories>;

/// Why a table of categories cannot stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidTable {
	/// The ids do not ascend: one is out of order or there twice.
	IdsNotAscending(CategoryId),
	/// The share of a category lies outside its range.
	ShareOutOfRange(CategoryId),
	/// The least cliff of a category lies beyond its least term.
	CliffBeyondTerm(CategoryId),
	/// The shares do not sum to exactly one.
	NotWhole,
}

impl Category {
	/// What the category may grant, in planck; rounds down.
	pub fn cap(&self, maximum_supply: Balance) -> Balance {
		self.share.mul_floor(maximum_supply)
	}

	/// What it may have.
	pub fn limits(&self, maximum_supply: Balance) -> CategoryLimits {
		CategoryLimits {
			category: self.id,
			source: self.source,
			cap: self.cap(maximum_supply),
			least: self.min_share.mul_floor(maximum_supply),
			greatest: self.max_share.mul_floor(maximum_supply),
		}
	}

	/// Whether the share lies in its range.
	pub fn is_in_range(&self) -> bool {
		(self.min_share..=self.max_share).contains(&self.share)
	}

	/// Checks a whole table of categories. An empty one stands: a chain without allocation.
	pub fn check_table(table: &[Self]) -> Result<(), InvalidTable> {
		if table.is_empty() {
			return Ok(());
		}
		let misplaced = |pair: &[Self]| match pair {
			[first, second] if first.id >= second.id => Some(second.id),
			_ => None,
		};
		if let Some(id) = table.windows(2).find_map(misplaced) {
			return Err(InvalidTable::IdsNotAscending(id));
		}
		if let Some(category) = table.iter().find(|category| !category.is_in_range()) {
			return Err(InvalidTable::ShareOutOfRange(category.id));
		}
		let beyond =
			|category: &&Self| category.rules.unlock.min_cliff > category.rules.unlock.min_term;
		if let Some(category) = table.iter().find(beyond) {
			return Err(InvalidTable::CliffBeyondTerm(category.id));
		}
		// Eight shares of 10^18 parts fit a u64.
		let sum: u64 = table.iter().map(|category| category.share.deconstruct()).sum();
		if sum != Perquintill::ACCURACY {
			return Err(InvalidTable::NotWhole);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::mock::category;

	#[test]
	fn the_shares_sum_to_exactly_one() {
		let mut table = vec![category(1, 60), category(2, 40)];
		assert_eq!(Category::check_table(&table), Ok(()));
		table[0].share = Perquintill::from_parts(table[0].share.deconstruct() - 1);
		assert_eq!(Category::check_table(&table), Err(InvalidTable::NotWhole));
		table[0].share = Perquintill::from_parts(table[0].share.deconstruct() + 2);
		assert_eq!(Category::check_table(&table), Err(InvalidTable::NotWhole));
	}

	#[test]
	fn ids_ascend_and_shares_stay_in_their_range() {
		let twice = [category(1, 60), category(1, 40)];
		let fault = InvalidTable::IdsNotAscending(CategoryId(1));
		assert_eq!(Category::check_table(&twice), Err(fault));
		let mut outside = [category(1, 60), category(2, 40)];
		outside[1].min_share = Perquintill::from_percent(41);
		let fault = InvalidTable::ShareOutOfRange(CategoryId(2));
		assert_eq!(Category::check_table(&outside), Err(fault));
	}

	#[test]
	fn a_cliff_comes_no_later_than_the_end() {
		let mut table = [category(1, 60), category(2, 40)];
		table[1].rules.unlock.min_cliff = Months::literal::<1>();
		let fault = InvalidTable::CliffBeyondTerm(CategoryId(2));
		assert_eq!(Category::check_table(&table), Err(fault));
		table[1].rules.unlock.min_term = Months::literal::<1>();
		assert_eq!(Category::check_table(&table), Ok(()));
	}

	#[test]
	fn the_cap_rounds_down() {
		assert_eq!(category(1, 33).cap(1_000), 330);
		assert_eq!(category(1, 33).cap(10), 3);
	}
}
