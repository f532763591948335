// SPDX-License-Identifier: Apache-2.0

//! Both sides, an operator, a stranger and the arbiter do whatever they like, in any order and many of
//! it in one block; and what the public documentation promises is held against each step:
//!
//! * by what another does nobody loses more than the time that was served, what it has signed, what it
//!   has proposed, and the penalty of a dispute of its own;
//! * while a dispute is open nothing is paid but what a ruling, a concession or an agreement of both
//!   says, and nobody else ends it before either side could have opened the next one;
//! * a dispute takes time from nobody: a notice, a term and a voucher have all of theirs, and three minutes;
//! * in the end all money comes out.

use super::disputes::{accept, concede, payment, propose, refund, rule, try_dispute};
use crate::{mock::*, Claim, End, Event, Order, Outcome, SignedVoucherOf, Verdict};
use destra_primitives::{
	payments_api::{AgreementReport, DisputeReport},
	AgreementId, Balance,
};
use frame_support::{
	assert_ok,
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::fungible::Inspect,
};
use proptest::{collection::vec, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

type Person = crate::mock::AccountId;

/// The sides: the customer first.
const SIDES: [Person; 2] = [ALICE, PAUL];
const PREPAID: Balance = 90_000;

#[derive(Clone, Copy, Debug)]
enum Act {
	Settle(usize),
	Close(usize),
	Redeem(usize),
	Lapse(usize),
	/// Who, and of how many percent of the escrow.
	Open(usize, u128),
	Concede(usize),
	/// Above a hundred percent: that the agreement goes on.
	Propose(usize, u128),
	Accept(usize),
	Cancel(usize),
	TopUp,
	Rule(u64, bool),
	Sign(u128),
	Pass(u64),
}

/// Whoever may call what anyone may.
const ANYONE: [Person; 4] = [ALICE, PAUL, OPERATOR, STRANGER];

fn act() -> impl Strategy<Value = Act> {
	use Act::*;
	let anyone = || 0usize..4;
	let side = || 0usize..2;
	let spans = [1, DAY, REDEMPTION, REOPENING, RULING, LAPSE, 30 * DAY];
	prop_oneof![
		4 => anyone().prop_map(Settle),
		3 => anyone().prop_map(Close),
		4 => anyone().prop_map(Redeem),
		5 => anyone().prop_map(Lapse),
		8 => (side(), 1u128..=100).prop_map(|(by, part)| Open(by, part)),
		1 => side().prop_map(Concede),
		2 => (side(), 0u128..=150).prop_map(|(by, part)| Propose(by, part)),
		2 => side().prop_map(Accept),
		2 => (0usize..3).prop_map(Cancel),
		2 => Just(TopUp),
		1 => (0u64..=100, any::<bool>()).prop_map(|(share, customer)| Rule(share, customer)),
		4 => (1u128..=120).prop_map(Sign),
		8 => prop_oneof![(0..spans.len()).prop_map(move |at| spans[at]), 1..20 * DAY].prop_map(Pass),
	]
}

/// What can be seen before and after an act.
struct Seen {
	report: Option<AgreementReport<Person>>,
	/// What each side has, free and on hold.
	total: [Balance; 2],
	/// What was ever paid.
	paid: Balance,
}

impl Seen {
	fn at(id: AgreementId) -> Self {
		let total = SIDES.map(|who| Balances::total_balance(&who));
		Self { report: Payments::agreement(id), total, paid: Payments::cumulative_volume() }
	}

	fn dispute(&self) -> Option<DisputeReport> {
		self.report.as_ref().and_then(|report| report.dispute)
	}
}

fn opener(dispute: &DisputeReport) -> usize {
	usize::from(matches!(dispute.claim, Claim::Payment { .. }))
}

struct World {
	id: AgreementId,
	streaming: bool,
	opened_at: u64,
	/// When a notice ends that was given, by the clock that a dispute stops where use is paid for.
	notices: Vec<u64>,
	/// When the term ends, by that clock.
	term: u64,
	/// For how long disputes that are over have stopped it, with the time after each.
	stood: u64,
	/// When the time after the last one is over.
	stands_until: u64,
	lapses: [u8; 2],
	/// The last word of each side in the dispute.
	said: [Option<Outcome>; 2],
	/// What was signed, and until when it is good at least.
	signed: Vec<(SignedVoucherOf<Test>, u64)>,
}

impl World {
	fn new(streaming: bool) -> Self {
		let order = match streaming {
			true => Order::Streaming { units: 1 },
			false => Order::Metered { signer: Some(account_of(&key())) },
		};
		let id = open(ALICE, PAUL, GPU, order, PRICE, PREPAID).unwrap();
		Self {
			id,
			streaming,
			opened_at: now(),
			notices: vec![],
			term: now() + TERM,
			stood: 0,
			stands_until: 0,
			lapses: [0; 2],
			said: [None; 2],
			signed: vec![],
		}
	}

	/// The time that counts for notices, terms and vouchers.
	fn clock(&self, seen: &Seen) -> u64 {
		let stands = seen.dispute().filter(|_| !self.streaming);
		self.stands_at(stands.map_or(now(), |dispute| dispute.opened_at)) - self.stood
	}

	/// The time at which it stands, as it went before: in the time after a dispute, the end of that.
	fn stands_at(&self, at: u64) -> u64 {
		at.max(self.stands_until)
	}

	/// What the service cost so far.
	fn cost(&self, paid_in: Balance) -> Balance {
		let until = self.notices.iter().copied().fold(now(), u64::min);
		let served = u128::from(until.saturating_sub(self.opened_at));
		(PRICE * served / u128::from(PERIOD)).min(paid_in)
	}

	/// Does it, if it can be done.
	fn does(&mut self, act: Act, seen: &Seen) -> bool {
		let id = self.id;
		let Some(report) = seen.report.clone() else { return false };
		let anyone = |who: usize| signed(ANYONE[who].clone());
		match act {
			Act::Settle(who) => Payments::settle(anyone(who), id).is_ok(),
			Act::Close(who) => Payments::close(anyone(who), id).is_ok(),
			Act::Lapse(who) => Payments::lapse_dispute(anyone(who), id).is_ok(),
			Act::Redeem(who) => {
				let vouchers = self.signed.iter().map(|(signed, _)| signed.clone());
				let batch: Vec<_> = vouchers.take(100).collect();
				Payments::redeem(anyone(who), PAUL, batch.try_into().unwrap()).is_ok()
			}
			Act::Open(by, part) => {
				let amount = report.escrow * part / 100;
				let claim = if by == 0 { refund(amount) } else { payment(amount) };
				try_dispute(SIDES[by].clone(), id, claim).is_ok()
			}
			Act::Concede(by) => {
				let claim = report.dispute.map_or(refund(1), |dispute| dispute.claim);
				concede(SIDES[by].clone(), id, claim).is_ok()
			}
			Act::Propose(by, part) => {
				let outcome = match part {
					101.. => Outcome::Resume,
					part => Outcome::End { payment: report.escrow * part / 100 },
				};
				let done = propose(SIDES[by].clone(), id, outcome).is_ok();
				if done {
					self.said[by] = Some(outcome);
				}
				done
			}
			Act::Accept(by) => {
				let outcome = self.said[1 - by].unwrap_or(Outcome::Resume);
				accept(SIDES[by].clone(), id, outcome).is_ok()
			}
			Act::Cancel(who) => {
				let done = Payments::cancel(signed(ANYONE[who].clone()), id).is_ok();
				if done {
					let notice = match (who, self.streaming) {
						(0, true) => CUSTOMER_NOTICE,
						(0, false) => REDEMPTION,
						_ => PROVIDER_NOTICE,
					};
					self.notices.push(self.clock(seen) + notice);
				}
				done
			}
			Act::TopUp => {
				let done = Payments::top_up(signed(ALICE), id, 1_000).is_ok();
				if done {
					self.term = self.term.max(self.clock(seen) + TERM);
				}
				done
			}
			Act::Rule(share, true) => {
				rule(id, share, Verdict::ForCustomer { slash: false }).is_ok()
			}
			Act::Rule(share, false) => rule(id, share, Verdict::ForProvider).is_ok(),
			Act::Sign(part) => {
				let amount = (report.paid + report.escrow) * part / 100;
				self.signed.push((voucher(id, amount), self.clock(seen) + DAY));
				!self.streaming
			}
			Act::Pass(span) => {
				pass(span);
				true
			}
		}
	}

	fn step(&mut self, act: Act) -> bool {
		let before = Seen::at(self.id);
		events();
		let done = self.does(act, &before);
		let after = Seen::at(self.id);
		self.check_money(act, done, &before, &after);
		self.check_freeze(act, &before, &after);
		self.check_time(&before, &after);
		done
	}

	/// Nobody loses by another what it has not agreed to.
	fn check_money(&self, act: Act, done: bool, before: &Seen, after: &Seen) {
		let (was, paid) = (before.dispute(), after.paid - before.paid);
		let lost = [0, 1].map(|side| before.total[side].saturating_sub(after.total[side]));
		let has_lapsed = done && matches!(act, Act::Lapse(_) | Act::Open(..));
		let lapsed = was.filter(|_| has_lapsed).map(|was| opener(&was));
		let mut may_lose = [0, 1].map(|side| if lapsed == Some(side) { LAPSE_PENALTY } else { 0 });
		let so_far = before.report.as_ref().map_or(0, |report| report.paid);
		let funded = so_far + before.report.as_ref().map_or(0, |report| report.escrow);
		let due = match self.streaming {
			true => self.cost(funded) - so_far.min(self.cost(funded)),
			false => 0,
		};
		match (act, was) {
			(Act::Settle(_) | Act::Close(_), None) if done => assert_eq!(paid, due),
			(Act::Redeem(_), None) => {
				let most = self.signed.iter().map(|(signed, _)| signed.voucher.amount).max();
				assert!(paid == 0 || so_far + paid <= most.unwrap_or_default());
			}
			(Act::Concede(by), Some(was)) if done => {
				assert!(by != opener(&was) && now() < was.deadline);
				let claimed = was.claim.amount().min(was.contested);
				assert_eq!(paid, if by == 0 { claimed } else { was.contested - claimed });
				may_lose[by] += GPU_DEPOSIT;
			}
			(Act::Accept(by), Some(was)) if done => {
				assert!(now() < was.deadline);
				match self.said[1 - by].expect("the other side has said so") {
					Outcome::Resume => assert_eq!(paid, 0),
					Outcome::End { payment } => assert_eq!(paid, payment),
				}
			}
			(Act::Rule(..), Some(was)) if done => {
				assert!(now() < was.deadline);
				let claimed = was.claim.amount().min(was.contested);
				match was.claim {
					Claim::Refund { .. } => assert!(paid >= was.contested - claimed),
					Claim::Payment { .. } => assert!(paid <= claimed),
				}
				assert!(paid <= was.contested);
				may_lose[opener(&was)] += DISPUTE_DEPOSIT;
				may_lose[1] += GPU_DEPOSIT;
			}
			_ => assert_eq!(paid, 0, "{act:?}"),
		}
		may_lose[0] += paid;
		assert!(lost[0] <= may_lose[0] && lost[1] <= may_lose[1], "{act:?} {lost:?} {may_lose:?}");
	}

	/// A dispute ends by one of its ways alone, and neither side is kept from its next one.
	fn check_freeze(&mut self, act: Act, before: &Seen, after: &Seen) {
		let Some(was) = before.dispute() else { return };
		let is_same = after.dispute().is_some_and(|now| now.opened_at == was.opened_at);
		if !is_same {
			match act {
				Act::Concede(_) | Act::Accept(_) | Act::Rule(..) => {}
				Act::Lapse(_) | Act::Open(..) => {
					self.lapses[opener(&was)] += 1;
					let any_left = self.lapses.iter().any(|lapses| *lapses < 2);
					let waits = matches!(act, Act::Lapse(_)) && any_left;
					let waited = if waits { LAPSE } else { RULING };
					assert!(now() >= was.opened_at + waited, "{act:?}");
				}
				_ => panic!("{act:?} has ended a dispute"),
			}
			self.said = [None; 2];
			if !self.streaming {
				let until = now() + GRACE;
				self.stood += until - self.stands_at(was.opened_at);
				self.stands_until = until;
			}
			return;
		}
		if was.contested == 0 || now() < was.deadline {
			return;
		}
		for side in [0, 1] {
			let mut lapses = self.lapses;
			lapses[opener(&was)] += 1;
			let claim = if side == 0 { refund(1) } else { payment(1) };
			let opens = with_transaction_unchecked(|| {
				let opened = try_dispute(SIDES[side].clone(), self.id, claim);
				TransactionOutcome::Rollback(opened)
			});
			assert_eq!(opens.is_ok(), lapses[side] < 2, "{side}: {opens:?}");
		}
	}

	/// A dispute takes time from nobody.
	fn check_time(&self, before: &Seen, after: &Seen) {
		let clock = self.clock(after);
		if before.report.is_some() && after.report.is_none() {
			let ended = events().into_iter().find_map(|event| match event {
				Event::Ended { end, .. } => Some(end),
				_ => None,
			});
			let over = |at: u64| at <= clock;
			match ended.expect("the end is told") {
				End::Cancelled => assert!(self.notices.iter().any(|at| over(*at))),
				End::Expired => assert!(over(self.term)),
				_ => {}
			}
		}
		if let (false, Some(report)) = (self.streaming, &after.report) {
			let over = self.notices.iter().any(|at| *at <= clock) || self.term <= clock;
			assert_eq!(report.over, over, "to the millisecond");
		}
		let running = after.report.as_ref().filter(|report| {
			!self.streaming && report.dispute.is_none() && !report.over && report.escrow > 0
		});
		let Some(report) = running else { return };
		// Who could not redeem in a dispute has the time to do so after it.
		if before.dispute().is_some() {
			assert!(report.ends_at.is_some_and(|at| at > now() + GRACE));
			assert!(report.expires_at.is_some_and(|at| at > now() + GRACE));
		}
		for (signed, good_until) in &self.signed {
			if signed.voucher.amount > report.paid && clock <= *good_until {
				assert_ok!(Payments::redeemable(PAUL, signed.clone()));
			}
		}
	}

	/// Nobody does anything any more but strangers.
	fn wind_up(mut self) {
		for _ in 0..4 {
			self.step(Act::Pass(LAPSE));
			self.step(Act::Lapse(3));
		}
		self.step(Act::Pass(2 * TERM));
		self.step(Act::Close(3));
		assert!(is_gone(self.id), "something stays frozen");
		for who in SIDES {
			let held = Balances::total_balance(&who) - free(who);
			assert_eq!(held, 0);
		}
		Payments::do_try_state().unwrap();
	}
}

/// How often each act was done.
fn play(streaming: bool, acts: Vec<Act>) -> BTreeMap<String, u32> {
	let mut done = BTreeMap::new();
	ExtBuilder::default().build_and_execute(|| {
		let mut world = World::new(streaming);
		for act in acts {
			let name = format!("{act:?}").split('(').next().unwrap().to_owned();
			*done.entry(name).or_default() += u32::from(world.step(act));
		}
		world.wind_up();
	});
	done
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

	#[test]
	fn in_no_order_of_acts_does_one_side_get_what_the_other_did_not_agree_to(
		streaming in any::<bool>(), acts in vec(act(), 1..60),
	) {
		play(streaming, acts);
	}
}

#[test]
fn each_act_is_done_often_enough_to_prove_something() {
	let mut runner = TestRunner::deterministic();
	let mut done: BTreeMap<String, u32> = BTreeMap::new();
	for game in 0..300 {
		let acts = vec(act(), 60).new_tree(&mut runner).unwrap().current();
		for (name, times) in play(game % 2 == 0, acts) {
			*done.entry(name).or_default() += times;
		}
	}
	assert_eq!(done.len(), 13);
	assert!(done.values().all(|times| *times >= 10), "{done:?}");
}
