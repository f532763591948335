// SPDX-License-Identifier: Apache-2.0

//! Random calls and time jumps, compared with the [model](super::model) after each step.

use super::model::{vested, Held, Model, CATEGORIES, PEOPLE};
use crate::{mock::*, Beneficiaries};
use destra_primitives::{time::Millis, Balance, CategoryId, GrantId, Schedule, Span};
use frame_support::assert_ok;
use proptest::{prelude::*, test_runner::TestRunner};
use std::{cell::RefCell, collections::BTreeMap};

/// One thing that happens. People and grants are numbers that a step looks up.
#[derive(Clone, Debug)]
enum Step {
	Grant { category: usize, who: usize, amount: Balance, schedule: Schedule },
	Spend { category: usize, who: usize, amount: Balance },
	Release(usize),
	Batch(Vec<usize>),
	Revoke(usize),
	Exit(Pick),
	Merge(Pick, usize),
	Offer(Pick, Option<usize>),
	Accept(Pick, Option<usize>),
	Name(usize, Option<usize>),
	Announce(Option<usize>, usize),
	Veto(bool, usize),
	Succeed(Option<usize>, usize),
	Answer(usize, bool),
	Move(usize, usize),
	Reward(usize, Balance),
	Claim(usize),
	Slash(usize, Balance),
	Pause(usize),
	Resume(usize),
	Share { from: usize, to: usize, percent: u64 },
	Fund(usize, Balance),
	Shop(usize),
	Wait(Millis),
}

/// How many kinds of steps there are.
const KINDS: usize = 24;

impl Step {
	fn kind(&self) -> String {
		format!("{self:?}").chars().take_while(|letter| letter.is_alphabetic()).collect()
	}
}

/// A grant and somebody: the beneficiary, unless told otherwise.
#[derive(Clone, Debug)]
struct Pick {
	grant: usize,
	who: Option<usize>,
}

fn who() -> impl Strategy<Value = usize> {
	0..PEOPLE.len()
}

fn pick() -> impl Strategy<Value = Pick> {
	(any::<usize>(), prop_oneof![5 => Just(None), 1 => who().prop_map(Some)])
		.prop_map(|(grant, who)| Pick { grant, who })
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		3 => 0..4 as Balance,
		3 => 0..1_000 as Balance,
		3 => 0..PERCENT,
		1 => 0..12 * PERCENT,
	]
}

fn span() -> impl Strategy<Value = Millis> {
	prop_oneof![Just(0), Just(DAY), 1..DAY, 0..40 * DAY]
}

/// Few enough different ones that some grants are equal and merge.
fn schedule() -> impl Strategy<Value = Schedule> {
	let millis = (0..100 * DAY, 0..60u64, span(), 0..60u64, span(), 0..50u32).prop_map(
		|(start, upfront, cliff, lump, period, periods)| Schedule {
			start: START - 50 * DAY + start,
			upfront: percent(upfront),
			cliff: Span::Millis(cliff),
			lump: percent(lump),
			period: Span::Millis(period),
			periods,
		},
	);
	prop_oneof![
		6 => Just(daily(10)),
		1 => Just(daily(1)),
		2 => Just(team_schedule(START - 300 * DAY)),
		5 => Just(investor_schedule(START)),
		2 => Just(investor_schedule(START + 300 * DAY)),
		3 => millis,
	]
}

