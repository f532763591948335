// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic
	)
)]

extern crate alloc;

mod agreements;
mod api;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic
)]
mod benchmarking;
mod cards;
mod disputes;
mod errors;
mod events;
mod genesis;
#[cfg(test)]
mod mock;
mod parameters;
mod ranges;
mod redemption;
mod settlement;
#[cfg(test)]
mod tests;
mod till;
mod token;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{BenchmarkHelper, MultiSignatureHelper};
pub use pallet::*;
pub use types::{
	Agreement, CardKey, Claim, ClassParameter, ClassSetting, ClassSettings, End, EvidenceHash,
	FormSettings, Model, NewClass, Offer, Order, Outcome, Parameter, Party, RateCard, Verdict,
	MAX_CARDS,
};
pub use weights::WeightInfo;

pub use destra_vouchers::{SignedVoucher, Voucher};

use frame_support::{pallet_macros::import_section, traits::fungible::Credit, BoundedVec};

/// The account of a runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// Tokens on their way out of a hold.
pub type CreditOf<T> = Credit<AccountIdOf<T>, <T as Config>::Currency>;

/// An agreement of a runtime.
pub type AgreementOf<T> = Agreement<AccountIdOf<T>>;

/// A voucher with its signature.
pub type SignedVoucherOf<T> = SignedVoucher<<T as Config>::Signature>;

