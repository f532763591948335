// SPDX-License-Identifier: Apache-2.0

//! A set of validators that finalises.

use destra_primitives::SetId;

/// A set of validators that was announced to finalise.
#[frame_support::stored]
pub struct FinalitySet<BlockNumber> {
	/// Its number.
	pub id: SetId,
	/// It finalises what comes after this block.
	pub after: BlockNumber,
}