fn step() -> impl Strategy<Value = Step> {
	let category = || 0..CATEGORIES.len() + 1;
	let grant =
		(category(), who(), amount(), schedule()).prop_map(|(category, who, amount, schedule)| {
			Step::Grant { category, who, amount, schedule }
		});
	let grants = prop_oneof![
		10 => grant,
		1 => (category(), who(), amount())
			.prop_map(|(category, who, amount)| Step::Spend { category, who, amount }),
		4 => who().prop_map(Step::Release),
		2 => prop::collection::vec(who(), 0..5).prop_map(Step::Batch),
		1 => any::<usize>().prop_map(Step::Revoke),
		2 => pick().prop_map(Step::Exit),
		12 => (pick(), any::<usize>()).prop_map(|(into, merged)| Step::Merge(into, merged)),
	];
	let moves = prop_oneof![
		3 => (pick(), prop::option::weighted(0.9, who())).prop_map(|(g, to)| Step::Offer(g, to)),
		3 => (pick(), prop::option::weighted(0.2, who())).prop_map(|(g, by)| Step::Accept(g, by)),
		2 => (who(), prop::option::weighted(0.9, who())).prop_map(|(a, b)| Step::Name(a, b)),
		5 => (prop::option::weighted(0.2, who()), who()).prop_map(|(a, b)| Step::Announce(a, b)),
		2 => (any::<bool>(), who()).prop_map(|(guardian, from)| Step::Veto(guardian, from)),
		14 => (prop::option::weighted(0.2, who()), who()).prop_map(|(a, b)| Step::Succeed(a, b)),
		1 => (who(), prop::bool::weighted(0.3)).prop_map(|(who, so)| Step::Answer(who, so)),
		1 => (who(), who()).prop_map(|(from, to)| Step::Move(from, to)),
	];
	let rewards = prop_oneof![
		4 => (who(), 1..PERCENT).prop_map(|(who, amount)| Step::Reward(who, amount)),
		1 => (who(), 1..100 as Balance).prop_map(|(who, amount)| Step::Reward(who, amount)),
		2 => who().prop_map(Step::Claim),
		1 => (who(), amount()).prop_map(|(who, amount)| Step::Slash(who, amount)),
	];
	let governed = prop_oneof![
		1 => category().prop_map(Step::Pause),
		3 => category().prop_map(Step::Resume),
		1 => (0..4usize, 0..4usize, 0..8u64)
			.prop_map(|(from, to, percent)| Step::Share { from, to, percent }),
		1 => (0..4usize, PERCENT / 10..PERCENT).prop_map(|(pot, amount)| Step::Fund(pot, amount)),
	];
	prop_oneof![
		16 => grants,
		12 => moves,
		4 => rewards,
		2 => governed,
		1 => who().prop_map(Step::Shop),
		3 => prop_oneof![1..DAY, 1..30 * DAY, Just(NOTICE), Just(NOTICE), Just(QUANTUM), Just(DURATION)].prop_map(Step::Wait),
	]
}

/// Looks up what the numbers of a step mean.
struct Names<'a>(&'a Model);

impl Names<'_> {
	fn grant(&self, index: usize) -> GrantId {
		let ids: Vec<_> = self.0.grants.keys().collect();
		let id = index.checked_rem(ids.len()).and_then(|index| ids.get(index));
		id.copied().copied().unwrap_or(GrantId(u32::MAX))
	}

	/// One of the grants that could merge with another, if there is any.
	fn mergeable(&self, pick: Pick) -> Pick {
		let key = |grant: &Held| (grant.owner, grant.category, grant.schedule);
		let all = &self.0.grants;
		let merges = |(id, grant): &(&GrantId, &Held)| {
			!Model::rules(grant.category).revocable
				&& all.iter().any(|(other, equal)| other != *id && key(equal) == key(grant))
		};
		let places = all.iter().enumerate().filter(|(_, entry)| merges(entry));
		let places: Vec<_> = places.map(|(place, _)| place).collect();
		let place = pick.grant.checked_rem(places.len()).map(|index| places[index]);
		Pick { grant: place.unwrap_or(pick.grant), ..pick }
	}

	/// One of the grants that merge with this one, if there is any.
	fn equal(&self, id: GrantId, index: usize) -> GrantId {
		let key = |grant: &Held| (grant.owner, grant.category, grant.schedule);
		let this = self.0.grants.get(&id).map(key);
		let equal = |(other, grant): &(&GrantId, &Held)| **other != id && Some(key(grant)) == this;
		let equals: Vec<_> = self.0.grants.iter().filter(equal).map(|(id, _)| *id).collect();
		let found = index.checked_rem(equals.len()).map(|index| equals[index]);
		found.unwrap_or_else(|| self.grant(index))
	}

	/// One of the grants that are offered, if there is any, and whose it is.
	fn offered(&self, index: usize) -> Option<(AccountId, GrantId)> {
		let offered = |(_, grant): &(&GrantId, &Held)| grant.offered_to.is_some();
		let offered: Vec<_> = self.0.grants.iter().filter(offered).collect();
		let (id, grant) = offered[index.checked_rem(offered.len())?];
		Some((grant.owner, *id))
	}

	fn owner(&self, id: GrantId) -> AccountId {
		self.0.grants.get(&id).map_or(ALICE, |grant| grant.owner)
	}

	fn pick(&self, Pick { grant, who }: Pick) -> (AccountId, GrantId) {
		let id = self.grant(grant);
		(who.map_or_else(|| self.owner(id), |who| PEOPLE[who]), id)
	}

	/// One of those who have named a successor, if there is any.
	fn testator(&self, index: usize) -> AccountId {
		let all: Vec<_> = self.0.successors.keys().collect();
		index.checked_rem(all.len()).map_or(PEOPLE[index], |index| *all[index])
	}

	/// Who takes over, and from whom: the one that was named, unless told otherwise.
	fn heir(&self, who: Option<usize>, from: usize) -> (AccountId, AccountId) {
		let from = self.testator(from);
		let named = self.0.successors.get(&from).map_or(BOB, |(named, _)| *named);
		(who.map_or(named, |who| PEOPLE[who]), from)
	}

	fn offered_to(&self, id: GrantId) -> AccountId {
		self.0.grants.get(&id).and_then(|grant| grant.offered_to).unwrap_or(BOB)
	}
}

