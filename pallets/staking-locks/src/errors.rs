// SPDX-License-Identifier: Apache-2.0

//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;

/// The errors, as a part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The clock has not been set yet: nothing can be staked in the first block.
		NotStarted,
		/// After a standstill the chain works off the terms that ended meanwhile; until then no stake comes
		/// in.
		CatchingUp,
		/// No tier of this length is in force with this multiplier.
		UnknownTier,
		/// The account has no such position.
		UnknownPosition,
		/// The position is unbonding.
		PositionUnbonding,
		/// The position is not unbonding.
		PositionNotUnbonding,
		/// The term of the position is not over.
		StillLocked,
		/// The new term ends earlier or weighs less, or nothing would change.
		NotLonger,
		/// The positions have different terms, or are one and the same.
		TermsDiffer,
		/// The account has as many positions as it can have.
		TooManyPositions,
		/// A position or delegation would have less than the minimum.
		BelowMinimum,
		/// Nothing can be withdrawn yet.
		NothingToWithdraw,
		/// The account has neither a stake nor a delegation nor a reward.
		NothingStaked,
		/// No reward is due.
		NothingToClaim,
		/// The account is empty, and the reward, or the part of it that is paid at once, is below the
		/// existential deposit. It stays due.
		RewardBelowExistentialDeposit,
		/// The account is no provider.
		NotProvider,
		/// The account is a provider already.
		AlreadyProvider,
		/// A provider needs a role.
		NoRole,
		/// The account's own stake does not suffice for the roles.
		StakeTooLow,
		/// The provider did not name this account its operator.
		NotOperator,
		/// There are as many validator candidates as there can be, and of those that were the lightest when
		/// validators were last chosen none that is left is lighter than this one.
		TooManyCandidates,
		/// The provider is leaving or jailed.
		NotActive,
		/// The provider is leaving already.
		AlreadyLeaving,
		/// The provider is not leaving, or not for long enough.
		NotLeftYet,
		/// The provider is not jailed.
		NotJailed,
		/// The provider is jailed for longer.
		StillJailed,
		/// Others have a stake with the provider.
		PoolNotEmpty,
		/// The commission is above its maximum.
		CommissionTooHigh,
		/// No commission was announced.
		NothingAnnounced,
		/// The notice is not over.
		NoticeRunning,
		/// The time in which the announced commission could be put into force is over.
		AnnouncementExpired,
		/// Own stake is locked, not delegated.
		SelfDelegation,
		/// The provider would have more delegated to it than its own stake permits.
		RatioExceeded,
		/// The account delegated nothing to this provider.
		NotDelegator,
		/// The delegation has as many departures as it can have.
		TooManyDepartures,
		/// A slash is pending that concerns this stake.
		SlashPending,
		/// There is no such slash.
		UnknownSlash,
		/// The provider was judged for an offence that can be reported still.
		JudgedLately,
		/// A longer tier weighs less than a shorter one, or there is none.
		NoLadder,
		/// A tier that is new weighs more than a step above what can be locked for no longer until now.
		TierTooHeavy,
		/// There would be fewer validators at most than at least.
		NoRoomForValidators,
		/// Stake could be withdrawn while an offence that it answers for can be reported still, or before a
		/// dispute is ruled on that may slash it.
		UnbondingTooShort,
		/// A number lies outside its range, or a text is empty, too long or not printable. The ranges are
		/// listed by the view function `ranges`; this is the number there, from zero, of the one in question.
		OutOfRange(u8),
	}
}
