// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, End, Error, Event, HoldReason::*, Offer, Order, Party};
use destra_primitives::{
	BoundedU128,
	PaymentForm::{Metered, Streaming},
	ProviderStatus,
};
use frame_support::{assert_noop, assert_ok, traits::fungible::Mutate};
use sp_runtime::{Perquintill, TokenError};

const SITE: Order<crate::mock::AccountId> = Order::Streaming { units: 1 };

/// Alice orders hosting of card 0 for this much money.
fn order(
	version: u64,
	order: Order<crate::mock::AccountId>,
	prepayment: u128,
) -> frame_support::pallet_prelude::DispatchResult {
	Payments::open(signed(ALICE), PAUL, HOSTING, 0, version, order, prepayment)
}

#[test]
fn the_prepayment_and_the_deposit_are_on_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, GPU, Streaming, 10);
		events();
		let open = Payments::open(signed(ALICE), PAUL, GPU, 0, version, SITE, 50_000);
		assert_ok!(open);
		assert_eq!((held(Escrow, ALICE), held(StorageDeposit, ALICE)), (50_000, STORAGE_DEPOSIT));
		assert_eq!(free(ALICE), ENDOWMENT - 50_000 - STORAGE_DEPOSIT);
		assert_eq!((held(ProviderDeposit, PAUL), held(Escrow, PAUL)), (GPU_DEPOSIT, 0));
		assert_eq!(
			events(),
			[Event::Opened {
				id: 0,
				customer: ALICE,
				provider: PAUL,
				class: GPU,
				card: 0,
				version,
				prepaid: 50_000,
				deposit: GPU_DEPOSIT,
				storage_deposit: STORAGE_DEPOSIT,
				expires_at: None,
			}]
		);
	});
}

#[test]
fn the_holds_of_a_customer_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, two) = (stream(5_000), meter(7_000));
		assert_eq!((one, two, held(Escrow, ALICE)), (0, 1, 12_000));
		assert_ok!(Payments::top_up(signed(ALICE), two, 500));
		assert_eq!(held(Escrow, ALICE), 12_500);
		let topped_up = Event::ToppedUp {
			id: two,
			customer: ALICE,
			amount: 500,
			escrow: 7_500,
			expires_at: Some(START + TERM),
		};
		assert_eq!(events().pop(), Some(topped_up));
	});
}

#[test]
fn an_agreement_is_to_an_exact_version() {
	ExtBuilder::default().build_and_execute(|| {
		let old = publish(PAUL, HOSTING, Streaming, 100);
		let new = publish(PAUL, HOSTING, Streaming, 200);
		assert_noop!(order(old, SITE, 5_000), Error::<Test>::VersionMismatch);
		assert_noop!(order(new + 1, SITE, 5_000), Error::<Test>::VersionMismatch);
		assert_ok!(order(new, SITE, 5_000));
	});
}

/// Of such a key the provider, or anybody else, could sign vouchers for all that was paid in.
#[test]
fn a_key_that_anybody_can_sign_for_signs_no_vouchers() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, RPC, Metered, 100);
		let open = |customer, signer| {
			let order = Order::Metered { signer };
			Payments::open(signed(customer), PAUL, RPC, card_of(Metered), version, order, 5_000)
		};
		let mut one = [0; 32];
		one[0] = 1;
		for forgeable in [[0; 32], one].map(crate::mock::AccountId::from) {
			let named = open(ALICE, Some(forgeable.clone()));
			assert_noop!(named, Error::<Test>::ForgeableSigner);
			assert_noop!(open(forgeable, None), Error::<Test>::ForgeableSigner);
		}
		assert_ok!(open(ALICE, Some(account_of(&key()))));
	});
}

#[test]
fn a_new_version_does_not_touch_what_runs() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		publish(PAUL, HOSTING, Streaming, 999_999);
		assert_ok!(set(HOSTING, |class| class.burn = Perquintill::from_percent(40)));
		pass(10 * DAY);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!((agreement(id).paid, burned()), (10_000, 1_000));
	});
}

