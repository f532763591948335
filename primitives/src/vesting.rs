// SPDX-License-Identifier: Apache-2.0

//! The seam through which earned rewards come under a vesting schedule.

use crate::Balance;

/// Takes earned rewards and unlocks them over time. Implemented by allocation, used by those who
/// pay rewards and by those who slash.
pub trait RewardVesting<AccountId, Credit> {
	/// Takes a reward of `who`: pays the liquid part at once and locks the rest; or hands the
	/// whole of it back where the account cannot take it.
	fn vest(who: &AccountId, credit: Credit) -> Result<(), Credit>;

	/// Takes up to `amount` planck of what `who` has locked and not vested yet. What has vested is
	/// out of reach, claimed or not.
	fn slash_unvested(who: &AccountId, amount: Balance) -> Credit;

	/// What `who` has locked and not vested yet, in planck.
	fn unvested(who: &AccountId) -> Balance;
}

/// Locks nothing: a reward is handed back, for its payer to pay it in full.
impl<AccountId, Credit: Default> RewardVesting<AccountId, Credit> for () {
	fn vest(_who: &AccountId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}

	fn slash_unvested(_who: &AccountId, _amount: Balance) -> Credit {
		Credit::default()
	}

	fn unvested(_who: &AccountId) -> Balance {
		0
	}
}
