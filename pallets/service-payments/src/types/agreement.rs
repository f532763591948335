// SPDX-License-Identifier: Apache-2.0

//! An agreement between a customer and a provider, and what it owes at which time.

use super::{ClassSettings, DisputeState, End, Notices, Terms};
use destra_economics::payments::{period_start_after, Change, Parts, Rate, Shares, Tariff};
use destra_primitives::{
	payments_api::VoucherRefusal,
	time::{Millis, Moment},
	Balance, CardId, CardVersion, Party, PaymentForm, ServiceClass,
};
use destra_vouchers::Voucher;
use sp_runtime::ArithmeticError;

/// What a voucher yields, in planck.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Payable {
	/// What there is of it in the escrow: above zero.
	pub now: Balance,
	/// What of it the customer has not paid in: payable after a top-up.
	pub unpaid: Balance,
}

/// An agreement. What it says of shares, prices, notices and term holds whatever becomes of settings and cards.
#[frame_support::stored]
pub struct Agreement<AccountId> {
	/// Who pays.
	pub customer: AccountId,
	/// Who serves.
	pub provider: AccountId,
	/// What for.
	pub class: ServiceClass,
	/// The rate card.
	pub card: CardId,
	/// What it said.
	pub version: CardVersion,
	/// When it was opened.
	pub opened_at: Moment,
	/// How payments divide.
	pub shares: Shares,
	/// What is on hold at the customer, in planck.
	pub escrow: Balance,
	/// What was paid out of it so far, in planck.
	pub paid: Balance,
	/// What is on hold at the provider, in planck.
	pub deposit: Balance,
	/// What is on hold at the customer for these entries, in planck: no voucher and no ruling touches it.
	pub storage_deposit: Balance,
	/// The price of all units for a period; of a metered agreement, of a unit.
	pub tariff: Tariff,
	/// What depends on the form.
	pub terms: Terms<AccountId>,
	/// How long before something happens it has to be said.
	pub notices: Notices,
	/// When it ends by notice, by its own [clock](Self::clock).
	pub ends_at: Option<Moment>,
	/// Since when the provider of a service paid by time has been gone; zero if nobody knows. What a
	/// dispute keeps of that stays true when the provider's own entry is removed meanwhile.
	pub left_at: Option<Moment>,
	/// What there was of disputes.
	pub dispute: DisputeState,
}

impl<AccountId: PartialEq> Agreement<AccountId> {
	/// How it is paid for.
	pub const fn form(&self) -> PaymentForm {
		match self.terms {
			Terms::Streaming { .. } => PaymentForm::Streaming,
			Terms::Metered { .. } => PaymentForm::Metered,
		}
	}

	/// How many units a price of the tariff is for. Each takes a slot of the card.
	pub const fn units(&self) -> u32 {
		self.terms.units()
	}

	/// The price of a unit, in planck.
	pub fn price(&self) -> Balance {
		self.per_unit(&self.tariff.rate)
	}

	/// The price of a unit to come, in planck, and from when on.
	pub fn announced(&self) -> Option<(Balance, Moment)> {
		self.tariff.change.map(|Change { from, rate }| (self.per_unit(&rate), from))
	}

	/// All that was ever paid in, in planck.
	pub const fn funded(&self) -> Balance {
		self.paid.saturating_add(self.escrow)
	}

	/// Whether a dispute is open.
	pub const fn is_disputed(&self) -> bool {
		self.dispute.since.is_some()
	}

	/// Which side `who` is on.
	pub fn party(&self, who: &AccountId) -> Option<Party> {
		if *who == self.customer {
			Some(Party::Customer)
		} else if *who == self.provider {
			Some(Party::Provider)
		} else {
			None
		}
	}

	/// Which account is on a side.
	pub const fn account(&self, party: Party) -> &AccountId {
		match party {
			Party::Customer => &self.customer,
			Party::Provider => &self.provider,
		}
	}

	/// How long a metered one runs after money was last paid in, in milliseconds.
	pub const fn term(&self) -> Option<Millis> {
		match self.terms {
			Terms::Streaming { .. } => None,
			Terms::Metered { term, .. } => Some(term),
		}
	}

	/// When the term of a metered one ends, unless more is paid in before.
	pub const fn expires_at(&self) -> Option<Moment> {
		match self.terms {
			Terms::Streaming { .. } => None,
			Terms::Metered { expires_at, .. } => Some(expires_at),
		}
	}

