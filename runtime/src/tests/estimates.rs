// SPDX-License-Identifier: Apache-2.0

//! What a wallet estimates before a call of staking, allocation or emission is sent, against what the
//! call costs in the end: at most three times as much where it succeeds, and no more where it fails.

use super::{
	chain::{account, schedule_of},
	staking_chain::{block, block_after, on_chain, tier, validator_profile},
};
use crate::{
	constants::currency::DSYNC,
	genesis::categories::{INVESTORS, TEAM, TREASURY},
	AccountId, Allocation, Balance, Emission, Runtime, RuntimeCall, RuntimeOrigin, StakingLocks,
	TransactionPayment,
};
use codec::Encode;
use destra_primitives::{
	time::{days, minutes},
	CategoryId, GrantId, Recipient, Role, ServiceClass, SlashReason,
};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{GetCallMetadata, GetCallName},
};
use pallet_allocation::{Call as Allocate, Notice, Source};
use pallet_emission::Call as Emit;
use pallet_staking_locks::{Call as Stake, ProfileOf, Tier};
use sp_keyring::Sr25519Keyring::{self, Alice, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, Perbill};
use std::collections::BTreeMap;

/// The address, signature and extensions of a transaction, about, in bytes.
const ENVELOPE: usize = 110;

/// What a call costs, in planck.
#[derive(Clone, Copy, Debug)]
struct Fee {
	estimate: Balance,
	actual: Balance,
	succeeds: bool,
}