fn category_at(index: usize) -> CategoryId {
	CATEGORIES.get(index).copied().unwrap_or(NOWHERE)
}

/// Does a step in the pallet and in the model: whether it was possible in each.
fn take(step: Step, model: &mut Model) -> (bool, bool) {
	let names = Names(model);
	match step {
		Step::Grant { category, who, amount, schedule } => {
			let (category, who) = (category_at(category), PEOPLE[who]);
			let done = grant(category, who, amount, schedule).is_ok();
			(done, model.grant(category, who, amount, schedule))
		}
		Step::Spend { category, who, amount } => {
			let (category, who) = (category_at(category), PEOPLE[who]);
			let done = Allocation::spend(governor(), category, who, amount).is_ok();
			(done, model.spend(category, who, amount))
		}
		Step::Release(who) => {
			let who = PEOPLE[who];
			(Allocation::release(signed(STRANGER), who).is_ok(), model.release(who))
		}
		Step::Batch(batch) => {
			let batch: Vec<_> = batch.into_iter().map(|who| PEOPLE[who]).collect();
			let call =
				Allocation::release_batch(signed(STRANGER), batch.clone().try_into().unwrap());
			for who in batch {
				model.release(who);
			}
			(call.is_ok(), true)
		}
		Step::Revoke(grant) => {
			let id = names.grant(grant);
			(Allocation::revoke(governor(), id).is_ok(), model.revoke(id))
		}
		Step::Exit(pick) => {
			let (who, id) = names.pick(pick);
			(Allocation::exit_early(signed(who), id).is_ok(), model.exit(who, id))
		}
		Step::Merge(into, merged) => {
			let (who, into) = names.pick(names.mergeable(into));
			let merged = names.equal(into, merged);
			let done = Allocation::merge(signed(who), into, merged).is_ok();
			(done, model.merge(who, into, merged))
		}
		Step::Offer(pick, to) => {
			let ((who, id), to) = (names.pick(pick), to.map(|to| PEOPLE[to]));
			(Allocation::offer_grant(signed(who), id, to).is_ok(), model.offer(who, id, to))
		}
		Step::Accept(pick, by) => {
			let (from, id) = names.offered(pick.grant).unwrap_or_else(|| names.pick(pick));
			let who = by.map_or_else(|| names.offered_to(id), |by| PEOPLE[by]);
			(
				Allocation::accept_grant(signed(who), from, id, 0).is_ok(),
				model.accept(who, from, id),
			)
		}
		Step::Name(who, to) => {
			let (who, to) = (PEOPLE[who], to.map(|to| PEOPLE[to]));
			(Allocation::name_successor(signed(who), to).is_ok(), model.name(who, to))
		}
		Step::Announce(who, from) => {
			let (who, from) = names.heir(who, from);
			let done = Allocation::announce_succession(signed(who), from).is_ok();
			(done, model.announce(who, from))
		}
		Step::Veto(by_guardian, from) => {
			let from = names.testator(from);
			let origin = if by_guardian { guardian() } else { governor() };
			(Allocation::veto_succession(origin, from).is_ok(), model.veto(from))
		}
		Step::Succeed(who, from) => {
			let (who, from) = names.heir(who, from);
			(Allocation::succeed(signed(who), from).is_ok(), model.succeed(who, from))
		}
		Step::Answer(who, so) => {
			model.answering.retain(|answering| *answering != PEOPLE[who]);
			model.answering.extend(so.then_some(PEOPLE[who]));
			Answering::set(model.answering.clone());
			(true, true)
		}
		Step::Move(from, to) => {
			let (from, to) = (PEOPLE[from], PEOPLE[to]);
			let done = Allocation::move_holdings(governor(), from, to).is_ok();
			(done, model.move_holdings(from, to))
		}
		Step::Reward(who, amount) => {
			let who = PEOPLE[who];
			(reward(who, amount) == 0, model.reward(who, amount))
		}
		Step::Claim(who) => {
			let who = PEOPLE[who];
			(Allocation::claim_rewards(signed(STRANGER), who).is_ok(), model.claim(who))
		}
		Step::Slash(who, amount) => {
			let who = PEOPLE[who];
			(slash(who, amount) == model.slash(who, amount), true)
		}
		Step::Pause(category) => {
			let category = category_at(category);
			let done = Allocation::pause_category(guardian(), category).is_ok();
			(done, model.set_paused(category, true))
		}
		Step::Resume(category) => {
			let category = category_at(category);
			let done = Allocation::resume_category(governor(), category).is_ok();
			(done, model.set_paused(category, false))
		}
		Step::Share { from, to, percent } => {
			let mut new = CATEGORIES.map(|id| model.totals[&id].share);
			new[from] = new[from].saturating_sub(percent);
			new[to] = (new[to] + percent).min(100);
			let done = put_shares(shares(new)).is_ok();
			(done, model.set_shares(new))
		}
		Step::Fund(category, amount) => {
			fund_pot(CATEGORIES[category], amount);
			model.fund(CATEGORIES[category], amount);
			(true, true)
		}
		Step::Shop(who) => {
			let who = PEOPLE[who];
			assert_ok!(Balances::transfer_all(signed(who), SHOP, true));
			model.shop(who);
			(true, true)
		}
		Step::Wait(span) => {
			pass(span);
			model.now += span;
			(true, true)
		}
	}
}

