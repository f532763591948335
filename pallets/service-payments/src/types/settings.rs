// SPDX-License-Identifier: Apache-2.0

//! What governance sets for each class of services, every value with its range and its step.

use super::{Dispute, Notices};
use destra_economics::payments::Shares;
use destra_primitives::{
	governed, settings,
	time::{days, hours, minutes, seconds, Millis},
	Balance, BoundedU128, BoundedU64, Label, PaymentForm, Period, ServiceClass,
};
use destra_vouchers::FINALITY_MARGIN;
use serde::{Deserialize, Serialize};
use sp_runtime::Perquintill;

const DSYNC: Balance = 1_000_000_000_000_000_000;
const MILLI: Balance = DSYNC / 1_000;

/// What is counted, such as "GiB".
pub type Unit = Label<16>;

/// How long before something happens it has to be said, in milliseconds.
pub type Notice = Period<{ minutes(1) }, { days(90) }>;

/// How long what was signed can be redeemed after a cancellation, in milliseconds.
pub type RedemptionPeriod = Period<{ ClassSettings::MIN_REDEMPTION_PERIOD }, { days(90) }>;

/// What a unit may cost, in planck: something, for a service for nothing needs no agreement, and a million
/// DSYNC, the dearest job of training there is, at most.
pub type Price = BoundedU128<1, { 1_000_000 * DSYNC }>;

/// What a customer pays in at least, in planck: something, or agreements without money would fill the state,
/// and no more than the dearest unit.
pub type Prepayment = BoundedU128<1, { 1_000_000 * DSYNC }>;

/// What a provider puts on hold for an agreement, in planck; zero where a class asks for nothing, from where
/// the first step is one DSYNC. No more than a tenth of the dearest unit: it comes on top of the stake.
pub type ProviderDeposit = BoundedU128<0, { 100_000 * DSYNC }, DSYNC>;

/// What it takes to open a dispute, in planck: something, for to freeze the money of another is never free,
/// and no more than what a provider may have to lose by it.
pub type DisputeDeposit = BoundedU128<1, { 100_000 * DSYNC }>;

governed! {
	/// One form of payment in a class.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct FormSettings {
		/// What is counted.
		pub unit: Unit,
		/// The lowest price of a unit, in planck.
		pub min_price: Price,
		/// The highest price of a unit, in planck.
		pub max_price: Price,
		/// The least that a customer pays in to open an agreement, in planck.
		pub min_prepayment: Prepayment,
	}
}

/// Why a set of [`ClassSettings`] is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidSettings {
	/// Burn and treasury together take more than they may.
	SharesTooHigh,
	/// Less is burned than has to be.
	BurnTooLow,
	/// No price can be asked for.
	EmptyPrices,
	/// A customer could tie up more of a provider's money than of its own.
	PrepaymentBelowDeposit,
	/// A customer would have to be told of a higher price later than it has to cancel.
	NoticeTooShort,
	/// A dispute that passes without a ruling would cost too little or too much of its deposit.
	LapsePenaltyOutOfBounds,
	/// A provider could withdraw its stake before a dispute is ruled on.
	DisputeTooLong,
}