/// Does a call, and says what it costs.
fn charge(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> (&'static str, Fee) {
	let call = call.into();
	let (info, name) = (call.get_dispatch_info(), call.get_call_metadata().function_name);
	let length = u32::try_from(call.encoded_size() + ENVELOPE).expect("a short call");
	let done = call.dispatch(origin);
	let (post, succeeds) = match done {
		Ok(post) => (post, true),
		Err(refused) => (refused.post_info, false),
	};
	let estimate = TransactionPayment::compute_fee(length, &info, 0);
	let actual = TransactionPayment::compute_actual_fee(length, &info, &post, 0);
	(name, Fee { estimate, actual, succeeds })
}

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

/// The most that the calls of a pallet cost that succeed, by name.
#[derive(Default)]
struct Costs(BTreeMap<&'static str, Balance>);

impl Costs {
	fn succeed(&mut self, call: impl Into<RuntimeCall>, origin: RuntimeOrigin) {
		let (name, fee) = charge(call, origin);
		assert!(fee.succeeds, "{name}");
		assert!(fee.estimate <= 3 * fee.actual, "{name}: {fee:?}");
		let most = self.0.entry(name).or_insert(fee.actual);
		*most = fee.actual.max(*most);
	}

	/// But for a hundredth: what a refusal weighs is not counted grant by grant.
	fn fail(&self, call: impl Into<RuntimeCall>, origin: RuntimeOrigin) {
		let (name, fee) = charge(call, origin);
		let success = self.0[name];
		assert!(!fee.succeeds, "{name}");
		assert!(fee.actual <= success + success / 100, "{name}: {fee:?}, a success {success}");
	}

	/// Every call of the pallet was there.
	fn are_of_all<C: GetCallName>(&self) {
		let missing: Vec<_> =
			C::get_call_names().iter().filter(|name| !self.0.contains_key(*name)).collect();
		assert!(missing.is_empty(), "{missing:?}");
	}
}

fn hosting(who: Sr25519Keyring) -> ProfileOf<Runtime> {
	let mut profile = validator_profile(account(who));
	profile.roles.clear();
	profile.roles.try_insert(Role::Service(ServiceClass::Hosting)).expect("there is room");
	profile
}

fn pass(span: u64) {
	block_after(span);
	block();
}

#[test]
fn no_call_of_staking_costs_a_third_of_its_estimate_and_to_fail_costs_no_more_than_to_succeed() {
	on_chain("development", || {
		let mut costs = Costs::default();
		let (amount, provider) = (10_000 * DSYNC, account(Eve));
		let commission = Perbill::from_percent;
		let mut eve = |call: Stake<Runtime>| costs.succeed(call, signed(Eve));
		eve(Stake::lock { amount, tier: tier(0) });
		eve(Stake::lock { amount, tier: tier(0) });
		eve(Stake::top_up { id: 0, amount: DSYNC });
		eve(Stake::merge { from: 1, into: 0 });
		eve(Stake::lock { amount, tier: tier(0) });
		eve(Stake::extend { id: 2, tier: tier(1) });
		eve(Stake::set_compounding { compounding: true });
		eve(Stake::set_compounding { compounding: false });
		pass(minutes(6));
		eve(Stake::claim { who: account(Eve) });
		eve(Stake::register { profile: hosting(Eve), commission: commission(10) });
		eve(Stake::update_profile { profile: hosting(Eve) });
		eve(Stake::operate_for { provider: Some(account(Eve)) });
		eve(Stake::set_commission { commission: commission(20) });
		costs.succeed(Stake::delegate { provider: provider.clone(), amount }, signed(Ferdie));
		pass(minutes(6));
		costs.succeed(Stake::raise_commission {}, signed(Eve));
		let visit = Stake::claim_delegation { provider: provider.clone(), who: account(Ferdie) };
		costs.succeed(visit, signed(Dave));
		let leave = Stake::undelegate { provider: provider.clone(), amount, destination: None };
		costs.succeed(leave, signed(Ferdie));
		costs.succeed(Stake::claim { who: account(Eve) }, signed(Dave));
		costs.succeed(Stake::unbond { id: 0, amount }, signed(Eve));
		costs.succeed(Stake::rebond { id: 3, tier: tier(0) }, signed(Eve));
		costs.succeed(Stake::unbond { id: 0, amount: DSYNC }, signed(Eve));
		pass(minutes(12));
		costs.succeed(Stake::withdraw { who: account(Eve) }, signed(Dave));
		let withdraw =
			Stake::withdraw_delegation { provider: provider.clone(), who: account(Ferdie) };
		costs.succeed(withdraw, signed(Dave));

		let report = |reason| Stake::report_slash {
			provider: provider.clone(),
			reason,
			reporter: Some(account(Dave)),
		};
		costs.succeed(report(SlashReason::Equivocation), root());
		costs.fail(Stake::claim { who: account(Eve) }, signed(Dave));
		costs.fail(Stake::withdraw { who: account(Eve) }, signed(Dave));
		costs.succeed(Stake::cancel_slash { id: 0 }, root());
		costs.succeed(Stake::unjail {}, signed(Eve));
		costs.succeed(Stake::set_settings { settings: Box::new(StakingLocks::settings()) }, root());
		costs.succeed(Stake::delegate { provider: provider.clone(), amount }, signed(Ferdie));
		costs.succeed(Stake::leave {}, signed(Eve));
		pass(minutes(10));
		let back = Stake::return_delegation { provider: provider.clone(), who: account(Ferdie) };
		costs.succeed(back, signed(Dave));
		costs.succeed(Stake::remove_provider { provider: provider.clone() }, signed(Dave));
		costs.are_of_all::<Stake<Runtime>>();

		let poor = Charlie;
		for call in [
			Stake::lock {
				amount,
				tier: Tier { length: 6_000.try_into().expect("in range"), ..tier(0) },
			},
			Stake::lock { amount: Balance::MAX / 1_000_000, tier: tier(0) },
			Stake::top_up { id: 9, amount },
			Stake::extend { id: 9, tier: tier(0) },
			Stake::merge { from: 9, into: 9 },
			Stake::unbond { id: 9, amount },
			Stake::rebond { id: 9, tier: tier(0) },
			Stake::withdraw { who: account(poor) },
			Stake::claim { who: account(poor) },
			Stake::register { profile: hosting(poor), commission: commission(10) },
			Stake::register { profile: hosting(poor), commission: commission(90) },
			Stake::update_profile { profile: hosting(poor) },
			Stake::leave {},
			Stake::unjail {},
			Stake::remove_provider { provider },
			Stake::set_commission { commission: commission(10) },
			Stake::raise_commission {},
			Stake::delegate { provider: account(poor), amount },
		] {
			costs.fail(call, signed(poor));
		}
	});
}

/// The grants of `who`, oldest first.
fn grants(who: &AccountId) -> Vec<GrantId> {
	Allocation::grants(who.clone()).iter().map(|grant| grant.grant).collect()
}

#[test]
fn no_call_of_the_allocation_costs_a_third_of_its_estimate_and_to_fail_costs_no_more() {
	on_chain("development", || {
		let mut costs = Costs::default();
		let (dave, ferdie, amount) = (account(Dave), account(Ferdie), 1_000 * DSYNC);
		let grant = |category| Allocate::grant {
			category,
			beneficiary: account(Dave),
			amount,
			schedule: schedule_of(category),
		};
		for category in [TEAM, INVESTORS, INVESTORS] {
			costs.succeed(grant(category), root());
		}
		let [of_team, into, merged] = grants(&dave)[..] else { unreachable!("three grants") };
		costs.succeed(Allocate::release { beneficiary: dave.clone() }, signed(Charlie));
		pass(minutes(2));
		let beneficiaries = vec![dave.clone(), ferdie.clone()].try_into().expect("two");
		costs.succeed(Allocate::release_batch { beneficiaries }, signed(Charlie));
		costs.succeed(Allocate::merge { into, merged }, signed(Dave));
		let offer = Allocate::offer_grant { grant: into, to: Some(ferdie) };
		costs.succeed(offer, signed(Dave));
		let accept = Allocate::accept_grant { from: dave.clone(), grant: into };
		costs.succeed(accept, signed(Ferdie));
		costs.succeed(Allocate::exit_early { grant: into }, signed(Ferdie));
		let name = || Allocate::name_successor { successor: Some(account(Charlie)) };
		let announce = || Allocate::announce_succession { from: account(Dave) };
		costs.succeed(name(), signed(Dave));
		costs.succeed(announce(), signed(Charlie));
		costs.succeed(Allocate::veto_succession { from: dave.clone() }, root());
		let notice = Notice::literal::<{ minutes(1) }>();
		costs.succeed(Allocate::set_succession_notice { notice }, root());
		costs.succeed(name(), signed(Dave));
		costs.succeed(announce(), signed(Charlie));
		pass(minutes(1));
		costs.succeed(Allocate::succeed { from: dave.clone() }, signed(Charlie));
		let back = Allocate::move_holdings { from: account(Charlie), to: dave.clone() };
		costs.succeed(back, root());
		costs.succeed(Allocate::revoke { grant: of_team }, root());
		let spend = Allocate::spend { category: TREASURY, beneficiary: dave.clone(), amount };
		costs.succeed(spend, root());
		costs.succeed(Allocate::pause_category { category: TEAM }, root());
		costs.succeed(Allocate::resume_category { category: TEAM }, root());
		let like = Allocation::definitions()[0].clone();
		let create = Allocate::create_category {
			category: CategoryId(7),
			name: like.name,
			source: Source::Emission,
			max_share: like.max_share,
			rules: like.rules,
		};
		costs.succeed(create, root());
		let shares: Vec<_> = Allocation::definitions().iter().map(|c| (c.id, c.share)).collect();
		let shares = shares.try_into().expect("as many as there are");
		costs.succeed(Allocate::set_shares { shares }, root());

		StakingLocks::claim(signed(Charlie), account(Alice)).expect("a reward is due");
		pass(days(7));
		costs.succeed(Allocate::claim_rewards { who: account(Alice) }, signed(Charlie));
		costs.are_of_all::<Allocate<Runtime>>();

		let nobody = account(Charlie);
		for call in [
			Allocate::release { beneficiary: nobody.clone() },
			Allocate::claim_rewards { who: nobody.clone() },
			Allocate::merge { into, merged },
			Allocate::offer_grant { grant: into, to: None },
			Allocate::accept_grant { from: nobody.clone(), grant: into },
			Allocate::exit_early { grant: into },
			Allocate::name_successor { successor: Some(account(Dave)) },
			Allocate::announce_succession { from: nobody.clone() },
			Allocate::succeed { from: nobody },
		] {
			costs.fail(call, signed(Charlie));
		}
	});
}

#[test]
fn a_call_of_the_emission_costs_its_estimate_whatever_becomes_of_it() {
	on_chain("development", || {
		let in_force = Emission::parameters()[0].clone();
		let calls = [
			(Emit::start {}, root()),
			(Emit::pause {}, root()),
			(Emit::resume {}, root()),
			(Emit::schedule_change { new: in_force }, root()),
			(Emit::cancel_change { id: 0 }, root()),
			(Emit::settle_liability { recipient: Recipient::Community }, signed(Charlie)),
			(Emit::burn { amount: DSYNC, keep_alive: true }, signed(Charlie)),
			(Emit::burn { amount: 0, keep_alive: true }, signed(Charlie)),
		];
		let mut costs = Costs::default();
		for (call, origin) in calls {
			let (name, fee) = charge(call, origin);
			assert_eq!(fee.actual, fee.estimate, "{name}");
			costs.0.insert(name, fee.actual);
		}
		costs.are_of_all::<Emit<Runtime>>();
	});
}
