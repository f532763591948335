// SPDX-License-Identifier: Apache-2.0

//! Categories are stopped, added, and share the supply anew.

use crate::{
	mock::*,
	types::{Months, Name, ShareTable},
	Category, CategoryLimits, Error, Event, NewCategory, Parameter, Rules, Source, UnlockRules,
};
use destra_primitives::{CategoryId, GrantId};
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const RULES: Rules =
	Rules { revocable: true, transferable: false, exit_penalty: None, unlock: UnlockRules::NONE };

fn create(id: u8, source: Source, max_share: u64) -> DispatchResult {
	put(Parameter::NewCategory(NewCategory {
		id: CategoryId(id),
		name: Name::try_new("ecosystem").unwrap(),
		source,
		max_share: percent(max_share),
		rules: RULES,
	}))
}

#[test]
fn only_the_guardian_stops_and_only_the_governor_resumes() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [signed(ALICE), governor(), granter(), RuntimeOrigin::root()] {
			let refused = Allocation::pause_category(origin, TEAM);
			assert_eq!(refused, Err(DispatchError::BadOrigin));
		}
		assert_noop!(
			Allocation::pause_category(guardian(), NOWHERE),
			Error::<Test>::UnknownCategory
		);
		assert_noop!(Allocation::resume_category(governor(), TEAM), Error::<Test>::NotPaused);

		assert_ok!(Allocation::pause_category(guardian(), TEAM));
		assert_eq!(events(), [Event::CategoryPaused { category: TEAM }]);
		assert!(report(TEAM).paused);
		assert!(!report(INVESTORS).paused);
		assert_noop!(Allocation::pause_category(guardian(), TEAM), Error::<Test>::AlreadyPaused);

		for origin in [signed(ALICE), guardian(), granter(), RuntimeOrigin::none()] {
			let refused = Allocation::resume_category(origin, TEAM);
			assert_eq!(refused, Err(DispatchError::BadOrigin));
		}
		assert_noop!(
			Allocation::resume_category(governor(), NOWHERE),
			Error::<Test>::UnknownCategory
		);
		assert_ok!(Allocation::resume_category(governor(), TEAM));
		assert_eq!(events(), [Event::CategoryResumed { category: TEAM }]);
		assert!(!report(TEAM).paused);
	});
}

#[test]
fn a_stopped_category_pays_nothing_but_what_a_revocation_settles() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
		assert_ok!(Allocation::offer_grant(signed(ALICE), id, Some(BOB)));
		pass(3 * DAY);
		pause(COMMUNITY);

		let paused = Error::<Test>::CategoryPaused;
		assert_noop!(grant(COMMUNITY, ALICE, 1, daily(1)), paused);
		assert_noop!(
			Allocation::spend(governor(), COMMUNITY, ALICE, 1),
			Error::<Test>::CategoryPaused
		);
		assert_noop!(
			Allocation::release(signed(ALICE), ALICE).map_err(|error| error.error),
			Error::<Test>::NothingToRelease
		);
		assert_noop!(Allocation::exit_early(signed(ALICE), id), Error::<Test>::CategoryPaused);
		assert_noop!(
			Allocation::accept_grant(signed(BOB), ALICE, id, 0),
			Error::<Test>::CategoryPaused
		);
		assert_eq!(Allocation::releasable(ALICE), 0);
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(CAROL)));
		assert_noop!(Allocation::succeed(signed(CAROL), ALICE), Error::<Test>::CategoryPaused);

		// Time went on: nothing is lost by the stop.
		resume(COMMUNITY);
		assert_eq!(Allocation::releasable(ALICE), 300);
		pause(COMMUNITY);
		events();
		assert_ok!(Allocation::revoke(governor(), id));
		assert_eq!(
			events(),
			[
				Event::SuccessorNamed { who: ALICE, successor: None },
				Event::Revoked {
					grant: id,
					category: COMMUNITY,
					beneficiary: ALICE,
					paid: 300,
					returned: 700
				}
			]
		);
	});
}

#[test]
fn a_stopped_category_does_not_stop_the_others() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(INVESTORS, ALICE, 500, daily(10));
		pass(2 * DAY);
		pause(TEAM);
		assert_ok!(Allocation::release(signed(BOB), ALICE));
		assert_eq!(held(ALICE), 1_000 + 400);
		resume(TEAM);
		assert_ok!(Allocation::release(signed(BOB), ALICE));
		assert_eq!(held(ALICE), 800 + 400);
	});
}

#[test]
fn a_category_is_added_without_a_share() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(create(TEAM.0, Source::Genesis, 5), Error::<Test>::CategoryExists);

		assert_ok!(create(NOWHERE.0, Source::Genesis, 5));
		let ids: Vec<_> = Allocation::definitions().iter().map(|category| category.id.0).collect();
		assert_eq!(ids, [1, 2, 3, 4, 5], "in the order of the ids");
		let created = Category {
			id: NOWHERE,
			name: Name::try_new("ecosystem").unwrap(),
			source: Source::Genesis,
			share: percent(0),
			min_share: percent(0),
			max_share: percent(5),
			rules: RULES,
		};
		assert_eq!(Allocation::definitions()[2], created);
		assert_eq!((report(NOWHERE).cap, report(NOWHERE).available), (0, 0));
		assert_noop!(grant(NOWHERE, ALICE, 1, daily(1)), Error::<Test>::AboveCap);
	});
}

