// SPDX-License-Identifier: Apache-2.0

//! Stakers, delegators, providers, and the keys of validators.

use super::{anybody, one_of, Kind, Scene};
use crate::{
	constants::currency::DSYNC,
	tests::{chain::now, whole::cast::Cast},
	AccountId, Balance, Runtime, RuntimeCall, SessionKeys, StakingLocks,
};
use codec::Encode;
use destra_primitives::{
	staking_api::PositionReport, ProviderInspect, ProviderStatus, Role, Roles, ServiceClass,
};
use pallet_staking_locks::{
	types::{Provider, Standing},
	Delegations, Profile, ProfileOf, Providers, Tier,
};
use sp_core::{proof_of_possession::ProofOfPossessionGenerator, Pair};
use sp_runtime::Perbill;

type Call = pallet_staking_locks::Call<Runtime>;
type Liveness = pallet_liveness::Call<Runtime>;
type Session = pallet_session::Call<Runtime>;

pub const KINDS: [Kind; 24] = [
	Kind::new("lock", 8, anybody, lock),
	Kind::new("top up a lock", 6, anybody, top_up),
	Kind::new("extend a lock", 4, anybody, extend),
	Kind::new("merge locks", 6, anybody, merge),
	Kind::new("unbond", 10, anybody, unbond),
	Kind::new("rebond", 3, anybody, rebond),
	Kind::for_anybody("withdraw", 8, withdraw),
	Kind::for_anybody("claim a reward", 8, claim),
	Kind::new("set compounding", 2, anybody, set_compounding),
	Kind::new("register", 6, anybody, register),
	Kind::new("update a profile", 3, provider, update_profile),
	Kind::new("agree to operate", 4, named, operate_for),
	Kind::new("stop serving", 2, provider, leave),
	Kind::for_anybody("remove a provider", 4, remove_provider),
	Kind::new("unjail", 4, provider, unjail),
	Kind::new("set a commission", 3, provider, set_commission),
	Kind::new("raise a commission", 12, raiser, raise_commission),
	Kind::new("delegate", 8, anybody, delegate),
	Kind::new("undelegate", 6, delegator, undelegate),
	Kind::for_anybody("withdraw a delegation", 6, withdraw_delegation),
	Kind::for_anybody("claim for a delegation", 6, claim_delegation),
	Kind::for_anybody("return a delegation", 4, return_delegation),
	Kind::new("set session keys", 2, provider, set_keys),
	Kind::new("purge session keys", 1, provider, purge_keys),
];

/// A provider.
pub fn provider(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, Providers::<Runtime>::iter_keys())
}

/// A provider whose raise has been announced for long enough, and not for too long.
fn raiser(scene: &mut Scene) -> Option<AccountId> {
	scene.search(|who| {
		let announced = StakingLocks::provider(who.clone()).and_then(|report| report.announced);
		announced.is_some_and(|(_, from, until)| (from..=until).contains(&now()))
	})
}

/// A key that a provider named its operator, and that does not act for it.
fn named(scene: &mut Scene) -> Option<AccountId> {
	let named = Providers::<Runtime>::iter()
		.map(|(who, provider)| (provider.profile.operator, who))
		.filter(|(key, who)| StakingLocks::provider_of(key).as_ref() != Some(who));
	one_of(scene, named.map(|(key, _)| key))
}

fn operate_for(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let by_name = |(_, one): &(_, Provider<AccountId>)| one.profile.operator == *by;
	let (provider, _) = Providers::<Runtime>::iter().find(by_name)?;
	Some(Call::operate_for { provider: Some(provider) }.into())
}

/// Whether a slash of this account is pending.
fn is_accused(who: &AccountId) -> bool {
	Providers::<Runtime>::get(who).is_some_and(|provider| provider.pending > 0)
}

fn delegator(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, Delegations::<Runtime>::iter_keys()).map(|(_, who)| who)
}

/// A position of `who` of which `is` holds.
fn position(
	scene: &mut Scene,
	who: &AccountId,
	is: impl Fn(&PositionReport) -> bool,
) -> Option<PositionReport> {
	let mut positions = StakingLocks::stake(who.clone()).positions;
	positions.retain(is);
	scene.dice.pick(&positions).cloned()
}

