// SPDX-License-Identifier: Apache-2.0

//! What waits, and how long.

use destra_primitives::{
	apis::NoticeReport,
	governed,
	time::{days, minutes, Moment},
	Period,
};
use serde::{Deserialize, Serialize};

/// Milliseconds between the announcement of a change and its effect: a minute, for a chain of one person, to
/// 60 days. Long enough for everybody to see the change, and for the guardian to cancel it.
pub type Notice = Period<{ minutes(1) }, { days(60) }>;

/// Names a change.
pub type ChangeId = u32;

governed! {
	/// The parameter of this pallet itself.
	#[frame_support::stored]
	pub enum Parameter {
		/// How long a change waits, in milliseconds. Those that wait already keep their time. A shorter notice
		/// waits for the first one of the chain at least: else each step down would make the next one faster.
		#[codec(index = 0)]
		Notice(Notice),
	}
}

/// The notice, and what the chain began with.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoticeTerms {
	/// How long a change waits.
	pub notice: Notice,
	/// The shortest that this may ever be.
	pub shortest: Notice,
	/// What it was first. To shorten it takes as long at least.
	pub first: Notice,
}

impl NoticeTerms {
	/// The plain numbers.
	pub const fn report(&self) -> NoticeReport {
		NoticeReport {
			notice: self.notice.get(),
			shortest: self.shortest.get(),
			first: self.first.get(),
		}
	}
}

/// A week, and no less than two days.
impl Default for NoticeTerms {
	fn default() -> Self {
		let (week, shortest) = (Notice::literal::<{ days(7) }>(), Notice::literal::<{ days(2) }>());
		Self { notice: week, shortest, first: week }
	}
}

/// One value of a change, and what it replaces.
#[frame_support::stored]
pub struct Replacement<Parameter> {
	/// The value in force; `None` of what comes to be, or ceases to.
	pub old: Option<Parameter>,
	/// The value to come.
	pub new: Parameter,
}

/// When a change takes effect.
#[frame_support::stored]
#[derive(Copy)]
pub struct Appointment {
	/// Names the change.
	pub id: ChangeId,
	/// It takes effect in the first block that knows this time or a later one.
	pub due: Moment,
}
