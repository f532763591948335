// SPDX-License-Identifier: Apache-2.0

//! Slashes between report and application.

use destra_primitives::{time::Moment, SlashReason};
use sp_runtime::Perbill;

/// Names a slash; never used again.
pub type SlashId = u32;

/// A slash that waits for its time.
#[frame_support::stored]
pub struct PendingSlash<AccountId> {
	/// Whose stake it takes.
	pub provider: AccountId,
	/// What for.
	pub reason: SlashReason,
	/// The part that it takes.
	pub fraction: Perbill,
	/// Who gets a part of what the provider itself loses.
	pub reporter: Option<AccountId>,
	/// When it may be applied, in milliseconds since the Unix epoch.
	pub due: Moment,
}

/// The queue of slashes: those from `first` on, below `next`, are pending or were cancelled.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct SlashCursor {
	/// The oldest that may be pending.
	pub first: SlashId,
	/// The name of the next one.
	pub next: SlashId,
}
