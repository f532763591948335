// SPDX-License-Identifier: Apache-2.0

//! The pallet against a reference: every planck in one table, costs as whole fractions of all time,
//! no settlement that remembers anything. Both are driven by the same random commands; and after each
//! of them, what every account has is what the events say.

use crate::{mock::*, Claim, Event, EvidenceHash, Order, Outcome, Verdict};
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
	/// When that notice was given.
	cancelled_at: u64,
	/// Since when its provider is gone, as was noted.
	left: Option<u64>,
	expires_at: u64,
	/// How much longer its vouchers are good.
	frozen: u64,
	/// When the time after its last dispute is over, in which nothing runs out.
	calm_until: u64,
	opened_at: u64,
	/// The one that is open.
	dispute: Option<Quarrel>,
	/// How many of each side have passed: the customer's, the provider's.
	lapses: [u8; 2],
}

#[derive(Clone, Debug)]
struct Quarrel {
	by_customer: bool,
	opened_at: u64,
	claimed: u128,
	/// The last word of the customer, and of the provider.
	proposed: [Option<Outcome>; 2],
}

impl Quarrel {
	fn claim(&self) -> Claim {
		match self.by_customer {
			true => Claim::Refund { amount: self.claimed },
			false => Claim::Payment { amount: self.claimed },
		}
	}

	/// What is paid of what is contested, in whole percents of the claim.
	fn payment(&self, percent: u64, contested: u128) -> u128 {
		let granted = self.claimed.min(contested) * u128::from(percent);
		match self.by_customer {
			true => contested - granted.div_ceil(100),
			false => granted / 100,
		}
	}

	fn is_open(&self) -> bool {
		now() < self.opened_at + RULING
	}

	/// Whether another one is left to whoever wants to open it next.
	fn is_last(&self, lapses: [u8; 2]) -> bool {
		lapses[0] + lapses[1] == 3
	}

	fn is_past(&self, lapses: [u8; 2]) -> bool {
		let lasts = if self.is_last(lapses) { RULING } else { LAPSE };
		now() >= self.opened_at + lasts
	}
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

	fn sides(&self) -> [Person; 2] {
		[self.customer.clone(), self.provider.clone()]
	}

	/// From when on time counts again.
	fn calm(&self, now: u64) -> u64 {
		now.max(self.calm_until)
	}

	/// Goes on after a dispute that was opened then.
	fn resume(&mut self, opened_at: u64) {
		if !self.streaming {
			let (from, until) = (opened_at.max(self.calm_until), now() + GRACE);
			self.frozen += until - from;
			self.expires_at += until - from;
			// A notice that was given meanwhile is not stretched by what was before.
			let stretched = until - self.cancelled_at.max(from);
			self.ends_at = self.ends_at.map(|at| at + stretched);
			self.calm_until = until;
		}
	}

	/// The dispute has lapsed. By whom it was opened.
	fn lapse(&mut self) -> Person {
		let quarrel = self.dispute.take().expect("a dispute");
		let side = usize::from(!quarrel.by_customer);
		self.lapses[side] += 1;
		self.note();
		self.resume(quarrel.opened_at);
		self.sides()[side].clone()
	}

