// SPDX-License-Identifier: Apache-2.0

//! Offences against consensus: what a validator loses by them, in whatever order they are reported and
//! whatever it does in between.

use crate::{mock::*, Error, Event, Providers};
use destra_primitives::{time::hours, ProviderInspect, ProviderStatus, Role, SlashReason};
use frame_support::assert_ok;
use proptest::{collection::vec, prelude::*};
use sp_runtime::{DispatchResult, Perbill};
use std::collections::BTreeMap;

/// Judges an offence of Alice.
fn judge(session: u32, percent: u32) -> DispatchResult {
	Staking::judge_offence(&ALICE, session, Perbill::from_percent(percent)).map(drop)
}

/// How many slashes of Alice are pending.
fn pending() -> u32 {
	Staking::provider(ALICE).expect("a provider").pending_slashes
}

/// Lets every pending slash be applied.
fn settle() {
	pass(SLASH_DELAY);
	while pending() > 0 {
		next_block();
	}
}

fn register() -> Option<sp_runtime::DispatchError> {
	let profile = profile(ALICE, &[Role::Validator]);
	refusal(Staking::register(signed(ALICE), profile, Perbill::zero().into()))
}

fn remove() -> Option<sp_runtime::DispatchError> {
	refusal(Staking::remove_provider(signed(BOB), ALICE))
}

#[test]
fn of_the_offences_before_a_return_only_the_worst_counts() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(delegate(BOB, ALICE, 20_000));
		for (session, percent) in [(7, 20), (7, 20), (6, 11), (8, 20)] {
			assert_ok!(judge(session, percent));
		}
		assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Jailed));
		assert_eq!(pending(), 1, "one fault, seen four times");
		// Another offender of the same session: the fraction of both is higher.
		assert_ok!(judge(7, 36));
		assert_ok!(judge(7, 20));
		assert_eq!(pending(), 2);
		pass(SLASH_DELAY);
		next_block();
		assert_eq!((stake(ALICE).held, delegation(ALICE, BOB).bonded), (6_400, 12_800));

		assert_ok!(judge(7, 36));
		assert_eq!(pending(), 0, "it was applied long ago, and counts still");
		CurrentSession::set(10);
		assert_ok!(Staking::unjail(signed(ALICE)));
		for session in 0..=10 {
			assert_ok!(judge(session, 36));
		}
		assert_eq!(pending(), 0, "it has returned, and answers for no session twice");
		assert_ok!(judge(11, 50));
		pass(SLASH_DELAY);
		assert_eq!(stake(ALICE).held, 3_200, "after the return, another fault");
	});
}

#[test]
fn an_offence_costs_what_the_table_says_at_least() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		events();
		assert_ok!(judge(1, 1));
		assert_ok!(judge(1, 4));
		let reported: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::SlashReported { reason, fraction, .. } => Some((reason, fraction)),
				_ => None,
			})
			.collect();
		assert_eq!(reported, [(SlashReason::Equivocation, Perbill::from_percent(5))]);
	});
}

#[test]
fn a_cancelled_slash_counts_as_judged() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(judge(1, 20));
		assert_ok!(Staking::cancel_slash(governor(), 0));
		assert_ok!(judge(1, 20));
		assert_eq!(pending(), 0);
		assert_ok!(judge(1, 36));
		pass(SLASH_DELAY);
		next_block();
		assert_eq!(stake(ALICE).held, 8_000, "only what is worse than what was cancelled");
	});
}

#[test]
fn judging_registers_its_weight() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		let before = System::block_weight().total().ref_time();
		assert_ok!(judge(1, 20));
		assert_ok!(judge(1, 20));
		assert_eq!(System::block_weight().total().ref_time() - before, 2 * JUDGEMENT);
	});
}

#[test]
fn nobody_is_rewarded_for_an_offence_against_consensus() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(judge(1, 20));
		let treasury = free(TREASURY);
		events();
		settle();
		assert_eq!(free(TREASURY), treasury + 2_000, "all of it");
		assert!(!events().iter().any(|event| matches!(event, Event::ReporterRewarded { .. })));
	});
}

