// SPDX-License-Identifier: Apache-2.0

//! Earned rewards: laws over any history of rewards, claims and slashes.

use destra_economics::reward_vesting::{Bucket, InvalidTerms, RewardBook, RewardError, Terms};
use primitive_types::U256;
use proptest::{prelude::*, test_runner::FileFailurePersistence};
use std::collections::BTreeMap;

const DAY: u64 = 86_400_000;
const DSYNC: u128 = 1_000_000_000_000_000_000;
const HALF_A_YEAR: Terms = Terms { quantum: DAY, duration: 180 * DAY };

#[derive(Clone, Copy, Debug)]
enum Action {
	Add(u128),
	Claim,
	Slash(u128),
}

/// What happens, each with the time since the one before.
type History = Vec<(u64, Action)>;

/// What a history did so far.
#[derive(Default)]
struct Totals {
	added: u128,
	claimed: u128,
	slashed: u128,
}

impl Totals {
	fn apply(&mut self, book: &mut RewardBook, now: u64, action: Action) {
		match action {
			Action::Add(amount) => {
				book.add(now, amount).unwrap();
				self.added += amount;
			}
			Action::Claim => self.claimed += book.claim(now),
			Action::Slash(amount) => self.slashed += book.slash_unvested(now, amount),
		}
	}
}

/// An amount of any length of which a hundred fit `u128`.
fn amount() -> impl Strategy<Value = u128> {
	(any::<u128>(), 7u32..128).prop_map(|(bits, cut)| bits >> cut)
}

fn terms() -> impl Strategy<Value = Terms> {
	let any = (1u64..=1_000, 1u64..=20)
		.prop_map(|(quantum, quanta)| Terms { quantum, duration: quantum * quanta });
	prop_oneof![4 => any, 1 => Just(HALF_A_YEAR)]
}

fn action() -> impl Strategy<Value = Action> {
	prop_oneof![
		3 => amount().prop_map(Action::Add),
		2 => Just(Action::Claim),
		1 => amount().prop_map(Action::Slash),
	]
}

/// Steps within a quantum, of some quanta, and beyond the duration.
fn step(terms: Terms) -> impl Strategy<Value = u64> {
	prop_oneof![
		2 => 0..=terms.quantum,
		2 => 0..=terms.quantum * 4,
		1 => 0..=terms.duration * 2,
	]
}

fn history() -> impl Strategy<Value = (Terms, History)> {
	terms()
		.prop_flat_map(|terms| (Just(terms), prop::collection::vec((step(terms), action()), 1..60)))
}

/// A book in the middle of its life, and the time.
fn living_book() -> impl Strategy<Value = (RewardBook, u64)> {
	history().prop_map(|(terms, history)| {
		let (mut book, mut now) = (RewardBook::new(terms), 0);
		for (step, action) in history {
			now += step;
			Totals::default().apply(&mut book, now, action);
		}
		(book, now)
	})
}

fn unvested_by_bucket(book: &RewardBook, now: u64) -> BTreeMap<u32, u128> {
	let Terms { quantum, duration } = book.terms;
	let unvested = |bucket: &Bucket| {
		let start = (u64::from(bucket.index) + 1) * quantum;
		let elapsed = now.saturating_sub(start).min(duration);
		let vested = U256::from(bucket.amount) * U256::from(elapsed) / U256::from(duration);
		(bucket.index, bucket.amount - vested.as_u128())
	};
	book.buckets.iter().map(unvested).filter(|(_, unvested)| *unvested > 0).collect()
}