	/// What is in dispute.
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
		if let (false, Some(quarrel)) = (self.streaming, &self.dispute) {
			let mut resumed = self.clone();
			resumed.dispute = None;
			resumed.resume(quarrel.opened_at);
			return resumed.over(now);
		}
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
		*self.free(&deal.customer) += deal.left() + STORAGE_DEPOSIT;
		*self.free(&deal.provider) += deal.deposit;
	}

	/// Ends it with a payment, as the winner of a dispute has it: all deposits are its.
	fn decide(&mut self, id: AgreementId, payment: u128, customer_wins: bool) {
		self.pay(id, payment);
		let deal = self.deal(id);
		let [customer, provider] = deal.sides();
		let lost = if customer_wins { std::mem::take(&mut deal.deposit) } else { 0 };
		let winner = if customer_wins { customer } else { provider };
		// By whomever it was opened: either it is the winner's own, or the loser's.
		*self.free(&winner) += DISPUTE_DEPOSIT + lost;
		self.end(id);
	}

	/// Frees what a dispute has cost that nobody decided.
	fn fine(&mut self, opener: &Person) {
		*self.free(opener) += DISPUTE_DEPOSIT - LAPSE_PENALTY;
		self.burned += LAPSE_PENALTY;
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
	Dispute(usize, bool, u128),
	Rule(usize, u64, bool),
	Concede(usize, bool),
	Propose(usize, bool, u128),
	Accept(usize, bool),
	Lapse(usize),
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
		6 => (nth(), any::<bool>(), 0u128..=110).prop_map(|(n, c, part)| Dispute(n, c, part)),
		2 => (nth(), 0u64..=100, any::<bool>()).prop_map(|(n, s, c)| Rule(n, s, c)),
		2 => (nth(), any::<bool>()).prop_map(|(n, c)| Concede(n, c)),
		6 => (nth(), any::<bool>(), 0u128..=130).prop_map(|(n, c, part)| Propose(n, c, part)),
		6 => (nth(), any::<bool>()).prop_map(|(n, c)| Accept(n, c)),
		3 => nth().prop_map(Lapse),
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
				deal.expires_at = deal.expires_at.max(deal.calm(now()) + TERM);
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
				let told = System::read_events_for_pallet::<Event<Test>>();
				let from = told.into_iter().find_map(|event| match event {
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
				let deal = model.deal(id);
				let at = deal.calm(now());
				(deal.ends_at, deal.cancelled_at) = (Some(at + notice), at);
				deal.note();
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
		Command::Dispute(n, by_customer, part) => {
			let side = usize::from(!by_customer);
			let is_open = |deal: &Deal| deal.dispute.as_ref().is_some_and(Quarrel::is_open);
			let id = pick(model, n, |deal| !is_open(deal) && deal.lapses[side] < 2)?;
			// One whose deadline has passed makes way.
			let mut deal = model.deal(id).clone();
			let open = is_open(&deal);
			let passed = (deal.dispute.is_some() && !open).then(|| deal.lapse());
			let left = deal.lapses[side] < 2;
			let asked = deal.left() * part / 100;
			let claimed = match !deal.streaming && by_customer && asked > 0 {
				true => deal.left(),
				false => asked.min(deal.left()),
			};
			let quarrel =
				Quarrel { by_customer, opened_at: now(), claimed, proposed: [None, None] };
			let who = deal.sides()[side].clone();
			let evidence = EvidenceHash::repeat_byte(7);
			let sent = match by_customer {
				true => Claim::Refund { amount: asked },
				false => Claim::Payment { amount: asked },
			};
			let done = Payments::open_dispute(signed(who.clone()), id, sent, evidence).is_ok();
			let settled = deal.over(now()) && deal.cost(now()) == deal.paid;
			let fits = claimed > 0;
			assert_eq!(done, !open && left && fits && !settled);
			if done {
				if let Some(opener) = passed {
					model.fine(&opener);
				}
				*model.free(&who) -= DISPUTE_DEPOSIT;
				deal.dispute = Some(quarrel);
				deal.note();
				*model.deal(id) = deal;
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
			let granted = Perquintill::from_percent(percent);
			let done = Payments::rule(arbiter(), id, granted.into(), verdict).is_ok();
			let quarrel = model.deal(id).dispute.clone();
			assert_eq!(done, quarrel.as_ref().is_some_and(Quarrel::is_open));
			if done {
				let payment = quarrel?.payment(percent, model.deal(id).contested(now()));
				model.decide(id, payment, for_customer);
			}
			done
		}
		Command::Concede(n, by_customer) => {
			let id = pick(model, n, |deal| {
				deal.dispute.as_ref().is_some_and(|one| one.by_customer != by_customer)
			})?;
			let deal = model.deal(id).clone();
			let quarrel = deal.dispute.clone()?;
			let who = deal.sides()[usize::from(!by_customer)].clone();
			let done = Payments::concede(signed(who), id, quarrel.claim()).is_ok();
			assert_eq!(done, quarrel.is_open() && quarrel.by_customer != by_customer);
			if done {
				let payment = quarrel.payment(100, deal.contested(now()));
				model.decide(id, payment, quarrel.by_customer);
			}
			done
		}
		Command::Propose(n, by_customer, part) => {
			let id = pick(model, n, |deal| deal.dispute.is_some())?;
			let side = usize::from(!by_customer);
			let deal = model.deal(id).clone();
			let outcome = match part {
				111.. => Outcome::Resume,
				part => Outcome::End { payment: deal.left() * part / 100 },
			};
			let done =
				Payments::propose_outcome(signed(deal.sides()[side].clone()), id, outcome).is_ok();
			let open = deal.dispute.as_ref().is_some_and(Quarrel::is_open);
			let fits = match outcome {
				Outcome::Resume => true,
				Outcome::End { payment } => payment <= deal.left(),
			};
			assert_eq!(done, open && fits);
			if done {
				model.deal(id).dispute.as_mut()?.proposed[side] = Some(outcome);
			}
			done
		}
		Command::Accept(n, by_customer) => {
			let other = usize::from(by_customer);
			let id = pick(model, n, |deal| {
				deal.dispute.as_ref().is_some_and(|one| one.proposed[other].is_some())
			})?;
			let deal = model.deal(id).clone();
			let quarrel = deal.dispute.clone()?;
			let outcome = quarrel.proposed[other].unwrap_or(Outcome::Resume);
			let who = deal.sides()[1 - other].clone();
			let done = Payments::accept_outcome(signed(who), id, outcome).is_ok();
			assert_eq!(done, quarrel.is_open() && quarrel.proposed[other].is_some());
			if done {
				let opener = deal.sides()[usize::from(!quarrel.by_customer)].clone();
				*model.free(&opener) += DISPUTE_DEPOSIT;
				model.deal(id).dispute = None;
				match outcome {
					Outcome::Resume => {
						model.deal(id).note();
						model.deal(id).resume(quarrel.opened_at);
					}
					Outcome::End { payment } => {
						model.pay(id, payment);
						model.end(id);
					}
				}
			}
			done
		}
		Command::Lapse(n) => {
			let past =
				|deal: &Deal| deal.dispute.as_ref().is_some_and(|one| one.is_past(deal.lapses));
			let id = pick(model, n, past)?;
			let is_past = past(model.deal(id));
			let done = Payments::lapse_dispute(signed(STRANGER), id).is_ok();
			assert_eq!(done, is_past);
			if done {
				let opener = model.deal(id).lapse();
				model.fine(&opener);
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
	*model.free(&customer) -= amount + STORAGE_DEPOSIT;
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
		cancelled_at: 0,
		left: None,
		expires_at: now() + TERM,
		frozen: 0,
		calm_until: 0,
		opened_at: now(),
		dispute: None,
		lapses: [0; 2],
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
			&& deal.calm(now()) <= now() - age + deal.frozen
			&& more.min(deal.left()) > 0;
		if good {
			model.pay(id, more.min(deal.left()));
			any = true;
		}
	}
	let batch = batch.try_into().expect("not too many");
	Payments::redeem(signed(STRANGER), provider.clone(), batch).expect("never fails");
	Some(any)
}

/// What everybody has free and on hold, by the events alone: those of the token, and where these are
/// silent, those of this pallet.
struct Rebuilt(BTreeMap<Person, (u128, u128)>);

impl Rebuilt {
	fn new() -> Self {
		let everybody = CUSTOMERS.into_iter().chain(PROVIDERS);
		let rich = everybody.map(|who| (who, (ENDOWMENT, 0)));
		Self(rich.chain([(TREASURY, (ED, 0))]).collect())
	}

	fn change(&mut self, who: &Person, free: i128, held: i128) {
		let balance = self.0.get_mut(who).expect("nobody else has to do with it");
		let add = |amount: u128, more| amount.checked_add_signed(more).expect("no debt");
		*balance = (add(balance.0, free), add(balance.1, held));
	}

	fn apply(&mut self, event: RuntimeEvent) {
		use pallet_balances::Event as Token;
		let signed = |amount: u128| i128::try_from(amount).expect("not so much");
		match event {
			RuntimeEvent::Balances(Token::Held { who, amount, .. }) => {
				self.change(&who, -signed(amount), signed(amount));
			}
			RuntimeEvent::Balances(Token::Released { who, amount, .. }) => {
				self.change(&who, signed(amount), -signed(amount));
			}
			RuntimeEvent::Balances(Token::Deposit { who, amount }) => {
				self.change(&who, signed(amount), 0);
			}
			RuntimeEvent::Payments(Event::Settled { customer, paid, .. }) => {
				self.change(&customer, 0, -signed(paid));
			}
			RuntimeEvent::Payments(Event::Ruled {
				verdict, customer, provider, forfeited, ..
			}) => {
				let customer_wins = matches!(verdict, Verdict::ForCustomer { .. });
				let loser = if customer_wins { provider } else { customer };
				self.change(&loser, 0, -signed(forfeited));
			}
			RuntimeEvent::Payments(Event::Conceded {
				claim,
				customer,
				provider,
				forfeited,
				..
			}) => {
				let customer_wins = matches!(claim, Claim::Refund { .. });
				let loser = if customer_wins { provider } else { customer };
				self.change(&loser, 0, -signed(forfeited));
			}
			RuntimeEvent::Payments(Event::DisputeLapsed { opener, burned, .. }) => {
				self.change(&opener, 0, -signed(burned));
			}
			_ => {}
		}
	}

	fn check(&self) {
		for (who, (free_of_it, held_of_it)) in &self.0 {
			let held = Balances::total_balance(who) - free(who.clone());
			assert_eq!((free(who.clone()), held), (*free_of_it, *held_of_it), "{who:?}");
		}
	}
}

/// Runs the commands on both; how many of them were done, by name.
fn compare(commands: Vec<Command>) -> BTreeMap<String, u32> {
	ExtBuilder::default().build().execute_with(|| {
		let (mut model, mut rebuilt) = (Model::new(), Rebuilt::new());
		let mut done = BTreeMap::new();
		for command in commands {
			let name = format!("{command:?}").split('(').next().unwrap().to_owned();
			let was_done = run(command, &mut model).unwrap_or(false);
			*done.entry(name).or_default() += u32::from(was_done);
			model.check();
			System::events().into_iter().for_each(|record| rebuilt.apply(record.event));
			System::reset_events();
			rebuilt.check();
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
	assert_eq!(done.len(), 16);
	assert!(done.values().all(|times| *times >= 10), "{done:?}");
}