#[test]
fn light_offences_do_not_have_a_grave_one_forgotten() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 100_000).build_and_execute(|| {
		for session in 10..20 {
			assert_ok!(judge(session, 5));
		}
		settle();
		assert_ok!(Staking::unjail(signed(ALICE)));
		assert_eq!(stake(ALICE).held, 95_000);
		assert_ok!(judge(0, 50));
		assert_ok!(judge(0, 50));
		assert_eq!(pending(), 1, "once");
		settle();
		assert_eq!(stake(ALICE).held, 50_000 - 1, "rounded up");
		let who_knows = Staking::judge_offence(&BOB, 9, Perbill::one());
		assert_eq!(who_knows, Err(Error::<Test>::NotProvider.into()));
	});
}

#[test]
fn jail_holds_over_leaving_and_registering_again() {
	let builder = ExtBuilder::default().settings(|settings| settings.jail_period = JAIL_PERIOD);
	builder.provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(judge(1, 5));
		assert_ok!(Staking::leave(signed(ALICE)));
		settle();
		pass(UNBONDING - SLASH_DELAY);
		assert_eq!(remove(), Some(Error::<Test>::StillJailed.into()));
		assert_eq!(register(), Some(Error::<Test>::AlreadyProvider.into()));
		assert!(Staking::next_validators().ranked.is_empty());
		pass(JAIL - UNBONDING);
		assert_eq!((remove(), register()), (None, None));
		assert_eq!(Staking::next_validators().ranked, [ALICE]);
	});
}

#[test]
fn one_that_leaves_is_barred_for_what_is_reported_then() {
	let builder = ExtBuilder::default().settings(|settings| settings.jail_period = JAIL_PERIOD);
	builder.provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_ok!(judge(1, 5));
		settle();
		pass(UNBONDING - SLASH_DELAY);
		assert_eq!(remove(), Some(Error::<Test>::StillJailed.into()));
		pass(JAIL - UNBONDING);
		assert_eq!(remove(), None);
	});
}

#[test]
fn one_that_leaves_is_in_jail_whether_it_left_before_or_after() {
	type Act = fn();
	let leave: Act = || {
		assert_ok!(Staking::leave(signed(ALICE)));
	};
	let offend: Act = || {
		assert_ok!(judge(1, 5));
	};
	for acts in [[leave, offend], [offend, leave]] {
		let builder = ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000);
		builder.build_and_execute(|| {
			acts.iter().for_each(|act| act());
			assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Leaving));
			assert!(Staking::is_jailed(&ALICE));
			settle();
			let unjail = refusal(Staking::unjail(signed(ALICE)));
			assert_eq!(unjail, Some(Error::<Test>::NotJailed.into()), "it leaves, for good");
			assert!(Staking::is_jailed(&ALICE));
		});
	}
}

#[test]
fn where_an_equivocation_does_not_jail_each_later_session_is_another_fault() {
	let builder =
		ExtBuilder::default().settings(|settings| settings.penalties.equivocation.jail = false);
	builder.provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		CurrentSession::set(5);
		assert_ok!(judge(5, 20));
		assert_ok!(judge(4, 20));
		assert_eq!(pending(), 1);
		CurrentSession::set(6);
		assert_ok!(judge(6, 20));
		assert_eq!(pending(), 2);
	});
}

#[test]
fn what_a_provider_was_judged_for_is_remembered_as_long_as_it_can_be_reported() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING - SLASH_DELAY);
		assert_ok!(judge(1, 20));
		settle();
		assert_eq!(remove(), Some(Error::<Test>::JudgedLately.into()));
		assert_ok!(judge(1, 20));
		assert_eq!(pending(), 0, "once");
		pass(REPORT_WINDOW);
		assert_eq!((remove(), register()), (None, None));
		assert!(Providers::<Test>::get(ALICE).unwrap().judged.is_over(0), "nothing is left of it");
	});
}

#[test]
fn a_cancelled_slash_ends_the_jail_that_it_caused_and_no_other() {
	let builder = ExtBuilder::default().settings(|settings| settings.jail_period = JAIL_PERIOD);
	builder.provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		let unjail = || refusal(Staking::unjail(signed(ALICE)));
		let applied = now();
		assert_ok!(judge(1, 20));
		settle();
		assert_ok!(judge(2, 30));
		assert_ok!(Staking::cancel_slash(governor(), 1));
		assert_eq!(unjail(), Some(Error::<Test>::StillJailed.into()), "for the first one");
		pass(applied + JAIL - now() - 2 * BLOCK);
		assert_eq!(unjail(), Some(Error::<Test>::StillJailed.into()));
		pass(2 * BLOCK);
		assert_eq!(unjail(), None, "not a moment longer");

		assert_ok!(judge(3, 20));
		assert_ok!(Staking::cancel_slash(governor(), 2));
		assert_eq!(unjail(), None, "there was no other");
	});
}