fn config() -> ProptestConfig {
	ProptestConfig {
		cases: 2_048,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"proptest-regressions/reward_vesting.txt",
		))),
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn no_planck_is_lost_or_made_at_any_instant((terms, history) in history()) {
		let (mut book, mut now, mut totals) = (RewardBook::new(terms), 0, Totals::default());
		for (step, action) in history {
			now += step;
			totals.apply(&mut book, now, action);
			prop_assert_eq!(totals.added, totals.claimed + totals.slashed + book.outstanding());
			prop_assert_eq!(book.outstanding(), book.claimable(now) + book.unvested(now));
			let vested = totals.claimed + book.claimable(now);
			prop_assert!(vested <= totals.added - totals.slashed);
			prop_assert_eq!(book.is_empty(), book.outstanding() == 0);
		}
	}

	#[test]
	fn all_is_paid_a_quantum_and_the_duration_after_the_last_reward((terms, history) in history()) {
		let (mut book, mut now, mut totals) = (RewardBook::new(terms), 0, Totals::default());
		for (step, action) in history {
			now += step;
			totals.apply(&mut book, now, action);
		}
		totals.claimed += book.claim(now + terms.quantum + terms.duration);
		prop_assert_eq!(totals.claimed, totals.added - totals.slashed);
		prop_assert_eq!(book, RewardBook::new(terms));
	}

	/// At every instant, whatever was claimed before.
	#[test]
	fn claims_do_not_change_what_vests((terms, history) in history()) {
		let (mut often, mut never) = (RewardBook::new(terms), RewardBook::new(terms));
		let (mut now, mut totals, mut unclaimed) = (0, Totals::default(), Totals::default());
		for (step, action) in history {
			now += step;
			totals.apply(&mut often, now, action);
			if !matches!(action, Action::Claim) {
				unclaimed.apply(&mut never, now, action);
			}
			prop_assert_eq!(totals.slashed, unclaimed.slashed);
			prop_assert_eq!(totals.claimed + often.claimable(now), never.claimable(now));
			prop_assert_eq!(often.unvested(now), never.unvested(now));
		}
	}

	#[test]
	fn the_number_of_buckets_is_bounded((terms, history) in history()) {
		let (mut book, mut now) = (RewardBook::new(terms), 0);
		prop_assert_eq!(u64::from(terms.max_buckets()), terms.duration / terms.quantum + 1);
		for (step, action) in history {
			now += step;
			Totals::default().apply(&mut book, now, action);
			prop_assert!(book.buckets.len() <= terms.max_buckets() as usize);
			prop_assert!(book.buckets.is_sorted_by(|a, b| a.index < b.index));
			prop_assert!(book.buckets.iter().all(|bucket| bucket.amount > 0));
		}
	}

	/// Compared with rewards that each vest by themselves, from when they were earned.
	#[test]
	fn nothing_vests_early_nor_more_than_a_quantum_late(
		terms in terms(),
		rewards in prop::collection::vec((any::<prop::sample::Index>(), amount()), 1..60),
		after in any::<prop::sample::Index>(),
	) {
		let mut book = RewardBook::new(terms);
		let mut rewards: Vec<_> = rewards
			.into_iter()
			.map(|(at, amount)| (at.index(2 * terms.duration as usize) as u64, amount))
			.collect();
		rewards.sort_unstable();
		for (at, amount) in &rewards {
			book.add(*at, *amount).unwrap();
		}
		let last = rewards.last().map_or(0, |(at, _)| *at);
		let now = last + after.index((terms.duration + 2 * terms.quantum) as usize) as u64;
		let vested = book.claimable(now);

		let duration = U256::from(terms.duration);
		let elapsed = |since: u64, at: u64| U256::from(at.saturating_sub(since).min(terms.duration));
		let (mut most, mut least, mut buckets) = (U256::zero(), 0, BTreeMap::<u64, u128>::new());
		for (at, amount) in rewards {
			most += U256::from(amount) * elapsed(at, now);
			let late = elapsed(at, now.saturating_sub(terms.quantum));
			least += (U256::from(amount) * late / duration).as_u128();
			*buckets.entry(at / terms.quantum).or_default() += amount;
		}
		prop_assert!(U256::from(vested) * duration <= most);
		prop_assert!(vested >= least);
		let exact: u128 = buckets
			.into_iter()
			.map(|(index, sum)| {
				let start = (index + 1) * terms.quantum;
				(U256::from(sum) * elapsed(start, now) / duration).as_u128()
			})
			.sum();
		prop_assert_eq!(vested, exact);
	}

	#[test]
	fn how_often_rewards_came_leaves_no_trace(
		terms in terms(),
		quanta in prop::collection::vec((0u64..6, prop::collection::vec(amount(), 1..20)), 1..5),
	) {
		let (mut often, mut once, mut quantum) = (RewardBook::new(terms), RewardBook::new(terms), 0);
		for (step, amounts) in quanta {
			quantum += step;
			let start = quantum * terms.quantum;
			for (nth, amount) in amounts.iter().enumerate() {
				often.add(start + (nth as u64 % terms.quantum), *amount).unwrap();
			}
			once.add(start, amounts.iter().sum()).unwrap();
			prop_assert_eq!(&often, &once);
		}
	}

	#[test]
	fn a_slash_takes_unvested_planck_only((book, now) in living_book(), amount in amount()) {
		let mut slashed = book.clone();
		let taken = slashed.slash_unvested(now, amount);
		prop_assert_eq!(taken, amount.min(book.unvested(now)));
		prop_assert_eq!(slashed.claimable(now), book.claimable(now));
		prop_assert_eq!(slashed.unvested(now), book.unvested(now) - taken);
	}

	#[test]
	fn a_slash_takes_from_the_youngest_bucket_first((book, now) in living_book(), amount in amount()) {
		let mut slashed = book.clone();
		let mut due = slashed.slash_unvested(now, amount);
		let mut expected = unvested_by_bucket(&book, now);
		for unvested in expected.values_mut().rev() {
			let taken = due.min(*unvested);
			*unvested -= taken;
			due -= taken;
		}
		expected.retain(|_, unvested| *unvested > 0);
		prop_assert_eq!(unvested_by_bucket(&slashed, now), expected);
	}

	/// To the same end, and at every instant in proportion to what the slash left: one planck of
	/// rounding more or less for each bucket it touched.
	#[test]
	fn what_a_slash_leaves_of_a_bucket_goes_on_vesting(
		terms in terms(), reward in amount(), slash in amount(), at in any::<prop::sample::Index>(),
		then in any::<prop::sample::Index>(),
	) {
		let mut book = RewardBook::new(terms);
		book.add(0, reward).unwrap();
		let (start, end) = (terms.quantum, terms.quantum + terms.duration);
		let now = at.index(end as usize) as u64;
		let vested = book.claimable(now);
		book.slash_unvested(now, slash);
		let kept = book.unvested(now);

		let then = now + then.index((end - now) as usize + 1) as u64;
		let gone = U256::from(then.max(start) - now.max(start));
		let share = (U256::from(kept) * gone / U256::from(end - now.max(start))).as_u128();
		let grown = book.claimable(then) - vested;
		prop_assert!(grown.abs_diff(share) <= 1, "{grown} rather than {share}");
		prop_assert_eq!(book.claimable(end), vested + kept);
	}

	#[test]
	fn books_that_merge_vest_what_they_did_apart(
		terms in terms(),
		steps in prop::collection::vec((0u64..4, any::<bool>(), action()), 1..60),
		after in any::<prop::sample::Index>(),
	) {
		let mut books = [RewardBook::new(terms), RewardBook::new(terms)];
		let mut now = 0;
		for (quarters, second, action) in steps {
			now += quarters * terms.quantum / 4;
			Totals::default().apply(&mut books[usize::from(second)], now, action);
		}
		let [one, other] = books;
		let mut both = one.clone();
		both.absorb(now, other.clone()).unwrap();

		prop_assert_eq!(both.outstanding(), one.outstanding() + other.outstanding());
		prop_assert!(both.buckets.len() <= terms.max_buckets() as usize);
		prop_assert!(both.buckets.is_sorted_by(|a, b| a.index < b.index));
		let shared = one.buckets.iter().filter(|a| other.buckets.iter().any(|b| a.index == b.index));
		let shared = shared.count() as u128;
		let end = now + terms.quantum + terms.duration;
		for now in [now, now + after.index((end - now) as usize) as u64] {
			let apart = one.claimable(now) + other.claimable(now);
			prop_assert!((apart..=apart + shared).contains(&both.claimable(now)));
		}
		prop_assert_eq!(both.claim(end), one.outstanding() + other.outstanding());
		prop_assert!(both.is_empty());
	}

	/// A clock that runs backwards may delay rewards, but neither makes nor loses a planck.
	#[test]
	fn time_that_runs_backwards_costs_nothing(
		terms in terms(),
		history in prop::collection::vec((any::<prop::sample::Index>(), action()), 1..60),
	) {
		let (mut book, mut totals) = (RewardBook::new(terms), Totals::default());
		let mut latest = 0;
		for (at, action) in history {
			let now = at.index(3 * terms.duration as usize) as u64;
			latest = latest.max(now);
			totals.apply(&mut book, now, action);
			prop_assert_eq!(totals.added, totals.claimed + totals.slashed + book.outstanding());
			prop_assert!(book.buckets.len() <= terms.max_buckets() as usize);
		}
		totals.claimed += book.claim(latest + terms.quantum + terms.duration);
		prop_assert_eq!(totals.claimed, totals.added - totals.slashed);
		prop_assert!(book.is_empty());
	}

	/// Terms and books that no operation leaves behind.
	#[test]
	fn nothing_panics(
		terms in (any::<u64>(), 0u32..64, any::<u64>(), 0u32..64),
		buckets in prop::collection::vec((any::<u32>(), any::<u128>()), 0..6),
		matured in any::<u128>(),
		claimed in any::<u128>(),
		history in prop::collection::vec((any::<u64>(), any::<u128>(), 0u8..4), 1..10),
	) {
		let terms = Terms { quantum: terms.0 >> terms.1, duration: terms.2 >> terms.3 };
		let buckets = buckets.into_iter().map(Bucket::from).collect();
		let mut book = RewardBook { terms, buckets, matured, claimed };
		for (now, amount, action) in history {
			match action {
				0 => drop(book.add(now, amount)),
				1 => drop(book.absorb(now, book.clone())),
				2 => drop(book.claim(now)),
				_ => prop_assert!(book.slash_unvested(now, amount) <= amount),
			}
			prop_assert!(book.unvested(now) <= book.outstanding());
		}
	}
}

