// SPDX-License-Identifier: Apache-2.0

//! The runtime API of service payments, and the shapes in which it answers. Storage may change
//! behind them.

use crate::{
	time::{Millis, Moment},
	AgreementId, Balance, CardId, CardVersion, Claim, EvidenceHash, Outcome, PaymentForm, Range,
	ServiceClass,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_runtime::Perquintill;

/// A rate card.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct CardReport {
	/// What it is for.
	pub class: ServiceClass,
	/// Its name among the provider's cards of the class.
	pub card: CardId,
	/// Names what it says now. Customers agree to this version.
	pub version: CardVersion,
	/// How the service is paid for.
	pub form: PaymentForm,
	/// What is offered, such as the model of a GPU, in UTF-8.
	pub model: Vec<u8>,
	/// Planck for a unit; with streaming, and a period.
	pub price: Balance,
	/// For how many more units there is room; an agreement by use takes one.
	pub slots: u32,
	/// Whether one can be opened now.
	pub open: bool,
}

/// An agreement as of now. All amounts in planck, all times in milliseconds since the Unix epoch.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct AgreementReport<AccountId> {
	/// Which agreement.
	pub id: AgreementId,
	/// Who pays.
	pub customer: AccountId,
	/// Who serves.
	pub provider: AccountId,
	/// What for.
	pub class: ServiceClass,
	/// The rate card that was agreed to.
	pub card: CardId,
	/// And what it said.
	pub version: CardVersion,
	/// How the service is paid for.
	pub form: PaymentForm,
	/// How many units, each of which takes a slot of the card.
	pub units: u32,
	/// The price of a unit; with streaming, and a period.
	pub price: Balance,
	/// The length of a period, in milliseconds.
	pub period: Millis,
	/// The price to come, and from when on.
	pub announced: Option<(Balance, Moment)>,
	/// The burned part of every payment.
	pub burn: Perquintill,
	/// The treasury's part of every payment.
	pub treasury: Perquintill,
	/// When it was opened.
	pub opened_at: Moment,
	/// Who signs the vouchers of a metered agreement.
	pub signer: Option<AccountId>,
	/// What the service cost so far. Metered: what was redeemed.
	pub cost: Balance,
	/// What of the cost was paid.
	pub paid: Balance,
	/// What a settlement would pay now.
	pub due: Balance,
	/// What is on hold at the customer.
	pub escrow: Balance,
	/// What is on hold at the provider.
	pub deposit: Balance,
	/// What is on hold at the customer for the entries of the agreement, and free again when it ends.
	pub storage_deposit: Balance,
	/// How long before the end the customer has to cancel, in milliseconds; of a metered one, how long what
	/// was signed can be redeemed after that.
	pub customer_notice: Millis,
	/// How long before the end the provider has to cancel, in milliseconds.
	pub provider_notice: Millis,
	/// How long before a higher price the customer is told of it, in milliseconds.
	pub price_notice: Millis,
	/// How long a metered one runs after money was last paid in, in milliseconds.
	pub term: Option<Millis>,
	/// Until when the money lasts at the prices known now. Only of streaming ones.
	pub funded_until: Option<Moment>,
	/// When it ends, by notice or by its term, whichever comes first. While a dispute is open, which stops
	/// the clock of a metered one: as if it were over now; so are `expires_at`, `frozen` and `over`.
	pub ends_at: Option<Moment>,
	/// When the term of a metered one ends, unless more is paid in before.
	pub expires_at: Option<Moment>,
	/// How much longer than it says a voucher of a metered one is good, in milliseconds: for as long as
	/// disputes kept it from being redeemed, and three minutes after each. One that had run out when a dispute
	/// began is not good again.
	pub frozen: Millis,
	/// Whether it is over, and waits for somebody to close it.
	pub over: bool,
	/// The dispute about it.
	pub dispute: Option<DisputeReport>,
}