#[test]
fn a_cancelled_slash_ends_its_jail_whatever_the_penalties_are_by_then() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 10_000).build_and_execute(|| {
		assert_ok!(judge(1, 20));
		assert_ok!(set(|settings| settings.penalties.equivocation.jail = false));
		assert_ok!(Staking::cancel_slash(governor(), 0));
		assert_ok!(Staking::unjail(signed(ALICE)));
	});
}

#[test]
fn whoever_is_tied_to_a_provider_earns_nothing_by_its_slash() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 10_000).build_and_execute(|| {
		assert_ok!(delegate(BOB, ALICE, 1_000));
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(Staking::undelegate(signed(CAROL), ALICE, 1_000, None));
		assert_ok!(Staking::update_profile(signed(ALICE), profile(DAVE, &[HOSTING])));
		assert_ok!(Staking::operate_for(signed(DAVE), Some(ALICE)));
		for reporter in [ALICE, BOB, CAROL, DAVE] {
			let reason = SlashReason::WrongReport;
			assert_ok!(Staking::report_slash(arbiter(), ALICE, reason, Some(reporter)));
			let before = [BOB, CAROL, DAVE].map(free);
			events();
			settle();
			assert!(events().iter().any(|event| matches!(event, Event::Slashed { .. })));
			assert_eq!([BOB, CAROL, DAVE].map(free), before);
			assert_eq!(free(ALICE), ENDOWMENT - 10_000);
		}
	});
}

#[test]
fn a_standstill_does_not_eat_the_time_to_object() {
	const DELAY: u64 = 100;
	let builder = ExtBuilder::default()
		.settings(|settings| settings.slash_delay = (DELAY * BLOCK).try_into().unwrap());
	builder.provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		MaxElapsed::set(BLOCK);
		let reason = SlashReason::WrongReport;
		assert_ok!(Staking::report_slash(arbiter(), ALICE, reason, None));
		next_block_at(now() + 10 * DELAY * BLOCK);
		// Reported after the standstill, in a block that nobody has counted yet: no later than the other.
		assert_ok!(Staking::report_slash(arbiter(), ALICE, reason, None));
		for _ in 1..DELAY {
			next_block();
		}
		assert_eq!(pending(), 2);
		assert_ok!(Staking::cancel_slash(governor(), 0));
		next_block();
		assert_eq!((pending(), stake(ALICE).held), (1, 1_000));
		next_block();
		assert_eq!((pending(), stake(ALICE).held), (0, 950));
	});
}

#[test]
fn a_slash_does_not_wait_behind_one_that_is_due_later() {
	ExtBuilder::default()
		.provider(ALICE, &[HOSTING], 1_000)
		.provider(BOB, &[HOSTING], 1_000)
		.build_and_execute(|| {
			let reason = SlashReason::WrongReport;
			assert_ok!(Staking::report_slash(arbiter(), ALICE, reason, None));
			assert_ok!(set(|settings| settings.slash_delay = BLOCK.try_into().unwrap()));
			assert_ok!(Staking::report_slash(arbiter(), BOB, reason, None));
			pass(BLOCK);
			assert_eq!((stake(ALICE).held, stake(BOB).held), (1_000, 950));
			// Nor is one forgotten because of one that was cancelled before it.
			assert_ok!(Staking::report_slash(arbiter(), BOB, reason, None));
			assert_ok!(Staking::cancel_slash(governor(), 2));
			pass(SLASH_DELAY);
			assert_eq!(stake(ALICE).held, 950);
		});
}

/// What happens to a validator.
#[derive(Clone, Debug)]
enum Happening {
	/// An offence is reported: of so many sessions ago, as grave as this.
	Offence(u32, u32),
	/// It leaves.
	Leave,
	/// Somebody removes it.
	Remove,
	/// It registers again.
	Register,
	/// It wants to serve again.
	Unjail,
	/// So many hours pass.
	Pass(u64),
}

fn happening() -> impl Strategy<Value = Happening> {
	use Happening::*;
	prop_oneof![
		12 => (0..=REPORT_SESSIONS, 5u32..40).prop_map(|(ago, part)| Offence(ago, part)),
		2 => Just(Leave),
		3 => Just(Remove),
		3 => Just(Register),
		2 => Just(Unjail),
		3 => prop_oneof![1u64..60, Just(7 * 24)].prop_map(Pass),
	]
}

