// SPDX-License-Identifier: Apache-2.0

//! The pallet against a reference: every planck in one table, costs as whole fractions of all time,
//! no settlement that remembers anything. Both are driven by the same random commands.

use crate::{mock::*, Event, Order, Verdict};
use destra_primitives::{AgreementId, BurnCause, ProviderInspect, ProviderStatus};
use destra_vouchers::Voucher;
use frame_support::traits::fungible::Inspect;
use proptest::{collection::vec, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sp_runtime::Perquintill;
use std::collections::BTreeMap;

type Person = crate::mock::AccountId;

const CUSTOMERS: [Person; 2] = [ALICE, BOB];
const PROVIDERS: [Person; 2] = [PAUL, PIA];

/// What the three have of everything that was ever paid under one agreement.
fn parts(paid: u128) -> (u128, u128, u128) {
	let kept = paid * 15 / 100;
	let burned = (kept * 2).div_ceil(3);
	(paid - kept, burned, kept - burned)
}

#[derive(Clone, Debug)]
struct Deal {
	customer: Person,
	provider: Person,
	streaming: bool,
	units: u128,
	/// The price of a unit from each of these moments on.
	prices: Vec<(u64, u128)>,
	paid_in: u128,
	paid: u128,
	deposit: u128,
	ends_at: Option<u64>,
	/// Since when its provider is gone, as was noted.
	left: Option<u64>,
	expires_at: u64,
	/// How much longer its vouchers are good.
	frozen: u64,
	opened_at: u64,
	/// The one that is open: whether the customer opened it, and when.
	dispute: Option<(bool, u64)>,
	/// Who has had one: the customer, the provider.
	disputed: [bool; 2],
}

impl Deal {
	/// Of all the time up to `now` at once, rounded down once.
	fn cost(&self, now: u64) -> u128 {
		if !self.streaming {
			return self.paid;
		}
		let mut until = self.ends_at.map_or(now, |at| at.min(now));
		if let Some(left_at) = self.left_at() {
			until = until.min(left_at);
		}
		let mut sum = 0;
		for (index, (from, price)) in self.prices.iter().enumerate() {
			let to = self.prices.get(index + 1).map_or(until, |(next, _)| until.min(*next));
			sum += price * self.units * u128::from(to.saturating_sub(*from));
		}
		(sum / u128::from(PERIOD)).min(self.paid_in).max(self.paid)
	}

	/// Since when the provider is gone; for ever, if it is none.
	fn left_at(&self) -> Option<u64> {
		match (self.streaming, self.left) {
			(true, None) => Providers::left_at(&self.provider, self.opened_at),
			(_, left) => left,
		}
	}

	/// Whoever deals with it notes that its provider is gone.
	fn note(&mut self) {
		self.left = self.left_at();
	}

	/// How long until it gets dearer.
	fn dearer_in(&self, now: u64) -> u64 {
		match self.prices[..] {
			[.., (_, old), (from, new)] if from > now && new > old => from - now,
			_ => u64::MAX,
		}
	}

	/// What an arbiter divides.
	fn contested(&self, now: u64) -> u128 {
		if self.streaming {
			self.cost(now) - self.paid
		} else {
			self.left()
		}
	}

	fn left(&self) -> u128 {
		self.paid_in - self.paid
	}

	fn over(&self, now: u64) -> bool {
		let ended = self.ends_at.is_some_and(|at| at <= now);
		let expired = !self.streaming && self.expires_at <= now;
		let dry = self.streaming && self.cost(now) == self.paid_in;
		ended || expired || dry || self.left_at().is_some()
	}
}

#[derive(Default)]
struct Model {
	deals: BTreeMap<AgreementId, Deal>,
	free: BTreeMap<Person, u128>,
	treasury: u128,
	burned: u128,
	paid: u128,
}

impl Model {
	fn new() -> Self {
		let free = CUSTOMERS.into_iter().chain(PROVIDERS).map(|who| (who, ENDOWMENT)).collect();
		Self { free, treasury: ED, ..Self::default() }
	}

	fn free(&mut self, who: &Person) -> &mut u128 {
		self.free.get_mut(who).expect("a person")
	}

	fn deal(&mut self, id: AgreementId) -> &mut Deal {
		self.deals.get_mut(&id).expect("a deal")
	}

	fn pay(&mut self, id: AgreementId, amount: u128) {
		let deal = self.deal(id);
		let (before, after) = (parts(deal.paid), parts(deal.paid + amount));
		deal.paid += amount;
		let provider = deal.provider.clone();
		*self.free(&provider) += after.0 - before.0;
		self.burned += after.1 - before.1;
		self.treasury += after.2 - before.2;
		self.paid += amount;
	}

	fn end(&mut self, id: AgreementId) {
		let deal = self.deals.remove(&id).expect("a deal");
		*self.free(&deal.customer) += deal.left();
		*self.free(&deal.provider) += deal.deposit;
	}

	/// Pays up to now, and ends it.
	fn finish(&mut self, id: AgreementId) {
		let deal = self.deal(id);
		let due = deal.cost(now()) - deal.paid;
		self.pay(id, due);
		self.end(id);
	}

	/// The two agree on everything.
	fn check(&self) {
		for (id, deal) in &self.deals {
			let report = agreement(*id);
			let cost = deal.cost(now());
			assert_eq!((report.cost, report.paid), (cost, deal.paid), "{deal:?}");
			assert_eq!((report.escrow, report.deposit), (deal.left(), deal.deposit));
			let due = if deal.dispute.is_some() { 0 } else { cost - deal.paid };
			assert_eq!((report.due, report.over), (due, deal.over(now())));
			assert_eq!(report.dispute.is_some(), deal.dispute.is_some());
		}
		assert_eq!(crate::Agreements::<Test>::iter().count(), self.deals.len());
		for (who, amount) in &self.free {
			assert_eq!(free(who.clone()), *amount);
		}
		assert_eq!((free(TREASURY), burned()), (self.treasury, self.burned));
		for (class, volume) in Payments::volumes() {
			let cause = BurnCause::Service(class);
			assert_eq!(volume.burned, Burned::get().get(&cause).copied().unwrap_or_default());
		}
		assert_eq!(Payments::cumulative_volume(), self.paid);
		let recorded = Work::get().iter().map(|(_, _, _, paid, _)| paid).sum::<u128>();
		assert_eq!(recorded, self.paid);
		// Nothing came into being, and what is gone was burned.
		let total: u128 = [ALICE, BOB, PAUL, PIA, STRANGER, TREASURY]
			.map(|who| Balances::total_balance(&who))
			.iter()
			.sum();
		assert_eq!(total, 5 * ENDOWMENT + ED - self.burned);
		assert_eq!(Balances::total_issuance(), total);
		Payments::do_try_state().unwrap();
	}
}

#[derive(Clone, Debug)]
enum Command {
	Stream(usize, usize, u32, u128, u128),
	Meter(usize, usize, u128),
	TopUp(usize, u128),
	Announce(usize, u128),
	Settle(usize),
	Cancel(usize, bool),
	Close(usize),
	Redeem(usize, Vec<(usize, u128, u64)>),
	Dispute(usize, bool),
	Rule(usize, u64, bool),
	Lapse(usize, usize),
	Stand(usize, usize),
	Pass(u64),
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let who = || 0usize..2;
	let nth = || 0usize..8;
	let amount = || prop_oneof![1_000u128..5_000, 5_000u128..200_000];
	let price = || prop_oneof![1u128..50, 1_000u128..100_000];
	let age = || prop_oneof![2 => Just(0), 1 => 1u64..30 * DAY];
	let vouchers = vec((nth(), 0u128..20_000, age()), 0..6);
	prop_oneof![
		3 => (who(), who(), 1u32..5, price(), amount())
			.prop_map(|(c, p, u, price, a)| Stream(c, p, u, price, a)),
		3 => (who(), who(), amount()).prop_map(|(c, p, a)| Meter(c, p, a)),
		3 => (nth(), amount()).prop_map(|(n, a)| TopUp(n, a)),
		3 => (nth(), price()).prop_map(|(n, price)| Announce(n, price)),
		6 => nth().prop_map(Settle),
		3 => (nth(), any::<bool>()).prop_map(|(n, c)| Cancel(n, c)),
		3 => nth().prop_map(Close),
		5 => (who(), vouchers).prop_map(|(p, v)| Redeem(p, v)),
		2 => (nth(), any::<bool>()).prop_map(|(n, c)| Dispute(n, c)),
		2 => (nth(), 0u64..=100, any::<bool>()).prop_map(|(n, s, c)| Rule(n, s, c)),
		2 => (nth(), 0usize..3).prop_map(|(n, who)| Lapse(n, who)),
		1 => (who(), 0usize..6).prop_map(|(p, s)| Stand(p, s)),
		8 => prop_oneof![1u64..DAY, DAY..15 * DAY, 15 * DAY..200 * DAY].prop_map(Pass),
	]
}

/// The `n`-th of the deals that fit, modulo how many there are; or of all.
fn pick(model: &Model, n: usize, fits: impl Fn(&Deal) -> bool) -> Option<AgreementId> {
	let nth = |ids: Vec<AgreementId>| ids.get(n % ids.len().max(1)).copied();
	let fitting = model.deals.iter().filter(|(_, deal)| fits(deal)).map(|(id, _)| *id);
	nth(fitting.collect()).or_else(|| nth(model.deals.keys().copied().collect()))
}

/// Runs a command on the pallet and, where it is not refused, on the model. Whether it was done.
fn run(command: Command, model: &mut Model) -> Option<bool> {
	events();
	let done = match command {
		Command::Stream(c, p, units, price, amount) => {
			let (customer, provider) = (CUSTOMERS[c].clone(), PROVIDERS[p].clone());
			if !serves(&provider) {
				return Some(false);
			}
			let order = Order::Streaming { units };
			let id = open(customer.clone(), provider.clone(), GPU, order, price, amount).ok()?;
			let prices = vec![(now(), price)];
			agree(model, id, customer, provider, units, prices, amount);
			true
		}
		Command::Meter(c, p, amount) => {
			let (customer, provider) = (CUSTOMERS[c].clone(), PROVIDERS[p].clone());
			if !serves(&provider) {
				return Some(false);
			}
			let id = metered(customer.clone(), provider.clone(), RPC, amount);
			agree(model, id, customer, provider, 0, vec![], amount);
			true
		}
		Command::TopUp(n, amount) => {
			let id = pick(model, n, |deal| !deal.over(now()) && deal.dispute.is_none())?;
			let customer = model.deal(id).customer.clone();
			let done = Payments::top_up(signed(customer.clone()), id, amount).is_ok();
			if done {
				*model.free(&customer) -= amount;
				let deal = model.deal(id);
				deal.paid_in += amount;
				deal.expires_at = deal.expires_at.max(now() + TERM);
			}
			done
		}
		Command::Announce(n, price) => {
			let id = pick(model, n, |deal| {
				deal.streaming && !deal.over(now()) && deal.dispute.is_none()
			})?;
			let provider = model.deal(id).provider.clone();
			let done = Payments::announce_price(signed(provider), id, price).is_ok();
			if done && model.deal(id).streaming {
				let from = events().into_iter().find_map(|event| match event {
					Event::PriceAnnounced { from, .. } => Some(from),
					_ => None,
				});
				let (from, deal) = (from.expect("an announcement"), model.deal(id));
				let (begun, old) = *deal.prices.last().unwrap();
				let notice = if price > old { PRICE_NOTICE } else { 0 };
				let periods = (now() + notice - begun).div_ceil(PERIOD);
				assert_eq!(from, begun + periods * PERIOD);
				deal.prices.push((from, price));
			}
			done
		}
		Command::Settle(n) => {
			let id = pick(model, n, |deal| deal.cost(now()) > deal.paid)?;
			let done = Payments::settle(signed(STRANGER), id).is_ok();
			if done {
				let deal = model.deal(id).clone();
				match deal.over(now()) {
					true => model.finish(id),
					false => model.pay(id, deal.cost(now()) - deal.paid),
				}
			}
			done
		}
		Command::Cancel(n, by_customer) => {
			let id = pick(model, n, |deal| deal.ends_at.is_none())?;
			let deal = model.deal(id).clone();
			let who = if by_customer { deal.customer.clone() } else { deal.provider.clone() };
			let done = Payments::cancel(signed(who), id).is_ok();
			if done {
				let notice = match by_customer {
					true if !deal.streaming => REDEMPTION,
					true if !serves(&deal.provider) => 0,
					true => CUSTOMER_NOTICE.min(deal.dearer_in(now())),
					false => PROVIDER_NOTICE,
				};
				model.deal(id).ends_at = Some(now() + notice);
				model.deal(id).note();
				if notice == 0 && deal.dispute.is_none() {
					model.finish(id);
				}
			}
			done
		}
		Command::Close(n) => {
			let id = pick(model, n, |deal| deal.over(now()))?;
			let deal = model.deal(id).clone();
			let done = Payments::close(signed(STRANGER), id).is_ok();
			assert_eq!(done, deal.dispute.is_none() && deal.over(now()));
			if done {
				model.finish(id);
			}
			done
		}
		Command::Redeem(p, wanted) => redeem_all(model, &PROVIDERS[p], wanted)?,
		Command::Dispute(n, by_customer) => {
			let side = usize::from(!by_customer);
			let id = pick(model, n, |deal| deal.dispute.is_none() && !deal.disputed[side])?;
			let deal = model.deal(id).clone();
			let who = if by_customer { deal.customer } else { deal.provider };
			let done = Payments::open_dispute(signed(who.clone()), id).is_ok();
			assert_eq!(done, deal.dispute.is_none() && !deal.disputed[side]);
			if done {
				*model.free(&who) -= DISPUTE_DEPOSIT;
				let deal = model.deal(id);
				deal.dispute = Some((by_customer, now()));
				deal.note();
				deal.disputed[side] = true;
			}
			done
		}
		Command::Rule(n, percent, for_customer) => {
			let id = pick(model, n, |deal| deal.dispute.is_some())?;
			let verdict = match for_customer {
				// That of a provider that is gone fails, and the ruling stands.
				true => Verdict::ForCustomer { slash: percent % 2 == 0 },
				false => Verdict::ForProvider,
			};
			let share = Perquintill::from_percent(percent);
			let done = Payments::rule(arbiter(), id, share, verdict).is_ok();
			if done {
				let contested = model.deal(id).contested(now());
				model.pay(id, contested * u128::from(percent) / 100);
				let (customer, provider) =
					(model.deal(id).customer.clone(), model.deal(id).provider.clone());
				if for_customer {
					let deposit = std::mem::take(&mut model.deal(id).deposit);
					*model.free(&customer) += deposit;
				}
				let winner = if for_customer { customer } else { provider };
				// By whomever it was opened: either it is the winner's own, or the loser's.
				*model.free(&winner) += DISPUTE_DEPOSIT;
				model.end(id);
			}
			done
		}
		Command::Lapse(n, who) => {
			let id = pick(model, n, |deal| deal.dispute.is_some())?;
			let deal = model.deal(id).clone();
			let parties = [deal.customer, deal.provider, STRANGER];
			let done = Payments::lapse_dispute(signed(parties[who].clone()), id).is_ok();
			let may = deal.dispute.is_some_and(|(by_customer, opened_at)| {
				who == usize::from(by_customer) || now() >= opened_at + RULING
			});
			assert_eq!(done, may);
			if done {
				let deal = model.deal(id);
				let (by_customer, opened_at) = deal.dispute.take().expect("a dispute");
				if !deal.streaming {
					let lasted = now() - opened_at;
					deal.frozen += lasted;
					deal.expires_at += lasted;
					deal.ends_at = deal.ends_at.map(|at| at + lasted);
				}
				let opener =
					if by_customer { deal.customer.clone() } else { deal.provider.clone() };
				*model.free(&opener) += DISPUTE_DEPOSIT;
			}
			done
		}
		Command::Stand(p, status) => {
			// More often than not a provider serves.
			let status = match status {
				0 => None,
				1 => Some(ProviderStatus::Leaving),
				2 => Some(ProviderStatus::Jailed),
				_ => Some(ProviderStatus::Active),
			};
			stand(&PROVIDERS[p], status);
			true
		}
		Command::Pass(span) => {
			pass(span);
			true
		}
	};
	Some(done)
}

fn serves(provider: &Person) -> bool {
	Standing::get().get(provider) == Some(&ProviderStatus::Active)
}

fn agree(
	model: &mut Model,
	id: AgreementId,
	customer: Person,
	provider: Person,
	units: u32,
	prices: Vec<(u64, u128)>,
	amount: u128,
) {
	let streaming = units > 0;
	let deposit = if streaming { GPU_DEPOSIT } else { 0 };
	*model.free(&customer) -= amount;
	*model.free(&provider) -= deposit;
	let deal = Deal {
		customer,
		provider,
		streaming,
		units: units.into(),
		prices,
		paid_in: amount,
		paid: 0,
		deposit,
		ends_at: None,
		left: None,
		expires_at: now() + TERM,
		frozen: 0,
		opened_at: now(),
		dispute: None,
		disputed: [false; 2],
	};
	model.deals.insert(id, deal);
}

/// Redeems vouchers, each for so much more than was paid, and expects of each what becomes of it.
fn redeem_all(
	model: &mut Model,
	provider: &Person,
	wanted: Vec<(usize, u128, u64)>,
) -> Option<bool> {
	let mut batch = vec![];
	let mut any = false;
	for (n, more, age) in wanted {
		let fits = |deal: &Deal| !deal.streaming && deal.provider == *provider;
		let id = pick(model, n, fits)?;
		let deal = model.deal(id).clone();
		let amount = deal.paid + more;
		let voucher = Voucher { agreement: id, amount, valid_until: now() - age };
		batch.push(sign(&key(), voucher, provider));
		let good = !deal.streaming
			&& deal.provider == *provider
			&& deal.dispute.is_none()
			&& deal.ends_at.is_none_or(|at| at > now())
			&& deal.expires_at > now()
			&& age <= deal.frozen
			&& more > 0
			&& amount <= deal.paid_in;
		if good {
			model.pay(id, more);
			any = true;
		}
	}
	let batch = batch.try_into().expect("not too many");
	Payments::redeem(signed(STRANGER), provider.clone(), batch).expect("never fails");
	Some(any)
}

/// Runs the commands on both; how many of them were done, by name.
fn compare(commands: Vec<Command>) -> BTreeMap<String, u32> {
	ExtBuilder::default().build().execute_with(|| {
		let mut model = Model::new();
		let mut done = BTreeMap::new();
		for command in commands {
			let name = format!("{command:?}").split('(').next().unwrap().to_owned();
			let was_done = run(command, &mut model).unwrap_or(false);
			*done.entry(name).or_default() += u32::from(was_done);
			model.check();
		}
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
	for _ in 0..40 {
		let commands = vec(command(), 100).new_tree(&mut runner).unwrap().current();
		for (name, times) in compare(commands) {
			*done.entry(name).or_default() += times;
		}
	}
	assert_eq!(done.len(), 13);
	assert!(done.values().all(|times| *times >= 10), "{done:?}");
}