#[test]
fn what_cannot_be_agreed_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(order(0, SITE, 5_000), Error::<Test>::UnknownCard);
		let version = publish(PAUL, HOSTING, Streaming, 100);
		assert_noop!(order(version, SITE, 999), Error::<Test>::PrepaymentTooLow);
		let none = Order::Streaming { units: 0 };
		assert_noop!(order(version, none, 5_000), Error::<Test>::NoUnits);
		let other = Order::Metered { signer: None };
		assert_noop!(order(version, other, 5_000), Error::<Test>::FormMismatch);
		let own = Payments::open(signed(PAUL), PAUL, HOSTING, 0, version, SITE, 5_000);
		assert_noop!(own, Error::<Test>::SelfService);
		for prepayment in [ENDOWMENT, ENDOWMENT - ED - STORAGE_DEPOSIT + 1] {
			assert_noop!(order(version, SITE, prepayment), TokenError::FundsUnavailable);
		}

		let paused = Offer { slots: 0, ..offer(Streaming, 100) };
		assert_ok!(Payments::publish_card(signed(PAUL), HOSTING, 0, paused.into()));
		assert_noop!(order(version + 1, SITE, 5_000), Error::<Test>::CardFull);
	});
}

#[test]
fn nothing_is_opened_before_the_clock_runs() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, HOSTING, Streaming, 100);
		set_time(0);
		assert_noop!(order(version, SITE, 5_000), Error::<Test>::NotStarted);
	});
}

#[test]
fn a_card_that_the_class_does_not_allow_any_more_takes_no_new_agreements() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, HOSTING, Streaming, 100);
		assert_ok!(set(HOSTING, |class| {
			class.streaming.as_mut().unwrap().min_price = BoundedU128::literal::<101>();
		}));
		assert_noop!(order(version, SITE, 5_000), Error::<Test>::PriceOutOfBounds);
		assert_ok!(set(HOSTING, |class| class.streaming = None));
		assert_noop!(order(version, SITE, 5_000), Error::<Test>::FormNotOffered);
	});
}

#[test]
fn a_provider_that_does_not_serve_gets_no_new_agreements() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, HOSTING, Streaming, 100);
		for status in [Some(ProviderStatus::Leaving), Some(ProviderStatus::Jailed), None] {
			stand(&PAUL, status);
			assert_noop!(order(version, SITE, 5_000), Error::<Test>::NotServing);
		}
	});
}

#[test]
fn a_provider_that_cannot_deposit_gets_no_agreement() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, GPU, Streaming, 100);
		spend_all_but(PAUL, GPU_DEPOSIT);
		let open = Payments::open(signed(ALICE), PAUL, GPU, 0, version, SITE, 5_000);
		assert_noop!(open, Error::<Test>::ProviderCannotDeposit);
	});
}

#[test]
fn only_the_customer_pays_in_and_only_into_what_runs() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		let top_up = |who, amount| Payments::top_up(signed(who), id, amount);
		assert_noop!(top_up(BOB, 1), Error::<Test>::NotCustomer);
		assert_noop!(top_up(ALICE, 0), Error::<Test>::NothingToAdd);
		assert_noop!(Payments::top_up(signed(ALICE), 7, 1), Error::<Test>::UnknownAgreement);
		pass(30 * DAY);
		assert_ok!(top_up(ALICE, 1_000));
		pass(DAY + 86_400);
		assert_noop!(top_up(ALICE, 1_000), Error::<Test>::RanDry);

		let other = stream(30_000);
		assert_ok!(Payments::cancel(signed(ALICE), other));
		assert_ok!(Payments::top_up(signed(ALICE), other, 1));
		pass(CUSTOMER_NOTICE);
		assert_noop!(Payments::top_up(signed(ALICE), other, 1), Error::<Test>::Over);
	});
}

#[test]
fn a_customer_at_the_existential_deposit_loses_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		spend_all_but(ALICE, ED);
		let top_up = Payments::top_up(signed(ALICE), id, 1);
		assert_noop!(top_up, TokenError::FundsUnavailable);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(CUSTOMER_NOTICE);
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!((free(ALICE), held(Escrow, ALICE)), (ED + 27_000 + STORAGE_DEPOSIT, 0));
	});
}

#[test]
fn the_account_of_a_customer_lives_as_long_as_its_agreement() {
	ExtBuilder::default().build_and_execute(|| {
		stream(30_000);
		let all = free(ALICE);
		let burn = Balances::burn_from(
			&ALICE,
			all,
			frame_support::traits::tokens::Preservation::Expendable,
			frame_support::traits::tokens::Precision::Exact,
			frame_support::traits::tokens::Fortitude::Polite,
		);
		assert!(burn.is_err());
		assert_eq!(free(ALICE), all);
	});
}

