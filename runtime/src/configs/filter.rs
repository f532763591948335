// SPDX-License-Identifier: Apache-2.0

//! Which calls nobody may make.

use crate::{AccountId, OriginCaller, RuntimeCall};
use frame_support::{dispatch::RawOrigin, traits::Contains, PalletId};
use sp_core::TypeId;
use sp_runtime::MultiAddress;

/// Refuses what would change an account, the total issuance or a set behind the back of the pallet that keeps the book of it,
/// and what would make sudo dispatch such a call:
///
/// - tokens made or unmade without the supply ledger. Holders burn through `Emission::burn`, which counts it;
/// - tokens on hold or reserved that are freed by another than the pallet that holds them;
/// - tokens that leave the account of a pallet by another than that pallet;
/// - session keys removed without asking whether a set of validators needs them. Their owners remove them
///   through `Liveness::purge_keys`, which asks;
/// - a set of validators that is forced without its number and without a look at the last finalised block.
///   Root forces it through `Liveness::note_stalled`.
pub struct BooksAgree;

impl Contains<RuntimeCall> for BooksAgree {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			// The last filter on the way: what root dispatches passes none.
			RuntimeCall::Sudo(_) => !leads_past_book(call),
			// A wrapper that dispatches for a signed origin lets each call pass this filter anew.
			_ => !is_past_book(call),
		}
	}
}

/// Whether `call` itself changes what a pallet keeps book of, and the pallet learns nothing.
fn is_past_book(call: &RuntimeCall) -> bool {
	use pallet_balances::Call;
	match call {
		RuntimeCall::Balances(
			Call::burn { .. }
			| Call::force_set_balance { .. }
			| Call::force_adjust_total_issuance { .. }
			| Call::force_unreserve { .. },
		) => true,
		RuntimeCall::Balances(Call::force_transfer { source, .. }) => names_a_pallet(source),
		RuntimeCall::Session(pallet_session::Call::purge_keys {})
		| RuntimeCall::Grandpa(pallet_grandpa::Call::note_stalled { .. }) => true,
		_ => false,
	}
}

/// Whether `call` is such a call or, dispatched without a filter, would dispatch one. The depth of
/// nested calls is bounded where they are decoded.
fn leads_past_book(call: &RuntimeCall) -> bool {
	use pallet_sudo::Call as Sudo;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::Sudo(Sudo::sudo_as { who, call }) => {
			names_a_pallet(who) || leads_past_book(call)
		}
		RuntimeCall::Sudo(Sudo::sudo { call } | Sudo::sudo_unchecked_weight { call, .. })
		| RuntimeCall::Utility(Utility::with_weight { call, .. }) => leads_past_book(call),
		RuntimeCall::Utility(
			Utility::dispatch_as { as_origin, call }
			| Utility::dispatch_as_fallible { as_origin, call },
		) => acts_for_a_pallet(as_origin) || leads_past_book(call),
		RuntimeCall::Utility(
			Utility::batch { calls }
			| Utility::batch_all { calls }
			| Utility::force_batch { calls },
		) => calls.iter().any(leads_past_book),
		RuntimeCall::Utility(Utility::if_else { main, fallback }) => {
			leads_past_book(main) || leads_past_book(fallback)
		}
		_ => is_past_book(call),
	}
}

/// Whether `origin` is that of the account of a pallet.
fn acts_for_a_pallet(origin: &OriginCaller) -> bool {
	matches!(origin, OriginCaller::system(RawOrigin::Signed(account)) if is_of_a_pallet(account))
}

/// Whether `address` is that of the account of a pallet. Only accounts themselves resolve on this chain.
fn names_a_pallet(address: &MultiAddress<AccountId, ()>) -> bool {
	matches!(address, MultiAddress::Id(account) if is_of_a_pallet(account))
}

/// Whether `account` is a pallet's, such as a pot. No key signs for one.
fn is_of_a_pallet(account: &AccountId) -> bool {
	AsRef::<[u8]>::as_ref(account).starts_with(&PalletId::TYPE_ID)
}