#[test]
fn there_is_room_for_eight_categories() {
	ExtBuilder::default().build_and_execute(|| {
		for id in 10..14 {
			assert_ok!(create(id, Source::Emission, 5));
		}
		assert_noop!(create(14, Source::Genesis, 5), Error::<Test>::TooManyCategories);
	});
}

#[test]
fn a_chain_without_allocation_gets_no_category() {
	ExtBuilder::default().categories(vec![]).build_and_execute(|| {
		assert_noop!(create(1, Source::Genesis, 5), Error::<Test>::SharesNotWhole);
	});
}

#[test]
fn new_shares_move_the_pots_by_exactly_the_difference() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 3 * PERCENT, daily(10));
		let (issuance, ed) = (Balances::total_issuance(), ExistentialDeposit::get());
		assert_ok!(put_shares(shares([16, 15, 19, 50])));
		assert_eq!(pot(TEAM), 13 * PERCENT + ed);
		assert_eq!(pot(INVESTORS), 15 * PERCENT + ed);
		assert_eq!(pot(COMMUNITY), 19 * PERCENT + ed);
		assert_eq!(pot(PROVIDERS), 0);
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!((report(TEAM).cap, report(TEAM).available), (16 * PERCENT, 13 * PERCENT));
		assert_eq!(report(TEAM).share, percent(16));

		// And back.
		assert_ok!(put_shares(shares([20, 20, 10, 50])));
		assert_eq!(pot(TEAM), 17 * PERCENT + ed);
		assert_eq!((pot(INVESTORS), pot(COMMUNITY)), (20 * PERCENT + ed, 10 * PERCENT + ed));
	});
}

#[test]
fn a_single_planck_can_move() {
	ExtBuilder::default().build_and_execute(|| {
		// Each of the 10^18 parts of the supply is 100 planck here.
		let mut moved = shares([20, 20, 10, 50]);
		let part = sp_runtime::Perquintill::from_parts(1);
		moved[0].1 = moved[0].1 - part;
		moved[2].1 = moved[2].1 + part;
		assert_ok!(put_shares(moved));
		let ed = ExistentialDeposit::get();
		assert_eq!(pot(TEAM), 20 * PERCENT + ed - 100);
		assert_eq!(pot(COMMUNITY), 10 * PERCENT + ed + 100);
	});
}

#[test]
fn shares_that_cannot_be_are_refused_each_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		let unchanged = shares([20, 20, 10, 50]);

		let mut one_missing = unchanged.clone();
		one_missing.pop();
		assert_noop!(put_shares(one_missing), Error::<Test>::WrongCategories);
		let mut wrong_order = unchanged.clone().into_inner();
		wrong_order.swap(0, 1);
		assert_noop!(put_shares(wrong_order.try_into().unwrap()), Error::<Test>::WrongCategories);
		let mut unknown = unchanged.clone();
		unknown[2].0 = NOWHERE;
		assert_noop!(put_shares(unknown), Error::<Test>::WrongCategories);
		let mut twice = unchanged.clone();
		twice[1].0 = TEAM;
		assert_noop!(put_shares(twice), Error::<Test>::WrongCategories);

		assert_noop!(put_shares(shares([14, 20, 16, 50])), Error::<Test>::ShareOutOfRange);
		assert_noop!(put_shares(shares([31, 9, 10, 50])), Error::<Test>::ShareOutOfRange);
		assert_noop!(put_shares(shares([20, 20, 9, 50])), Error::<Test>::SharesNotWhole);
		assert_noop!(put_shares(shares([20, 20, 11, 50])), Error::<Test>::SharesNotWhole);
		assert_noop!(put_shares(shares([20, 20, 9, 51])), Error::<Test>::SourcesNotKept);

		granted(INVESTORS, ALICE, 10 * PERCENT + 1, daily(10));
		assert_noop!(put_shares(shares([30, 10, 10, 50])), Error::<Test>::BelowGranted);
		assert_ok!(put_shares(shares([29, 11, 10, 50])));
	});
}

#[test]
fn what_was_returned_does_not_hold_a_share_up() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(TEAM, ALICE, 20 * PERCENT, daily(10));
		let smaller = shares([15, 25, 10, 50]);
		assert_noop!(put_shares(smaller.clone()), Error::<Test>::BelowGranted);
		pass(DAY);
		assert_ok!(Allocation::revoke(governor(), id));
		assert_ok!(put_shares(smaller));
		assert_eq!(pot(TEAM), 13 * PERCENT + ExistentialDeposit::get(), "two were paid");
	});
}