	/// How much longer than it says each voucher is good, in milliseconds.
	pub const fn frozen(&self) -> Millis {
		match self.terms {
			Terms::Streaming { .. } => 0,
			Terms::Metered { frozen, .. } => frozen,
		}
	}

	/// What time it is for its deadlines. A dispute stops the clock of a metered agreement, until
	/// [`MIN_REDEMPTION_PERIOD`](ClassSettings::MIN_REDEMPTION_PERIOD) after it: the provider hears of its end,
	/// and redeems, as after a cancellation. [`resume`](Self::resume) moves the deadlines by as long as it
	/// stands.
	pub fn clock(&self, now: Moment) -> Moment {
		match self.terms {
			Terms::Streaming { .. } => now,
			Terms::Metered { stands_until, .. } => {
				self.dispute.since.map_or(now, |since| since.min(now)).max(stands_until)
			}
		}
	}

	/// When it ends, by notice or term, whichever comes first, by its own clock.
	pub fn end(&self) -> Option<Moment> {
		self.ends_at.into_iter().chain(self.expires_at()).min()
	}

	/// What the service cost up to `now`, in planck: at most what was paid in, for there is no debt.
	pub fn cost(&self, now: Moment) -> Balance {
		self.cost_unbounded(now).min(self.funded())
	}

	/// What of the cost up to `now` has not been paid, in planck.
	pub fn due(&self, now: Moment) -> Balance {
		self.cost(now).saturating_sub(self.paid)
	}

	/// The last moment that the money pays for at the known prices; `None` if that is for ever or
	/// depends on use.
	pub fn funded_until(&self) -> Option<Moment> {
		let Terms::Streaming { closed, .. } = self.terms else { return None };
		let until = self.tariff.lasts_until(self.funded().saturating_sub(closed));
		(until < Moment::MAX).then_some(until)
	}

	/// Whether the service has cost more than was paid in. It has stopped then, and more money does
	/// not bring it back: nobody owes for the time between.
	pub fn ran_dry(&self, now: Moment) -> bool {
		self.cost_unbounded(now) > self.funded()
	}

	/// Why it is over at `now`, if it is: the first of the reasons that there were. One paid by use that
	/// is used up may be filled again.
	pub fn over(&self, now: Moment) -> Option<End> {
		let served = self.left_at.map_or(now, |at| at.min(now));
		if self.ends_at.is_some_and(|at| at <= served) {
			return Some(End::Cancelled);
		}
		let used_up = match self.terms {
			Terms::Metered { expires_at, .. } => (expires_at <= served).then_some(End::Expired),
			Terms::Streaming { .. } => (self.due(now) == self.escrow).then_some(End::RanDry),
		};
		used_up.or(self.left_at.map(|_| End::ProviderGone))
	}

	/// Whether there is nothing left to pay at `now`, and all that is in the escrow is the customer's.
	pub fn is_settled(&self, now: Moment) -> bool {
		self.over(now).is_some() && self.due(now) == 0
	}

	/// What is in dispute at `now`, in planck: what the customer has consumed and
	/// not paid; of what is paid by use, of which the chain knows no more than the vouchers that were
	/// redeemed, all that is left.
	pub fn contested(&self, now: Moment) -> Balance {
		match self.terms {
			Terms::Streaming { .. } => self.due(now),
			Terms::Metered { .. } => self.escrow,
		}
	}

	/// From when on it costs more than at `now`, as announced. What is paid by use costs what is signed.
	pub fn dearer_from(&self, now: Moment) -> Option<Moment> {
		let (price, from) = self.announced()?;
		let streaming = self.form() == PaymentForm::Streaming;
		(streaming && from > now && price > self.price()).then_some(from)
	}

	/// Lets a price take effect whose time has come before the end.
	pub fn roll(&mut self, now: Moment) {
		let (tariff, cost) = self.tariff.advance(self.charged_until(now));
		self.tariff = tariff;
		if let Terms::Streaming { closed, .. } = &mut self.terms {
			*closed = closed.saturating_add(cost);
		}
	}

	/// Announces another price of a unit for the first period that begins at `earliest` or later. When
	/// that is.
	pub fn announce(
		&mut self,
		price: Balance,
		earliest: Moment,
	) -> Result<Moment, ArithmeticError> {
		let price = price.checked_mul(self.units().into()).ok_or(ArithmeticError::Overflow)?;
		let Rate { period, .. } = self.tariff.rate;
		let from = period_start_after(self.tariff.since, period, earliest);
		self.tariff.change = Some(Change { from, rate: Rate { price, period } });
		Ok(from)
	}

