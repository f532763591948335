// SPDX-License-Identifier: Apache-2.0

//! A provider: what it does, where it is found, and whether it serves.

use super::{Judgements, SessionIndex};
use destra_primitives::{time::Moment, ProviderStatus, Role, Roles};
use frame_support::BoundedVec;
use sp_runtime::traits::ConstU32;

/// Where a provider is reached, such as a URL or multiaddress.
pub type Endpoint = BoundedVec<u8, ConstU32<128>>;

/// What a provider says about itself.
#[frame_support::stored]
pub struct Profile<AccountId> {
	/// What it does.
	pub roles: Roles,
	/// The key that acts for it, once it agrees, where the key of its stake should stay cold.
	pub operator: AccountId,
	/// The hash of a document about it.
	pub metadata: [u8; 32],
	/// Where it is reached.
	pub endpoint: Endpoint,
}

/// Whether a provider stays, and until when it answers if not.
#[frame_support::stored]
#[derive(Copy)]
pub enum Standing {
	/// Serves, or may once it is out of jail.
	Active,
	/// Serves no more.
	Leaving {
		/// When it left.
		since: Moment,
		/// When it may be removed.
		until: Moment,
	},
}

/// A provider.
#[frame_support::stored]
pub struct Provider<AccountId> {
	/// What it says about itself.
	pub profile: Profile<AccountId>,
	/// When it registered; zero at genesis.
	pub registered_at: Moment,
	/// Whether it stays.
	pub standing: Standing,
	/// Whether it is barred: as long as a slash is pending, until [`Self::barred_until`], and until its
	/// stake suffices. One that leaves, before or after, is so for good.
	pub jailed: bool,
	/// Whether it was found not to be there, and has not shown itself since. It counts while it means to
	/// validate: [`Self::is_idle`].
	pub idle: bool,
	/// Until when the slashes that were applied bar it, in milliseconds since the Unix epoch. Those
	/// that are pending have a time of their own, which counts once they are applied: so one that is
	/// cancelled takes its own time with it and no other.
	pub barred_until: Moment,
	/// How many slashes are reported and neither applied nor cancelled.
	pub pending: u32,
	/// For which of its sessions as a validator it was slashed, and how severely.
	pub judged: Judgements,
}

impl<AccountId> Provider<AccountId> {
	/// An active provider.
	pub fn new(profile: Profile<AccountId>, registered_at: Moment) -> Self {
		Self {
			profile,
			registered_at,
			standing: Standing::Active,
			jailed: false,
			idle: false,
			barred_until: 0,
			pending: 0,
			judged: Judgements::default(),
		}
	}

	/// Its standing, for others.
	pub const fn status(&self) -> ProviderStatus {
		match self.standing {
			Standing::Leaving { .. } => ProviderStatus::Leaving,
			Standing::Active if self.jailed => ProviderStatus::Jailed,
			Standing::Active => ProviderStatus::Active,
		}
	}

	/// Whether it serves, if its stake suffices.
	pub const fn is_active(&self) -> bool {
		matches!(self.standing, Standing::Active) && !self.jailed
	}

	/// Whether it earns a commission, and may raise it. What its delegators earn otherwise is theirs
	/// whole.
	pub fn earns_commission(&self) -> bool {
		self.is_active() && !self.is_idle()
	}

	/// Whether it means to validate and is not there.
	pub fn is_idle(&self) -> bool {
		self.idle && self.is_validator()
	}

	/// Whether it is on its way out.
	pub const fn is_leaving(&self) -> bool {
		matches!(self.standing, Standing::Leaving { .. })
	}

	/// Whether it has left, and the time in which it answers for the past is over.
	pub const fn has_left(&self, now: Moment) -> bool {
		matches!(self.standing, Standing::Leaving { until, .. } if now >= until)
	}

	/// Whether it means to validate, in jail or out of it.
	pub fn is_validator(&self) -> bool {
		!self.is_leaving() && self.profile.roles.contains(&Role::Validator)
	}

	/// Whether it is active as a validator.
	pub fn is_candidate(&self) -> bool {
		self.is_active() && self.is_validator()
	}

	/// Bars it, one that leaves as well: it may sit in a set still. Whether it was not barred before.
	pub fn jail(&mut self) -> bool {
		!core::mem::replace(&mut self.jailed, true)
	}

	/// It returns from jail in `session`: what it is guilty of from the next one on is another fault.
	pub fn unjail(&mut self, session: SessionIndex) {
		self.jailed = false;
		self.judged.begin_anew(session.saturating_add(1));
	}

	/// A slash is no longer pending; if it was applied, it bars the provider until `until`.
	pub fn end_slash(&mut self, until: Moment) {
		self.pending = self.pending.saturating_sub(1);
		self.barred_until = self.barred_until.max(until);
	}
}
