// SPDX-License-Identifier: Apache-2.0

//! Why a call is refused.

use frame_support::pallet_macros::pallet_section;

/// The errors, as a part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such category.
		UnknownCategory,
		/// The category is stopped.
		CategoryPaused,
		/// The category would grant more than its cap.
		AboveCap,
		/// The amount is zero.
		ZeroAmount,
		/// The account can have nothing on hold: it does not exist, and needs the existential
		/// deposit first, or it is at its limit of references.
		NoAccount,
		/// The beneficiary has as many grants as it can have. Equal ones that nobody can revoke can be
		/// merged.
		TooManyGrants,
		/// Upfront part and lump sum to more than the whole.
		SharesExceedWhole,
		/// The schedule has steps, and no time between them.
		ZeroPeriod,
		/// The schedule has no steps, and its upfront part and lump do not sum to the whole.
		NothingAfterCliff,
		/// The schedule has steps, and its upfront part and lump leave nothing for them.
		NothingLeft,
		/// The schedule has more steps than it can have.
		TooManyPeriods,
		/// The schedule ends beyond the calendar.
		BeyondCalendar,
		/// More unlocks at the start than the category allows.
		UpfrontTooLarge,
		/// The cliff comes earlier than the category allows.
		CliffTooShort,
		/// All has unlocked earlier than the category allows.
		TermTooShort,
		/// The steps follow each other faster than the category allows.
		PeriodTooShort,
		/// More unlocks at the cliff than evenly over the least term of the category.
		LumpTooLarge,
		/// The schedule began longer ago than the category allows.
		StartTooEarly,
		/// The category pays nothing without a schedule.
		ScheduleRequired,
		/// The account has no grant with this id, or none at all.
		UnknownGrant,
		/// Nothing has vested that was not paid yet.
		NothingToRelease,
		/// Grants of the category cannot be revoked.
		NotRevocable,
		/// Nobody can leave a grant of the category early.
		NoEarlyExit,
		/// Nobody can leave a grant before its cliff.
		BeforeCliff,
		/// All of the grant has vested: release it instead.
		FullyVested,
		/// The grants differ in category or schedule, or are the same, or can be revoked.
		NotMergeable,
		/// Grants of the category cannot be handed to somebody else.
		NotTransferable,
		/// The grant was not offered to this account.
		NotOffered,
		/// Less of the grant is left than whoever accepts it expects.
		LessThanExpected,
		/// The account has neither grants nor rewards.
		NothingHeld,
		/// The account has not named this one its successor.
		NotSuccessor,
		/// The succession has to be announced first, and was not, or the announcement has lapsed.
		NothingAnnounced,
		/// The succession is announced already.
		AlreadyAnnounced,
		/// The succession is announced, and not open yet.
		NoticeRunning,
		/// An account cannot take over from itself.
		SameAccount,
		/// The rewards answer for the conduct of the account that earned them.
		StillAnswerable,
		/// No reward has vested that was not paid yet.
		NothingToClaim,
		/// The category is stopped already.
		AlreadyPaused,
		/// The category is not stopped.
		NotPaused,
		/// The id belongs to another category.
		CategoryExists,
		/// There are as many categories as there can be.
		TooManyCategories,
		/// The shares do not name every category once, in the order of the ids.
		WrongCategories,
		/// A share lies outside the range of its category.
		ShareOutOfRange,
		/// The least cliff of a category lies beyond its least term.
		CliffBeyondTerm,
		/// The shares do not sum to exactly one.
		SharesNotWhole,
		/// The categories of genesis and those of emission would change size together: what exists
		/// and what will be emitted is settled at genesis.
		SourcesNotKept,
		/// The new cap of a category lies below what it has granted.
		BelowGranted,
		/// A number lies outside its range, or a text is empty, too long or not printable. The ranges are
		/// listed by the view function `ranges`; this is the number there, from zero, of the one in question.
		OutOfRange(u8),
	}
}