#[test]
fn both_sides_cancel_with_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		assert_noop!(Payments::cancel(signed(BOB), id), Error::<Test>::NotParty);
		events();
		assert_ok!(Payments::cancel(signed(OPERATOR), id));
		let cancelled = |by, ends_at| Event::CancelledAt { id, by, ends_at };
		assert_eq!(events(), [cancelled(Party::Provider, START + PROVIDER_NOTICE)]);
		assert_noop!(Payments::cancel(signed(PAUL), id), Error::<Test>::EndsAlready);
		// The other side may leave sooner, and not later.
		pass(DAY);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		let ends_at = START + DAY + CUSTOMER_NOTICE;
		assert_eq!(events(), [cancelled(Party::Customer, ends_at)]);
		assert_noop!(Payments::cancel(signed(PAUL), id), Error::<Test>::EndsAlready);
		assert_eq!(agreement(id).ends_at, Some(ends_at));

		assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
		pass(20 * DAY);
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(events().pop(), Some(ended(id, End::Cancelled, 26_000, 0)));
		assert_eq!(free(PAUL), ENDOWMENT + 3_400);
	});
}

#[test]
fn a_metered_agreement_ends_with_its_term_unless_money_comes_in() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		assert_eq!(agreement(id).ends_at, Some(START + TERM));
		pass(100 * DAY);
		assert_ok!(Payments::top_up(signed(ALICE), id, 1));
		assert_eq!(agreement(id).ends_at, Some(START + 100 * DAY + TERM));
		set_time(START + 100 * DAY + TERM - 1);
		assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
		pass(1);
		assert_noop!(Payments::top_up(signed(ALICE), id, 1), Error::<Test>::Over);
		assert_noop!(Payments::cancel(signed(ALICE), id), Error::<Test>::EndsAlready);
		events();
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(events(), [ended(id, End::Expired, 5_001, 0)]);
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn a_metered_agreement_that_is_used_up_can_be_filled_again_and_nobody_else_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let early = voucher(id, 5_050);
		assert_ok!(redeem(vec![voucher(id, 5_000), early.clone()]));
		assert_eq!(held(Escrow, ALICE), 0);
		assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
		assert_ok!(Payments::top_up(signed(ALICE), id, 50));
		assert_ok!(redeem(vec![early]));
		assert_eq!(agreement(id).paid, 5_050);
		assert_ok!(Payments::cancel(signed(PAUL), id));
		pass(PROVIDER_NOTICE);
		assert_ok!(Payments::close(signed(STRANGER), id));
		let ended = ended(id, End::Cancelled, 0, 0);
		assert_eq!(events().pop(), Some(ended));
	});
}

#[test]
fn a_card_takes_as_many_agreements_as_it_has_slots() {
	ExtBuilder::default().build_and_execute(|| {
		let two = Offer { slots: 2, ..offer(Streaming, 100) };
		let publish = || Payments::publish_card(signed(PAUL), HOSTING, 0, two.clone().into());
		let slots = || Payments::cards(PAUL)[0].slots;
		assert_ok!(publish());
		assert_ok!(order(0, SITE, 1_000));
		assert_noop!(order(0, SITE, 999), Error::<Test>::PrepaymentTooLow);
		assert_ok!(order(0, SITE, 1_000));
		assert_noop!(order(0, SITE, 1_000), Error::<Test>::CardFull);

		// Who leaves makes room.
		for id in 0..2 {
			assert_ok!(Payments::cancel(signed(ALICE), id));
		}
		pass(CUSTOMER_NOTICE);
		assert_ok!(Payments::close(signed(STRANGER), 0));
		assert_eq!(slots(), 1);
		// The slots of a card that was published anew are its own.
		assert_ok!(publish());
		assert_ok!(Payments::close(signed(STRANGER), 1));
		assert_eq!(slots(), 2);
	});
}

#[test]
fn each_unit_takes_a_slot_and_gives_it_back() {
	ExtBuilder::default().build_and_execute(|| {
		let five = Offer { slots: 5, ..offer(Streaming, 100) };
		assert_ok!(Payments::publish_card(signed(PAUL), HOSTING, 0, five.into()));
		let slots = || Payments::cards(PAUL)[0].slots;
		let units = |units| order(0, Order::Streaming { units }, 1_000);
		assert_noop!(units(6), Error::<Test>::CardFull);
		assert_ok!(units(3));
		assert_noop!(units(3), Error::<Test>::CardFull);
		assert_ok!(units(2));
		assert_eq!((slots(), Payments::cards(PAUL)[0].open), (0, false));
		assert_ok!(Payments::cancel(signed(ALICE), 0));
		pass(CUSTOMER_NOTICE);
		assert_ok!(Payments::close(signed(STRANGER), 0));
		assert_eq!(slots(), 3);
	});
}

#[test]
fn ids_are_never_used_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(CUSTOMER_NOTICE);
		assert_ok!(Payments::close(signed(ALICE), id));
		assert_eq!(stream(30_000), id + 1);
		publish(PAUL, HOSTING, Metered, 1);
	});
}
