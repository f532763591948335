// SPDX-License-Identifier: Apache-2.0

//! Refuses transactions that their signer has no authority for, before they cost block space.
//!
//! Who may make root's calls is said here and nowhere else: `caller.rs` names the account, and in
//! whose name a nested call is made; [`is_reserved`] names the calls.

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod caller;
mod reserved;

use crate::{weights::check_authority::WeightInfo as Measured, Runtime, RuntimeCall};
use caller::{is_governor, Caller};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::DispatchClass,
	pallet_prelude::{TransactionSource, Weight},
	traits::OriginTrait,
};
use scale_info::TypeInfo;
use sp_runtime::{
	impl_tx_ext_default,
	traits::{DispatchInfoOf, DispatchOriginOf, Implication, TransactionExtension, ValidateResult},
	transaction_validity::{InvalidTransaction, TransactionValidityError, ValidTransaction},
};

pub use reserved::{is_reserved, is_superseded};

/// Why a signed transaction is refused: `InvalidTransaction::Custom` with one of these codes. The
/// codes from 100 to 119 are the oracle's.
///
/// | code | fault | what to do |
/// |---:|---|---|
/// | 120 | `Reserved` | have governance make the call: as root it goes through |
/// | 121 | `NotGovernor` | sign for the account that governs, or for one whose proxy you are |
/// | 122 | `Superseded` | make the call that took its place: `liveness.purgeKeys` for `session.purgeKeys` |
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum AuthorityFault {
	/// No account may make the call by itself: only root, or the author of a block.
	Reserved = 120,
	/// Only the account that governs may make the call, or fill the room for operational ones.
	NotGovernor = 121,
	/// Another call took the place of this one, which nobody may make.
	Superseded = 122,
}

impl AuthorityFault {
	/// The code of the refused transaction.
	pub const fn code(self) -> u8 {
		self as u8
	}
}

impl From<AuthorityFault> for TransactionValidityError {
	fn from(fault: AuthorityFault) -> Self {
		InvalidTransaction::Custom(fault.code()).into()
	}
}

/// What the extension weighs.
pub trait WeightInfo {
	/// To find out who makes a call of sudo.
	fn check_authority() -> Weight;
}

/// Lets a signed transaction pass only if its signer may make every call in it, at any depth.
///
/// Without it anybody could fill blocks with calls that fail at once: the operational ones take the
/// room kept for emergencies, the others need no argument to be valid. Refused are, with the codes of
/// [`AuthorityFault`]:
///
/// - a transaction with a call that no account may make, wherever it is nested;
/// - the calls of sudo in any name but that of the governing account;
/// - a transaction with a call whose place another one took;
/// - a transaction of another class than the normal one with any call in another name.
///
/// A call behind a hash (`multisig.approveAsMulti`) is looked at when it is shown. Transactions
/// without a signature are none of its business.
///
/// Carries no data and no implicit data: wallets need not know it.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Default, Clone, PartialEq, Eq, Debug)]
pub struct CheckAuthority;

impl TransactionExtension<RuntimeCall> for CheckAuthority {
	const IDENTIFIER: &'static str = "CheckAuthority";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	/// Where the call of who governs can be in it, what it takes to find that account. The calls are
	/// looked at in passing, as their weights are.
	fn weight(&self, call: &RuntimeCall) -> Weight {
		match call {
			RuntimeCall::Sudo(_)
			| RuntimeCall::Utility(_)
			| RuntimeCall::Multisig(_)
			| RuntimeCall::Proxy(_) => Measured::<Runtime>::check_authority(),
			_ => Weight::zero(),
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		_len: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Implication,
		_source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCall> {
		if let Some(who) = origin.as_signer() {
			check(&Caller::Signer(who), call, info.class)?;
		}
		Ok((ValidTransaction::default(), (), origin))
	}

	impl_tx_ext_default!(RuntimeCall; prepare);
}

/// Whether `caller` may make `call` and all that is nested in it, in a transaction of this class.
/// The depth of nested calls is bounded where they are decoded.
fn check(caller: &Caller, call: &RuntimeCall, class: DispatchClass) -> Result<(), AuthorityFault> {
	use pallet_multisig::Call as Multisig;
	use pallet_proxy::Call as Proxy;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::Utility(
			Utility::batch { calls }
			| Utility::batch_all { calls }
			| Utility::force_batch { calls },
		) => calls.iter().try_for_each(|call| check(caller, call, class)),
		RuntimeCall::Utility(Utility::if_else { main, fallback }) => {
			check(caller, main, class)?;
			check(caller, fallback, class)
		}
		RuntimeCall::Utility(Utility::as_derivative { index, call }) => {
			check(&Caller::Derivative { of: caller, index: *index }, call, class)
		}
		RuntimeCall::Multisig(Multisig::as_multi_threshold_1 { other_signatories, call }) => check(
			&Caller::Multisig { threshold: 1, member: caller, others: other_signatories },
			call,
			class,
		),
		RuntimeCall::Multisig(Multisig::as_multi {
			threshold, other_signatories, call, ..
		}) => {
			let (threshold, others) = (*threshold, other_signatories);
			check(&Caller::Multisig { threshold, member: caller, others }, call, class)
		}
		RuntimeCall::Proxy(Proxy::proxy { real, force_proxy_type, call }) => {
			let proxy_type = *force_proxy_type;
			check(&Caller::Proxied { real, delegate: caller, proxy_type }, call, class)
		}
		RuntimeCall::Proxy(Proxy::proxy_announced { call, .. }) => {
			check(&Caller::Announced, call, class)
		}
		RuntimeCall::Sudo(_) => governs(caller),
		_ if is_superseded(call) => Err(AuthorityFault::Superseded),
		_ if is_reserved(call) => Err(AuthorityFault::Reserved),
		_ if class == DispatchClass::Normal => Ok(()),
		_ => governs(caller),
	}
}

fn governs(caller: &Caller) -> Result<(), AuthorityFault> {
	let who = caller.account().ok_or(AuthorityFault::NotGovernor)?;
	frame_support::ensure!(is_governor(&who), AuthorityFault::NotGovernor);
	Ok(())
}