/// The pallet is where the model is.
fn compare(model: &Model, genesis_issuance: Balance) {
	for (who, expected) in &model.free {
		assert_eq!((*who, free(*who)), (*who, *expected));
	}
	for who in PEOPLE {
		assert_eq!(held(who), model.held(who));
		let book = &model.rewards[&who];
		let report = Allocation::rewards(who);
		assert_eq!((locked(who), report.held), (book.outstanding(), book.outstanding()));
		assert_eq!(report.claimable, book.claimable(model.now));
		let mut own: Vec<_> = Allocation::grants(who)
			.into_iter()
			.map(|grant| (grant.grant, grant.category, grant.amount, grant.released))
			.collect();
		own.sort();
		let expected: Vec<_> = model
			.grants
			.iter()
			.filter(|(_, grant)| grant.owner == who)
			.map(|(id, grant)| (*id, grant.category, grant.amount, grant.released))
			.collect();
		assert_eq!(own, expected);
	}
	for (id, grant) in &model.grants {
		assert_eq!(Allocation::beneficiary(*id), Some(grant.owner));
	}
	for (id, totals) in &model.totals {
		let report = report(*id);
		assert_eq!(report.pot, totals.pot);
		assert_eq!((report.granted, report.released), (totals.granted, totals.released));
		assert_eq!((report.returned, report.burned), (totals.returned, totals.burned));
		assert_eq!((report.paused, report.cap), (totals.paused, totals.cap()));
		// Released ≤ vested ≤ granted ≤ cap.
		let own = model.grants.values().filter(|grant| grant.category == *id);
		let vested = report.released + own.map(|grant| model.due(grant)).sum::<Balance>();
		assert!(report.released <= vested && vested <= totals.committed());
		assert!(totals.committed() <= report.cap);
	}

	// Nothing is lost and nothing made.
	let expected = genesis_issuance + model.issued - model.penalties - model.slashed;
	assert_eq!(Balances::total_issuance(), expected);
	assert_eq!(Penalties::get(), model.penalties);
	let owned = |who: &AccountId| free(*who) + held(*who) + locked(*who);
	let people = model.free.keys().map(owned).sum::<Balance>();
	let pots = CATEGORIES.iter().map(|category| pot(*category)).sum::<Balance>();
	assert_eq!(people + pots, expected, "all that exists is somewhere");
}

