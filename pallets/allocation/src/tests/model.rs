// SPDX-License-Identifier: Apache-2.0

//! What the pallet should do, written as plainly as possible: maps, sums, loops.

use crate::mock::*;
use destra_economics::{
	reward_vesting::RewardBook,
	vesting::{self, Span},
	WHOLE,
};
use destra_primitives::{time::Moment, Balance, CategoryId, GrantId, Schedule};
use std::collections::BTreeMap;

pub const PEOPLE: [AccountId; 4] = [ALICE, BOB, CAROL, NEWCOMER];
pub const CATEGORIES: [CategoryId; 4] = [TEAM, INVESTORS, COMMUNITY, PROVIDERS];

/// What a schedule has unlocked, step by step.
pub fn vested(schedule: Schedule, total: Balance, now: Moment) -> Balance {
	let plain = vesting::Schedule::from(schedule);
	let (Span::Millis(cliff), Span::Millis(period)) = (plain.cliff, plain.period) else {
		// The calendar has a reference of its own, where it is implemented.
		return plain.vested(total, now);
	};
	let part = |share: u64| total * Balance::from(share) / Balance::from(WHOLE);
	if now < plain.start {
		return 0;
	}
	if now < plain.start + cliff {
		return part(plain.upfront);
	}
	let lump = part(plain.upfront + plain.lump);
	let steps = (1..=plain.periods)
		.filter(|step| plain.start + cliff + u64::from(*step) * period <= now)
		.count();
	lump + ((total - lump) * steps as Balance).checked_div(plain.periods.into()).unwrap_or(0)
}

#[derive(Clone, Debug)]
pub struct Held {
	pub owner: AccountId,
	pub category: CategoryId,
	pub schedule: Schedule,
	pub amount: Balance,
	pub released: Balance,
	pub offered_to: Option<AccountId>,
}

#[derive(Clone, Default, Debug)]
pub struct Totals {
	pub share: u64,
	pub pot: Balance,
	pub granted: Balance,
	pub released: Balance,
	pub returned: Balance,
	pub burned: Balance,
	pub paused: bool,
}

impl Totals {
	pub fn cap(&self) -> Balance {
		Balance::from(self.share) * PERCENT
	}

	pub fn committed(&self) -> Balance {
		self.granted - self.returned
	}
}

/// Every operation says whether it is possible, and does it if so.
pub struct Model {
	pub now: Moment,
	pub deposit: Balance,
	pub free: BTreeMap<AccountId, Balance>,
	pub grants: BTreeMap<GrantId, Held>,
	pub totals: BTreeMap<CategoryId, Totals>,
	pub rewards: BTreeMap<AccountId, RewardBook>,
	/// Who was named, and from when on it may take over, if it has announced that.
	pub successors: BTreeMap<AccountId, (AccountId, Option<Moment>)>,
	/// Whose rewards answer for their conduct.
	pub answering: Vec<AccountId>,
	pub issued: Balance,
	pub penalties: Balance,
	pub slashed: Balance,
	next: u32,
}

impl Model {
	/// The state after [`ExtBuilder::build`].
	pub fn new(deposit: Balance) -> Self {
		let totals = CATEGORIES.into_iter().zip([20, 20, 10, 50]).map(|(id, share)| {
			let pot = if id == PROVIDERS { 0 } else { deposit + Balance::from(share) * PERCENT };
			(id, Totals { share, pot, ..Totals::default() })
		});
		Self {
			now: START,
			deposit,
			free: (ALICE..=SHOP).map(|who| (who, deposit)).chain([(NEWCOMER, 0)]).collect(),
			grants: BTreeMap::new(),
			totals: totals.collect(),
			rewards: PEOPLE.map(|who| (who, RewardBook::new(Allocation::terms()))).into(),
			successors: BTreeMap::new(),
			answering: vec![],
			issued: 0,
			penalties: 0,
			slashed: 0,
			next: 1,
		}
	}

	fn exists(&self, who: AccountId) -> bool {
		self.free[&who] >= self.deposit
	}

	fn pay(&mut self, who: AccountId, amount: Balance) {
		*self.free.get_mut(&who).unwrap() += amount;
	}