	/// Takes `amount` planck, which are in the escrow, as paid. How they divide.
	pub fn pay(&mut self, amount: Balance) -> Result<Parts, ArithmeticError> {
		let parts = self.shares.next(self.paid, amount).ok_or(ArithmeticError::Overflow)?;
		self.escrow = self.escrow.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		self.paid = self.paid.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Ok(parts)
	}

	/// What a voucher, if its signature is good, has `provider` paid at `now`. Of one for more than was
	/// paid in that is what there is: amounts are cumulative, so the rest is payable later.
	pub fn redeemable(
		&self,
		voucher: &Voucher,
		provider: &AccountId,
		now: Moment,
	) -> Result<Payable, VoucherRefusal> {
		if self.form() != PaymentForm::Metered {
			return Err(VoucherRefusal::NotMetered);
		}
		if *provider != self.provider {
			return Err(VoucherRefusal::OtherProvider);
		}
		if self.is_disputed() {
			return Err(VoucherRefusal::Disputed);
		}
		if self.end().is_some_and(|at| at <= now) {
			return Err(VoucherRefusal::Ended);
		}
		// By the clock: one that had run out when a dispute began is not good again after it.
		if self.clock(now) > voucher.valid_until.saturating_add(self.frozen()) {
			return Err(VoucherRefusal::Expired);
		}
		let owed = voucher.amount.saturating_sub(self.paid);
		let now = owed.min(self.escrow);
		match (owed, now) {
			(0, _) => Err(VoucherRefusal::NotNewer),
			(_, 0) => Err(VoucherRefusal::Overdraft),
			_ => Ok(Payable { now, unpaid: owed.saturating_sub(now) }),
		}
	}

	/// The dispute is over, if there is one, and the agreement goes on as if it had not been. A provider
	/// who could not redeem meanwhile has as much more time, and the time to hear of it: however little was
	/// left when the dispute began.
	pub fn resume(&mut self, now: Moment) {
		if !self.is_disputed() {
			return;
		}
		let resumes_at = now.saturating_add(ClassSettings::MIN_REDEMPTION_PERIOD);
		let stands = resumes_at.saturating_sub(self.clock(now));
		self.dispute.since = None;
		if let Terms::Metered { expires_at, frozen, stands_until, .. } = &mut self.terms {
			*expires_at = expires_at.saturating_add(stands);
			*frozen = frozen.saturating_add(stands);
			*stands_until = resumes_at;
			self.ends_at = self.ends_at.map(|at| at.saturating_add(stands));
		}
	}

	/// The same agreement if an open dispute were over at `now`: what its deadlines come to.
	#[must_use]
	pub fn resumed(mut self, now: Moment) -> Self {
		self.resume(now);
		self
	}

	fn cost_unbounded(&self, now: Moment) -> Balance {
		match self.terms {
			// A provider that is gone, nobody knows since when, is not paid any more.
			Terms::Streaming { .. } if self.charged_until(now) < self.tariff.since => self.paid,
			Terms::Streaming { closed, .. } => {
				closed.saturating_add(self.tariff.cost(self.charged_until(now)))
			}
			Terms::Metered { .. } => self.paid,
		}
	}

	fn charged_until(&self, now: Moment) -> Moment {
		[self.ends_at, self.left_at].into_iter().flatten().fold(now, Moment::min)
	}