/// A dispute that waits for a ruling.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct DisputeReport {
	/// What whoever opened it claims; only the customer claims a refund, only the provider a payment.
	pub claim: Claim,
	/// The hash of the evidence.
	pub evidence: EvidenceHash,
	/// When it was opened, in milliseconds since the Unix epoch.
	pub opened_at: Moment,
	/// Before this moment it can be ruled on, conceded and agreed on; from it on, either side that has one
	/// left can open the next one in its place. In milliseconds since the Unix epoch.
	pub deadline: Moment,
	/// From this moment on anyone can end it. In milliseconds since the Unix epoch.
	pub lapses_from: Moment,
	/// What is in dispute now, in planck.
	pub contested: Balance,
	/// What whoever opened it has on hold for it, in planck.
	pub deposit: Balance,
	/// What of the deposit is burned if nobody decides before the deadline, in planck.
	pub penalty: Balance,
	/// The outcome that the customer would agree to.
	pub proposed_by_customer: Option<Outcome>,
	/// The outcome that the provider would agree to.
	pub proposed_by_provider: Option<Outcome>,
}

/// A part of the list of somebody's agreements.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct AgreementPage<AccountId> {
	/// Those found, in no particular order.
	pub agreements: Vec<AgreementReport<AccountId>>,
	/// After which one to go on; `None` if this page is the last.
	pub next: Option<AgreementId>,
}

/// Payments and where they went, in planck. `provider = paid − burned − treasury`.
#[derive(
	Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug, Default,
)]
pub struct VolumeReport {
	/// What customers paid.
	pub paid: Balance,
	/// What of it was burned.
	pub burned: Balance,
	/// What of it the treasury got.
	pub treasury: Balance,
}

/// The payments of a day.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayReport {
	/// When it began, at midnight UTC, in milliseconds since the Unix epoch.
	pub from: Moment,
	/// What was paid on it.
	pub volume: VolumeReport,
}

/// Why a voucher is not redeemed.
#[frame_support::stored]
#[derive(Copy)]
pub enum VoucherRefusal {
	/// There is no such agreement, or no more.
	#[codec(index = 0)]
	UnknownAgreement,
	/// The agreement is with another provider.
	#[codec(index = 1)]
	OtherProvider,
	/// The agreement is paid by time, not by vouchers.
	#[codec(index = 2)]
	NotMetered,
	/// A dispute about the agreement is open.
	#[codec(index = 3)]
	Disputed,
	/// The agreement is over: its term has ended, or the notice of a party.
	#[codec(index = 4)]
	Ended,
	/// The voucher has expired.
	#[codec(index = 5)]
	Expired,
	/// The voucher is for no more than was paid already.
	#[codec(index = 6)]
	NotNewer,
	/// All that the customer has paid in was paid out. After a top-up the voucher is good.
	#[codec(index = 7)]
	Overdraft,
	/// The signature is not that of the agreement's signer for this voucher, provider and chain.
	#[codec(index = 8)]
	BadSignature,
}

sp_api::decl_runtime_apis! {
	/// Reads rate cards, agreements and what was paid.
	pub trait ServicePaymentsApi<AccountId, SignedVoucher>
	where
		AccountId: Codec,
		SignedVoucher: Codec,
	{
		/// The rate cards of a provider.
		fn cards(provider: AccountId) -> Vec<CardReport>;
		/// An agreement: its cost so far, what is due and how long the money lasts.
		fn agreement(id: AgreementId) -> Option<AgreementReport<AccountId>>;
		/// Up to `limit` (1 to 1,000) agreements of a customer or provider: those that come after
		/// the agreement `after`, which is what the page before says, or the first ones.
		fn agreements_of(
			who: AccountId,
			after: Option<AgreementId>,
			limit: u32,
		) -> AgreementPage<AccountId>;
		/// What `provider` would be paid for a voucher now, in planck, before burn and treasury: of one
		/// for more than was paid in, what there is.
		fn redeemable(
			provider: AccountId,
			voucher: SignedVoucher,
		) -> Result<Balance, VoucherRefusal>;
		/// What was ever paid, by class.
		fn volumes() -> Vec<(ServiceClass, VolumeReport)>;
		/// What was paid on each of the last days for a class, oldest first. Days without a payment
		/// are left out.
		// No parameter is called `class`: typed clients make labels of the names, and that is a word
		// of their language.
		fn volume_history(service: ServiceClass) -> Vec<DayReport>;
		/// What the error `OutOfRange` counts: the range of all that calls are given and that has one.
		fn ranges() -> Vec<Range>;
	}
}