	fn count(&self, who: AccountId) -> usize {
		self.grants.values().filter(|grant| grant.owner == who).count()
	}

	pub fn rules(category: CategoryId) -> crate::Rules {
		ruled_categories().into_iter().find(|candidate| candidate.id == category).unwrap().rules
	}

	fn paused(&self, category: CategoryId) -> bool {
		self.totals[&category].paused
	}

	/// What of a grant has vested and was not paid.
	pub fn due(&self, grant: &Held) -> Balance {
		vested(grant.schedule, grant.amount, self.now) - grant.released
	}

	pub fn held(&self, who: AccountId) -> Balance {
		let own = self.grants.values().filter(|grant| grant.owner == who);
		own.map(|grant| grant.amount - grant.released).sum()
	}

	/// What of a pot has been paid in by others.
	fn surplus(&self, category: CategoryId) -> Balance {
		if category == PROVIDERS {
			return 0;
		}
		let surplus =
			|totals: &Totals| totals.pot - self.deposit - (totals.cap() - totals.committed());
		self.totals.get(&category).map_or(0, surplus)
	}

	/// Whether a category can give so much, of which `counted` counts against its cap; taken if so.
	fn commit(&mut self, category: CategoryId, amount: Balance, counted: Balance) -> bool {
		let deposit = self.deposit;
		let Some(totals) = self.totals.get_mut(&category) else { return false };
		let possible = amount > 0
			&& !totals.paused
			&& counted <= totals.cap() - totals.committed()
			&& amount <= totals.pot.saturating_sub(deposit);
		if possible {
			totals.granted += counted;
			totals.pot -= amount;
		}
		possible
	}

	pub fn grant(
		&mut self,
		category: CategoryId,
		owner: AccountId,
		amount: Balance,
		schedule: Schedule,
	) -> bool {
		let keeps_rules = |category| {
			let rules = vesting::UnlockRules::from(Self::rules(category).unlock);
			rules.check(&schedule.into(), self.now).is_ok()
		};
		let possible = vesting::Schedule::from(schedule).validate().is_ok()
			&& self.totals.contains_key(&category)
			&& keeps_rules(category)
			&& self.exists(owner)
			&& self.count(owner) < 8
			&& self.commit(category, amount, amount);
		if possible {
			let held = Held { owner, category, schedule, amount, released: 0, offered_to: None };
			self.grants.insert(GrantId(self.next), held);
			self.next += 1;
			let rules = Self::rules(category);
			if let Some((_, opens)) = self.successors.get_mut(&owner) {
				*opens = opens.filter(|_| rules.transferable && !rules.revocable);
			}
		}
		possible
	}

	pub fn spend(&mut self, category: CategoryId, who: AccountId, amount: Balance) -> bool {
		let counted = amount.saturating_sub(self.surplus(category));
		let scheduled = [TEAM, INVESTORS].contains(&category);
		let possible = (counted == 0 || !scheduled)
			&& self.free[&who].saturating_add(amount) >= self.deposit
			&& self.commit(category, amount, counted);
		if possible {
			self.totals.get_mut(&category).unwrap().released += counted;
			self.pay(who, amount);
		}
		possible
	}

	pub fn release(&mut self, who: AccountId) -> bool {
		let mut sum = 0;
		for (id, grant) in self.grants.clone() {
			if grant.owner == who && !self.paused(grant.category) {
				let due = self.due(&grant);
				self.totals.get_mut(&grant.category).unwrap().released += due;
				self.grants.get_mut(&id).unwrap().released += due;
				sum += due;
			}
		}
		self.grants.retain(|_, grant| grant.released < grant.amount);
		self.forget(who);
		self.pay(who, sum);
		sum > 0
	}

	pub fn revoke(&mut self, id: GrantId) -> bool {
		let Some(grant) = self.grants.get(&id).cloned() else { return false };
		if !Self::rules(grant.category).revocable {
			return false;
		}
		let owner = grant.owner;
		let due = self.due(&grant);
		let unvested = grant.amount - grant.released - due;
		let totals = self.totals.get_mut(&grant.category).unwrap();
		totals.released += due;
		totals.returned += unvested;
		totals.pot += unvested;
		self.pay(owner, due);
		self.grants.remove(&id);
		self.forget(owner);
		true
	}