	fn per_unit(&self, rate: &Rate) -> Balance {
		rate.price.checked_div(self.units().into()).unwrap_or_default()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use destra_primitives::time::Millis;
	use VoucherRefusal::*;

	const PERIOD: Millis = 1_000;
	const GRACE: Millis = ClassSettings::MIN_REDEMPTION_PERIOD;

	/// Three units at 100 a period, paid 1,000 in.
	fn streaming() -> Agreement<u8> {
		Agreement {
			customer: 1,
			provider: 2,
			class: ServiceClass::Hosting,
			card: 0,
			version: 1,
			opened_at: 5_000,
			shares: Shares { burn: destra_economics::WHOLE / 10, treasury: 0 },
			escrow: 1_000,
			paid: 0,
			deposit: 0,
			storage_deposit: 0,
			tariff: Tariff {
				since: 5_000,
				rate: Rate { price: 300, period: PERIOD },
				change: None,
			},
			terms: Terms::Streaming { units: 3, closed: 0 },
			notices: Notices { customer: 400, provider: 700, price: 900 },
			ends_at: None,
			left_at: None,
			dispute: DisputeState::default(),
		}
	}

	fn metered() -> Agreement<u8> {
		let terms = Terms::Metered {
			signer: 1,
			term: 4_000,
			expires_at: 9_000,
			frozen: 0,
			stands_until: 0,
		};
		Agreement { terms, ..streaming() }
	}

	#[test]
	fn the_cost_follows_the_time_up_to_the_money() {
		let agreement = streaming();
		assert_eq!((agreement.price(), agreement.units()), (100, 3));
		assert_eq!(agreement.cost(4_000), 0);
		assert_eq!(agreement.cost(6_500), 450);
		assert_eq!(agreement.cost(8_333), 999);
		assert_eq!(agreement.funded_until(), Some(8_336));
		assert!(!agreement.ran_dry(8_336) && agreement.ran_dry(8_337));
		assert_eq!(agreement.over(8_333), None);
		assert_eq!(agreement.over(8_334), Some(End::RanDry));
		assert_eq!(agreement.cost(99_000), 1_000);
	}

	#[test]
	fn nothing_is_due_of_the_time_after_the_provider_has_left() {
		let mut agreement = streaming();
		agreement.pay(300).unwrap();
		let left = |at| Agreement { left_at: Some(at), ..agreement.clone() };
		assert_eq!((left(6_500).due(99_000), left(0).due(99_000)), (150, 0));
		agreement.ends_at = Some(6_100);
		agreement.left_at = Some(6_500);
		assert_eq!((agreement.due(99_000), agreement.over(99_000)), (30, Some(End::Cancelled)));
	}

	#[test]
	fn a_price_changes_with_a_period_and_costs_nobody_a_planck() {
		let mut agreement = streaming();
		assert_eq!(agreement.announce(50, 6_001), Ok(7_000));
		assert_eq!(agreement.announced(), Some((50, 7_000)));
		let costs: Vec<_> = (5_000..9_000).map(|at| agreement.cost(at)).collect();
		assert_eq!((costs[2_000], costs[3_000]), (600, 750));
		for at in [6_999, 7_000, 7_500] {
			let mut rolled = agreement.clone();
			rolled.roll(at);
			let after: Vec<_> = (at..9_000).map(|at| rolled.cost(at)).collect();
			assert_eq!(after, costs[(at - 5_000) as usize..]);
		}
		agreement.roll(7_000);
		assert_eq!((agreement.price(), agreement.announced()), (50, None));
		// The next one begins with a period, too.
		assert_eq!(agreement.announce(60, 7_001), Ok(8_000));
		assert_eq!(agreement.announce(Balance::MAX, 0), Err(ArithmeticError::Overflow));
	}

	#[test]
	fn the_cost_stops_with_the_notice() {
		let mut agreement = streaming();
		agreement.ends_at = Some(6_000);
		assert_eq!((agreement.over(5_999), agreement.over(6_000)), (None, Some(End::Cancelled)));
		assert_eq!(agreement.cost(8_000), 300);
		// Nor does a price count that would come later.
		agreement.announce(1_000, 6_500).unwrap();
		agreement.roll(9_000);
		assert_eq!(agreement.cost(9_000), 300);
	}

	#[test]
	fn payments_add_up_however_they_are_cut() {
		let mut agreement = streaming();
		let mut burned = 0;
		for _ in 0..100 {
			burned += agreement.pay(7).unwrap().burned;
		}
		assert_eq!((burned, agreement.escrow, agreement.paid), (70, 300, 700));
		assert_eq!(agreement.pay(301), Err(ArithmeticError::Underflow));
	}

	#[test]
	fn only_the_newest_voucher_counts() {
		let mut agreement = metered();
		let voucher = |amount| Voucher { agreement: 0, amount, valid_until: 7_000 };
		let redeem =
			|agreement: &Agreement<u8>, amount| agreement.redeemable(&voucher(amount), &2, 7_000);
		let covered = |now| Ok(Payable { now, unpaid: 0 });
		assert_eq!(redeem(&agreement, 400), covered(400));
		agreement.pay(400).unwrap();
		assert_eq!(redeem(&agreement, 400), Err(NotNewer));
		assert_eq!(redeem(&agreement, 300), Err(NotNewer));
		assert_eq!(redeem(&agreement, 1_000), covered(600));
	}

	#[test]
	fn a_voucher_above_the_escrow_pays_what_there_is_and_the_rest_after_a_top_up() {
		let mut agreement = metered();
		let voucher = Voucher { agreement: 0, amount: 1_001, valid_until: 7_000 };
		let redeem = |agreement: &Agreement<u8>| agreement.redeemable(&voucher, &2, 7_000);
		assert_eq!(redeem(&agreement), Ok(Payable { now: 1_000, unpaid: 1 }));
		agreement.pay(1_000).unwrap();
		assert_eq!(redeem(&agreement), Err(Overdraft));
		agreement.escrow += 50;
		assert_eq!(redeem(&agreement), Ok(Payable { now: 1, unpaid: 0 }));
	}

	#[test]
	fn what_is_over_is_settled_once_nothing_is_due() {
		let mut agreement = streaming();
		assert!(!agreement.is_settled(99_000), "what it cost is still due");
		agreement.ends_at = Some(6_000);
		assert!(!agreement.is_settled(6_000));
		agreement.pay(300).unwrap();
		assert!(!agreement.is_settled(5_999) && agreement.is_settled(6_000));
		assert!(!metered().is_settled(8_999) && metered().is_settled(9_000));
	}

	#[test]
	fn each_reason_to_refuse_has_its_name() {
		let voucher = Voucher { agreement: 0, amount: 10, valid_until: 7_000 };
		let refusal = |change: fn(&mut Agreement<u8>), provider, now| {
			let mut agreement = metered();
			change(&mut agreement);
			agreement.redeemable(&voucher, &provider, now).unwrap_err()
		};
		assert_eq!(refusal(|_| (), 3, 6_000), OtherProvider);
		assert_eq!(refusal(|_| (), 2, 7_001), Expired);
		assert_eq!(refusal(|_| (), 2, 9_000), Ended);
		assert_eq!(refusal(|agreement| agreement.ends_at = Some(6_000), 2, 6_000), Ended);
		assert_eq!(refusal(|agreement| agreement.dispute.since = Some(1), 2, 1), Disputed);
		assert_eq!(streaming().redeemable(&voucher, &2, 6_000), Err(NotMetered));
	}

	#[test]
	fn what_was_good_when_a_dispute_began_can_be_redeemed_after_it_and_what_had_run_out_cannot() {
		let mut agreement = metered();
		let redeem = |agreement: &Agreement<u8>, valid_until, now| {
			let voucher = Voucher { agreement: 0, amount: 10, valid_until };
			agreement.redeemable(&voucher, &2, now).map(|payable| payable.now)
		};
		// However often, and soon after one another.
		let mut on = 0;
		for (since, until) in
			[(6_000, 16_000), (17_000, 40_000), (40_000 + GRACE / 2, 70_000 + GRACE)]
		{
			agreement.dispute.since = Some(since);
			agreement.resume(until);
			on = until + GRACE;
			for now in [until, on - 1, on] {
				assert_eq!(redeem(&agreement, 6_000, now), Ok(10));
				assert_eq!(redeem(&agreement, 5_999, now), Err(Expired));
			}
			assert_eq!(agreement.end(), Some(on + 3_000));
		}
		assert_eq!(redeem(&agreement, 6_000, on + 1), Err(Expired));
		// What is signed after it has its own time.
		assert_eq!(redeem(&agreement, on + 2_000, on + 2_000), Ok(10));
	}

	#[test]
	fn a_dispute_that_passes_costs_the_provider_no_time() {
		let mut agreement = metered();
		agreement.ends_at = Some(8_000);
		agreement.dispute.since = Some(6_000);
		assert_eq!((agreement.clock(5_999), agreement.clock(99_000)), (5_999, 6_000));
		agreement.resume(16_000);
		let on = 16_000 + GRACE;
		assert!(!agreement.is_disputed());
		assert_eq!(
			[16_000, on - 1, on, on + 1].map(|at| agreement.clock(at)),
			[on, on, on, on + 1]
		);
		assert_eq!(agreement.end(), Some(on + 2_000));
		let voucher = Voucher { agreement: 0, amount: 10, valid_until: 7_000 };
		let payable = Payable { now: 10, unpaid: 0 };
		assert_eq!(agreement.redeemable(&voucher, &2, on + 1_000), Ok(payable));
		assert_eq!(agreement.redeemable(&voucher, &2, on + 1_001), Err(Expired));

		let mut streamed = streaming();
		streamed.ends_at = Some(6_000);
		streamed.dispute.since = Some(5_500);
		assert_eq!(streamed.clock(16_000), 16_000);
		streamed.resume(16_000);
		assert_eq!((streamed.end(), streamed.cost(16_000)), (Some(6_000), 300));
	}
}
