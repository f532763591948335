// SPDX-License-Identifier: Apache-2.0

//! Laws of accumulator and share pool, for any numbers that a chain could see.

use destra_economics::{
	accumulator::{Accumulator, Fine},
	shares::SharePool,
};
use primitive_types::{U256, U512};
use proptest::{collection::vec, prelude::*, test_runner::FileFailurePersistence};

/// A billion tokens of 18 decimals.
const SUPPLY: u128 = 1_000_000_000_000_000_000_000_000_000;

/// Any number up to `most`, with each length as likely as any other.
fn up_to(most: u128) -> impl Strategy<Value = u128> {
	(any::<u128>(), 0u32..128).prop_map(move |(bits, cut)| (bits >> cut) % (most + 1))
}

fn config() -> ProptestConfig {
	ProptestConfig {
		cases: 2_048,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"proptest-regressions/staking.txt",
		))),
		..ProptestConfig::default()
	}
}

fn fine(planck: u128) -> Fine {
	Fine::from_planck(planck).unwrap()
}

fn scale() -> U512 {
	U512::one() << Fine::SCALE_BITS
}

fn exact(amount: Fine) -> U512 {
	U512::from(amount.parts())
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn what_all_units_earn_and_what_is_carried_is_what_was_divided(
		amounts in vec((up_to(SUPPLY), up_to(400 * SUPPLY)), 1..20),
	) {
		let mut accumulator = Accumulator::default();
		let (mut earned, mut divided) = (U512::zero(), U512::zero());
		for (amount, units) in amounts {
			let units = units.max(1);
			let next = accumulator.accrue(fine(amount), units).unwrap();
			earned += exact(next.index().earned(accumulator.index(), units).unwrap());
			divided += U512::from(amount) * scale();
			prop_assert_eq!(earned + exact(next.carried()), divided);
			prop_assert!(next.carried().parts() < U256::from(units));
			accumulator = next;
		}
	}

	#[test]
	fn what_is_taken_and_what_is_left_are_the_whole_planck(
		amount in up_to(SUPPLY), wanted in up_to(2 * SUPPLY), part in 0u64..=1_000_000,
	) {
		let mut balance = fine(amount).portion(part.into(), 1_000_000).unwrap();
		let whole = balance.whole();
		let taken = balance.take(wanted);
		prop_assert_eq!(taken, wanted.min(whole));
		prop_assert_eq!(taken + balance.whole(), whole);
		prop_assert_eq!(balance.take_whole(), whole - taken);
		prop_assert_eq!(balance.take_whole(), 0);
	}

	#[test]
	fn payouts_are_short_by_less_than_a_planck_in_all(
		amounts in vec(up_to(SUPPLY), 1..20),
		mine in up_to(4 * SUPPLY), others in up_to(4 * SUPPLY),
	) {
		let (mine, units) = (mine.max(1), mine.max(1) + others);
		let mut accumulator = Accumulator::default();
		let (mut balance, mut paid, mut total) = (Fine::ZERO, 0u128, 0u128);
		for amount in amounts {
			let next = accumulator.accrue(fine(amount), units).unwrap();
			let gain = next.index().earned(accumulator.index(), mine).unwrap();
			balance = balance.checked_add(gain).unwrap();
			paid += balance.take_whole();
			total += amount;
			accumulator = next;
			// Less than a planck below the exact share, and above it by the tolerance at most.
			let share = U512::from(total) * U512::from(mine) * scale();
			let units = U512::from(units);
			prop_assert!(U512::from(paid + 1) * units * scale() > share);
			prop_assert!(U512::from(paid) * units * scale() <= share + (units << Fine::TOLERANCE_BITS));
			prop_assert_eq!(balance.whole(), 0);
		}
	}

	#[test]
	fn nothing_accrues_to_nobody(amount in up_to(SUPPLY)) {
		prop_assert_eq!(Accumulator::default().accrue(fine(amount), 0), None);
	}

	#[test]
	fn the_fine_scale_holds_every_balance(amount in up_to(4 * SUPPLY)) {
		let all = fine(amount);
		prop_assert_eq!(all.whole(), amount);
		let mut rest = all.portion(2, 3).unwrap();
		let whole = rest.take_whole();
		prop_assert_eq!(whole, amount * 2 / 3);
		prop_assert!(exact(rest) < scale());
		prop_assert!(fine(whole).checked_add(rest) == all.portion(2, 3));
		prop_assert_eq!(Fine::from_planck(amount | 1 << 106), None);
	}

	#[test]
	fn portions_of_a_whole_do_not_exceed_it(
		amount in up_to(SUPPLY), part in any::<u128>(), whole in any::<u128>(),
	) {
		let (whole, part) = (whole.max(1), part.min(whole.max(1)));
		let all = fine(amount);
		let (a, b) = (all.portion(part, whole).unwrap(), all.portion(whole - part, whole).unwrap());
		let sum = a.checked_add(b).unwrap();
		prop_assert!(sum <= all && all.checked_sub(sum).unwrap().parts() <= U256::one());
		prop_assert_eq!(all.portion(1, 0), None);
	}

	#[test]
	fn without_a_loss_a_share_is_a_planck(joins in vec(up_to(SUPPLY), 1..10)) {
		let mut pool = SharePool::default();
		for amount in joins.into_iter().map(|amount| amount.max(1)) {
			let (next, shares) = pool.join(amount).unwrap();
			prop_assert_eq!((shares, next.value(shares)), (amount, amount));
			pool = next;
		}
		prop_assert_eq!(pool.amount(), pool.shares());
	}

	#[test]
	fn a_loss_meets_every_member_in_proportion(
		a in up_to(SUPPLY), b in up_to(SUPPLY), part in 0..=1_000_000_000u128,
	) {
		let (a, b) = (a.max(1), b.max(1));
		let (pool, mine) = SharePool::default().join(a).unwrap();
		let (pool, theirs) = pool.join(b).unwrap();
		let (after, loss) = pool.lose(part, 1_000_000_000).unwrap();
		prop_assert_eq!(after.amount() + loss, a + b);
		for (amount, shares) in [(a, mine), (b, theirs)] {
			let exact = U512::from(amount) * U512::from(1_000_000_000 - part)
				/ U512::from(1_000_000_000u64);
			let value = U512::from(after.value(shares));
			// The pool rounds its loss down by less than a planck, the member its value too.
			prop_assert!(exact <= value && value <= exact + 1);
		}
		prop_assert!(part == 1_000_000_000 || !after.is_wiped_out());
	}

	#[test]
	fn coming_and_going_never_takes_from_those_who_stay(
		stays in up_to(SUPPLY), part in 0..999_999_999u128, visits in vec(up_to(SUPPLY), 1..8),
	) {
		let (pool, shares) = SharePool::default().join(stays.max(1)).unwrap();
		let (mut pool, _) = pool.lose(part, 1_000_000_000).unwrap();
		let mut worth = pool.value(shares);
		for amount in visits {
			let Some((joined, visitor)) = pool.join(amount) else { continue };
			prop_assert!(joined.value(shares) >= worth);
			prop_assert!(joined.value(visitor) <= amount);
			let (left, taken) = joined.leave(visitor).unwrap();
			prop_assert!(taken <= amount && left.value(shares) >= worth);
			worth = left.value(shares);
			pool = left;
		}
		let (empty, taken) = pool.leave(shares).unwrap();
		prop_assert_eq!((empty, taken), (SharePool::default(), pool.amount()));
	}

	#[test]
	fn shares_worth_an_amount_are_the_fewest(
		stake in up_to(SUPPLY), part in 0..999_999_999u128, wanted in up_to(SUPPLY),
	) {
		let (pool, shares) = SharePool::default().join(stake.max(1)).unwrap();
		let (pool, _) = pool.lose(part, 1_000_000_000).unwrap();
		let needed = pool.shares_worth(wanted);
		prop_assert!(needed <= shares);
		prop_assert!(pool.value(needed) >= wanted.min(pool.amount()));
		prop_assert!(needed == 0 || pool.value(needed - 1) < wanted);
	}

	#[test]
	fn a_wiped_out_pool_takes_nobody_in(stake in up_to(SUPPLY)) {
		let (pool, shares) = SharePool::default().join(stake.max(1)).unwrap();
		let (pool, loss) = pool.lose(1, 1).unwrap();
		prop_assert_eq!(loss, stake.max(1));
		prop_assert!(pool.is_wiped_out() && pool.join(1).is_none());
		prop_assert_eq!(pool.value(shares), 0);
		prop_assert_eq!(pool.leave(shares), Some((SharePool::default(), 0)));
		prop_assert_eq!(pool.leave(shares + 1), None);
	}
}