settings! {
	/// A class of services.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct ClassSettings;
	/// One setting of a class.
	#[frame_support::stored]
	pub enum ClassSetting;
	/// Payment by time, if there is any.
	0 => streaming, Streaming: Option<FormSettings>,
	/// Payment by use, if there is any.
	1 => metered, Metered: Option<FormSettings>,
	/// A streaming price is for this long, in milliseconds. Prices change with a new period.
	2 => period, Period: Period<{ seconds(1) }, { days(366) }>,
	/// The part of every payment that is burned.
	3 => burn, Burn: Perquintill,
	/// The treasury's part of every payment.
	4 => treasury, Treasury: Perquintill,
	/// How long before the end a customer who pays by time has to cancel, in milliseconds.
	5 => customer_notice, CustomerNotice: Notice,
	/// How long what was signed can be redeemed after a customer who pays by use has cancelled, in
	/// milliseconds.
	6 => redemption_period, RedemptionPeriod: RedemptionPeriod,
	/// How long before the end a provider has to cancel, in milliseconds.
	7 => provider_notice, ProviderNotice: Notice,
	/// How long before a higher price customers must know it, in milliseconds.
	8 => price_notice, PriceNotice: Notice,
	/// How long a metered agreement runs after money was last paid in, in milliseconds.
	9 => metered_term, MeteredTerm: Period<{ hours(1) }, { days(731) }>,
	/// What a provider puts on hold for each agreement, in planck. It loses that with a dispute.
	10 => provider_deposit, ProviderDeposit: ProviderDeposit,
	/// What it takes to open a dispute, in planck. Lost with it.
	11 => dispute_deposit, DisputeDeposit: DisputeDeposit,
	/// What of that deposit is burned if the dispute passes without a ruling.
	12 => lapse_penalty, LapsePenalty: Perquintill,
	/// How long the arbiter has, in milliseconds.
	13 => ruling_period, RulingPeriod: Notice,
}

impl ClassSettings {
	/// Burn and treasury take this much of a payment at most: services are there to be provided.
	pub const MAX_KEPT: Perquintill = Perquintill::from_percent(50);

	/// At least this is burned: who buys from himself has to lose. The baseline of the metric of paid
	/// volume relies on it.
	pub const MIN_BURN: Perquintill = Perquintill::from_percent(10);

	/// At least this of its deposit a dispute costs that passes without a ruling: to freeze the money of
	/// another is never free.
	pub const MIN_LAPSE_PENALTY: Perquintill = Perquintill::from_percent(1);

	/// At most this of its deposit a dispute costs that passes without a ruling: that the arbiter is
	/// silent is no fault of whoever asked.
	pub const MAX_LAPSE_PENALTY: Perquintill = Perquintill::from_percent(50);

	/// The shortest time to redeem, in milliseconds: three times [`FINALITY_MARGIN`]. A provider reads
	/// agreements of final blocks, so it hears of a cancellation a margin after it and has
	/// [accepted](destra_vouchers#finality) vouchers until then; what it sends has as long again to find room in a block, and
	/// is final a margin after that. As much time there is after a [dispute](super::Agreement::clock).
	pub const MIN_REDEMPTION_PERIOD: Millis = 3 * FINALITY_MARGIN;

	/// The settings themselves, if they agree with each other, and a dispute comes to its end before stake
	/// is withdrawn that was unbonded when it began: `unbonding` takes that long, in milliseconds.
	pub fn validate(self, unbonding: Millis) -> Result<Self, InvalidSettings> {
		let kept = self.burn.deconstruct().checked_add(self.treasury.deconstruct());
		if kept.is_none_or(|kept| kept > Self::MAX_KEPT.deconstruct()) {
			return Err(InvalidSettings::SharesTooHigh);
		}
		if self.burn < Self::MIN_BURN {
			return Err(InvalidSettings::BurnTooLow);
		}
		for form in self.streaming.iter().chain(&self.metered) {
			if form.min_price > form.max_price {
				return Err(InvalidSettings::EmptyPrices);
			}
			if form.min_prepayment.get() < self.provider_deposit.get() {
				return Err(InvalidSettings::PrepaymentBelowDeposit);
			}
		}
		if self.price_notice < self.customer_notice {
			return Err(InvalidSettings::NoticeTooShort);
		}
		let penalties = Self::MIN_LAPSE_PENALTY..=Self::MAX_LAPSE_PENALTY;
		if !penalties.contains(&self.lapse_penalty) {
			return Err(InvalidSettings::LapsePenaltyOutOfBounds);
		}
		if self.longest_dispute() >= unbonding {
			return Err(InvalidSettings::DisputeTooLong);
		}
		Ok(self)
	}

	/// How long a dispute lasts at most, in milliseconds: until the deadline of the arbiter, and the time
	/// after it to open the next one.
	pub fn longest_dispute(&self) -> Millis {
		let ruling = self.ruling_period.get();
		ruling.saturating_add(Dispute::reopening_period(ruling))
	}

