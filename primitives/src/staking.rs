// SPDX-License-Identifier: Apache-2.0

//! Who provides services, what stands behind them, and how they answer for their conduct.

use crate::{time::Moment, Balance};
use frame_support::BoundedBTreeSet;
use serde::{Deserialize, Serialize};
use sp_runtime::{traits::ConstU32, DispatchResult, Perbill};

/// A kind of service that customers pay for.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum ServiceClass {
	/// Web hosting.
	#[codec(index = 0)]
	Hosting,
	/// Storage.
	#[codec(index = 1)]
	Storage,
	/// Name resolution.
	#[codec(index = 2)]
	Dns,
	/// Access to the nodes of chains.
	#[codec(index = 3)]
	Rpc,
	/// GPU time.
	#[codec(index = 4)]
	GpuCompute,
	/// Training of models.
	#[codec(index = 5)]
	AiTraining,
}

crate::names!(ServiceClass);

impl ServiceClass {
	/// Every class, in the order of its index.
	pub const ALL: [Self; 6] =
		[Self::Hosting, Self::Storage, Self::Dns, Self::Rpc, Self::GpuCompute, Self::AiTraining];
}

/// What a provider does for the network.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum Role {
	/// Writes and finalises blocks.
	#[codec(index = 0)]
	Validator,
	/// Serves customers.
	#[codec(index = 1)]
	Service(ServiceClass),
}

impl Role {
	/// How many roles there are.
	pub const COUNT: u32 = 7;
}

/// The roles of a provider.
pub type Roles = BoundedBTreeSet<Role, ConstU32<{ Role::COUNT }>>;

/// Whether a provider serves.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
pub enum ProviderStatus {
	/// Serves, or may.
	#[codec(index = 0)]
	Active,
	/// Serves no more, and answers for the past until it is removed.
	#[codec(index = 1)]
	Leaving,
	/// Is barred from serving for what it did.
	#[codec(index = 2)]
	Jailed,
}

/// Why a provider is slashed.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum SlashReason {
	/// Two blocks in one slot, or two votes in one round.
	#[codec(index = 0)]
	Equivocation,
	/// A service was not there.
	#[codec(index = 1)]
	ServiceMissed,
	/// Work was claimed that was not done.
	#[codec(index = 2)]
	WrongReport,
	/// The arbiter decided for the customer.
	#[codec(index = 3)]
	DisputeLost,
}

impl SlashReason {
	/// Every reason, in the order of its index.
	pub const ALL: [Self; 4] =
		[Self::Equivocation, Self::ServiceMissed, Self::WrongReport, Self::DisputeLost];
}

/// What is known of a provider. Implemented by staking-locks, used by all who deal with providers.
pub trait ProviderInspect<AccountId> {
	/// Its status; `None` if the account is no provider.
	fn status(who: &AccountId) -> Option<ProviderStatus>;

	/// Whether it is active, has this role and the stake for all its roles.
	fn serves(who: &AccountId, role: Role) -> bool;

	/// Since when it has not served those who dealt with it at `dealt_at`, for good: since it left.
	/// Zero if nobody knows, as the account is no provider, or one only since later; `None` while it
	/// serves, or is barred and may come back. In milliseconds since the Unix epoch.
	fn left_at(who: &AccountId, dealt_at: Moment) -> Option<Moment>;

	/// The weight of its own stake and of what is delegated to it, in hundredths of a planck.
	fn weight(who: &AccountId) -> u128;

	/// Its own stake that is not being unbonded, in planck.
	fn own_stake(who: &AccountId) -> Balance;

	/// The provider that this key acts for: the one that named it its operator.
	fn provider_of(operator: &AccountId) -> Option<AccountId>;

	/// Whether what it earned answers for its conduct: as long as it is a provider, and as long as a
	/// slash of it is pending.
	fn is_answerable(who: &AccountId) -> bool;
}

/// There is no provider.
impl<AccountId> ProviderInspect<AccountId> for () {
	fn status(_who: &AccountId) -> Option<ProviderStatus> {
		None
	}

	fn serves(_who: &AccountId, _role: Role) -> bool {
		false
	}

	fn left_at(_who: &AccountId, _dealt_at: Moment) -> Option<Moment> {
		Some(0)
	}

	fn weight(_who: &AccountId) -> u128 {
		0
	}

	fn own_stake(_who: &AccountId) -> Balance {
		0
	}

	fn provider_of(_operator: &AccountId) -> Option<AccountId> {
		None
	}

	fn is_answerable(_who: &AccountId) -> bool {
		false
	}
}

/// Takes a part of what a provider has at stake. Implemented by staking-locks, used by those who
/// judge conduct: the offences of consensus, the oracle, the arbiter of disputes.
pub trait Slasher<AccountId> {
	/// Has `who`, and all who delegated to it, lose the part `fraction` of their stake, or what the
	/// table says for `reason` with `None`, after the time in which governance may cancel that. A
	/// part of it goes to the `reporter`, unless that is `who` itself, or acts for it, or delegated to
	/// it: then the slash goes on without a reporter.
	///
	/// Each call is a slash of its own: the caller sees to it that nothing is judged twice.
	///
	/// # Errors
	///
	/// Where `who` is no provider.
	fn slash(
		who: &AccountId,
		reason: SlashReason,
		fraction: Option<Perbill>,
		reporter: Option<AccountId>,
	) -> DispatchResult;
}

/// Nobody has anything at stake.
impl<AccountId> Slasher<AccountId> for () {
	fn slash(
		_who: &AccountId,
		_reason: SlashReason,
		_fraction: Option<Perbill>,
		_reporter: Option<AccountId>,
	) -> DispatchResult {
		Ok(())
	}
}
