// SPDX-License-Identifier: Apache-2.0

//! Those who hold grants and rewards under vesting.

use super::{one_of, Kind, Scene};
use crate::{
	genesis::categories::{INVESTORS, TEAM},
	tests::chain::now,
	AccountId, Allocation, Runtime, RuntimeCall,
};
use destra_primitives::{apis::GrantReport, GrantId};
use pallet_allocation::{Grants, Rewards, Successors};
use pallet_staking_locks::Providers;

type Call = pallet_allocation::Call<Runtime>;

pub const KINDS: [Kind; 10] = [
	Kind::for_anybody("release", 8, release),
	Kind::for_anybody("release for several", 2, release_batch),
	Kind::new("exit early", 4, holder, exit_early),
	Kind::new("merge grants", 6, collector, merge),
	Kind::new("offer a grant", 8, holder, offer),
	Kind::new("accept a grant", 10, invited, accept),
	Kind::new("name a successor", 4, holder, name_successor),
	Kind::new("announce a succession", 6, heir, announce),
	Kind::new("succeed", 20, ripe_heir, succeed),
	Kind::for_anybody("claim vested rewards", 6, claim_rewards),
];

/// One of those who play and hold a grant.
fn holder(scene: &mut Scene) -> Option<AccountId> {
	scene.search(|who| Grants::<Runtime>::contains_key(who))
}

/// Somebody to whom a grant was offered.
fn invited(scene: &mut Scene) -> Option<AccountId> {
	let offers = Grants::<Runtime>::iter()
		.flat_map(|(_, grants)| grants.into_iter().filter_map(|grant| grant.offered_to().cloned()));
	one_of(scene, offers)
}

/// Those who may take over something: from whom, and who they are.
fn legacies() -> impl Iterator<Item = (AccountId, AccountId)> {
	Successors::<Runtime>::iter()
		.filter(|(from, _)| has_holdings(from) && !Providers::<Runtime>::contains_key(from))
		.map(|(from, succession)| (from, succession.successor().clone()))
}

fn has_holdings(who: &AccountId) -> bool {
	Grants::<Runtime>::contains_key(who) || Rewards::<Runtime>::contains_key(who)
}

/// Whether `who` has nothing but what anybody may buy.
fn has_investments_alone(who: &AccountId) -> bool {
	let mut grants = Allocation::grants(who.clone()).into_iter();
	!Rewards::<Runtime>::contains_key(who) && grants.all(|grant| grant.category == INVESTORS)
}

/// Those of them who need not wait, or have waited.
fn ripe() -> impl Iterator<Item = (AccountId, AccountId)> {
	legacies().filter(|(from, _)| {
		let succession = Successors::<Runtime>::get(from);
		let open = succession.is_some_and(|succession| succession.check_open(now()).is_ok());
		open || has_investments_alone(from)
	})
}

fn ripe_heir(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, ripe()).map(|(_, heir)| heir)
}

fn heir(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, legacies()).map(|(_, heir)| heir)
}

/// Somebody to whom something is due.
fn creditor(scene: &mut Scene) -> Option<AccountId> {
	scene.search(|who| Allocation::releasable(who.clone()) > 0)
}

/// A grant of `who` that may change hands or be left early.
fn investment(scene: &mut Scene, who: &AccountId) -> Option<GrantReport> {
	let mut grants = Allocation::grants(who.clone());
	grants.retain(|grant| grant.category == INVESTORS);
	scene.dice.pick(&grants).cloned()
}

fn release(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(Call::release { beneficiary: creditor(scene)? }.into())
}

fn release_batch(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let mut beneficiaries = vec![creditor(scene)?, creditor(scene)?];
	beneficiaries.dedup();
	Some(Call::release_batch { beneficiaries: beneficiaries.try_into().ok()? }.into())
}

fn exit_early(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Some(Call::exit_early { grant: investment(scene, by)?.grant }.into())
}

fn merge(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (into, merged) = pair(by)?;
	Some(Call::merge { into, merged }.into())
}

/// One of those who hold two grants alike.
fn collector(scene: &mut Scene) -> Option<AccountId> {
	scene.search(|who| pair(who).is_some())
}

/// Two grants of somebody that can be merged.
fn pair(who: &AccountId) -> Option<(GrantId, GrantId)> {
	let grants = Allocation::grants(who.clone());
	let alike = |one: &&GrantReport, other: &GrantReport| {
		(one.category, one.schedule) == (other.category, other.schedule)
			&& one.grant != other.grant
			&& one.category != TEAM
	};
	grants.iter().find_map(|one| {
		let other = grants.iter().find(|other| alike(&one, other))?;
		Some((one.grant, other.grant))
	})
}

fn offer(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let grant = investment(scene, by)?.grant;
	let to = Some(scene.other(by)?).filter(|_| scene.dice.chance(90));
	Some(Call::offer_grant { grant, to }.into())
}

fn accept(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (from, grant, least) = Grants::<Runtime>::iter().find_map(|(from, grants)| {
		let offered = grants.iter().find(|grant| grant.offered_to() == Some(by))?;
		Some((from, offered.id(), offered.outstanding() / 2))
	})?;
	Some(Call::accept_grant { from, grant, least }.into())
}

fn name_successor(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	has_holdings(by).then_some(())?;
	let successor = Some(scene.other(by)?).filter(|_| scene.dice.chance(80));
	Some(Call::name_successor { successor }.into())
}

fn announce(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (from, _) = legacies().find(|(_, successor)| successor == by)?;
	Some(Call::announce_succession { from }.into())
}

fn succeed(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (from, _) = ripe().find(|(_, successor)| successor == by)?;
	Some(Call::succeed { from }.into())
}

fn claim_rewards(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let claimants = Rewards::<Runtime>::iter_keys()
		.filter(|who| Allocation::rewards(who.clone()).claimable > 0);
	Some(Call::claim_rewards { who: one_of(scene, claimants)? }.into())
}