/// A tier in force that comes after the first `shorter` ones.
fn tier(scene: &mut Scene, shorter: usize) -> Option<Tier> {
	scene.dice.pick(StakingLocks::settings().tiers.get(shorter..)?).copied()
}

fn lock(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let amount = scene.spare(by, StakingLocks::settings().min_lock.get(), 8_000 * DSYNC)?;
	Some(Call::lock { amount, tier: tier(scene, 0)?.into() }.into())
}

fn top_up(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let id = position(scene, by, |position| !position.unbonding)?.id;
	let amount = scene.spare(by, 1, 2_000 * DSYNC)?;
	Some(Call::top_up { id, amount }.into())
}

fn extend(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let position = position(scene, by, |position| !position.unbonding)?;
	// What runs can only become longer.
	let shorter = if position.over { 1 } else { StakingLocks::settings().tiers.len() - 1 };
	Some(Call::extend { id: position.id, tier: tier(scene, shorter)?.into() }.into())
}

fn merge(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let from = position(scene, by, |position| position.over && !position.unbonding)?.id;
	let into = position(scene, by, |position| {
		position.over && !position.unbonding && position.id != from
	})?;
	Some(Call::merge { from, into: into.id }.into())
}

fn unbond(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let position = position(scene, by, |position| position.over && !position.unbonding)?;
	let least = StakingLocks::settings().min_lock.get();
	let amount = part(scene, position.amount, least);
	Some(Call::unbond { id: position.id, amount }.into())
}

/// All of an amount, or a part that leaves `least` or more.
fn part(scene: &mut Scene, amount: Balance, least: Balance) -> Balance {
	match amount.checked_sub(least).filter(|most| *most > 0 && scene.dice.chance(40)) {
		Some(most) => scene.dice.planck(1, most),
		None => amount,
	}
}

fn rebond(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let id = position(scene, by, |position| position.unbonding)?.id;
	Some(Call::rebond { id, tier: tier(scene, 0)?.into() }.into())
}

fn withdraw(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let who = scene.search(|who| {
		let positions = StakingLocks::stake(who.clone()).positions;
		!is_accused(who) && positions.iter().any(|position| position.unbonding && position.over)
	})?;
	Some(Call::withdraw { who }.into())
}

fn claim(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let who = scene
		.search(|who| StakingLocks::stake(who.clone()).due > DSYNC / 10 && !is_accused(who))?;
	Some(Call::claim { who }.into())
}

fn set_compounding(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(Call::set_compounding { compounding: scene.dice.chance(30) }.into())
}

/// Some roles that `stake` suffices for, with an operator of its own or another account.
fn profile(scene: &mut Scene, by: &AccountId, stake: Balance) -> Option<ProfileOf<Runtime>> {
	let settings = StakingLocks::settings();
	let mut roles = Roles::new();
	let services = ServiceClass::ALL.map(Role::Service);
	for role in services.into_iter().chain([Role::Validator]) {
		let mut more = roles.clone();
		let wanted = scene.dice.chance(60) && more.try_insert(role).is_ok();
		if wanted && settings.min_stakes.sum(&more) <= stake {
			roles = more;
		}
	}
	let operator = match scene.dice.chance(80) {
		true => by.clone(),
		false => scene.dice.pick(&scene.cast.poor)?.clone(),
	};
	let endpoint = b"https://example.org".to_vec().try_into().ok()?;
	(!roles.is_empty()).then_some(Profile { roles, operator, metadata: [3; 32], endpoint })
}

/// What `who` has staked and does not unbond.
fn own_stake(who: &AccountId) -> Balance {
	let positions = StakingLocks::stake(who.clone()).positions;
	positions.iter().filter(|position| !position.unbonding).map(|position| position.amount).sum()
}

fn commission(scene: &mut Scene) -> Perbill {
	Perbill::from_percent(scene.dice.below(31) as u32)
}

fn register(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	if Providers::<Runtime>::contains_key(by) {
		return None;
	}
	let profile = profile(scene, by, own_stake(by))?;
	Some(Call::register { profile, commission: commission(scene).into() }.into())
}

fn update_profile(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Providers::<Runtime>::get(by)?;
	Some(Call::update_profile { profile: profile(scene, by, own_stake(by))? }.into())
}

