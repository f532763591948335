// SPDX-License-Identifier: Apache-2.0

//! The calls that no account may make by itself.

use crate::RuntimeCall;

/// Whether `call` fails whoever signs for it: only root may make it, the author of a block, or nobody by
/// the key of an account. A
/// call that wraps others is judged by itself.
///
/// Every pallet is named, and a test makes one of each call: the calls of this list, and no others,
/// refuse a signed origin.
pub fn is_reserved(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::System(call) => {
			use frame_system::Call;
			matches!(
				call,
				Call::set_heap_pages { .. }
					| Call::set_code { .. }
					| Call::set_code_without_checks { .. }
					| Call::set_storage { .. }
					| Call::kill_storage { .. }
					| Call::kill_prefix { .. }
					| Call::authorize_upgrade { .. }
					| Call::authorize_upgrade_without_checks { .. }
			)
		}
		RuntimeCall::Timestamp(call) => matches!(call, pallet_timestamp::Call::set { .. }),
		RuntimeCall::Babe(call) => {
			use pallet_babe::Call;
			matches!(
				call,
				Call::report_equivocation_unsigned { .. } | Call::plan_config_change { .. }
			)
		}
		RuntimeCall::Balances(call) => {
			use pallet_balances::Call;
			matches!(
				call,
				Call::force_transfer { .. }
					| Call::force_unreserve { .. }
					| Call::force_set_balance { .. }
					| Call::force_adjust_total_issuance { .. }
			)
		}
		RuntimeCall::StakingLocks(call) => {
			use pallet_staking_locks::Call;
			matches!(call, Call::report_slash { .. } | Call::cancel_slash { .. })
		}
		RuntimeCall::Liveness(call) => {
			use pallet_liveness::Call;
			matches!(
				call,
				Call::heartbeat { .. } | Call::note_stalled { .. } | Call::cancel_stalled { .. }
			)
		}
		RuntimeCall::Grandpa(call) => {
			use pallet_grandpa::Call;
			matches!(call, Call::report_equivocation_unsigned { .. } | Call::note_stalled { .. })
		}
		RuntimeCall::KpiOracle(call) => {
			use pallet_kpi_oracle::Call;
			matches!(
				call,
				Call::admit_reporter { .. }
					| Call::remove_reporter { .. }
					| Call::slash_reporter { .. }
					| Call::halt { .. }
					| Call::resume { .. }
			)
		}
		RuntimeCall::Emission(call) => {
			use pallet_emission::Call;
			matches!(call, Call::start { .. } | Call::pause { .. } | Call::resume { .. })
		}
		RuntimeCall::Allocation(call) => {
			use pallet_allocation::Call;
			matches!(
				call,
				Call::grant { .. }
					| Call::spend { .. }
					| Call::revoke { .. }
					| Call::move_holdings { .. }
					| Call::pause_category { .. }
					| Call::resume_category { .. }
					| Call::veto_succession { .. }
			)
		}
		RuntimeCall::ServicePayments(call) => {
			use pallet_service_payments::Call;
			matches!(call, Call::rule { .. })
		}
		RuntimeCall::ParameterChanges(call) => {
			use pallet_parameter_changes::Call;
			matches!(call, Call::schedule_change { .. } | Call::cancel_change { .. })
		}
		RuntimeCall::Utility(call) => {
			use pallet_utility::Call;
			matches!(
				call,
				Call::dispatch_as { .. }
					| Call::dispatch_as_fallible { .. }
					| Call::with_weight { .. }
			)
		}
		RuntimeCall::Session(_)
		| RuntimeCall::Multisig(_)
		| RuntimeCall::Proxy(_)
		| RuntimeCall::Sudo(_) => false,
	}
}

/// Whether another call took the place of `call`, which the runtime's filter refuses to everybody.
pub fn is_superseded(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Session(pallet_session::Call::purge_keys {}))
}
