// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Candidates, Error, Event, MAX_CANDIDATES};
use destra_primitives::{time::days, ProviderInspect, Role};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	traits::fungible::Mutate,
};
use sp_runtime::Perbill;

fn register(who: AccountId) -> DispatchResultWithPostInfo {
	Staking::register(signed(who), profile(who, &[Role::Validator]), Perbill::zero())
}

/// Four validators with 1,000 to 4,000.
fn four() -> ExtBuilder {
	(ALICE..=DAVE).fold(ExtBuilder::default(), |builder, who| {
		builder.provider(who, &[Role::Validator], VALIDATOR_STAKE * u128::from(who))
	})
}

#[test]
fn the_heaviest_validate() {
	four().build_and_execute(|| {
		assert_eq!(Staking::next_validators(), Some(vec![DAVE, CAROL, BOB]));
		lock(ALICE, 1_000, DAYS_360);
		assert_eq!(Staking::next_validators(), Some(vec![ALICE, DAVE, CAROL]));
		pass(days(361));
		// As heavy as Bob, and before him by account.
		assert_eq!(Staking::next_validators(), Some(vec![DAVE, CAROL, ALICE]));
		delegate(EVE, BOB, 3_000).unwrap();
		assert_eq!(Staking::next_validators(), Some(vec![BOB, DAVE, CAROL]));
		assert_eq!(Staking::weight(&BOB), 500_000);
	});
}

#[test]
fn without_session_keys_nobody_validates() {
	four().build_and_execute(|| {
		Keyless::set([DAVE, BOB].into());
		assert_eq!(Staking::next_validators(), Some(vec![CAROL, ALICE]));
		Keyless::set((ALICE..=DAVE).collect());
		assert_eq!(Staking::next_validators(), None);
	});
}

#[test]
fn too_few_candidates_leave_the_set_as_it_is() {
	four().settings(|settings| settings.min_validators = 3.try_into().unwrap()).build_and_execute(
		|| {
			assert_ok!(Staking::leave(signed(ALICE)));
			assert_eq!(Staking::next_validators(), Some(vec![DAVE, CAROL, BOB]));
			assert_ok!(Staking::leave(signed(BOB)));
			assert_eq!(Staking::next_validators(), None);
		},
	);
}

#[test]
fn a_validator_joins() {
	four().build_and_execute(|| {
		lock(EVE, 5_000, DAYS_30);
		assert_ok!(register(EVE));
		assert_eq!(Staking::next_validators(), Some(vec![EVE, DAVE, CAROL]));
	});
}

#[test]
fn delegations_beyond_the_ratio_do_not_make_a_validator_heavier() {
	four().build_and_execute(|| {
		delegate(EVE, ALICE, 10_000).unwrap();
		let mut stricter = settings();
		stricter.delegation_ratio = 2.try_into().unwrap();
		assert_ok!(Staking::set_settings(governor(), Box::new(stricter)));
		assert_eq!(
			Staking::candidates(),
			[(DAVE, 400_000), (ALICE, 300_000), (CAROL, 300_000), (BOB, 200_000)]
		);
	});
}

#[test]
fn only_who_is_heavier_comes_into_a_full_list() {
	four().build_and_execute(|| {
		let weight = |registered: DispatchResultWithPostInfo| {
			registered.unwrap().actual_weight.expect("it knows what it weighed").ref_time()
		};
		for who in 1_000..1_000 + u64::from(MAX_CANDIDATES) - 4 {
			Balances::mint_into(&who, 10_000).unwrap();
			lock(who, 2_000, DAYS_30);
			assert_eq!(weight(register(who)), 1);
		}
		assert_eq!(Candidates::<Test>::get().len(), MAX_CANDIDATES as usize);
		lock(EVE, 1_000, DAYS_30);
		assert_noop!(register(EVE), Error::<Test>::TooManyCandidates);
		lock(EVE, 100, DAYS_30);
		events();
		// It is charged for that only where it comes to it.
		assert_eq!(weight(register(EVE)), 1 + DISPLACED);
		let unjail = RuntimeCall::Staking(crate::Call::unjail {});
		assert_eq!(unjail.get_dispatch_info().call_weight.ref_time(), 1 + DISPLACED);
		assert!(events().contains(&Event::CandidateDisplaced { provider: ALICE }));
		assert!(!Candidates::<Test>::get().contains(&ALICE));
		// It is a provider still, and may leave.
		assert_ok!(Staking::leave(signed(ALICE)));
	});
}
