// SPDX-License-Identifier: Apache-2.0

//! What the pallet tells the world.

use frame_support::pallet_macros::pallet_section;

/// The events, as a part of the pallet.
#[pallet_section]
mod events {
	// Amounts in planck, times in milliseconds since the Unix epoch.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A grant was made.
		Granted {
			grant: GrantId,
			category: CategoryId,
			beneficiary: T::AccountId,
			amount: Balance,
			schedule: Schedule,
		},
		/// A category paid without a schedule.
		Spent { category: CategoryId, beneficiary: T::AccountId, amount: Balance },
		/// What had vested of the grants of a beneficiary was paid.
		Released { beneficiary: T::AccountId, amount: Balance },
		/// A release in a batch failed; the others went on.
		ReleaseFailed { beneficiary: T::AccountId, error: DispatchError },
		/// A grant was revoked: `paid` had vested and is free, `returned` went back to the pot of the
		/// category.
		Revoked {
			grant: GrantId,
			category: CategoryId,
			beneficiary: T::AccountId,
			paid: Balance,
			returned: Balance,
		},
		/// A beneficiary left a grant early: `paid` is free, `penalty` is gone, both from the hold.
		ExitedEarly { grant: GrantId, beneficiary: T::AccountId, paid: Balance, penalty: Balance },
		/// The grant `merged` became a part of the grant `into`.
		Merged { beneficiary: T::AccountId, into: GrantId, merged: GrantId },
		/// A grant is offered to `to`, or to nobody any more.
		GrantOffered { grant: GrantId, beneficiary: T::AccountId, to: Option<T::AccountId> },
		/// A grant has a new beneficiary, which has `amount` of it on hold.
		GrantTransferred { grant: GrantId, from: T::AccountId, to: T::AccountId, amount: Balance },
		/// An account named its successor, or the name is gone: taken back, or as nothing is left to take
		/// over.
		SuccessorNamed { who: T::AccountId, successor: Option<T::AccountId> },
		/// The successor of `who` announced that it takes over: from `opens` on it may, until `closes`.
		SuccessionAnnounced {
			who: T::AccountId,
			successor: T::AccountId,
			opens: Moment,
			closes: Moment,
		},
		/// An announced succession was vetoed, and the name taken back with it.
		SuccessionVetoed { who: T::AccountId, successor: T::AccountId },
		/// An announced succession has to be announced anew: `who` got a grant that it did not speak of.
		SuccessionWithdrawn { who: T::AccountId, successor: T::AccountId },
		/// What `from` had here belongs to `to`: on hold are `grants` and `rewards`.
		HoldingsMoved { from: T::AccountId, to: T::AccountId, grants: Balance, rewards: Balance },
		/// A reward was earned: `paid` at once, `locked` to unlock over time.
		RewardVested { who: T::AccountId, paid: Balance, locked: Balance },
		/// Rewards that had vested were paid.
		RewardsClaimed { who: T::AccountId, amount: Balance },
		/// Rewards that had not vested were slashed: they were taken from the hold.
		RewardsSlashed { who: T::AccountId, amount: Balance },
		/// A category was stopped: nothing but a revocation pays from it.
		CategoryPaused { category: CategoryId },
		/// A category goes on.
		CategoryResumed { category: CategoryId },
	}
}