/// Whatever has happened: in the end all that is on hold can be had, and nothing is left of it.
fn everybody_is_paid(model: &mut Model) {
	for id in CATEGORIES {
		let _ = Allocation::resume_category(governor(), id);
		model.set_paused(id, false);
	}
	set_time(now() + 9_999 * DAY);
	model.now = now();
	for who in PEOPLE {
		let _ = Allocation::release(signed(STRANGER), who);
		let _ = Allocation::claim_rewards(signed(STRANGER), who);
		model.release(who);
		model.claim(who);
		assert_eq!((held(who), locked(who), Allocation::succession(who)), (0, 0, None));
	}
	assert_eq!(Beneficiaries::<Test>::iter().count(), 0);
}

fn existential_deposit() -> impl Strategy<Value = Balance> {
	prop_oneof![Just(1), Just(10), Just(PERCENT / 100)]
}

fn config(cases: u32) -> ProptestConfig {
	ProptestConfig { cases, ..ProptestConfig::with_source_file(file!()) }
}

#[test]
fn the_pallet_does_what_the_model_does() {
	// How often each kind of step was possible.
	let done = RefCell::new(BTreeMap::<_, u32>::new());
	let cases = (existential_deposit(), prop::collection::vec(step(), 1..200));
	let result = TestRunner::new(config(192)).run(&cases, |(deposit, steps)| {
		let chain = ExtBuilder::default().categories(ruled_categories());
		chain.existential_deposit(deposit).build().execute_with(|| {
			let mut model = Model::new(deposit);
			let issuance = Balances::total_issuance();
			for step in steps {
				let (happened, expected) = take(step.clone(), &mut model);
				prop_assert_eq!(happened, expected, "{:?}", step);
				Allocation::do_try_state().unwrap();
				compare(&model, issuance);
				if happened {
					*done.borrow_mut().entry(step.kind()).or_default() += 1;
				}
			}
			everybody_is_paid(&mut model);
			Allocation::do_try_state().unwrap();
			compare(&model, issuance);
			Ok(())
		})
	});
	result.unwrap_or_else(|failure| panic!("{failure}"));
	let done = done.into_inner();
	assert!(done.len() == KINDS && done.values().all(|times| *times >= 10), "{done:?}");
}

proptest! {
	#![proptest_config(config(192))]

	#[test]
	fn releasing_often_pays_what_releasing_once_pays(
		amount in 1..=PERCENT,
		schedule in schedule().prop_filter("valid", |schedule| {
			destra_economics::vesting::Schedule::from(*schedule).validate().is_ok()
		}),
		deposit in existential_deposit(),
		pauses in prop::collection::vec(1..90 * DAY, 1..20),
	) {
		ExtBuilder::default().existential_deposit(deposit).build().execute_with(|| {
			granted(COMMUNITY, ALICE, amount, schedule);
			granted(COMMUNITY, BOB, amount, schedule);
			let mut paid = 0;
			for span in pauses {
				pass(span);
				let before = free(ALICE);
				let _ = Allocation::release(signed(STRANGER), ALICE);
				paid += free(ALICE) - before;
				prop_assert_eq!(paid, vested(schedule, amount, now()));
				// It is spent at once.
				spend_all(ALICE);
			}
			let _ = Allocation::release(signed(STRANGER), BOB);
			prop_assert_eq!(free(BOB), deposit + paid);

			set_time(now().max(START + 9_999 * DAY));
			let before = free(ALICE);
			for who in [ALICE, BOB] {
				let _ = Allocation::release(signed(STRANGER), who);
				prop_assert_eq!(held(who), 0);
			}
			prop_assert_eq!(paid + free(ALICE) - before, amount, "to the last planck");
			prop_assert_eq!(free(BOB), deposit + amount);
			Allocation::do_try_state().unwrap();
			Ok(())
		})?;
	}
}
