// SPDX-License-Identifier: Apache-2.0

//! What accounts can do together: batches, multisigs, proxies, and sudo on chains without
//! governance.

use crate::{
	constants::currency::deposit, Balance, Balances, OriginCaller, Runtime, RuntimeCall,
	RuntimeEvent, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = crate::weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	// An open multisig operation: 88 bytes of key and value, and 32 for each further signatory.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	// An account's list of proxies, and 33 bytes for each proxy in it.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = crate::weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do for an account.
///
/// A proxy is as weak as its type only while its calls keep the filter of the type. A multisig and a proxy of somebody
/// else dispatch for another account, with an origin that has none: whoever may use them for an account has all that
/// its signature is good for there. So they are left to [`ProxyType::Any`], approving and announcing for the account
/// included, since what was approved or announced is then carried out by others.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that moves no tokens to others: what [`ProxyType::Staking`] may, consensus, reports of the oracle,
	/// and proxies with no more rights than this one.
	#[codec(index = 1)]
	NonTransfer,
	/// Reject announced calls of other proxies.
	#[codec(index = 2)]
	CancelProxy,
	/// Locks, delegates, claims, and keeps a validator running.
	#[codec(index = 3)]
	Staking,
}

// Named one by one: a call that comes later is closed until somebody decides.
impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::NonTransfer => {
				keeps_filter(call)
					|| is_staking(call)
					|| is_of_proxies(call)
					|| is_of_the_chain(call)
			}
			Self::CancelProxy => keeps_filter(call) || rejects_announcement(call),
			Self::Staking => keeps_filter(call) || is_staking(call),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) => true,
			(_, Self::Any) => false,
			(Self::NonTransfer, _) => true,
			(mine, other) => mine == other,
		}
	}
}

/// Whether `call` dispatches others with the origin that it came with, and so under the same filter. A derivative
/// account is another account, but under the filter of its owner.
fn keeps_filter(call: &RuntimeCall) -> bool {
	use pallet_utility::Call;
	matches!(
		call,
		RuntimeCall::Utility(
			Call::batch { .. }
				| Call::batch_all { .. }
				| Call::force_batch { .. }
				| Call::if_else { .. }
				| Call::as_derivative { .. }
		)
	)
}

fn is_staking(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::StakingLocks(_) | RuntimeCall::Session(_) | RuntimeCall::Liveness(_)
	)
}

/// Whether `call` is about blocks, consensus and metrics, none of which moves the sender's tokens.
fn is_of_the_chain(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::System(_)
			| RuntimeCall::Grandpa(_)
			| RuntimeCall::Babe(_)
			| RuntimeCall::KpiOracle(
				pallet_kpi_oracle::Call::commit { .. } | pallet_kpi_oracle::Call::report { .. }
			)
	)
}

/// Whether `call` is about the proxies of an account, and makes none act. The pallet itself sees to it that a proxy adds
/// and removes none with more rights than its own.
fn is_of_proxies(call: &RuntimeCall) -> bool {
	use pallet_proxy::Call;
	let manages = matches!(
		call,
		RuntimeCall::Proxy(
			Call::add_proxy { .. } | Call::remove_proxy { .. } | Call::remove_announcement { .. }
		)
	);
	manages || rejects_announcement(call)
}

fn rejects_announcement(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = crate::weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = crate::weights::pallet_sudo::WeightInfo<Runtime>;
}
