// SPDX-License-Identifier: Apache-2.0

//! Which calls nobody may make.

use crate::RuntimeCall;
use frame_support::traits::Contains;

/// Refuses the calls that would change the total issuance behind the back of the supply ledger,
/// and what would make sudo dispatch one. Holders burn through `Emission::burn`, which counts it.
pub struct LedgerKeepsCount;

impl Contains<RuntimeCall> for LedgerKeepsCount {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			// The last filter on the way: what root dispatches passes none.
			RuntimeCall::Sudo(_) => !leads_past_ledger(call),
			// A wrapper that dispatches for a signed origin lets each call pass this filter anew.
			_ => !is_uncounted(call),
		}
	}
}

/// Whether `call` itself changes the total issuance uncounted.
fn is_uncounted(call: &RuntimeCall) -> bool {
	use pallet_balances::Call;
	matches!(
		call,
		RuntimeCall::Balances(
			Call::burn { .. }
				| Call::force_set_balance { .. }
				| Call::force_adjust_total_issuance { .. }
		)
	)
}

/// Whether `call` is such a call or, dispatched without a filter, would dispatch one. The depth of
/// nested calls is bounded where they are decoded.
fn leads_past_ledger(call: &RuntimeCall) -> bool {
	use pallet_sudo::Call as Sudo;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::Sudo(
			Sudo::sudo { call }
			| Sudo::sudo_unchecked_weight { call, .. }
			| Sudo::sudo_as { call, .. },
		)
		| RuntimeCall::Utility(
			Utility::dispatch_as { call, .. }
			| Utility::dispatch_as_fallible { call, .. }
			| Utility::with_weight { call, .. },
		) => leads_past_ledger(call),
		RuntimeCall::Utility(
			Utility::batch { calls }
			| Utility::batch_all { calls }
			| Utility::force_batch { calls },
		) => calls.iter().any(leads_past_ledger),
		RuntimeCall::Utility(Utility::if_else { main, fallback }) => {
			leads_past_ledger(main) || leads_past_ledger(fallback)
		}
		_ => is_uncounted(call),
	}
}
