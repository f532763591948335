// SPDX-License-Identifier: Apache-2.0

//! What a wallet shows before a transaction is near what it costs, and one that fails costs no more
//! than one that succeeds.
//!
//! A call that cannot tell what it weighed costs what was reserved for it, however it ends: there is
//! nothing to try. Its return type shows which ones these are. All others are tried, through signed
//! transactions, unless they are the SDK's: [`OF_THE_SDK`] says what is known of those.

use super::{
	signed::sign,
	staking_chain::{block_with, on_chain},
	wallet_scenarios::{scenarios, Prepare},
};
use crate::{
	constants::currency::MILLI, Allocation, Babe, Balance, Balances, Block, Emission, Executive,
	Grandpa, KpiOracle, Liveness, Multisig, ParameterChanges, Proxy, Runtime, RuntimeCall,
	RuntimeEvent, ServicePayments, Session, StakingLocks, Sudo, System, Timestamp, Utility,
};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	traits::GetCallMetadata,
};
use pallet_transaction_payment_rpc_runtime_api::runtime_decl_for_transaction_payment_api::TransactionPaymentApi;
use std::collections::BTreeMap;

/// A wallet shows at most this many times what a success costs.
const FACTOR: Balance = 3;

/// Pallet and call.
type Name = (&'static str, &'static str);

// --- which calls can tell what they weighed ----------------------------------------------------------

/// What a call returns.
trait Outcome {
	/// Whether what it weighed, or that it is free, can be in it.
	const TELLS: bool;
}

impl Outcome for DispatchResult {
	const TELLS: bool = false;
}

impl Outcome for DispatchResultWithPostInfo {
	const TELLS: bool = true;
}

/// The function of a call, by its parameters.
trait Call<Parameters> {
	type Outcome: Outcome;
}

macro_rules! impl_call {
	($($parameter:ident)*) => {
		impl<F, R: Outcome, $($parameter),*> Call<($($parameter,)*)> for F
		where
			F: Fn($($parameter),*) -> R,
		{
			type Outcome = R;
		}
	};
}

impl_call!(A);
impl_call!(A B);
impl_call!(A B C);
impl_call!(A B C D);
impl_call!(A B C D E);
impl_call!(A B C D E G);
impl_call!(A B C D E G H);
impl_call!(A B C D E G H I);

fn tells<Parameters, F: Call<Parameters>>(_: F) -> bool {
	<F::Outcome as Outcome>::TELLS
}

macro_rules! calls {
	($($pallet:ident: $($call:ident)*;)*) => {
		BTreeMap::from([$($(
			((stringify!($pallet), stringify!($call)), tells($pallet::$call))
		),*),*])
	};
}

/// Every call of the runtime, and whether it can tell what it weighed.
fn calls() -> BTreeMap<Name, bool> {
	calls! {
		System: remark set_heap_pages set_code set_code_without_checks set_storage kill_storage
			kill_prefix remark_with_event authorize_upgrade authorize_upgrade_without_checks
			apply_authorized_upgrade;
		Timestamp: set;
		Babe: report_equivocation report_equivocation_unsigned plan_config_change;
		Balances: transfer_allow_death force_transfer transfer_keep_alive transfer_all
			force_unreserve upgrade_accounts force_set_balance force_adjust_total_issuance burn;
		StakingLocks: lock top_up extend merge unbond rebond withdraw claim set_compounding register
			update_profile leave remove_provider unjail set_commission raise_commission delegate
			undelegate withdraw_delegation claim_delegation return_delegation report_slash
			cancel_slash operate_for;
		Session: set_keys purge_keys;
		Liveness: heartbeat purge_keys note_stalled cancel_stalled;
		Grandpa: report_equivocation report_equivocation_unsigned note_stalled;
		KpiOracle: commit report bond leave withdraw_bond claim_reward admit_reporter remove_reporter
			slash_reporter halt resume;
		Emission: start pause resume settle_liability burn;
		Allocation: grant spend release release_batch revoke exit_early merge offer_grant
			accept_grant name_successor succeed move_holdings claim_rewards pause_category
			resume_category announce_succession veto_succession;
		ParameterChanges: schedule_change cancel_change;
		ServicePayments: publish_card remove_card open top_up announce_price settle cancel
			close redeem open_dispute rule concede propose_outcome accept_outcome lapse_dispute;
		Utility: batch as_derivative batch_all dispatch_as force_batch with_weight if_else
			dispatch_as_fallible;
		Multisig: as_multi_threshold_1 as_multi approve_as_multi cancel_as_multi poke_deposit;
		Proxy: proxy add_proxy remove_proxy remove_proxies create_pure kill_pure announce
			remove_announcement reject_announcement proxy_announced poke_deposit;
		Sudo: sudo sudo_unchecked_weight set_key sudo_as remove_key;
	}
}

const NEVER: &str = "could tell what it weighed, and never does";
const ROOT: &str = "is root's, who pays no fee";
const FREE: &str = "is free where it does what it is for";
const INNER: &str = "costs what its inner calls cost, and those are tried here";
const SIGNATORIES: &str =
	"reserves the weight its caller names for the inner call, takes it whole \
	where that does not come to its turn, and gives it back where another signatory is waited for";

