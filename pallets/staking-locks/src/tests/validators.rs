// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*, types::MAX_POSITIONS, Candidates, Error, Event, Lightest, MAX_CANDIDATES, MAX_LIGHTEST,
};
use destra_primitives::{time::days, Balance, ProviderInspect, Role, ServiceClass};
use frame_support::{
	assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	traits::fungible::Mutate,
};
use sp_runtime::Perbill;

fn register(who: AccountId) -> DispatchResultWithPostInfo {
	Staking::register(signed(who), profile(who, &[Role::Validator]), Perbill::zero().into())
}

/// Four validators with 1,000 to 4,000.
fn four() -> ExtBuilder {
	(ALICE..=DAVE).fold(ExtBuilder::default(), |builder, who| {
		builder.provider(who, &[Role::Validator], VALIDATOR_STAKE * u128::from(who))
	})
}

/// The heaviest, as many as can validate.
fn chosen() -> Vec<AccountId> {
	let mut ranking = Staking::next_validators();
	ranking.ranked.truncate(ranking.most);
	ranking.ranked
}

#[test]
fn the_heaviest_validate() {
	four().build_and_execute(|| {
		assert_eq!(chosen(), [DAVE, CAROL, BOB]);
		lock(ALICE, 1_000, DAYS_360);
		assert_eq!(chosen(), [ALICE, DAVE, CAROL]);
		pass(days(361));
		// As heavy as Bob, and before him by account.
		assert_eq!(chosen(), [DAVE, CAROL, ALICE]);
		delegate(EVE, BOB, 3_000).unwrap();
		assert_eq!(chosen(), [BOB, DAVE, CAROL]);
		assert_eq!(Staking::weight(&BOB), 500_000);
	});
}

#[test]
fn without_session_keys_nobody_validates() {
	four().build_and_execute(|| {
		Keyless::set([DAVE, BOB].into());
		assert_eq!(chosen(), [CAROL, ALICE]);
		Keyless::set((ALICE..=DAVE).collect());
		assert!(chosen().is_empty());
	});
}

#[test]
fn who_left_validates_no_longer_however_few_are_left() {
	four().settings(|settings| settings.min_validators = 3.try_into().unwrap()).build_and_execute(
		|| {
			assert_ok!(Staking::leave(signed(ALICE)));
			assert_eq!(chosen(), [DAVE, CAROL, BOB]);
			assert_ok!(Staking::leave(signed(BOB)));
			let ranking = Staking::next_validators();
			assert_eq!(ranking.ranked, [DAVE, CAROL]);
			assert_eq!((ranking.fewest, ranking.most), (3, 3));
		},
	);
}

#[test]
fn a_validator_joins() {
	four().build_and_execute(|| {
		lock(EVE, 5_000, DAYS_30);
		assert_ok!(register(EVE));
		assert_eq!(chosen(), [EVE, DAVE, CAROL]);
	});
}

#[test]
fn delegations_beyond_the_ratio_do_not_make_a_validator_heavier() {
	four().build_and_execute(|| {
		delegate(EVE, ALICE, 10_000).unwrap();
		assert_ok!(set(|settings| settings.delegation_ratio = 2.try_into().unwrap()));
		assert_eq!(
			Staking::candidates(),
			[(DAVE, 400_000), (ALICE, 300_000), (CAROL, 300_000), (BOB, 200_000)]
		);
	});
}

/// Fills the list of candidates with others of 2,000 each.
fn fill_the_list() {
	let others = u64::from(MAX_CANDIDATES) - 4;
	for who in 1_000..1_000 + others {
		Balances::mint_into(&who, 10_000).unwrap();
		lock(who, 2_000, DAYS_30);
		assert_ok!(register(who));
	}
	assert_eq!(Candidates::<Test>::get().len(), MAX_CANDIDATES as usize);
}

#[test]
fn only_who_is_heavier_than_the_lightest_comes_into_a_full_list() {
	four().build_and_execute(|| {
		fill_the_list();
		Staking::next_validators();
		assert_eq!(Lightest::<Test>::get()[0].0, ALICE);
		lock(EVE, 1_000, DAYS_30);
		assert_refused!(register(EVE), Error::<Test>::TooManyCandidates);
		lock(EVE, 100, DAYS_30);
		events();
		assert_ok!(register(EVE));
		assert!(events().contains(&Event::CandidateDisplaced { provider: ALICE }));
		assert!(!Candidates::<Test>::get().contains(&ALICE));
		// It is a provider still, and may leave.
		assert_ok!(Staking::leave(signed(ALICE)));
	});
}

#[test]
fn to_enter_a_full_list_costs_no_more_than_to_enter_another() {
	four().build_and_execute(|| {
		lock(EVE, 1_100, DAYS_30);
		let call = RuntimeCall::Staking(crate::Call::register {
			profile: profile(EVE, &[Role::Validator]),
			commission: Perbill::zero().into(),
		});
		let estimate = call.get_dispatch_info().call_weight.ref_time();
		assert_eq!(estimate, 1 + u64::from(MAX_POSITIONS) * TERM, "nothing but the terms");
		fill_the_list();
		Staking::next_validators();
		assert_eq!(weighed(register(EVE)), 1, "it took the place of another");
	});
}