/// Alice stays: she makes the blocks until others do.
fn leave(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let serves = Providers::<Runtime>::get(by).is_some_and(|provider| provider.is_active());
	(serves && *by != scene.cast.sudo()).then(|| Call::leave {}.into())
}

fn remove_provider(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let is_gone = |who: &AccountId| {
		let gone = Providers::<Runtime>::get(who).filter(|provider| match provider.standing {
			Standing::Leaving { until, .. } => {
				until.max(provider.barred_until) <= now() && provider.pending == 0
			}
			_ => false,
		});
		gone.is_some() && Delegations::<Runtime>::iter_prefix(who).next().is_none()
	};
	Some(Call::remove_provider { provider: scene.search(is_gone)? }.into())
}

fn unjail(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let provider = Providers::<Runtime>::get(by)?;
	let jailed = provider.status() == ProviderStatus::Jailed && provider.barred_until <= now();
	let needed = StakingLocks::settings().min_stakes.sum(&provider.profile.roles);
	let fit = provider.pending == 0 && own_stake(by) >= needed;
	(jailed && fit).then(|| Call::unjail {}.into())
}

fn set_commission(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Providers::<Runtime>::get(by)?;
	Some(Call::set_commission { commission: commission(scene).into() }.into())
}

fn raise_commission(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let announced = StakingLocks::provider(by.clone())?.announced;
	let (_, from, until) = announced?;
	let due = (from..=until).contains(&now());
	let active = Providers::<Runtime>::get(by)?.is_active();
	(due && active).then(|| Call::raise_commission {}.into())
}

fn delegate(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let provider = provider(scene)?;
	let serves = Providers::<Runtime>::get(&provider)?.is_active() && !is_accused(&provider);
	let amount = scene.spare(by, StakingLocks::settings().min_delegation.get(), 5_000 * DSYNC)?;
	(serves && provider != *by).then(|| Call::delegate { provider, amount }.into())
}

fn undelegate(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let mine = Delegations::<Runtime>::iter_keys().filter(|(_, who)| who == by);
	let (provider, _) = one_of(scene, mine)?;
	let bonded = StakingLocks::delegation(provider.clone(), by.clone())?.bonded;
	let amount = part(scene, bonded, StakingLocks::settings().min_delegation.get());
	let elsewhere = self::provider(scene).filter(|other| other != by);
	let destination = elsewhere.filter(|_| scene.dice.chance(40));
	(bonded > 0).then(|| Call::undelegate { provider, amount, destination }.into())
}

fn withdraw_delegation(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let ripe = Delegations::<Runtime>::iter().filter(|(provider, _, delegation)| {
		delegation.departures.iter().any(|one| one.ripe_at <= now()) && !is_accused(provider)
	});
	let (provider, who, _) = one_of(scene, ripe)?;
	Some(Call::withdraw_delegation { provider, who }.into())
}

fn claim_delegation(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let (provider, who) = one_of(scene, Delegations::<Runtime>::iter_keys())?;
	let due = StakingLocks::delegation(provider.clone(), who.clone())?.due;
	(due > 0).then(|| Call::claim_delegation { provider, who }.into())
}

fn return_delegation(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let now = now();
	let left = Delegations::<Runtime>::iter_keys().filter(|(provider, _)| {
		let record = Providers::<Runtime>::get(provider);
		record.is_some_and(|record| record.has_left(now) && record.pending == 0)
	});
	let (provider, who) = one_of(scene, left)?;
	Some(Call::return_delegation { provider, who }.into())
}

fn set_keys(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (mut babe, mut grandpa) = (scene.cast.key(by)?.clone(), Cast::voter(by));
	let keys = SessionKeys { babe: babe.public().into(), grandpa: grandpa.public().into() };
	let owner = by.encode();
	let proof =
		(babe.generate_proof_of_possession(&owner), grandpa.generate_proof_of_possession(&owner));
	Some(Session::set_keys { keys, proof: proof.encode() }.into())
}

fn purge_keys(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let has = pallet_session::NextKeys::<Runtime>::contains_key(by);
	(has && *by != scene.cast.sudo()).then(|| Liveness::purge_keys {}.into())
}
