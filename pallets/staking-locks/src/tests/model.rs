// SPDX-License-Identifier: Apache-2.0

//! The pallet against a reference: plain loops over everybody, exact rationals, no index, no
//! bucket, no share price. Both are driven by the same random commands.

use crate::{
	mock::*,
	types::{Tier, Tiers},
	CurrentSettings, Event,
};
use destra_primitives::{
	time::days, BoundedU64, OnLiveness, ProviderInspect, ProviderStatus, Role, SlashReason, Slasher,
};
use frame_support::traits::fungible::{InspectHold, Mutate};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::{collection::vec, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sp_runtime::Perbill;
use std::collections::BTreeMap;

type Exact = BigRational;

const PEOPLE: [AccountId; 5] = [ALICE, BOB, CAROL, DAVE, EVE];
/// Providers at first; they leave, are removed and register again.
const PROVIDERS: [AccountId; 3] = [ALICE, BOB, CAROL];
const BILLION: u128 = 1_000_000_000;
/// By how much, in planck, the coming and going of others may have raised what somebody's shares are
/// worth above what is on hold for them.
const ROUNDING: u128 = 16;

fn exact(amount: u128) -> Exact {
	Exact::from(BigInt::from(amount))
}

fn ratio(part: u128, whole: u128) -> Exact {
	exact(part) / exact(whole)
}

/// A position.
#[derive(Clone, Debug)]
struct Lot {
	id: u32,
	locked: bool,
	amount: u128,
	length: u64,
	extra: u32,
	end: u64,
}

impl Lot {
	fn weight(&self) -> u128 {
		self.amount * u128::from(self.extra + if self.locked { 100 } else { 0 })
	}

	fn begin(&mut self, length: u64, extra: u32) {
		let quantum = Quantum::get();
		self.length = length;
		self.extra = extra;
		self.end = (now() + length).div_ceil(quantum) * quantum;
	}
}

/// What somebody is owed for ever, what was paid of it, and what slashes took.
#[derive(Clone, Debug, Default)]
struct Account {
	earned: Option<Exact>,
	paid: u128,
	slashed: u128,
}

impl Account {
	fn earned(&self) -> Exact {
		self.earned.clone().unwrap_or_else(Exact::zero)
	}

	fn earn(&mut self, reward: Exact) {
		self.earned = Some(self.earned() + reward);
	}

	/// What is left of it.
	fn left(&self) -> Exact {
		self.earned() - exact(self.paid + self.slashed)
	}

	/// Takes what is left out.
	fn take(&mut self) -> Exact {
		let left = self.left();
		self.earned = Some(exact(self.paid + self.slashed));
		left
	}

	/// Who has gone with all its stake leaves the fraction of a planck behind.
	fn close(&mut self) {
		self.check(0);
		self.take();
	}

	/// The claims, and the one that is due, are short of what was earned by less than a planck, and
	/// never more than it.
	fn check(&self, due: u128) {
		let short = self.left() - exact(due);
		assert!(short >= Exact::zero(), "too much by {}", -short);
		assert!(short < exact(1), "too little by {short}");
	}
}

#[derive(Clone, Debug, Default)]
struct Member {
	lots: Vec<Lot>,
	named: u32,
	provides: bool,
	/// Whether it is a provider that is not there.
	idle: bool,
	as_staker: Account,
	as_provider: Account,
	/// What vesting holds.
	vested: u128,
}

impl Member {
	/// What its stake weighs.
	fn weight(&self) -> u128 {
		match self.idle {
			true => 0,
			false => self.lots.iter().map(Lot::weight).sum(),
		}
	}

	fn earn(&mut self, reward: Exact) {
		match self.provides {
			true => self.as_provider.earn(reward),
			false => self.as_staker.earn(reward),
		}
	}
}

/// A pool, by the shares of each delegator.
#[derive(Clone, Debug, Default)]
struct Part {
	amount: u128,
	shares: u128,
}

impl Part {
	fn join(&mut self, amount: u128) -> u128 {
		let shares = if self.shares == 0 { amount } else { amount * self.shares / self.amount };
		self.amount += amount;
		self.shares += shares;
		shares
	}

	fn value(&self, shares: u128) -> u128 {
		(self.amount * shares).checked_div(self.shares).unwrap_or(0)
	}

	fn leave(&mut self, shares: u128) -> u128 {
		let value = self.value(shares);
		self.amount -= value;
		self.shares -= shares;
		value
	}
}

#[derive(Clone, Debug)]
struct Departure {
	who: AccountId,
	shares: u128,
	ripe_at: u64,
}

#[derive(Clone, Debug)]
struct Pool {
	commission: u128,
	/// Whether its provider serves, and earns the commission if it is there.
	serves: bool,
	bonded: Part,
	unbonding: Part,
	owners: BTreeMap<AccountId, u128>,
	departures: Vec<Departure>,
}

impl Pool {
	fn new() -> Self {
		Self {
			commission: BILLION / 10,
			serves: true,
			bonded: Part::default(),
			unbonding: Part::default(),
			owners: BTreeMap::new(),
			departures: vec![],
		}
	}

	/// Takes out all that somebody has in it. What that was worth.
	fn dismiss(&mut self, who: AccountId) -> u128 {
		let shares = self.owners.remove(&who).unwrap_or(0);
		let mut value = self.bonded.leave(shares);
		let (gone, stay) = self.departures.drain(..).partition(|departure| departure.who == who);
		self.departures = stay;
		for Departure { shares, .. } in gone as Vec<Departure> {
			value += self.unbonding.leave(shares);
		}
		value
	}

	fn value_of(&self, who: AccountId) -> u128 {
		let shares = self.owners.get(&who).copied().unwrap_or(0);
		let mine = self.departures.iter().filter(|departure| departure.who == who);
		self.bonded.value(shares)
			+ mine.map(|departure| self.unbonding.value(departure.shares)).sum::<u128>()
	}
}

struct Slash {
	provider: AccountId,
	fraction: u128,
	due: u64,
}

struct Model {
	members: BTreeMap<AccountId, Member>,
	pools: BTreeMap<AccountId, Pool>,
	delegators: BTreeMap<(AccountId, AccountId), Account>,
	/// In the order of their reports.
	slashes: Vec<(u32, Slash)>,
	reported: u32,
	/// The time of the last block, and how long the chain has stood still before it.
	seen: u64,
	stood: u64,
	/// In the pot and not divided yet.
	waiting: u128,
	/// Up to when terms have been ended, in quanta: a block takes only so many.
	reached: u64,
	author_share: u128,
	author_reserve: u128,
	/// All that ever came into the pot.
	received: u128,
	/// What happened how often, beside the commands.
	happened: BTreeMap<String, u32>,
}

impl Model {
	fn new(stakes: &[(AccountId, u128)], author_share: Perbill) -> Self {
		let mut members: BTreeMap<AccountId, Member> = BTreeMap::new();
		let mut pools = BTreeMap::new();
		for (who, amount) in stakes {
			let lot = Lot { id: 0, locked: true, amount: *amount, length: 0, extra: 0, end: 0 };
			let member = Member { lots: vec![lot], named: 1, provides: true, ..Member::default() };
			members.insert(*who, member);
			pools.insert(*who, Pool::new());
		}
		Self {
			members,
			pools,
			delegators: BTreeMap::new(),
			slashes: vec![],
			reported: 0,
			seen: now() - BLOCK,
			stood: 0,
			waiting: 0,
			reached: crate::Rewards::<Test>::get().next_bucket.unwrap() - 1,
			author_share: author_share.deconstruct().into(),
			author_reserve: 0,
			received: 0,
			happened: BTreeMap::new(),
		}
	}

	fn note(&mut self, what: &str, happens: bool) {
		*self.happened.entry(what.to_owned()).or_default() += u32::from(happens);
	}

	fn member(&mut self, who: AccountId) -> &mut Member {
		self.members.entry(who).or_default()
	}

	fn lot(&mut self, who: AccountId, id: u32) -> &mut Lot {
		self.member(who).lots.iter_mut().find(|lot| lot.id == id).expect("the pallet has it")
	}

	fn pool(&mut self, provider: AccountId) -> &mut Pool {
		self.pools.get_mut(&provider).expect("a provider")
	}

	fn own_stake(&self, who: AccountId) -> u128 {
		let lots = self.members.get(&who).map(|member| &member.lots[..]).unwrap_or_default();
		lots.iter().filter(|lot| lot.locked).map(|lot| lot.amount).sum()
	}

	fn add_lot(&mut self, who: AccountId, locked: bool, amount: u128) -> &mut Lot {
		let member = self.member(who);
		let id = member.named;
		member.named += 1;
		member.lots.push(Lot { id, locked, amount, length: 0, extra: 0, end: 0 });
		member.lots.last_mut().unwrap()
	}

	/// Forgets who has nothing, as the pallet does: their next position is their first.
	fn forget(&mut self, who: AccountId) {
		if !crate::Ledgers::<Test>::contains_key(who) {
			let member = self.member(who);
			assert!(member.lots.is_empty());
			assert!(!member.provides);
			member.named = 0;
			member.as_staker.close();
			member.as_provider.close();
		}
	}

	fn total_weight(&self) -> u128 {
		let own = self.members.values().map(Member::weight);
		let delegated = self.pools.values().map(|pool| pool.bonded.amount * 100);
		own.chain(delegated).sum()
	}

	/// Of a delegation that is over, what is left is its owner's.
	fn forget_delegation(&mut self, provider: AccountId, who: AccountId) {
		if !crate::Delegations::<Test>::contains_key(provider, who) {
			let left = self.delegators.entry((provider, who)).or_default().take();
			self.note("RewardOfAPastDelegation", left >= exact(1));
			self.member(who).as_staker.earn(left);
			self.forget(who);
		}
	}

	/// A block of both, whose own time is `time`.
	fn next_block(&mut self, time: u64) {
		let pending = self.slashes.iter().map(|(id, slash)| (*id, slash.fraction)).collect();
		self.block(now());
		events();
		next_block_at(time);
		self.slash_unclaimed(&pending);
	}

	/// What the hook does, by visiting everybody.
	fn block(&mut self, now: u64) {
		let passed = now / Quantum::get() - self.reached;
		self.reached += passed.min(BucketsPerBlock::get().into());
		let ended = self.reached * Quantum::get();
		for member in self.members.values_mut() {
			for lot in member.lots.iter_mut().filter(|lot| lot.end <= ended) {
				lot.extra = 0;
			}
		}
		let total = self.total_weight();
		let behind = self.reached < now / Quantum::get();
		self.note("Behind", behind && self.waiting > 0);
		if total > 0 && !behind {
			let fresh = std::mem::take(&mut self.waiting);
			let for_authors = fresh * self.author_share / BILLION;
			self.author_reserve += for_authors;
			let reward = exact(fresh - for_authors);
			for member in self.members.values_mut() {
				member.earn(&reward * ratio(member.weight(), total));
			}
			for provider in self.pools.keys().copied().collect::<Vec<_>>() {
				let part = ratio(self.pools[&provider].bonded.amount * 100, total);
				self.earn_delegated(provider, &reward * part);
			}
		}
		let time = self.chain_time(now);
		(self.seen, self.stood) = (now, now - time);
		let first = (0..self.slashes.len()).min_by_key(|at| self.slashes[*at].1.due);
		if let Some(at) = first.filter(|at| self.slashes[*at].1.due <= time) {
			let (_, slash) = self.slashes.remove(at);
			self.note("SlashedOutOfOrder", at > 0);
			self.slash(slash);
		}
		let waits = self.slashes.iter().any(|(_, slash)| (time + 1..=now).contains(&slash.due));
		self.note("SlashedLaterForAStandstill", waits);
	}

	/// What has passed of the time in which somebody could object.
	fn chain_time(&self, now: u64) -> u64 {
		let beyond = (now - self.seen).saturating_sub(MaxElapsed::get());
		now - self.stood - beyond
	}

	/// Divides what the delegators of a provider earned.
	fn earn_delegated(&mut self, provider: AccountId, gain: Exact) {
		let pool = self.pools[&provider].clone();
		let idle = self.member(provider).idle;
		let part = if pool.serves && !idle { pool.commission } else { 0 };
		self.note("EarnedWithoutCommission", !pool.serves && gain > exact(1));
		self.note("EarnedFromAnIdleOne", idle && gain > exact(1));
		let commission = &gain * ratio(part, BILLION);
		for (who, shares) in pool.owners {
			let mine = (&gain - &commission) * ratio(shares, pool.bonded.shares.max(1));
			self.delegators.entry((provider, who)).or_default().earn(mine);
		}
		self.member(provider).earn(commission);
	}

	fn author(&mut self, provider: AccountId) {
		if !self.pools.contains_key(&provider) {
			return;
		}
		let reward = self.author_reserve / 64;
		self.author_reserve -= reward;
		let (own, delegated) = (self.own_stake(provider), self.pool(provider).bonded.amount);
		let theirs = match own + delegated {
			0 => Exact::zero(),
			all => exact(reward) * ratio(delegated, all),
		};
		self.member(provider).earn(exact(reward) - &theirs);
		self.earn_delegated(provider, theirs);
	}

	fn slash(&mut self, Slash { provider, fraction, .. }: Slash) {
		let member = self.member(provider);
		for lot in &mut member.lots {
			lot.amount -= (lot.amount * fraction).div_ceil(BILLION);
		}
		member.lots.retain(|lot| lot.amount > 0);
		member.vested -= (member.vested * fraction).div_ceil(BILLION);
		let pool = self.pool(provider);
		pool.bonded.amount -= pool.bonded.amount * fraction / BILLION;
		pool.unbonding.amount -= pool.unbonding.amount * fraction / BILLION;
		// Who lost everything owns nothing.
		let wiped_out = fraction == BILLION && !pool.owners.is_empty();
		if wiped_out {
			*pool = Pool { commission: pool.commission, serves: pool.serves, ..Pool::new() };
		}
		self.note("WipedOut", wiped_out);
		// It is jailed where the rest does not suffice.
		let suffices = self.own_stake(provider) >= VALIDATOR_STAKE;
		self.pool(provider).serves &= suffices;
	}

	/// Takes what the pallet says that slashes took of unclaimed rewards: their part, rounded up, of
	/// whole planck, which the model does not know.
	fn slash_unclaimed(&mut self, fractions: &BTreeMap<u32, u128>) {
		for event in events() {
			let Event::Slashed { id, provider, unclaimed, .. } = event else { continue };
			let account = &mut self.member(provider).as_provider;
			let part = |due: Exact| due * ratio(fractions[&id], BILLION);
			assert!(exact(unclaimed) < part(account.left()) + exact(1));
			assert!(exact(unclaimed) >= part(account.left() - exact(1)));
			account.slashed += unclaimed;
			self.note("UnclaimedSlashed", unclaimed > 0);
		}
	}

	fn delegate(&mut self, who: AccountId, provider: AccountId, amount: u128) {
		let pool = self.pool(provider);
		let shares = pool.bonded.join(amount);
		*pool.owners.entry(who).or_default() += shares;
	}

	fn undelegate(&mut self, who: AccountId, provider: AccountId, amount: u128) -> u128 {
		let pool = self.pool(provider);
		let mine = pool.owners.get_mut(&who).unwrap();
		let wanted = amount.min(pool.bonded.amount) * pool.bonded.shares;
		let shares = wanted.div_ceil(pool.bonded.amount).min(*mine);
		*mine -= shares;
		let value = pool.bonded.leave(shares);
		let shares = pool.unbonding.join(value);
		let ripe_at = now() + Staking::settings().unbonding();
		pool.departures.push(Departure { who, shares, ripe_at });
		value
	}

	/// A visit ends the terms that are over before the hook comes to them. Nothing is divided meanwhile.
	fn end_visited(&mut self) {
		for (who, member) in &mut self.members {
			let ledger = crate::Ledgers::<Test>::get(who).unwrap_or_default();
			for lot in member.lots.iter_mut().filter(|lot| lot.end <= now()) {
				let ended = ledger.position(lot.id).is_none_or(|position| position.extra == 0);
				lot.extra = if ended { 0 } else { lot.extra };
			}
		}
	}

	/// The two agree on everything.
	fn check(&mut self) {
		self.end_visited();
		assert_eq!(total_weight(), self.total_weight());
		for (who, member) in &self.members {
			let report = stake(*who);
			let theirs: Vec<_> =
				report.positions.iter().map(|p| (p.id, !p.unbonding, p.amount, p.weight)).collect();
			let mine: Vec<_> =
				member.lots.iter().map(|l| (l.id, l.locked, l.amount, l.weight())).collect();
			// A position that was not settled is reported with the weight that it had.
			let settled = |list: &[(u32, bool, u128, u128)]| -> Vec<_> {
				list.iter().map(|(id, locked, amount, _)| (*id, *locked, *amount)).collect()
			};
			assert_eq!(settled(&theirs), settled(&mine));
			assert_eq!(report.weight, member.weight());
			member.as_staker.check(report.due - report.due_as_provider);
			member.as_provider.check(report.due_as_provider);
			assert_eq!(Unvested::get().get(who).copied().unwrap_or_default(), member.vested);
			assert_eq!(crate::Providers::<Test>::contains_key(who), member.provides);
		}
		for (provider, pool) in &self.pools {
			let commission = Staking::provider(*provider).unwrap().commission;
			assert_eq!(u128::from(commission.deconstruct()), pool.commission);
			for who in PEOPLE {
				let report = Staking::delegation(*provider, who);
				let due = report.as_ref().map_or(0, |report| report.due);
				let account = self.delegators.get(&(*provider, who)).cloned().unwrap_or_default();
				account.check(due);
				let worth = report.map_or(0, |report| {
					let departing: u128 = report.departing.iter().map(|part| part.amount).sum();
					report.bonded + departing
				});
				assert_eq!(worth, pool.value_of(who));
			}
		}
		let gone: u128 = self
			.members
			.values()
			.flat_map(|member| [&member.as_staker, &member.as_provider])
			.chain(self.delegators.values())
			.map(|account| account.paid + account.slashed)
			.sum();
		let pot = free(Staking::pot_account()) - ExistentialDeposit::get();
		assert_eq!(pot, self.received - gone, "the pot holds what came and did not go");
		assert_eq!(Staking::rewards().author_reserve, self.author_reserve);
		Staking::do_try_state().unwrap();
	}
}

#[derive(Clone, Debug)]
enum Command {
	Lock(usize, u128, u8),
	TopUp(usize, usize, u128),
	Extend(usize, usize, u8),
	Merge(usize, usize, usize),
	Unbond(usize, usize, u128),
	Rebond(usize, usize, u8),
	Withdraw(usize),
	Claim(usize),
	Compound(usize, bool),
	Delegate(usize, usize, u128),
	Undelegate(usize, usize, u128, bool),
	WithdrawDelegation(usize, usize),
	ClaimDelegation(usize, usize),
	ReturnDelegation(usize, usize),
	Commission(usize, u32),
	Tiers(usize),
	MaxCommission(u32),
	Leave(usize),
	Unjail(usize),
	Remove(usize),
	Register(usize),
	Slash(usize, u32),
	Cancel,
	Reward(u128),
	Author(usize),
	Idle(usize, bool),
	Delay(u64),
	Unbonding(u64),
	AuthorShare(u32),
	Pass(u64),
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let who = || 0..PEOPLE.len();
	let provider = || 0..PROVIDERS.len();
	// The last one has few delegators, whom a removal waits for, and leaves most often.
	let backed = || prop_oneof![5 => 0..PROVIDERS.len() - 1, 1 => Just(PROVIDERS.len() - 1)];
	let leaving = || prop_oneof![1 => 0..PROVIDERS.len(), 4 => Just(PROVIDERS.len() - 1)];
	let amount = || prop_oneof![100u128..500, 500u128..20_000];
	let tier = || 0u8..4;
	let nth = || 0usize..4;
	prop_oneof![
		4 => (who(), amount(), tier()).prop_map(|(w, a, t)| Lock(w, a, t)),
		1 => (who(), nth(), amount()).prop_map(|(w, n, a)| TopUp(w, n, a)),
		1 => (who(), nth(), tier()).prop_map(|(w, n, t)| Extend(w, n, t)),
		2 => (who(), nth(), nth()).prop_map(|(w, a, b)| Merge(w, a, b)),
		3 => (who(), nth(), amount()).prop_map(|(w, n, a)| Unbond(w, n, a)),
		1 => (who(), nth(), tier()).prop_map(|(w, n, t)| Rebond(w, n, t)),
		2 => who().prop_map(Withdraw),
		3 => who().prop_map(Claim),
		1 => (who(), any::<bool>()).prop_map(|(w, c)| Compound(w, c)),
		4 => (who(), backed(), amount()).prop_map(|(w, p, a)| Delegate(w, p, a)),
		2 => (who(), provider(), amount(), any::<bool>())
			.prop_map(|(w, p, a, moves)| Undelegate(w, p, a, moves)),
		4 => (who(), provider()).prop_map(|(w, p)| WithdrawDelegation(w, p)),
		3 => (who(), provider()).prop_map(|(w, p)| ClaimDelegation(w, p)),
		2 => (who(), provider()).prop_map(|(w, p)| ReturnDelegation(w, p)),
		1 => (provider(), 0u32..300_000_000).prop_map(|(p, c)| Commission(p, c)),
		1 => (2usize..=4).prop_map(Command::Tiers),
		1 => (0u32..300_000_000).prop_map(MaxCommission),
		1 => leaving().prop_map(Leave),
		3 => provider().prop_map(Unjail),
		3 => provider().prop_map(Remove),
		4 => provider().prop_map(Register),
		2 => (provider(), prop_oneof![
			6 => 0u32..50_000_000,
			2 => 0u32..600_000_000,
			1 => Just(BILLION as u32),
		])
			.prop_map(|(p, f)| Slash(p, f)),
		1 => Just(Cancel),
		6 => prop_oneof![0u128..10, 1u128..100_000, Just(1_000_000_000_000_000_000)].prop_map(Reward),
		2 => provider().prop_map(Author),
		3 => (provider(), any::<bool>()).prop_map(|(p, falls)| Idle(p, falls)),
		1 => (0..=2 * SLASH_DELAY).prop_map(Delay),
		1 => (UNBONDING..=2 * UNBONDING).prop_map(Unbonding),
		1 => (0u32..500_000_000).prop_map(AuthorShare),
		4 => prop_oneof![1u64..days(1), days(1)..days(40), days(40)..days(400)].prop_map(Pass),
	]
}

/// The name of somebody's `n`-th position, modulo how many there are.
fn position(who: AccountId, n: usize) -> u32 {
	let positions = stake(who).positions;
	if positions.is_empty() {
		0
	} else {
		positions[n % positions.len()].id
	}
}

fn nth_tier(tier: u8) -> Tier {
	settings().tiers[usize::from(tier)]
}

fn term(tier: u8) -> (u64, u32) {
	let tier = nth_tier(tier);
	(tier.length.get(), tier.multiplier.get() as u32 - 100)
}

/// One of those that `fits`, the `n`-th modulo how many there are; or the first of all.
fn pick<A: Copy>(all: &[A], n: usize, fits: impl Fn(&A) -> bool) -> A {
	let fitting: Vec<A> = all.iter().copied().filter(fits).collect();
	if fitting.is_empty() {
		all[0]
	} else {
		fitting[n % fitting.len()]
	}
}

/// Every provider with everybody.
fn pairs() -> Vec<(AccountId, AccountId)> {
	PROVIDERS.iter().flat_map(|p| PEOPLE.map(|who| (*p, who))).collect()
}

/// Runs a command on the pallet and, where it is not refused, on the model.
/// Whether it was done.
fn run(command: Command, model: &mut Model) -> bool {
	events();
	let mut done = true;
	match command {
		Command::Lock(w, amount, tier) => {
			done = Staking::lock(signed(PEOPLE[w]), amount, nth_tier(tier).into()).is_ok();
			if done {
				let (length, extra) = term(tier);
				model.add_lot(PEOPLE[w], true, amount).begin(length, extra);
			}
		}
		Command::TopUp(w, n, amount) => {
			let id = position(PEOPLE[w], n);
			done = Staking::top_up(signed(PEOPLE[w]), id, amount).is_ok();
			if done {
				let lot = model.lot(PEOPLE[w], id);
				lot.amount += amount;
				// A term that the hook has not ended yet begins anew.
				if !stake(PEOPLE[w]).positions.iter().any(|p| p.id == id && p.over) {
					lot.begin(lot.length, lot.extra);
				}
			}
		}
		Command::Extend(w, n, tier) => {
			let id = position(PEOPLE[w], n);
			done = Staking::extend(signed(PEOPLE[w]), id, nth_tier(tier).into()).is_ok();
			if done {
				let (length, extra) = term(tier);
				model.lot(PEOPLE[w], id).begin(length, extra);
			}
		}
		Command::Merge(w, a, b) => {
			let mut alike = vec![(PEOPLE[w], 0, 0)];
			for who in PEOPLE {
				let ids = || model.members.get(&who).into_iter().flat_map(|member| &member.lots);
				let like = |x: &Lot, y: &Lot| x.locked && y.locked && x.length == y.length;
				for x in ids() {
					let others = ids().filter(|y| y.id != x.id && like(x, y));
					alike.extend(others.map(|y| (who, x.id, y.id)));
				}
			}
			let (who, from, into) = pick(&alike, w + 5 * a + 20 * b, |(_, x, y)| x != y);
			done = Staking::merge(signed(who), from, into).is_ok();
			if done {
				let gone = model.lot(who, from).clone();
				let lot = model.lot(who, into);
				lot.amount += gone.amount;
				lot.end = lot.end.max(gone.end);
				model.member(who).lots.retain(|lot| lot.id != from);
			}
		}
		Command::Unbond(w, n, amount) => {
			let id = position(PEOPLE[w], n);
			done = Staking::unbond(signed(PEOPLE[w]), id, amount).is_ok();
			if done {
				let lot = model.lot(PEOPLE[w], id);
				let amount = amount.min(lot.amount);
				lot.amount -= amount;
				model.member(PEOPLE[w]).lots.retain(|lot| lot.amount > 0);
				model.add_lot(PEOPLE[w], false, amount).begin(Staking::settings().unbonding(), 50);
			}
		}
		Command::Rebond(w, n, tier) => {
			let leaving = |who: &AccountId| stake(*who).positions.iter().any(|p| p.unbonding);
			let who = pick(&PEOPLE, w, leaving);
			let ids: Vec<_> = stake(who).positions.iter().map(|p| (p.id, p.unbonding)).collect();
			let id = if ids.is_empty() { 0 } else { pick(&ids, n, |(_, unbonding)| *unbonding).0 };
			done = Staking::rebond(signed(who), id, nth_tier(tier).into()).is_ok();
			if done {
				let (length, extra) = term(tier);
				let lot = model.lot(who, id);
				lot.locked = true;
				lot.begin(length, extra);
			}
		}
		Command::Withdraw(w) => {
			let ripe =
				|who: &AccountId| stake(*who).positions.iter().any(|p| p.unbonding && p.over);
			let who = pick(&PEOPLE, w, ripe);
			let over: Vec<u32> = stake(who)
				.positions
				.iter()
				.filter(|p| p.over && p.unbonding)
				.map(|p| p.id)
				.collect();
			done = Staking::withdraw(signed(EVE), who).is_ok();
			if done {
				model.member(who).lots.retain(|lot| !over.contains(&lot.id));
				model.forget(who);
			}
		}
		Command::Claim(w) => {
			let vested = due_as_provider(PEOPLE[w]);
			let amount = due(PEOPLE[w]) - vested;
			done = Staking::claim(signed(EVE), PEOPLE[w]).is_ok();
			if done {
				let member = model.member(PEOPLE[w]);
				member.as_staker.paid += amount;
				member.as_provider.paid += vested;
				member.vested += vested;
				let provides = member.provides;
				model.note("VestedAfterRemoval", vested > 0 && !provides);
				model.note("PaidToAProvider", amount > 0 && provides);
				let compounded = Event::RewardCompounded { who: PEOPLE[w], amount };
				if events().contains(&compounded) {
					let mut open = model.member(PEOPLE[w]).lots.iter_mut();
					match open.find(|lot| lot.locked && lot.length == 0) {
						Some(lot) => lot.amount += amount,
						None => drop(model.add_lot(PEOPLE[w], true, amount)),
					}
				}
				model.forget(PEOPLE[w]);
			}
		}
		Command::Compound(w, compounding) => {
			done = Staking::set_compounding(signed(PEOPLE[w]), compounding).is_ok();
			model.forget(PEOPLE[w]);
		}
		Command::Delegate(w, p, amount) => {
			done = delegate(PEOPLE[w], PROVIDERS[p], amount).is_ok();
			if done {
				model.delegate(PEOPLE[w], PROVIDERS[p], amount);
			}
		}
		Command::Undelegate(w, p, amount, moves) => {
			let bonded = |(provider, who): &(AccountId, AccountId)| {
				Staking::delegation(*provider, *who).is_some_and(|report| report.bonded > 0)
			};
			let (provider, who) = pick(&pairs(), 2 * w + p, bonded);
			let destination = moves.then(|| pick(&PROVIDERS, 0, |other| *other != provider));
			let call = Staking::undelegate(signed(who), provider, amount, destination);
			done = call.is_ok();
			if done {
				let mine = model.undelegate(who, provider, amount);
				let theirs = events().into_iter().find_map(|event| match event {
					Event::Undelegated { amount, .. } => Some(amount),
					_ => None,
				});
				assert_eq!(theirs, Some(mine));
			}
		}
		Command::WithdrawDelegation(w, p) => {
			let ripe = |(provider, who): &(AccountId, AccountId)| {
				Staking::delegation(*provider, *who)
					.is_some_and(|report| report.departing.iter().any(|d| d.ripe_at <= now()))
			};
			let (provider, who) = pick(&pairs(), 2 * w + p, ripe);
			done = Staking::withdraw_delegation(signed(EVE), provider, who).is_ok();
			if done {
				let pool = model.pool(provider);
				let mut departures = pool.departures.iter();
				let at = departures.position(|d| d.who == who && d.ripe_at <= now()).unwrap();
				let departure = pool.departures.remove(at);
				let mine = pool.unbonding.leave(departure.shares);
				for event in events() {
					match event {
						Event::DelegationWithdrawn { amount, .. } => {
							assert!(amount <= mine && amount + ROUNDING >= mine);
						}
						Event::Delegated { provider, amount, .. } => {
							model.delegate(who, provider, amount);
						}
						_ => (),
					}
				}
				model.forget_delegation(provider, who);
			}
		}
		Command::ClaimDelegation(w, p) => {
			let earning = |(provider, who): &(AccountId, AccountId)| {
				Staking::delegation(*provider, *who).is_some()
			};
			let (provider, who) = pick(&pairs(), 2 * w + p, earning);
			let amount = Staking::delegation(provider, who).map_or(0, |report| report.due);
			done = Staking::claim_delegation(signed(EVE), provider, who).is_ok();
			if done {
				let over = model.pool(provider).value_of(who) == 0;
				model.note("ClaimOfALostDelegation", over);
				if over {
					model.pool(provider).dismiss(who);
				} else {
					model.delegators.entry((provider, who)).or_default().paid += amount;
				}
				if events().contains(&Event::RewardCompounded { who, amount }) {
					model.delegate(who, provider, amount);
				}
				model.forget_delegation(provider, who);
			}
		}
		Command::ReturnDelegation(w, p) => {
			let left = |(provider, who): &(AccountId, AccountId)| {
				Staking::status(provider) == Some(ProviderStatus::Leaving)
					&& Staking::delegation(*provider, *who).is_some()
			};
			let (provider, who) = pick(&pairs(), 2 * w + p, left);
			done = Staking::return_delegation(signed(EVE), provider, who).is_ok();
			if done {
				let mine = model.pool(provider).dismiss(who);
				let back = |amount| Event::DelegationWithdrawn { provider, who, amount };
				assert!(events().iter().any(|event| (mine.saturating_sub(ROUNDING)..=mine)
					.any(|amount| *event == back(amount))));
				model.forget_delegation(provider, who);
			}
		}
		Command::Commission(p, parts) => {
			let commission = Perbill::from_parts(parts);
			done = Staking::set_commission(signed(PROVIDERS[p]), commission.into()).is_ok();
			if done {
				let now = Staking::provider(PROVIDERS[p]).unwrap().commission;
				model.pool(PROVIDERS[p]).commission = now.deconstruct().into();
			}
		}
		Command::Tiers(n) => {
			let tiers = Tiers::truncate_from(settings().tiers[..n].to_vec());
			// However many changes it took: a tier that comes back does so in steps.
			CurrentSettings::<Test>::mutate(|settings| settings.tiers = tiers);
		}
		Command::MaxCommission(parts) => {
			let index = || crate::Rewards::<Test>::get().index();
			let (before, old, pools) = (index(), settings().max_commission, model.pools.clone());
			set(|settings| settings.max_commission = Perbill::from_parts(parts)).unwrap();
			for pool in model.pools.values_mut() {
				pool.commission = pool.commission.min(parts.into());
			}
			run(Command::Reward(DSYNC), model);
			// A maximum under which nothing was earned binds nobody.
			done = index() != before;
			if !done {
				set(|settings| settings.max_commission = old).unwrap();
				for (provider, pool) in pools {
					model.pool(provider).commission = pool.commission;
				}
			}
		}
		Command::Leave(p) => {
			done = Staking::leave(signed(PROVIDERS[p])).is_ok();
			if done {
				model.pool(PROVIDERS[p]).serves = false;
				let was_idle = std::mem::take(&mut model.member(PROVIDERS[p]).idle);
				model.note("LeftWhileIdle", was_idle);
			}
		}
		Command::Unjail(p) => {
			let jailed = |who: &AccountId| Staking::status(who) == Some(ProviderStatus::Jailed);
			let who = pick(&PROVIDERS, p, jailed);
			if Staking::own_stake(&who) < VALIDATOR_STAKE {
				let at = PEOPLE.iter().position(|other| *other == who).unwrap();
				run(Command::Lock(at, VALIDATOR_STAKE, 0), model);
			}
			done = Staking::unjail(signed(who)).is_ok();
			if done {
				model.pool(who).serves = true;
			}
		}
		Command::Remove(p) => {
			let left = |who: &AccountId| Staking::status(who) == Some(ProviderStatus::Leaving);
			let who = pick(&PROVIDERS, p, left);
			done = Staking::remove_provider(signed(EVE), who).is_ok();
			if done {
				model.pools.remove(&who);
				model.member(who).provides = false;
				model.forget(who);
			}
		}
		Command::Register(p) => {
			let who = pick(&PROVIDERS, p, |who| Staking::status(who).is_none());
			let commission = Perbill::from_percent(10).min(Staking::settings().max_commission);
			done =
				Staking::register(signed(who), profile(who, &[Role::Validator]), commission.into())
					.is_ok();
			if done {
				let pool = Pool { commission: commission.deconstruct().into(), ..Pool::new() };
				model.pools.insert(who, pool);
				model.member(who).provides = true;
			}
		}
		Command::Slash(p, parts) => {
			let (provider, fraction) = (PROVIDERS[p], Perbill::from_parts(parts));
			let reason = SlashReason::DisputeLost;
			done = Staking::slash(&provider, reason, Some(fraction), Some(EVE)).is_ok();
			if done {
				let due = model.chain_time(now()) + Staking::settings().slash_delay.get();
				let slash = Slash { provider, fraction: parts.into(), due };
				model.slashes.push((model.reported, slash));
				model.reported += 1;
			}
		}
		Command::Cancel => {
			if let Some((id, _)) = model.slashes.pop() {
				Staking::cancel_slash(governor(), id).unwrap();
			}
		}
		Command::Reward(amount) => {
			Balances::mint_into(&Staking::pot_account(), amount).unwrap();
			model.waiting += amount;
			model.received += amount;
			model.next_block(now() + BLOCK);
		}
		Command::Author(p) => {
			Staking::note_author(&PROVIDERS[p]);
			model.author(PROVIDERS[p]);
		}
		Command::Idle(p, falls) => {
			let who = PROVIDERS[p];
			let validates =
				crate::Providers::<Test>::get(who).is_some_and(|one| one.is_validator());
			match falls {
				true => Staking::fell_idle(&who),
				false => Staking::gave_sign(&who),
			}
			let member = model.member(who);
			done = validates && member.idle != falls;
			member.idle = validates && falls;
			let over = member.lots.iter().any(|lot| lot.length > 0 && lot.end <= now());
			model.note("BackWithATermThatEnded", done && !falls && over);
		}
		Command::Delay(span) => {
			set(|settings| settings.slash_delay = BoundedU64::try_from(span).unwrap()).unwrap();
		}
		Command::Unbonding(span) => {
			set(|settings| settings.unbonding_period = BoundedU64::try_from(span).unwrap())
				.unwrap();
		}
		Command::AuthorShare(parts) => {
			set(|settings| settings.author_share = Perbill::from_parts(parts)).unwrap();
			model.author_share = parts.into();
		}
		Command::Pass(span) => {
			model.next_block(now() + span);
			model.next_block(now() + BLOCK);
		}
	}
	done
}

/// Everybody leaves, and nothing keeps anybody: all that stays is what rounding left in the pot.
fn everybody_leaves() {
	while crate::PendingSlashes::<Test>::iter().count() > 0 {
		pass(days(1));
	}
	for who in PROVIDERS {
		// Or it left already. An idle one waits for the end of a standstill.
		let is_early = |who| {
			let left = Staking::leave(signed(who)).map_err(|refused| refused.error);
			left.map(drop) == Err(crate::Error::<Test>::CatchingUp.into())
		};
		while is_early(who) {
			pass(BLOCK);
		}
	}
	pass(days(400));
	(0..5).for_each(|_| pass(BLOCK));
	for (provider, who, _) in crate::Delegations::<Test>::iter().collect::<Vec<_>>() {
		Staking::return_delegation(signed(EVE), provider, who).unwrap();
	}
	for who in crate::Providers::<Test>::iter_keys().collect::<Vec<_>>() {
		Staking::remove_provider(signed(EVE), who).unwrap();
	}
	for who in PEOPLE {
		Staking::set_compounding(signed(who), false).unwrap();
		for position in stake(who).positions {
			let open = || Staking::unbond(signed(who), position.id, u128::MAX).map(drop);
			let unbonded = if position.unbonding { Ok(()) } else { open() };
			unbonded.unwrap();
		}
	}
	pass(Staking::settings().unbonding() + days(1));
	for who in PEOPLE {
		let _nothing = Staking::withdraw(signed(EVE), who);
		if due(who) > 0 {
			Staking::claim(signed(EVE), who).unwrap();
		}
		assert_eq!(Balances::total_balance_on_hold(&who), 0);
	}
	assert_eq!(crate::Ledgers::<Test>::iter().count(), 0);
	assert_eq!(crate::Delegations::<Test>::iter().count(), 0);
	assert_eq!(crate::Pools::<Test>::iter().count(), 0);
	assert_eq!(crate::Wipeouts::<Test>::iter().count(), 0);
	assert_eq!(crate::Operators::<Test>::iter().count(), 0);
	assert_eq!(crate::Buckets::<Test>::iter().count(), 0);
	let left = Staking::rewards();
	assert_eq!(left.total_weight, 0);
	let dust = left.owed - left.author_reserve;
	assert!(dust < 200, "{dust} planck are owed to nobody");
	Staking::do_try_state().unwrap();
}

/// Runs the commands on both; how many of them were done, by name, and what else happened how often.
fn compare(commands: Vec<Command>) -> BTreeMap<String, u32> {
	let author_share = Perbill::from_percent(20);
	let builder = ExtBuilder::default()
		.settings(|settings| settings.author_share = author_share)
		.provider(ALICE, &[Role::Validator], 10_000)
		.provider(BOB, &[Role::Validator], 5_000)
		.provider(CAROL, &[Role::Validator], 4_000);
	builder.build().execute_with(|| {
		Vests::set(true);
		// 83 days in a block.
		BucketsPerBlock::set(2_000);
		MaxElapsed::set(days(30));
		let stakes = [(ALICE, 10_000), (BOB, 5_000), (CAROL, 4_000)];
		let mut model = Model::new(&stakes, author_share);
		let mut done = BTreeMap::new();
		for command in commands {
			let name = format!("{command:?}").split('(').next().unwrap().to_owned();
			*done.entry(name).or_default() += u32::from(run(command, &mut model));
			model.check();
		}
		done.extend(model.happened);
		everybody_leaves();
		done
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

	#[test]
	fn the_pallet_does_what_plain_loops_do(commands in vec(command(), 1..100)) {
		compare(commands);
	}
}

#[test]
fn each_command_is_done_often_enough_to_prove_something() {
	let mut runner = TestRunner::deterministic();
	let mut done: BTreeMap<String, u32> = BTreeMap::new();
	for _ in 0..150 {
		let commands = vec(command(), 200).new_tree(&mut runner).unwrap().current();
		for (name, times) in compare(commands) {
			*done.entry(name).or_default() += times;
		}
	}
	assert_eq!(done.len(), 30 + 13, "the commands, and what comes of them");
	assert!(done.values().all(|times| *times >= 10), "{done:?}");
}
