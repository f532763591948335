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
		/// Stake was locked, added to a position, or locked anew. Its term ends at `until`.
		Locked { who: T::AccountId, id: PositionId, added: Balance, until: Moment },
		/// The position `from` became a part of `into`.
		Merged { who: T::AccountId, from: PositionId, into: PositionId },
		/// A part of the position `from` is the unbonding position `id` until `until`.
		Unbonding {
			who: T::AccountId,
			from: PositionId,
			id: PositionId,
			amount: Balance,
			until: Moment,
		},
		/// Unbonded stake is free.
		Withdrawn { who: T::AccountId, amount: Balance },
		/// A reward was paid into the free balance.
		RewardPaid { who: T::AccountId, amount: Balance },
		/// A reward was staked: it is on hold, in a position or a delegation.
		RewardCompounded { who: T::AccountId, amount: Balance },
		/// A reward that was earned as a provider went to vesting, which tells what of it is paid and
		/// what is on hold.
		RewardVested { who: T::AccountId, amount: Balance },
		/// Rewards are staked from now on, or paid.
		CompoundingSet { who: T::AccountId, compounding: bool },
		/// There is a new provider.
		ProviderRegistered { provider: T::AccountId, profile: ProfileOf<T> },
		/// A provider changed what it says about itself.
		ProviderUpdated { provider: T::AccountId, profile: ProfileOf<T> },
		/// This key acts for the provider that named it, and for no other; or for nobody any more.
		OperatorSet { operator: T::AccountId, provider: Option<T::AccountId> },
		/// A provider serves no more, and may be removed at `until`.
		ProviderLeaving { provider: T::AccountId, until: Moment },
		/// A provider is barred until `until` at least.
		ProviderJailed { provider: T::AccountId, until: Moment },
		/// A provider serves again.
		ProviderReturned { provider: T::AccountId },
		/// An account is no provider any more.
		ProviderRemoved { provider: T::AccountId },
		/// A heavier candidate took the place of this one.
		CandidateDisplaced { provider: T::AccountId },
		/// The commission may be raised from `from` to `until`.
		CommissionAnnounced {
			provider: T::AccountId,
			commission: Perbill,
			from: Moment,
			until: Moment,
		},
		/// The commission changed.
		CommissionSet { provider: T::AccountId, old: Perbill, new: Perbill },
		/// Stake was delegated.
		Delegated { provider: T::AccountId, who: T::AccountId, amount: Balance },
		/// Stake is on its way from a provider, to another one or back to its owner, until `until`.
		Undelegated {
			provider: T::AccountId,
			who: T::AccountId,
			amount: Balance,
			until: Moment,
			destination: Option<T::AccountId>,
		},
		/// Stake came back from a provider to its owner.
		DelegationWithdrawn { provider: T::AccountId, who: T::AccountId, amount: Balance },
		/// A delegator's part of slashes was taken from its hold.
		DelegationSlashed { provider: T::AccountId, who: T::AccountId, amount: Balance },
		/// A slash was reported, and is applied from `due` on.
		SlashReported {
			id: SlashId,
			provider: T::AccountId,
			reason: SlashReason,
			fraction: Perbill,
			due: Moment,
		},
		/// Governance cancelled a slash.
		SlashCancelled { id: SlashId, provider: T::AccountId },
		/// A slash was applied: what the provider lost of its stake, which is what it has less on hold,
		/// of its unclaimed rewards, which were in the pot, and of its unvested ones, which vesting
		/// tells of too; and what the delegators will lose, each when visited.
		Slashed {
			id: SlashId,
			provider: T::AccountId,
			own: Balance,
			unclaimed: Balance,
			unvested: Balance,
			delegated: Balance,
		},
		/// The reporter was paid its part of what the provider lost by a slash.
		ReporterRewarded { id: SlashId, reporter: T::AccountId, amount: Balance },
		/// A slash could not be applied and is off the queue.
		SlashFailed { id: SlashId, provider: T::AccountId, error: DispatchError },
	}
}
