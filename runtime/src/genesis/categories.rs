// SPDX-License-Identifier: Apache-2.0

//! The categories of the maximum supply that exist at genesis, each in an account of its own that
//! no key controls. The rest of the maximum supply is emitted.

use crate::{constants::currency::MAXIMUM_SUPPLY, AccountId, Balance};
use frame_support::PalletId;
use sp_runtime::traits::AccountIdConversion;

/// A category whose tokens exist from the first block on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
	/// Team and advisors.
	Team,
	/// Investors.
	Investors,
	/// Treasury and reserves.
	Treasury,
}

impl Category {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::Team, Self::Investors, Self::Treasury];

	/// Its percentage of the maximum supply.
	pub const fn percent(self) -> u32 {
		match self {
			Self::Team => 17,
			Self::Investors => 15,
			Self::Treasury => 18,
		}
	}

	/// Its amount in planck.
	pub const fn amount(self) -> Balance {
		MAXIMUM_SUPPLY / 100 * self.percent() as Balance
	}

	/// The account that holds it.
	pub fn account(self) -> AccountId {
		let id = match self {
			Self::Team => *b"dsy/team",
			Self::Investors => *b"dsy/invs",
			Self::Treasury => *b"dsy/trsy",
		};
		PalletId(id).into_account_truncating()
	}
}

/// Percent of the maximum supply that emission brings into being: for node and service providers
/// 30, for community and ecosystem 20.
pub const EMITTED_PERCENT: u32 = 30 + 20;

/// What exists at genesis: the categories that are not emitted, in planck.
pub const GENESIS_ISSUANCE: Balance =
	Category::Team.amount() + Category::Investors.amount() + Category::Treasury.amount();

// The shares of the maximum supply add up to exactly all of it.
const _: () = assert!(
	Category::Team.percent()
		+ Category::Investors.percent()
		+ Category::Treasury.percent()
		+ EMITTED_PERCENT
		== 100
);