#[test]
fn who_grew_heavier_since_the_last_choice_is_not_displaced_and_keeps_nobody_out() {
	four().build_and_execute(|| {
		fill_the_list();
		Staking::next_validators();
		lock(ALICE, 1_000, DAYS_360);
		lock(EVE, 2_000, DAYS_30);
		assert_refused!(register(EVE), Error::<Test>::TooManyCandidates);
		lock(EVE, 100, DAYS_30);
		assert_ok!(register(EVE));
		let candidates = Candidates::<Test>::get();
		assert!(candidates.contains(&ALICE) && candidates.contains(&EVE));
	});
}

#[test]
fn who_had_no_keys_at_the_choice_closes_the_list_to_nobody() {
	four().in_dsync().build_and_execute(|| {
		fill_the_list();
		// For the moment of the choice alone.
		Keyless::set([DAVE].into());
		lock(DAVE, 500_000 * DSYNC, DAYS_30);
		Staking::next_validators();
		Keyless::set([].into());
		assert_eq!(Lightest::<Test>::get()[0], (DAVE, 0));

		lock(EVE, 60_000 * DSYNC, DAYS_30);
		events();
		assert_ok!(register(EVE));
		assert!(events().contains(&Event::CandidateDisplaced { provider: ALICE }));
		let candidates = Candidates::<Test>::get();
		assert!(candidates.contains(&DAVE) && candidates.contains(&EVE));
		assert_eq!(Lightest::<Test>::get()[0], (DAVE, 0), "it is tried again");
	});
}

#[test]
fn those_displaced_between_two_choices_are_bounded() {
	four().build_and_execute(|| {
		fill_the_list();
		Staking::next_validators();
		let heavy = |who| {
			Balances::mint_into(&who, 10_000).unwrap();
			lock(who, 9_000, DAYS_30);
			register(who)
		};
		for who in 2_000..2_000 + u64::from(MAX_LIGHTEST) {
			assert_ok!(heavy(who));
		}
		assert_eq!(heavy(3_000).unwrap_err().error, Error::<Test>::TooManyCandidates.into());
		Staking::next_validators();
		assert_ok!(register(3_000));
		assert_eq!(Candidates::<Test>::get().len(), MAX_CANDIDATES as usize);
	});
}

/// Has a provider of this stake join.
fn join(who: AccountId, stake: Balance) -> DispatchResultWithPostInfo {
	Balances::mint_into(&who, 20_000).unwrap();
	lock(who, stake, DAYS_30);
	register(who)
}

#[test]
fn a_newcomer_that_is_the_lightest_is_the_first_to_go() {
	four().build_and_execute(|| {
		fill_the_list();
		Staking::next_validators();
		assert_ok!(Staking::leave(signed(ALICE)));
		assert!(Lightest::<Test>::get().iter().all(|(who, _)| *who != ALICE));
		assert_ok!(join(EVE, 1_100));
		assert_eq!(Lightest::<Test>::get()[0], (EVE, 110_000));
		events();
		assert_ok!(join(3_000, 9_000));
		assert!(events().contains(&Event::CandidateDisplaced { provider: EVE }));
	});
}

#[test]
fn dropping_the_role_and_taking_it_again_displaces_nobody_heavier_than_the_newest() {
	four().build_and_execute(|| {
		fill_the_list();
		Staking::next_validators();
		let heavy = DAVE;
		let take = |roles: &[Role]| Staking::update_profile(signed(heavy), profile(heavy, roles));
		lock(heavy, 2_000, DAYS_30);
		assert_ok!(take(&[Role::Service(ServiceClass::Dns)]));
		assert_ok!(join(EVE, 1_100));
		// Both are lighter than all others.
		let others = Candidates::<Test>::get().into_iter().filter(|who| *who != ALICE);
		let others: Vec<_> = others.filter(|who| *who != EVE).collect();
		assert_ok!(take(&[Role::Validator]));
		assert_ok!(take(&[Role::Service(ServiceClass::Dns)]));
		assert_ok!(join(3_000, 1_200));
		assert_ok!(take(&[Role::Validator]));
		let candidates = Candidates::<Test>::get();
		assert!(others.iter().all(|who| candidates.contains(who)));
		assert!(!candidates.contains(&ALICE) && !candidates.contains(&EVE));
	});
}

#[test]
fn while_the_list_has_room_nobody_is_remembered_as_the_lightest() {
	four().build_and_execute(|| {
		Staking::next_validators();
		assert_eq!(Lightest::<Test>::get(), vec![]);
	});
}

#[test]
fn without_session_keys_a_candidate_weighs_nothing_and_takes_no_place() {
	four().build_and_execute(|| {
		fill_the_list();
		Keyless::set([1_005, 5_000].into());
		Staking::next_validators();
		assert_eq!(Lightest::<Test>::get()[0], (1_005, 0));
		Balances::mint_into(&5_000, 20_000).unwrap();
		lock(5_000, 9_000, DAYS_30);
		assert_refused!(register(5_000), Error::<Test>::TooManyCandidates);
		assert_ok!(join(EVE, 1_000));
		let candidates = Candidates::<Test>::get();
		assert!(!candidates.contains(&1_005) && candidates.contains(&EVE));
	});
}

#[test]
fn what_is_on_its_way_out_does_not_count_among_candidates() {
	ExtBuilder::default()
		.provider(ALICE, &[Role::Validator], 3_000)
		.provider(BOB, &[Role::Validator], 2_500)
		.build_and_execute(|| {
			let id = stake(ALICE).positions[0].id;
			assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
			assert_eq!(stake(ALICE).weight, 250_000, "it earns");
			assert_eq!(Staking::candidates(), [(BOB, 250_000), (ALICE, 200_000)]);
		});
}