	/// What a dispute costs that passes without a ruling, in planck: rounded up, so that it is never
	/// nothing.
	pub fn penalty(&self) -> Balance {
		self.lapse_penalty.mul_ceil(self.dispute_deposit.get())
	}

	/// Those of a form, if the class has it.
	pub const fn form(&self, form: PaymentForm) -> Option<&FormSettings> {
		match form {
			PaymentForm::Streaming => self.streaming.as_ref(),
			PaymentForm::Metered => self.metered.as_ref(),
		}
	}

	/// What an agreement of a form is opened with.
	pub const fn notices(&self, form: PaymentForm) -> Notices {
		let customer = match form {
			PaymentForm::Streaming => self.customer_notice.get(),
			PaymentForm::Metered => self.redemption_period.get(),
		};
		Notices { customer, provider: self.provider_notice.get(), price: self.price_notice.get() }
	}

	/// How payments divide.
	pub const fn shares(&self) -> Shares {
		Shares { burn: self.burn.deconstruct(), treasury: self.treasury.deconstruct() }
	}

	/// The length of a period, in milliseconds.
	pub const fn period(&self) -> Millis {
		self.period.get()
	}

	/// The settings of a class on a live chain.
	pub fn of(class: ServiceClass) -> Self {
		let form = |unit, min_price, max_price, min_prepayment| {
			Some(FormSettings {
				unit: Unit::try_new(unit).ok()?,
				min_price: Price::try_new(min_price).ok()?,
				max_price: Price::try_new(max_price).ok()?,
				min_prepayment: Prepayment::try_new(min_prepayment).ok()?,
			})
		};
		let base = Self {
			streaming: None,
			metered: None,
			period: BoundedU64::literal::<{ days(30) }>(),
			burn: Perquintill::from_percent(10),
			treasury: Perquintill::from_percent(5),
			customer_notice: BoundedU64::literal::<{ days(3) }>(),
			redemption_period: BoundedU64::literal::<{ days(3) }>(),
			provider_notice: BoundedU64::literal::<{ days(30) }>(),
			price_notice: BoundedU64::literal::<{ days(30) }>(),
			metered_term: BoundedU64::literal::<{ days(180) }>(),
			provider_deposit: BoundedU128::literal::<0>(),
			dispute_deposit: BoundedU128::literal::<{ 50 * DSYNC }>(),
			lapse_penalty: Perquintill::from_percent(10),
			// Shorter than the unbonding period of a provider's stake, which is there to be slashed.
			ruling_period: BoundedU64::literal::<{ days(5) }>(),
		};
		let day = Notice::literal::<{ days(1) }>();
		let daily = BoundedU64::literal::<{ days(1) }>();
		match class {
			ServiceClass::Hosting => {
				Self { streaming: form("site", MILLI, 1_000 * DSYNC, DSYNC), ..base }
			}
			ServiceClass::Storage => {
				Self { streaming: form("GiB", MILLI / 1_000, DSYNC, DSYNC), ..base }
			}
			ServiceClass::Dns => Self {
				streaming: form("zone", MILLI, 100 * DSYNC, DSYNC),
				metered: form("query", 1, MILLI, DSYNC),
				..base
			},
			ServiceClass::Rpc => Self {
				metered: form("request", 1, MILLI, DSYNC),
				period: daily,
				customer_notice: day,
				provider_notice: day,
				price_notice: day,
				..base
			},
			ServiceClass::GpuCompute => Self {
				streaming: form("GPU", 1_000, DSYNC, 10 * DSYNC),
				metered: form("GPU·s", 1_000, DSYNC, 10 * DSYNC),
				period: BoundedU64::literal::<{ seconds(1) }>(),
				customer_notice: BoundedU64::literal::<{ hours(1) }>(),
				provider_notice: day,
				price_notice: day,
				provider_deposit: BoundedU128::literal::<{ 10 * DSYNC }>(),
				..base
			},
			ServiceClass::AiTraining => Self {
				metered: form("job", MILLI, 1_000_000 * DSYNC, 50 * DSYNC),
				period: daily,
				provider_notice: BoundedU64::literal::<{ days(7) }>(),
				price_notice: BoundedU64::literal::<{ days(7) }>(),
				provider_deposit: BoundedU128::literal::<{ 50 * DSYNC }>(),
				..base
			},
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// How long stake takes to unbond.
	const UNBONDING: Millis = days(7);

	fn hosting() -> ClassSettings {
		ClassSettings::of(ServiceClass::Hosting)
	}

	#[test]
	fn every_class_agrees_with_itself_and_survives_json() {
		for class in ServiceClass::ALL {
			let settings = ClassSettings::of(class);
			assert_eq!(settings.clone().validate(UNBONDING), Ok(settings.clone()), "{class:?}");
			assert!(settings.streaming.is_some() || settings.metered.is_some(), "{class:?}");
			let json = serde_json::to_string(&settings).unwrap();
			assert_eq!(serde_json::from_str::<ClassSettings>(&json).unwrap(), settings);
		}
		let json = serde_json::to_string(&hosting()).unwrap();
		assert!(json.contains("\"customerNotice\":259200000"), "{json}");
	}

	#[test]
	fn the_shares_have_a_floor_and_a_ceiling() {
		let shares = |burn, treasury| ClassSettings {
			burn: Perquintill::from_percent(burn),
			treasury: Perquintill::from_percent(treasury),
			..hosting()
		};
		assert!(shares(10, 40).validate(UNBONDING).is_ok());
		assert_eq!(shares(11, 40).validate(UNBONDING), Err(InvalidSettings::SharesTooHigh));
		assert_eq!(shares(100, 100).validate(UNBONDING), Err(InvalidSettings::SharesTooHigh));
		assert_eq!(shares(9, 40).validate(UNBONDING), Err(InvalidSettings::BurnTooLow));
	}

	#[test]
	fn there_is_a_price_and_nobody_ties_up_more_of_others_than_of_its_own() {
		let mut settings = hosting();
		let form = settings.streaming.as_mut().unwrap();
		form.max_price = form.min_price;
		assert!(settings.clone().validate(UNBONDING).is_ok());
		settings.streaming.as_mut().unwrap().max_price = Price::literal::<1>();
		assert_eq!(settings.validate(UNBONDING), Err(InvalidSettings::EmptyPrices));
		let mut gpu = ClassSettings::of(ServiceClass::GpuCompute);
		gpu.provider_deposit = BoundedU128::literal::<{ 10 * DSYNC + 1 }>();
		assert_eq!(gpu.validate(UNBONDING), Err(InvalidSettings::PrepaymentBelowDeposit));
	}

	#[test]
	fn who_cancels_at_the_news_of_a_higher_price_never_pays_it() {
		let price_notice = BoundedU64::literal::<{ days(2) }>();
		let settings = ClassSettings { price_notice, ..hosting() };
		assert_eq!(settings.validate(UNBONDING), Err(InvalidSettings::NoticeTooShort));
	}

	#[test]
	fn a_dispute_ends_before_stake_is_withdrawn_that_was_unbonded_when_it_began() {
		assert_eq!(hosting().longest_dispute(), days(6));
		assert!(hosting().validate(days(6) + 1).is_ok());
		assert_eq!(hosting().validate(days(6)), Err(InvalidSettings::DisputeTooLong));
	}

	#[test]
	fn to_freeze_the_money_of_another_is_never_free() {
		let penalty = |percent| ClassSettings {
			dispute_deposit: BoundedU128::literal::<1>(),
			lapse_penalty: Perquintill::from_percent(percent),
			..hosting()
		};
		for percent in [0, 51, 100] {
			let refused = Err(InvalidSettings::LapsePenaltyOutOfBounds);
			assert_eq!(penalty(percent).validate(UNBONDING), refused);
		}
		for percent in [1, 50] {
			assert_eq!(penalty(percent).validate(UNBONDING).unwrap().penalty(), 1);
		}
		assert_eq!(hosting().penalty(), 5 * DSYNC);
	}
}
