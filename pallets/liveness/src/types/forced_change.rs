// SPDX-License-Identifier: Apache-2.0

//! A change of the finalising set without the votes of the one before.

use destra_primitives::SetId;

/// What the first block of the next session announces.
#[frame_support::stored]
#[derive(Copy)]
pub struct ForcedChange<BlockNumber> {
	/// The set that cannot finalise any more.
	pub set: SetId,
	/// The last block that it finalised.
	pub last_finalised: BlockNumber,
	/// How many blocks after its announcement the change is in force.
	pub delay: BlockNumber,
}