	pub fn exit(&mut self, who: AccountId, id: GrantId) -> bool {
		let Some(grant) = self.grants.get(&id).cloned() else { return false };
		let left = grant.amount - grant.released;
		let unvested = left - self.due(&grant);
		let possible = grant.owner == who
			&& unvested > 0
			&& self.now >= vesting::Schedule::from(grant.schedule).cliff_at().unwrap()
			&& Self::rules(grant.category).exit_penalty.is_some()
			&& !self.paused(grant.category);
		if possible {
			let (start, end) = (
				grant.schedule.start.min(self.now),
				vesting::Schedule::from(grant.schedule).end().unwrap(),
			);
			// Half at the start.
			let [remaining, duration] = [end - self.now, end - start].map(Balance::from);
			let penalty = (unvested * remaining).div_ceil(2 * duration);
			let totals = self.totals.get_mut(&grant.category).unwrap();
			totals.released += left - penalty;
			totals.burned += penalty;
			self.penalties += penalty;
			self.pay(who, left - penalty);
			self.grants.remove(&id);
			self.forget(who);
		}
		possible
	}

	pub fn merge(&mut self, who: AccountId, into: GrantId, merged: GrantId) -> bool {
		let [first, second] = [into, merged].map(|id| self.grants.get(&id).cloned());
		let (Some(first), Some(second)) = (first, second) else { return false };
		let possible = into != merged
			&& !Self::rules(first.category).revocable
			&& (first.owner, second.owner) == (who, who)
			&& (first.category, first.schedule) == (second.category, second.schedule);
		if possible {
			let sum = Held {
				amount: first.amount + second.amount,
				released: first.released + second.released,
				offered_to: None,
				..first
			};
			self.grants.insert(into, sum);
			self.grants.remove(&merged);
		}
		possible
	}

	pub fn offer(&mut self, who: AccountId, id: GrantId, to: Option<AccountId>) -> bool {
		let Some(grant) = self.grants.get_mut(&id) else { return false };
		let possible =
			grant.owner == who && to != Some(who) && Self::rules(grant.category).transferable;
		if possible {
			grant.offered_to = to;
		}
		possible
	}

	pub fn accept(&mut self, who: AccountId, from: AccountId, id: GrantId) -> bool {
		let Some(grant) = self.grants.get(&id) else { return false };
		let possible = grant.owner == from
			&& grant.offered_to == Some(who)
			&& !self.paused(grant.category)
			&& self.exists(who)
			&& self.count(who) < 8;
		if possible {
			let grant = self.grants.get_mut(&id).unwrap();
			(grant.owner, grant.offered_to) = (who, None);
			self.forget(from);
		}
		possible
	}

	fn holds(&self, who: AccountId) -> bool {
		self.count(who) > 0 || !self.rewards[&who].is_empty()
	}

	/// The name of a successor stays while there is something to take over.
	fn forget(&mut self, who: AccountId) {
		if !self.holds(who) {
			self.successors.remove(&who);
		}
	}

	pub fn name(&mut self, who: AccountId, successor: Option<AccountId>) -> bool {
		let Some(successor) = successor else {
			self.successors.remove(&who);
			return true;
		};
		let possible = who != successor && self.holds(who);
		if possible {
			self.successors.insert(who, (successor, None));
		}
		possible
	}

	/// Whether something is announced for an account that has not lapsed.
	pub fn announced(&self, from: AccountId) -> bool {
		let opens = self.successors.get(&from).and_then(|(_, opens)| *opens);
		opens.is_some_and(|opens| self.now < opens + NOTICE)
	}

	pub fn announce(&mut self, who: AccountId, from: AccountId) -> bool {
		let named = self.successors.get(&from).is_some_and(|(named, _)| *named == who);
		let possible = named && !self.announced(from);
		if possible {
			self.successors.insert(from, (who, Some(self.now + NOTICE)));
		}
		possible
	}

	pub fn veto(&mut self, from: AccountId) -> bool {
		self.announced(from) && self.successors.remove(&from).is_some()
	}