#[test]
fn terms_are_a_multiple_of_a_quantum() {
	assert_eq!(HALF_A_YEAR.validate(), Ok(()));
	assert_eq!(HALF_A_YEAR.max_buckets(), 181);
	for (quantum, duration) in [(0, 0), (0, 1), (1, 0), (2, 3), (3, 2)] {
		assert_eq!(Terms { quantum, duration }.validate(), Err(InvalidTerms));
	}
	assert_eq!(Terms { quantum: 1, duration: u64::MAX }.max_buckets(), u32::MAX);
	assert!(!InvalidTerms.to_string().is_empty());
}

/// A reward a day for two years, as the pallet will have it: 181 buckets, the bound.
#[test]
fn a_reward_every_day_fills_the_book_to_its_bound() {
	let mut book = RewardBook::new(HALF_A_YEAR);
	let mut most = 0;
	for day in 0..730 {
		book.add(day * DAY + 1, 180 * DSYNC).unwrap();
		most = most.max(book.buckets.len());
	}
	assert_eq!(most, 181);
	// Of day d, 729 − d − 1 days have vested: all of days 0 to 548, and 179 + 178 + … + 1 of the rest.
	assert_eq!(book.claim(729 * DAY), (549 * 180 + 179 * 180 / 2) * DSYNC);
	assert_eq!(book.unvested(729 * DAY), (181 * 180 - 179 * 180 / 2) * DSYNC);
}