/// Vouchers that are redeemed together.
pub type BatchOf<T> = BoundedVec<SignedVoucherOf<T>, <T as Config>::MaxBatch>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use crate::types::{DayVolume, Dispute, Volume};
	use alloc::vec::Vec;
	use destra_primitives::{
		payments_api::{
			AgreementPage, AgreementReport, CardReport, DayReport, VolumeReport, VoucherRefusal,
		},
		time::{Millis, Moment},
		AgreementId, Balance, CardId, CardVersion, ProviderInspect, Range, ServiceClass, Slasher,
		SupplyLedger, Unchecked, WorkRecorder,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, Contains, OnUnbalanced, Time},
		// Not that of this pallet.
		Parameter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{
		traits::{IdentifyAccount, Verify},
		Perquintill,
	};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// The token of prepayments, payments and deposits.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::hold::Balanced<Self::AccountId, Balance = Balance>;

		/// The hold reason of the runtime.
		type RuntimeHoldReason: From<HoldReason>;

		/// Wall-clock time, in milliseconds since the Unix epoch. Zero means that the clock has
		/// not been set yet.
		type Time: Time<Moment = Moment>;

		/// Who provides which services.
		type Providers: ProviderInspect<Self::AccountId>;

		/// Takes the stake of a provider that lost a dispute.
		type Slasher: Slasher<Self::AccountId>;

		/// How long that stake takes to unbond, in milliseconds. A dispute lasts less. Whoever shortens it
		/// looks at [`Pallet::longest_dispute`].
		type UnbondingPeriod: Get<Millis>;

		/// Burns the burned part of payments, and counts it by class.
		type Ledger: SupplyLedger<CreditOf<Self>>;

		/// Gets the treasury's part of payments.
		type Treasury: OnUnbalanced<CreditOf<Self>>;

		/// Learns who was paid for what.
		type Work: WorkRecorder<Self::AccountId>;

		/// The signature of a voucher.
		type Signature: Parameter + Verify<Signer = Self::Signer>;

		/// The key behind a signature.
		type Signer: IdentifyAccount<AccountId = Self::AccountId>;

		/// The accounts that anybody could sign for, which sign no vouchers.
		type ForgeableKeys: Contains<Self::AccountId>;

		/// Who rules on disputes.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What a customer has on hold for the entries of an agreement, in planck, until that ends: more than
		/// the fees of ending it, so that nothing stays in the state for want of somebody who gains by that.
		#[pallet::constant]
		type StorageDeposit: Get<Balance>;

		/// How many vouchers can be redeemed together.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// For how many days back volumes are kept by day.
		#[pallet::constant]
		type HistoryDays: Get<u32>;

		/// Signs vouchers in benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;
	}

	/// What the pallet holds tokens for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// What a customer has paid in, until it is paid out or refunded.
		#[codec(index = 0)]
		Escrow,
		/// What a provider deposited for its agreements.
		#[codec(index = 1)]
		ProviderDeposit,
		/// What somebody deposited to open a dispute.
		#[codec(index = 2)]
		Dispute,
		/// What a customer deposited for the entries of its agreements.
		#[codec(index = 3)]
		StorageDeposit,
	}

	/// The settings of each class, which change as parameters do. A class without is not offered.
	#[pallet::storage]
	pub type Classes<T> = StorageMap<_, Twox64Concat, ServiceClass, ClassSettings, OptionQuery>;

	/// The rate cards of each provider.
	#[pallet::storage]
	pub type RateCards<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		CardKey,
		RateCard,
		OptionQuery,
	>;

	/// The version of the next rate card, whoever publishes it.
	#[pallet::storage]
	pub type NextCardVersion<T> = StorageValue<_, CardVersion, ValueQuery>;

	/// The agreements.
	#[pallet::storage]
	pub type Agreements<T: Config> =
		StorageMap<_, Twox64Concat, AgreementId, AgreementOf<T>, OptionQuery>;

	/// Which agreements an account has, as customer or provider.
	#[pallet::storage]
	pub type AgreementIds<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		AgreementId,
		(),
		OptionQuery,
	>;

	/// The name of the next agreement.
	#[pallet::storage]
	pub type NextAgreementId<T> = StorageValue<_, AgreementId, ValueQuery>;

	/// The open disputes.
	#[pallet::storage]
	pub type Disputes<T> = StorageMap<_, Twox64Concat, AgreementId, Dispute, OptionQuery>;

	/// What was ever paid for each class.
	#[pallet::storage]
	pub type Volumes<T> = StorageMap<_, Twox64Concat, ServiceClass, Volume, ValueQuery>;

	/// What was paid for each class on each of the last days; day `n` is at `n mod HistoryDays`.
	#[pallet::storage]
	pub type DailyVolumes<T> =
		StorageDoubleMap<_, Twox64Concat, ServiceClass, Twox64Concat, u32, DayVolume, ValueQuery>;

	/// The classes at genesis. A chain spec that is wrong stops the build with the reason.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The settings of each class that is offered.
		pub classes: Vec<(ServiceClass, ClassSettings)>,
		/// No more than a name for the runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	/// Every class, as on a live chain.
	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			let classes = ServiceClass::ALL.map(|class| (class, ClassSettings::of(class)));
			Self { classes: classes.into(), _config: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build::<T>(self);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxBatch::get() > 0, "MaxBatch is zero");
			assert!(T::HistoryDays::get() > 0, "HistoryDays is zero");
			assert!(core::mem::size_of::<T::Hash>() == 32, "hashes have other than 32 bytes");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The settings of each class that is offered.
		pub fn classes() -> Vec<(ServiceClass, ClassSettings)> {
			Self::report_classes()
		}

		/// What [`Error::OutOfRange`] counts: the range of all that calls are given and that has one.
		pub fn ranges() -> Vec<Range> {
			Self::report_ranges()
		}

		/// The rate cards of a provider.
		pub fn cards(provider: T::AccountId) -> Vec<CardReport> {
			Self::report_cards(&provider)
		}

		/// An agreement: its cost so far, what is due and how long the money lasts.
		pub fn agreement(id: AgreementId) -> Option<AgreementReport<T::AccountId>> {
			Self::report_agreement(id)
		}

		/// Up to `limit` (1 to 1,000) agreements of a customer or provider: those that come after
		/// the agreement `after`, which is what the page before says, or the first ones.
		pub fn agreements_of(
			who: T::AccountId,
			after: Option<AgreementId>,
			limit: u32,
		) -> AgreementPage<T::AccountId> {
			Self::report_agreements(&who, after, limit)
		}

		/// What `provider` would be paid for a voucher now, in planck, before burn and treasury: of one
		/// for more than was paid in, what there is.
		pub fn redeemable(
			provider: T::AccountId,
			voucher: SignedVoucherOf<T>,
		) -> Result<Balance, VoucherRefusal> {
			Self::report_redeemable(&provider, &voucher)
		}

		/// What was ever paid, by class.
		pub fn volumes() -> Vec<(ServiceClass, VolumeReport)> {
			Self::report_volumes()
		}

		/// What was paid on each of the last days for a class, oldest first. Days without a payment
		/// are left out.
		pub fn volume_history(service: ServiceClass) -> Vec<DayReport> {
			Self::report_history(service)
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Publishes a rate card of the sender, new or in place of what it said. Agreements that run know
		/// nothing of it. Each agreement to it can put a deposit of the provider on hold, and cost that and a
		/// part of its stake: so no other key speaks for the provider here.
		///
		/// Origin: signed by the provider, not by an operator; it has to serve the class. Errors:
		/// [`Error::OutOfRange`], [`Error::NotServing`], [`Error::TooManyCards`], [`Error::UnknownClass`],
		/// [`Error::FormNotOffered`], [`Error::PriceOutOfBounds`]. Event: [`Event::CardPublished`].
		#[pallet::call_index(1)]
		pub fn publish_card(
			origin: OriginFor<T>,
			class: ServiceClass,
			card: CardId,
			offer: Unchecked<Offer>,
		) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_publish_card(provider, class, card, Self::check("offer", offer)?)
		}

		/// Removes a rate card. Agreements to it go on.
		///
		/// Origin: signed by the provider or its operator; by anyone where it is no provider any
		/// more. Errors: [`Error::NotProvider`], [`Error::UnknownCard`]. Event:
		/// [`Event::CardRemoved`].
		#[pallet::call_index(2)]
		pub fn remove_card(
			origin: OriginFor<T>,
			provider: T::AccountId,
			class: ServiceClass,
			card: CardId,
		) -> DispatchResult {
			Self::do_remove_card(ensure_signed(origin)?, provider, class, card)
		}

		/// Opens an agreement to exactly this version of a rate card. `prepayment` planck of the
		/// sender's go on hold, and [`Config::StorageDeposit`] of them until the end; so does, where the class asks
		/// for one, a deposit of the provider.
		///
		/// Origin: signed by the customer. Errors: [`Error::NotStarted`], [`Error::SelfService`],
		/// [`Error::UnknownCard`], [`Error::CardFull`], [`Error::VersionMismatch`],
		/// [`Error::NotServing`], [`Error::UnknownClass`], [`Error::FormNotOffered`],
		/// [`Error::PriceOutOfBounds`] if the bounds have changed, [`Error::FormMismatch`],
		/// [`Error::NoUnits`], [`Error::ForgeableSigner`], [`Error::PrepaymentTooLow`],
		/// [`Error::ProviderCannotDeposit`], and those of the token. Event: [`Event::Opened`].
		#[pallet::call_index(3)]
		pub fn open(
			origin: OriginFor<T>,
			provider: T::AccountId,
			class: ServiceClass,
			card: CardId,
			version: CardVersion,
			order: Order<T::AccountId>,
			#[pallet::compact] prepayment: Balance,
		) -> DispatchResult {
			let customer = ensure_signed(origin)?;
			Self::do_open(customer, provider, CardKey { class, card }, version, order, prepayment)
		}

		/// Pays `amount` planck more in. A metered agreement begins its term anew.
		///
		/// Origin: signed by the customer. Errors: [`Error::UnknownAgreement`],
		/// [`Error::NotCustomer`], [`Error::NothingToAdd`], [`Error::DisputeOpen`],
		/// [`Error::Over`], also where the provider has left, [`Error::RanDry`], and those of the
		/// token. Event: [`Event::ToppedUp`].
		#[pallet::call_index(4)]
		pub fn top_up(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::do_top_up(ensure_signed(origin)?, id, amount)
		}

		/// Announces another price of a unit: for the first period that begins after the notice, or
		/// after now if it is lower. Of a metered agreement it tells both sides what to count with.
		///
		/// Origin: signed by the provider or its operator. Errors: [`Error::UnknownAgreement`],
		/// [`Error::NotProvider`], [`Error::DisputeOpen`], [`Error::Over`], [`Error::RanDry`],
		/// [`Error::ChangePending`], [`Error::FormNotOffered`], [`Error::PriceOutOfBounds`]. Event:
		/// [`Event::PriceAnnounced`].
		#[pallet::call_index(5)]
		pub fn announce_price(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			#[pallet::compact] price: Balance,
		) -> DispatchResult {
			Self::do_announce_price(ensure_signed(origin)?, id, price)
		}

		/// Pays what is due of a streaming agreement. If it is over by now, it is closed; it is, too, when
		/// its provider has left for good, as of then.
		///
		/// Origin: signed by anyone. Errors: [`Error::UnknownAgreement`], [`Error::DisputeOpen`],
		/// [`Error::NothingDue`], [`Error::PayoutBelowExistentialDeposit`]. Events:
		/// [`Event::Settled`], [`Event::Ended`].
		#[pallet::call_index(6)]
		pub fn settle(origin: OriginFor<T>, #[pallet::compact] id: AgreementId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(id)
		}

		/// Cancels an agreement with its notice: sets when it ends. A customer who pays by time
		/// leaves no later than an announced higher price begins, and at once if the provider does not
		/// serve. Who wants its money back calls [`close`](Self::close) from then on.
		///
		/// Origin: signed by the customer, or the provider or its operator. Errors:
		/// [`Error::UnknownAgreement`], [`Error::NotParty`], [`Error::EndsAlready`]. Event:
		/// [`Event::CancelledAt`].
		#[pallet::call_index(7)]
		pub fn cancel(origin: OriginFor<T>, #[pallet::compact] id: AgreementId) -> DispatchResult {
			Self::do_cancel(ensure_signed(origin)?, id)
		}

		/// Closes an agreement that is over: pays what is due, frees the rest and all deposits, and removes it. One
		/// paid by time is over, too, when its provider has left for good: as of then, or, of one that is
		/// a provider no more and whose leave no dispute has noted, as of the last settlement.
		///
		/// Origin: signed by anyone. Errors: [`Error::UnknownAgreement`], [`Error::DisputeOpen`],
		/// [`Error::StillRunning`]. Events: [`Event::Settled`], [`Event::PayoutUnclaimed`],
		/// [`Event::Ended`].
		#[pallet::call_index(8)]
		pub fn close(origin: OriginFor<T>, #[pallet::compact] id: AgreementId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(id)
		}

		/// Redeems vouchers for `provider`, each for what it says more than was paid before; of one that
		/// says more than was paid in, what there is. What is wrong with one concerns no other: it is
		/// refused with its reason, and the call succeeds.
		///
		/// Origin: signed by anyone. Error: [`Error::PayoutBelowExistentialDeposit`], if the
		/// account of the provider cannot take what all of them yield: nothing is redeemed then.
		/// Events: [`Event::Settled`], [`Event::Overdrawn`], [`Event::VoucherRefused`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::redeem(vouchers.len() as u32))]
		pub fn redeem(
			origin: OriginFor<T>,
			provider: T::AccountId,
			vouchers: BatchOf<T>,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_redeem(provider, vouchers)
		}

		/// Opens a dispute, with a deposit, and says what is claimed. Until it is over the agreement is
		/// frozen: nothing is paid, redeemed or closed. `evidence` is the hash of what the opener shows to
		/// the arbiter off chain. One whose deadline has passed lapses in the same act, whoever has
		/// opened it: nothing can be paid in between.
		///
		/// Origin: signed by the customer or the provider, not by an operator. Errors:
		/// [`Error::UnknownAgreement`], [`Error::NotParty`], [`Error::ClaimOfOtherSide`],
		/// [`Error::DisputeOpen`], [`Error::NothingClaimed`],
		/// [`Error::Over`] if nothing is due any more, [`Error::NoDisputesLeft`], and those of the
		/// token. Events: [`Event::Disputed`]; before it, of one that has lapsed,
		/// [`Event::DisputeLapsed`] and [`Event::Resumed`].
		#[pallet::call_index(10)]
		pub fn open_dispute(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			claim: Claim,
			evidence: EvidenceHash,
		) -> DispatchResult {
			Self::do_open_dispute(ensure_signed(origin)?, id, claim, evidence)
		}

		/// Rules on a dispute: the share `granted` of what is claimed of what is contested by now goes to
		/// the opener, the other side has the rest of it (a fraction of a planck is the customer's), all
		/// else is refunded, the deposits of the loser are the winner's, and the agreement is over.
		///
		/// Origin: [`Config::ArbiterOrigin`]. Errors: [`Error::OutOfRange`], [`Error::NoDispute`],
		/// [`Error::DeadlinePassed`], [`Error::WinnerCannotReceive`]. Events: [`Event::Settled`],
		/// [`Event::PayoutUnclaimed`], [`Event::NotSlashed`], [`Event::Ruled`], [`Event::Ended`].
		#[pallet::call_index(11)]
		pub fn rule(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			granted: Unchecked<Perquintill>,
			verdict: Verdict,
		) -> DispatchResult {
			T::ArbiterOrigin::ensure_origin(origin)?;
			Self::do_rule(id, Self::check("granted", granted)?, verdict)
		}

		/// Ends a dispute that nobody has decided, after its deadline and the time in which another one
		/// could be opened in its place: a part of its deposit is burned, the rest of it is free again,
		/// and the agreement goes on.
		///
		/// Origin: signed by anyone. Errors: [`Error::NoDispute`], [`Error::TooEarlyToLapse`].
		/// Events: [`Event::DisputeLapsed`], [`Event::Resumed`].
		#[pallet::call_index(12)]
		pub fn lapse_dispute(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse_dispute(id)
		}

		/// Grants what the other side claims, which has to be `claim`: as a ruling for it that grants all,
		/// without a slash.
		///
		/// Origin: signed by the side that did not open the dispute: the customer or the provider, not an
		/// operator. Errors: [`Error::NoDispute`], [`Error::NotParty`], [`Error::OwnClaim`],
		/// [`Error::DeadlinePassed`], [`Error::ClaimMismatch`]. Events: [`Event::Settled`],
		/// [`Event::PayoutUnclaimed`], [`Event::Conceded`], [`Event::Ended`].
		#[pallet::call_index(13)]
		pub fn concede(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			claim: Claim,
		) -> DispatchResult {
			Self::do_concede(ensure_signed(origin)?, id, claim)
		}

		/// Says to which outcome the sender's side would agree, instead of what it said before.
		///
		/// Origin: signed by the customer or the provider, not by an operator. Errors:
		/// [`Error::NoDispute`], [`Error::NotParty`], [`Error::DeadlinePassed`],
		/// [`Error::BeyondEscrow`]. Event: [`Event::OutcomeProposed`].
		#[pallet::call_index(14)]
		pub fn propose_outcome(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			outcome: Outcome,
		) -> DispatchResult {
			Self::do_propose_outcome(ensure_signed(origin)?, id, outcome)
		}

		/// Agrees to what the other side proposed last, which has to be `outcome`: the dispute ends so, and
		/// all deposits are returned.
		///
		/// Origin: signed by the customer or the provider, not by an operator. Errors:
		/// [`Error::NoDispute`], [`Error::NotParty`], [`Error::DeadlinePassed`],
		/// [`Error::OutcomeMismatch`]. Events: [`Event::OutcomeAgreed`], then
		/// [`Event::Resumed`], or [`Event::Settled`], [`Event::PayoutUnclaimed`] and
		/// [`Event::Ended`].
		#[pallet::call_index(15)]
		pub fn accept_outcome(
			origin: OriginFor<T>,
			#[pallet::compact] id: AgreementId,
			outcome: Outcome,
		) -> DispatchResult {
			Self::do_accept_outcome(ensure_signed(origin)?, id, outcome)
		}
	}
}