#[test]
fn a_new_category_gets_its_share_into_a_new_pot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(NOWHERE.0, Source::Genesis, 5));
		let with = |team: u64, new: u64| {
			let mut table = shares([team, 20, 10, 50]).into_inner();
			table.insert(2, (NOWHERE, percent(new)));
			ShareTable::try_from(table).unwrap()
		};
		assert_noop!(put_shares(with(14, 6)), Error::<Test>::ShareOutOfRange);
		assert_ok!(put_shares(with(15, 5)));
		assert_eq!(pot(NOWHERE), 5 * PERCENT);

		// The existential deposit stays in the pot until somebody sends it one.
		let ed = ExistentialDeposit::get();
		assert_eq!(report(NOWHERE).available, 5 * PERCENT - ed);
		assert_noop!(grant(NOWHERE, ALICE, 5 * PERCENT, daily(10)), TokenError::FundsUnavailable);
		fund_pot(NOWHERE, ed);
		assert_eq!(granted(NOWHERE, ALICE, 5 * PERCENT, daily(10)), GrantId(1));
		assert_eq!(pot(NOWHERE), ed);
	});
}

#[test]
fn a_new_pot_is_not_made_for_less_than_the_existential_deposit() {
	ExtBuilder::default().existential_deposit(101).build_and_execute(|| {
		assert_ok!(create(NOWHERE.0, Source::Genesis, 5));
		let mut table = shares([20, 20, 10, 50]).into_inner();
		let part = sp_runtime::Perquintill::from_parts(1);
		table[0].1 = table[0].1 - part;
		table.insert(2, (NOWHERE, part));
		assert_noop!(put_shares(table.try_into().unwrap()), Error::<Test>::NoAccount);
	});
}

#[test]
fn emitted_categories_share_among_themselves_without_moving_a_pot() {
	let mut table = categories();
	table[3].share = percent(30);
	table.push(Category { source: Source::Emission, ..category(6, 20) });
	ExtBuilder::default().categories(table).build_and_execute(|| {
		fund_pot(PROVIDERS, 1_000);
		let mut new = shares([20, 20, 10, 45]).into_inner();
		new.push((CategoryId(6), percent(5)));
		assert_ok!(put_shares(new.try_into().unwrap()));
		assert_eq!((report(PROVIDERS).cap, pot(PROVIDERS)), (45 * PERCENT, 1_000));
	});
}

#[test]
fn each_category_is_told_with_the_least_and_the_most_that_it_may_have() {
	let emitted = |id, share, [least, greatest]: [u64; 2]| Category {
		source: Source::Emission,
		min_share: percent(least),
		max_share: percent(greatest),
		..category(id, share)
	};
	let told = |id, [cap, least, greatest]: [u128; 3]| CategoryLimits {
		category: CategoryId(id),
		source: Source::Emission,
		cap: cap * PERCENT,
		least: least * PERCENT,
		greatest: greatest * PERCENT,
	};
	let mut table = categories();
	table[3] = emitted(PROVIDERS.0, 30, [25, 40]);
	table.push(emitted(6, 20, [7, 21]));
	ExtBuilder::default().categories(table).build_and_execute(|| {
		let second = told(6, [20, 7, 21]);
		let emitted = || {
			let mut all = Allocation::category_limits();
			all.retain(|one| one.source == Source::Emission);
			all
		};
		assert_eq!(Allocation::category_limits().len(), 5);
		assert_eq!(emitted(), [told(PROVIDERS.0, [30, 25, 40]), second]);
		assert_ok!(create(NOWHERE.0, Source::Emission, 5));
		let ids = [TEAM, INVESTORS, NOWHERE, COMMUNITY, PROVIDERS, CategoryId(6)];
		let new = ids.into_iter().zip([20, 20, 4, 10, 26, 20].map(percent));
		assert_ok!(put_shares(new.collect::<Vec<_>>().try_into().unwrap()));
		assert_eq!(
			emitted(),
			[told(NOWHERE.0, [4, 0, 5]), told(PROVIDERS.0, [26, 25, 40]), second]
		);
	});
}

#[test]
#[should_panic(expected = "MaximumSupply is not a multiple of 10^18 planck")]
fn a_runtime_whose_shares_would_be_rounded_does_not_pass_its_tests() {
	MaximumSupply::set(SUPPLY + 1);
	Allocation::integrity_test();
}

#[test]
fn a_category_is_created_with_its_unlock_rules() {
	ExtBuilder::default().build_and_execute(|| {
		let create = |rules: Rules| {
			put(Parameter::NewCategory(NewCategory {
				id: NOWHERE,
				name: Name::try_new("partners").unwrap(),
				source: Source::Genesis,
				max_share: percent(10),
				rules,
			}))
		};
		let mut unlock = UNLOCK;
		unlock.min_cliff = Months::literal::<25>();
		assert_noop!(create(Rules { unlock, ..RULES }), Error::<Test>::CliffBeyondTerm);
		assert_ok!(create(Rules { unlock: UNLOCK, ..RULES }));
		let refused = grant(NOWHERE, ALICE, 1, daily(1));
		assert_eq!(refused, Err(Error::<Test>::CliffTooShort.into()));
	});
}
