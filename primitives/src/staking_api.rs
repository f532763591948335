// SPDX-License-Identifier: Apache-2.0

//! The runtime API of staking, and the shapes in which it answers. Storage may change behind them.

use crate::{time::Moment, Balance, ProviderStatus, Range, Roles};
use alloc::vec::Vec;
use codec::{Codec, Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// One position.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct PositionReport {
	/// Its name.
	pub id: u32,
	/// Whether it is unbonding; else it is locked.
	pub unbonding: bool,
	/// In planck.
	pub amount: Balance,
	/// What it weighs at present, in hundredths of a planck; nothing while the provider is idle.
	pub weight: u128,
	/// When its term ends or ended, in milliseconds since the Unix epoch; `None` if it never had
	/// one.
	pub until: Option<Moment>,
	/// Whether its term is over.
	pub over: bool,
}

/// The own stake of an account.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct StakeReport {
	/// The positions, oldest first.
	pub positions: Vec<PositionReport>,
	/// What they weigh together, in hundredths of a planck; nothing while the provider is idle.
	pub weight: u128,
	/// The reward that a claim would pay, in planck, rounded down.
	pub due: Balance,
	/// The part of it that was earned as a provider, in planck: it goes under vesting, and a slash
	/// reaches it.
	pub due_as_provider: Balance,
	/// What is on hold, in planck.
	pub held: Balance,
	/// Whether rewards are staked instead of paid.
	pub compounding: bool,
}

/// A part of a delegation on its way out.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct DepartureReport<AccountId> {
	/// What it is worth, in planck, rounded down.
	pub amount: Balance,
	/// When it may go, in milliseconds since the Unix epoch.
	pub ripe_at: Moment,
	/// The provider that it goes to; back to its owner with `None`.
	pub destination: Option<AccountId>,
}

/// A delegation.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct DelegationReport<AccountId> {
	/// What earns, in planck, rounded down.
	pub bonded: Balance,
	/// What is on its way out, oldest first.
	pub departing: Vec<DepartureReport<AccountId>>,
	/// What slashes took and is still on hold, in planck.
	pub lost: Balance,
	/// The reward that a claim would pay, in planck, rounded down.
	pub due: Balance,
}

/// A provider.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ProviderReport<AccountId> {
	/// What it does.
	pub roles: Roles,
	/// The key that it named to act for it.
	pub operator: AccountId,
	/// Whether that key has agreed. It does not act for it before.
	pub operator_agreed: bool,
	/// The hash of a document about it.
	pub metadata: [u8; 32],
	/// Where it is reached, in UTF-8.
	pub endpoint: Vec<u8>,
	/// When it registered, in milliseconds since the Unix epoch.
	pub registered_at: Moment,
	/// Whether it serves.
	pub status: ProviderStatus,
	/// Whether it is a validator that is not there, and earns nothing until it is back.
	pub idle: bool,
	/// Its own stake that is not unbonding, in planck.
	pub own: Balance,
	/// What is delegated to it, in planck.
	pub delegated: Balance,
	/// What both weigh, in hundredths of a planck.
	pub weight: u128,
	/// Its part of what its delegators earn, while it is active.
	pub commission: Perbill,
	/// A higher one to come, from when and until when it can be put into force, in milliseconds since
	/// the Unix epoch.
	pub announced: Option<(Perbill, Moment, Moment)>,
	/// How many slashes are pending.
	pub pending_slashes: u32,
	/// How many blocks it wrote.
	pub authored: u32,
}

/// The rewards of all stakers.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct StakingRewards {
	/// What all stake weighs, in hundredths of a planck.
	pub total_weight: u128,
	/// What is owed and not paid, in planck.
	pub owed: Balance,
	/// The part of it that is for authors of blocks to come, in planck.
	pub author_reserve: Balance,
	/// What is in the pot and not divided yet, in planck.
	pub unallotted: Balance,
}

/// Terms that end at the same time.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Maturity {
	/// When, in milliseconds since the Unix epoch.
	pub at: Moment,
	/// By how much the total weight falls, in hundredths of a planck.
	pub weight: u128,
	/// How many positions that concerns.
	pub positions: u32,
}

sp_api::decl_runtime_apis! {
	/// Reads the stakes, delegations and providers.
	pub trait StakingLocksApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What an account has staked itself, what that weighs and what rewards are due.
		fn stake(who: AccountId) -> StakeReport;
		/// What an account has delegated to a provider; `None` if nothing.
		fn delegation(provider: AccountId, who: AccountId) -> Option<DelegationReport<AccountId>>;
		/// What is known of a provider.
		fn provider(provider: AccountId) -> Option<ProviderReport<AccountId>>;
		/// The pot, its debts and the total weight.
		fn rewards() -> StakingRewards;
		/// When how much additional weight ends, soonest first, within a week from `from` on, in
		/// milliseconds since the Unix epoch; what lies in the past is left out.
		fn maturities(from: Moment) -> Vec<Maturity>;
		/// Those who would validate, heaviest first, with what they weigh in hundredths of a planck.
		fn candidates() -> Vec<(AccountId, u128)>;
		/// What the error `OutOfRange` counts: the range of all that calls are given and that has one.
		fn ranges() -> Vec<Range>;
	}
}