/// How long a session lasts in the random tests, and how many sessions back an offence can be reported:
/// with the session of the offence and that of its report no longer than the window.
const SESSION: u64 = hours(12);
const REPORT_SESSIONS: u32 = 12;

/// Chain time.
fn time() -> u64 {
	Staking::chain_time()
}

fn session() -> u32 {
	REPORT_SESSIONS + u32::try_from((now() - GENESIS_TIME) / SESSION).unwrap()
}

/// What counts as one: all between two returns from jail, until it is forgotten.
type Fault = (u32, usize);

/// A validator, and what it must lose by what is known of it.
struct Validator {
	/// The worst offence of each fault, in percent.
	worst: BTreeMap<Fault, u32>,
	/// The sessions in which it returned from jail.
	returns: Vec<u32>,
	/// How often it had been forgotten what it was judged for.
	oblivions: u32,
	/// The sessions in which it may have validated, from the first to the last.
	terms: Vec<(u32, Option<u32>)>,
	/// Until when it must not serve.
	barred_until: u64,
	slashes: u32,
}

impl Validator {
	fn may_have_validated(&self, in_session: u32) -> bool {
		let within = |(from, to): &(u32, Option<u32>)| {
			*from <= in_session && to.is_none_or(|to| in_session <= to)
		};
		self.terms.iter().any(within)
	}

	fn live(&mut self, happening: Happening) {
		CurrentSession::set(session());
		match happening {
			Happening::Offence(ago, percent) => {
				let of = session() - ago;
				if !self.may_have_validated(of) {
					return;
				}
				if Providers::<Test>::get(ALICE).is_some_and(|alice| alice.judged.is_over(time())) {
					self.oblivions += 1;
				}
				judge(of, percent).expect("whoever can be reported is on the list");
				let returns = self.returns.iter().filter(|returned| of > **returned).count();
				let worst = self.worst.entry((self.oblivions, returns)).or_default();
				*worst = percent.max(*worst);
				if pending() > 0 {
					self.slashes += 1;
					self.barred_until = now() + JAIL;
				}
				while pending() > 0 {
					next_block();
				}
			}
			Happening::Leave => {
				if Staking::leave(signed(ALICE)).is_ok() {
					// It is in the set until the session after the next one.
					let last = self.terms.last_mut().expect("it has registered");
					last.1 = Some(session() + 1);
				}
			}
			Happening::Remove => drop(remove()),
			Happening::Register => {
				if register().is_none() {
					self.terms.push((session(), None));
				}
			}
			Happening::Unjail => {
				if Staking::unjail(signed(ALICE)).is_ok() {
					self.returns.push(session());
				}
			}
			Happening::Pass(span) => pass(hours(span)),
		}
		if now() < self.barred_until {
			assert!(Staking::next_validators().ranked.is_empty(), "in jail");
		}
	}

	/// What is left of a stake of which each fault took its part, at least, and at most.
	fn bounds(&self, stake: u128) -> (f64, f64) {
		let left = |percent: &u32| f64::from(100 - percent) / 100.0;
		let each: f64 = self.worst.values().map(left).product();
		let worst = self.worst.values().map(left).fold(1.0, f64::min);
		(stake as f64 * each, stake as f64 * worst)
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

	#[test]
	fn offences_cost_at_least_the_worst_and_at_most_each_fault_once(
		happenings in vec(happening(), 1..80),
	) {
		const STAKE: u128 = 900_000;
		let builder = ExtBuilder::default().settings(|settings| {
			settings.jail_period = JAIL_PERIOD;
			settings.slash_delay = 0.try_into().unwrap();
			settings.min_stakes.validator = 1.try_into().unwrap();
		});
		builder.provider(ALICE, &[Role::Validator], STAKE).build_and_execute(|| {
			let mut alice = Validator {
				worst: BTreeMap::new(),
				returns: vec![],
				oblivions: 0,
				terms: vec![(0, None)],
				barred_until: 0,
				slashes: 0,
			};
			for happening in happenings {
				alice.live(happening);
			}
			// Each slash rounds up to a planck, and to a billionth of what there is.
			let (least, most) = alice.bounds(STAKE);
			let held = stake(ALICE).held as f64;
			assert!(held <= most + 0.001, "{held} of {most}: {:?}", alice.worst);
			assert!(held >= least - 2.0 * f64::from(alice.slashes), "{held} of {least}");
		});
	}
}