/// 100 planck over ten quanta, slashed half-way, by hand.
#[test]
fn a_slash_by_hand() {
	let mut book = RewardBook::new(Terms { quantum: 10, duration: 100 });
	book.add(0, 100).unwrap();
	book.add(50, 100).unwrap();
	assert_eq!(book.claim(60), 50);
	// Nothing of the younger bucket has vested: it goes first, all of it.
	assert_eq!(book.slash_unvested(60, 120), 120);
	// Of the older one 30 of 50 are left, as if of 60, of which 30 had vested; 20 more were claimed.
	assert_eq!(book.buckets, [Bucket { index: 0, amount: 60 }]);
	assert_eq!((book.matured, book.claimed), (0, 30));
	assert_eq!((book.claimable(60), book.unvested(60)), (0, 30));
	assert_eq!(book.claim(85), 15);
	assert_eq!(book.claim(110), 15);
	assert_eq!(book.slash_unvested(110, 1), 0);
	assert!(book.is_empty());
}

#[test]
fn a_reward_that_does_not_fit_leaves_the_book_alone() {
	let mut book = RewardBook::new(HALF_A_YEAR);
	book.add(0, u128::MAX).unwrap();
	let before = book.clone();
	assert_eq!(book.add(DAY, 1), Err(RewardError::Overflow));
	assert_eq!(book.add(u64::MAX, 0), Err(RewardError::BeyondTerms));
	assert_eq!(book, before);
	let mut other = RewardBook::new(HALF_A_YEAR);
	other.add(DAY, 1).unwrap();
	assert_eq!(book.absorb(DAY, other), Err(RewardError::Overflow));
	assert_eq!(book, before);
	assert_eq!(book.claim(181 * DAY), u128::MAX);

	let mut timeless = RewardBook::new(Terms { quantum: 0, duration: DAY });
	assert_eq!(timeless.add(0, 1), Err(RewardError::BeyondTerms));
	for error in [RewardError::Overflow, RewardError::BeyondTerms] {
		assert!(!error.to_string().is_empty());
	}
}

/// The last quantum that a number of 32 bits has.
#[test]
fn the_last_quantum() {
	let terms = Terms { quantum: 1, duration: 2 };
	let last = u64::from(u32::MAX);
	let mut book = RewardBook::new(terms);
	book.add(last, 2).unwrap();
	assert_eq!(book.add(last + 1, 2), Err(RewardError::BeyondTerms));
	assert_eq!((book.claim(last + 2), book.claim(last + 3)), (1, 1));
}

#[test]
fn a_bucket_is_stored_as_a_pair() {
	let bucket = Bucket { index: 7, amount: 9 };
	assert_eq!(<(u32, u128)>::from(bucket), (7, 9));
	assert_eq!(Bucket::from((7, 9)), bucket);
}
