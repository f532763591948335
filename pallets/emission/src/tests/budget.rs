// SPDX-License-Identifier: Apache-2.0

//! Who is paid, and what becomes of a share that cannot be.

use crate::{mock::*, Error, Event, Liabilities};
use destra_primitives::{time::hours, Balance, Recipient};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Mutate, tokens::Preservation},
};
use std::collections::BTreeSet;

fn owed(recipient: Recipient) -> Balance {
	Liabilities::<Test>::get().of(recipient)
}

fn received(recipient: Recipient) -> Balance {
	Balances::free_balance(account_of(recipient))
}

#[test]
fn recipients_get_their_shares_rounded_down() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		next_block(hours(1));
		let all = minted();
		for (recipient, percent) in [
			(Recipient::ProviderWork, 40),
			(Recipient::StakeAndValidators, 20),
			(Recipient::IncentiveProgrammes, 15),
			(Recipient::Community, 25),
			(Recipient::Treasury, 0),
		] {
			let share = received(recipient);
			// The shares are taken of the amount with its dust: at most 4 planck more.
			let (low, high) = (all * percent / 100, (all + 4) * percent / 100);
			assert!((low..=high).contains(&share), "{recipient:?} {share}");
		}
		let paid: Balance = Recipient::ALL.into_iter().map(received).sum();
		assert_eq!(paid, all, "nothing minted is lost on the way");
	});
}

#[test]
fn a_share_that_is_refused_becomes_a_liability_and_is_settled_later() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		// GIVEN a recipient that does not take its share.
		Refusing::set(BTreeSet::from([Recipient::Community]));
		run(3, hours(1));

		// THEN the pot keeps it under the recipient's name, on top of its own deposit.
		let amount = owed(Recipient::Community);
		assert!(amount > 0);
		assert_eq!(Balances::free_balance(Emission::pot_account()), ED + amount);
		assert!(events().iter().any(|event| matches!(
			event,
			Event::LiabilityRecorded { recipient: Recipient::Community, .. }
		)));
		assert_eq!(received(Recipient::Community), 0);
		assert!(received(Recipient::ProviderWork) > 0, "the others are paid");
		assert_eq!(Emission::supply().liabilities, vec![(Recipient::Community, amount)]);

		// AND nobody gets it before the recipient is in order.
		assert_noop!(
			Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::Community),
			Error::<Test>::RecipientRefuses
		);
		assert_noop!(
			Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::Treasury),
			Error::<Test>::NothingOwed
		);

		// WHEN it is, anyone settles.
		Refusing::take();
		assert_ok!(Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::Community));
		assert_eq!(
			last_event(),
			Event::LiabilitySettled { recipient: Recipient::Community, amount }
		);
		assert_eq!(received(Recipient::Community), amount);
		assert_eq!(owed(Recipient::Community), 0);
		assert_eq!(Balances::free_balance(Emission::pot_account()), ED);
		assert_noop!(
			Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::Community),
			Error::<Test>::NothingOwed
		);
	});
}

#[test]
fn a_share_below_the_existential_deposit_is_a_liability_until_it_is_worth_an_account() {
	let mut economy = Economy::fixed_only();
	// A millisecond of such a reservoir is a few planck.
	economy.config.fixed_reservoir = DSYNC;
	economy.build_and_execute(|| {
		next_block(BLOCK);
		next_block(BLOCK);
		assert!(minted() > 0 && minted() < ED);
		assert_eq!(received(Recipient::ProviderWork), 0);
		assert!(owed(Recipient::ProviderWork) > 0);
		assert_noop!(
			Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::ProviderWork),
			Error::<Test>::RecipientRefuses
		);
		// Once the account exists, the last planck can be paid.
		assert_ok!(<Balances as Mutate<AccountId>>::transfer(
			&ALICE,
			&account_of(Recipient::ProviderWork),
			ED,
			Preservation::Preserve
		));
		let amount = owed(Recipient::ProviderWork);
		assert_ok!(Emission::settle_liability(RuntimeOrigin::signed(BOB), Recipient::ProviderWork));
		assert_eq!(received(Recipient::ProviderWork), ED + amount);
	});
}

#[test]
fn a_share_that_not_even_the_pot_can_take_is_not_minted_and_stays_due() {
	let mut economy = Economy::fixed_only();
	economy.config.fixed_reservoir = DSYNC;
	economy.build_and_execute(|| {
		next_block(BLOCK);
		// GIVEN a pot without its deposit (forced: nothing can spend it) and refusing recipients.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), Emission::pot_account(), 0));
		crate::Supply::<Test>::mutate(|supply| {
			supply.burn(destra_primitives::BurnCause::Voluntary, ED).unwrap()
		});
		let issuance = Balances::total_issuance();
		next_block(BLOCK);

		// THEN nothing was minted, time has passed, and all of it stays due.
		assert_eq!((minted(), Balances::total_issuance()), (0, issuance));
		assert_eq!(Emission::economic_time(), BLOCK);
		assert!(released() > 0);
		let withheld: Balance = events()
			.iter()
			.map(|event| match event {
				Event::ShareWithheld { amount, .. } => *amount,
				_ => 0,
			})
			.sum();
		assert!(withheld > 0 && released() - withheld < 5);
		assert_eq!(Liabilities::<Test>::get().sum(), 0);
	});
}

#[test]
fn all_recipients_may_refuse_for_long_and_nothing_is_lost() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		Refusing::set(Recipient::ALL.into_iter().collect());
		run(100, hours(1));
		assert_eq!(Liabilities::<Test>::get().sum(), minted());
		Refusing::take();
		for recipient in Recipient::ALL {
			if owed(recipient) > 0 {
				assert_ok!(Emission::settle_liability(RuntimeOrigin::signed(ALICE), recipient));
			}
		}
		assert_eq!(Liabilities::<Test>::get().sum(), 0);
		let paid: Balance = Recipient::ALL.into_iter().map(received).sum();
		assert_eq!(paid, minted());
	});
}
