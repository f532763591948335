// SPDX-License-Identifier: Apache-2.0

//! What is earned as a provider vests and answers for it, in whatever order it claims, leaves, is
//! removed and registers again, and whether it is there or not.

use crate::mock::*;
use destra_primitives::{OnLiveness, ProviderInspect, Role, SlashReason, Slasher};
use proptest::{collection::vec, prelude::*};
use sp_runtime::Perbill;

#[derive(Clone, Copy, Debug)]
enum Act {
	/// Four times this many planck come into the pot: two for authors, one for Bob, one for Alice, or
	/// both for Bob while she is idle.
	Earn(u128),
	/// Alice writes a block.
	Write,
	Claim,
	Leave,
	Wait,
	Remove,
	Register,
	FallIdle,
	ComeBack,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		4 => (1u128..10_000).prop_map(Act::Earn),
		2 => Just(Act::Write),
		2 => Just(Act::Claim),
		1 => Just(Act::Leave),
		2 => Just(Act::Wait),
		2 => Just(Act::Remove),
		2 => Just(Act::Register),
		1 => Just(Act::FallIdle),
		1 => Just(Act::ComeBack),
	]
}

fn register() -> bool {
	Staking::register(signed(ALICE), profile(ALICE, &[Role::Validator]), Perbill::zero().into())
		.is_ok()
}

/// What Alice has earned, and what of it as a provider.
#[derive(Default)]
struct Earned {
	as_staker: u128,
	as_provider: u128,
}

impl Earned {
	fn add(&mut self, amount: u128) {
		match Staking::status(&ALICE) {
			Some(_) => self.as_provider += amount,
			None => self.as_staker += amount,
		}
	}

	/// All of it is due or was paid, each part where it belongs.
	fn check(&self) {
		let vested = Unvested::get().get(&ALICE).copied().unwrap_or_default();
		assert_eq!(due_as_provider(ALICE) + vested, self.as_provider);
		let paid = free(ALICE) - (ENDOWMENT - 1_000);
		assert_eq!(due(ALICE) - due_as_provider(ALICE) + paid, self.as_staker);
	}
}

fn run(act: Act, earned: &mut Earned) {
	match act {
		Act::Earn(amount) => {
			reward(4 * amount);
			if !Staking::is_idle(&ALICE) {
				earned.add(amount);
			}
		}
		Act::Write => {
			let before = Staking::rewards().author_reserve;
			Staking::note_author(&ALICE);
			earned.add(before - Staking::rewards().author_reserve);
		}
		Act::Claim => drop(Staking::claim(signed(EVE), ALICE)),
		Act::Leave => drop(Staking::leave(signed(ALICE))),
		Act::Wait => pass(UNBONDING),
		Act::Remove => drop(Staking::remove_provider(signed(EVE), ALICE)),
		Act::Register => drop(register()),
		Act::FallIdle => Staking::fell_idle(&ALICE),
		Act::ComeBack => Staking::gave_sign(&ALICE),
	}
	earned.check();
}

proptest! {
	#[test]
	fn what_was_earned_as_a_provider_vests_and_can_be_slashed(acts in vec(act(), 1..60)) {
		let builder = ExtBuilder::default()
			.settings(|settings| settings.author_share = Perbill::from_percent(50));
		builder.build().execute_with(|| {
			Vests::set(true);
			lock(ALICE, 1_000, DAYS_30);
			lock(BOB, 1_000, DAYS_30);
			let mut earned = Earned::default();
			for act in acts {
				run(act, &mut earned);
			}
			// As long as it answers for anything, it answers with all of that.
			prop_assert!(Staking::status(&ALICE).is_some() || register());
			let liquid = due(ALICE) - due_as_provider(ALICE);
			let all = Some(Perbill::one());
			Staking::slash(&ALICE, SlashReason::ServiceMissed, all, None).unwrap();
			pass(SLASH_DELAY);
			prop_assert_eq!((due_as_provider(ALICE), due(ALICE)), (0, liquid));
			prop_assert_eq!(Unvested::get().get(&ALICE).copied().unwrap_or_default(), 0);
			Staking::do_try_state().unwrap();
			Ok(())
		})?;
	}
}