/// The calls of the SDK that can tell what they weighed, and why they are not tried.
const OF_THE_SDK: [(Name, &str); 29] = [
	(("System", "remark"), NEVER),
	(("System", "set_heap_pages"), ROOT),
	(("System", "set_code"), ROOT),
	(("System", "set_code_without_checks"), ROOT),
	(("System", "set_storage"), ROOT),
	(("System", "kill_storage"), ROOT),
	(("System", "kill_prefix"), ROOT),
	(("System", "remark_with_event"), NEVER),
	(("System", "apply_authorized_upgrade"), FREE),
	(("Babe", "report_equivocation"), FREE),
	(("Babe", "report_equivocation_unsigned"), FREE),
	(("Balances", "upgrade_accounts"), FREE),
	(("Grandpa", "report_equivocation"), FREE),
	(("Grandpa", "report_equivocation_unsigned"), FREE),
	(("Utility", "batch"), INNER),
	(("Utility", "as_derivative"), INNER),
	(("Utility", "batch_all"), INNER),
	(("Utility", "force_batch"), INNER),
	(("Utility", "if_else"), INNER),
	(("Multisig", "as_multi_threshold_1"), INNER),
	(("Multisig", "as_multi"), SIGNATORIES),
	(("Multisig", "approve_as_multi"), SIGNATORIES),
	(("Multisig", "poke_deposit"), FREE),
	(("Proxy", "poke_deposit"), FREE),
	(("Sudo", "sudo"), FREE),
	(("Sudo", "sudo_unchecked_weight"), FREE),
	(("Sudo", "set_key"), FREE),
	(("Sudo", "sudo_as"), FREE),
	(("Sudo", "remove_key"), FREE),
];

#[test]
fn no_call_is_left_out() {
	let mut all: Vec<_> = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call))
		})
		.collect();
	all.sort();
	assert_eq!(calls().into_keys().collect::<Vec<_>>(), all);
}

#[test]
fn every_call_that_can_tell_its_weight_is_tried_or_is_the_sdks() {
	let mut telling: Vec<_> =
		calls().into_iter().filter(|(_, tells)| *tells).map(|(name, _)| name).collect();
	let tried = scenarios().into_iter().map(|scenario| scenario.name);
	let mut known: Vec<_> = OF_THE_SDK.iter().map(|(name, _)| *name).chain(tried).collect();
	telling.sort();
	known.sort();
	assert_eq!(telling, known);
}

// --- what a transaction costs ------------------------------------------------------------------------

/// What a transaction was said to cost, and what it did cost, in planck.
struct Receipt {
	name: Name,
	estimate: Balance,
	fee: Balance,
	result: DispatchResult,
}

fn fee_of_the_last_transaction() -> Balance {
	let paid = System::read_events_no_consensus().filter_map(|record| match record.event {
		RuntimeEvent::TransactionPayment(
			pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
		) => Some(actual_fee),
		_ => None,
	});
	paid.last().expect("a transaction has paid")
}

/// Sends what `prepare` says, in a block on a chain as it leaves it.
fn send(prepare: Prepare) -> Receipt {
	let mut receipt = None;
	on_chain("development", || {
		let (who, call) = prepare();
		let metadata = call.get_call_metadata();
		let name = (metadata.pallet_name, metadata.function_name);
		receipt = Some(block_with(|| {
			let extrinsic = sign(&who.pair(), 0, call);
			let length = extrinsic.encoded_size() as u32;
			let estimate = <Runtime as TransactionPaymentApi<Block, Balance>>::query_info(
				extrinsic.clone(),
				length,
			)
			.partial_fee;
			let result = Executive::apply_extrinsic(extrinsic).expect("the transaction is valid");
			Receipt { name, estimate, fee: fee_of_the_last_transaction(), result }
		}));
	});
	receipt.expect("the transaction was sent")
}

/// Thousandths of a DSYNC, rounded down.
fn milli(amount: Balance) -> Balance {
	amount / MILLI
}

#[test]
fn a_wallet_shows_at_most_three_times_a_success_and_a_failure_costs_no_more() {
	let mut faults = Vec::new();
	for scenario in scenarios() {
		let tried = |tries: &[Prepare]| tries.iter().map(|one| send(*one)).collect::<Vec<_>>();
		let successes = tried(&scenario.successes);
		let failures = tried(&scenario.failures);
		let in_vain = tried(&scenario.in_vain);
		let (pallet, call) = scenario.name;

		for receipt in successes.iter().chain(&failures).chain(&in_vain) {
			assert_eq!(receipt.name, scenario.name);
			assert!(receipt.fee <= receipt.estimate, "{pallet}.{call} costs more than was shown");
		}
		for receipt in successes.iter().chain(&in_vain) {
			assert_eq!(receipt.result, Ok(()), "{pallet}.{call}");
		}
		for Receipt { result, .. } in &failures {
			assert!(result.is_err(), "{pallet}.{call} succeeds where it should not");
		}

		let cheapest = successes.iter().map(|receipt| receipt.fee).min().expect("it is tried");
		for Receipt { estimate, fee, .. } in &successes {
			let (shown, paid) = (milli(*estimate), milli(*fee));
			println!("{pallet}.{call}: shown {shown}, paid {paid} thousandths of a DSYNC");
			if *estimate > FACTOR * fee {
				faults.push(format!("{pallet}.{call} shows {shown} and takes {paid}"));
			}
		}
		for Receipt { fee, result, .. } in failures.iter().chain(&in_vain) {
			let (paid, least) = (milli(*fee), milli(cheapest));
			println!("{pallet}.{call}: paid {paid} for nothing: {result:?}");
			if *fee > cheapest {
				faults.push(format!("{pallet}.{call} takes {paid} for nothing, {least} for all"));
			}
		}
	}
	assert!(faults.is_empty(), "in thousandths of a DSYNC:\n{}", faults.join("\n"));
}