	pub fn succeed(&mut self, who: AccountId, from: AccountId) -> bool {
		let own = || self.grants.values().filter(|grant| grant.owner == from);
		let goes_on = own().all(|grant| !self.paused(grant.category));
		let at_once = self.rewards[&from].is_empty()
			&& own().all(|grant| {
				let rules = Self::rules(grant.category);
				rules.transferable && !rules.revocable
			});
		let Some((named, opens)) = self.successors.get(&from).copied() else { return false };
		let open = at_once || opens.is_some_and(|at| (at..at + NOTICE).contains(&self.now));
		let kept = self.answering.contains(&from) && !self.rewards[&from].is_empty();
		named == who && open && goes_on && !kept && self.move_holdings(from, who)
	}

	pub fn move_holdings(&mut self, from: AccountId, to: AccountId) -> bool {
		let moved = self.count(from);
		let answers = self.answering.contains(&from);
		let holds = moved > 0 || (!answers && !self.rewards[&from].is_empty());
		let fits = moved == 0 || moved + self.count(to) <= 8;
		let possible = from != to && self.exists(to) && holds && fits;
		let own = self.grants.values().filter(|grant| grant.owner == from);
		let is_free = own
			.map(|grant| Self::rules(grant.category))
			.all(|rules| rules.transferable && !rules.revocable);
		let unspoken_of = !is_free || (!answers && !self.rewards[&from].is_empty());
		if possible {
			if let Some((_, opens)) = self.successors.get_mut(&to).filter(|_| unspoken_of) {
				*opens = None;
			}
			for grant in self.grants.values_mut().filter(|grant| grant.owner == from) {
				(grant.owner, grant.offered_to) = (to, None);
			}
			if !answers {
				let book = self.rewards.insert(from, RewardBook::new(Allocation::terms())).unwrap();
				self.rewards.get_mut(&to).unwrap().absorb(self.now, book).unwrap();
			}
			self.successors.remove(&from);
		}
		possible
	}

	pub fn reward(&mut self, who: AccountId, amount: Balance) -> bool {
		let locked = amount * 3 / 4;
		let possible = self.free[&who] + amount - locked >= self.deposit;
		if possible {
			self.rewards.get_mut(&who).unwrap().add(self.now, locked).unwrap();
			self.issued += amount;
			self.pay(who, amount - locked);
		}
		possible
	}

	pub fn claim(&mut self, who: AccountId) -> bool {
		let amount = self.rewards.get_mut(&who).unwrap().claim(self.now);
		self.pay(who, amount);
		if amount > 0 {
			self.forget(who);
		}
		amount > 0
	}

	pub fn slash(&mut self, who: AccountId, amount: Balance) -> Balance {
		let taken = self.rewards.get_mut(&who).unwrap().slash_unvested(self.now, amount);
		self.slashed += taken;
		if taken > 0 {
			self.forget(who);
		}
		taken
	}

	pub fn set_paused(&mut self, category: CategoryId, paused: bool) -> bool {
		let Some(totals) = self.totals.get_mut(&category) else { return false };
		std::mem::replace(&mut totals.paused, paused) != paused
	}

	pub fn set_shares(&mut self, shares: [u64; 4]) -> bool {
		let ranges = [15..=30, 5..=25, 0..=100, 50..=50];
		let possible = shares.iter().sum::<u64>() == 100
			&& shares.iter().zip(ranges).all(|(share, range)| range.contains(share))
			&& CATEGORIES
				.iter()
				.zip(shares)
				.all(|(id, share)| self.totals[id].committed() <= Balance::from(share) * PERCENT);
		if possible {
			for (id, share) in CATEGORIES.iter().zip(shares) {
				let totals = self.totals.get_mut(id).unwrap();
				totals.pot = totals.pot + Balance::from(share) * PERCENT - totals.cap();
				totals.share = share;
			}
		}
		possible
	}

	pub fn fund(&mut self, category: CategoryId, amount: Balance) {
		self.totals.get_mut(&category).unwrap().pot += amount;
		self.issued += amount;
	}

	/// Everything above the existential deposit.
	pub fn shop(&mut self, who: AccountId) {
		let spent = self.free[&who].saturating_sub(self.deposit);
		*self.free.get_mut(&who).unwrap() -= spent;
		self.pay(SHOP, spent);
	}
}
