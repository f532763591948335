// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API answer.

use crate::{
	types::{Book, Category, Grant, Source},
	AccountIdOf, Categories, CategoryBooks, Config, Grants, Pallet, Successors, TotalRewards,
};
use alloc::{vec, vec::Vec};
use destra_economics::vesting;
use destra_primitives::{
	apis::{CalendarPage, CategoryReport, GrantReport, RewardReport, SuccessionReport},
	time::Moment,
	Balance, CategoryId,
};
use frame_support::traits::{fungible::Inspect, Get, Time};

/// The most months of a calendar.
const MAX_CALENDAR_MONTHS: u32 = 120;
/// The most beneficiaries of a page of a calendar.
const MAX_CALENDAR_PAGE: u32 = 1_000;

// Categories.
impl<T: Config> Pallet<T> {
	pub(crate) fn report_categories() -> Vec<CategoryReport> {
		let books = CategoryBooks::<T>::get();
		Categories::<T>::get().iter().zip(&books).map(|(c, book)| Self::describe(c, book)).collect()
	}

	fn describe(category: &Category, book: &Book) -> CategoryReport {
		let cap = category.cap(T::MaximumSupply::get());
		CategoryReport {
			category: category.id,
			name: category.name.as_bytes().to_vec(),
			share: category.share,
			cap,
			granted: book.granted(),
			released: book.released(),
			returned: book.returned(),
			burned: book.burned(),
			outstanding: book.outstanding(),
			available: book.left_below(cap).min(Self::spendable(category.id)),
			surplus: Self::surplus(category, book),
			pot: T::Currency::balance(&Self::pot_account(category.id)),
			paused: book.is_paused(),
		}
	}

	pub(crate) fn report_not_circulating() -> Balance {
		let pots = Categories::<T>::get()
			.iter()
			.filter(|category| category.source == Source::Genesis)
			.map(|category| T::Currency::balance(&Self::pot_account(category.id)))
			.fold(0, Balance::saturating_add);
		let granted = CategoryBooks::<T>::get()
			.iter()
			.map(Book::outstanding)
			.fold(0, Balance::saturating_add);
		pots.saturating_add(granted).saturating_add(TotalRewards::<T>::get())
	}
}

// Beneficiaries.
impl<T: Config> Pallet<T> {
	pub(crate) fn report_grants(who: &T::AccountId) -> Vec<GrantReport> {
		let now = T::Time::now();
		let books = CategoryBooks::<T>::get();
		let paused = |id| books.iter().any(|book| book.category() == id && book.is_paused());
		let report = |grant: Grant<AccountIdOf<T>>| GrantReport {
			grant: grant.id(),
			category: grant.category(),
			schedule: grant.schedule(),
			amount: grant.amount(),
			released: grant.released(),
			releasable: if paused(grant.category()) { 0 } else { grant.due(now) },
			next_unlock: grant.next_unlock(now),
			ends_at: grant.ends_at(),
		};
		Grants::<T>::get(who).into_iter().map(report).collect()
	}

	pub(crate) fn report_releasable(who: &T::AccountId) -> Balance {
		let reports = Self::report_grants(who);
		reports.iter().map(|grant| grant.releasable).fold(0, Balance::saturating_add)
	}

	pub(crate) fn report_next_unlock(who: &T::AccountId) -> Option<(Moment, Balance)> {
		let unlocks = || Self::report_grants(who).into_iter().filter_map(|grant| grant.next_unlock);
		let first = unlocks().map(|(at, _)| at).min()?;
		let amount = unlocks()
			.filter(|(at, _)| *at == first)
			.map(|(_, amount)| amount)
			.fold(0, Balance::saturating_add);
		Some((first, amount))
	}

	pub(crate) fn report_succession(
		who: &T::AccountId,
	) -> Option<SuccessionReport<AccountIdOf<T>>> {
		let succession = Successors::<T>::get(who)?;
		let window = succession.window(T::Time::now());
		Some(SuccessionReport {
			successor: succession.successor().clone(),
			window: window.map(|window| (window.opens, window.closes)),
		})
	}

	pub(crate) fn report_rewards(who: &T::AccountId) -> RewardReport {
		let (book, now) = (Self::book(who), T::Time::now());
		RewardReport {
			held: book.outstanding(),
			claimable: book.claimable(now),
			unvested: book.unvested(now),
		}
	}
}

// The calendar.
impl<T: Config> Pallet<T> {
	pub(crate) fn report_calendar(
		category: CategoryId,
		from: Moment,
		months: u32,
		after: Option<T::AccountId>,
		limit: u32,
	) -> CalendarPage<T::AccountId> {
		// One more than there are months: each is bounded by the start of the next.
		let starts: Vec<Moment> = vesting::months_from(from)
			.take(wide(months.min(MAX_CALENDAR_MONTHS)).saturating_add(1))
			.collect();
		let limit = wide(limit.clamp(1, MAX_CALENDAR_PAGE));
		let mut unlocked = vec![0; starts.len().saturating_sub(1)];
		let mut beneficiaries = match &after {
			Some(last) => Grants::<T>::iter_from_key(last),
			None => Grants::<T>::iter(),
		};
		let mut last = None;
		for (who, grants) in beneficiaries.by_ref().take(limit) {
			for grant in grants.iter().filter(|grant| grant.category() == category) {
				add_unlocks(&mut unlocked, &starts, grant);
			}
			last = Some(who);
		}
		let next = beneficiaries.next().and(last);
		CalendarPage { months: starts.into_iter().zip(unlocked).collect(), next }
	}
}

/// Adds what unlocks of `grant` in each month, from its start to just before that of the next.
fn add_unlocks<AccountId>(unlocked: &mut [Balance], starts: &[Moment], grant: &Grant<AccountId>) {
	for (sum, month) in unlocked.iter_mut().zip(starts.windows(2)) {
		let [start, next] = month else { continue };
		let vested = |before: Moment| grant.vested(before.saturating_sub(1));
		*sum = sum.saturating_add(vested(*next).saturating_sub(vested(*start)));
	}
}

fn wide(number: u32) -> usize {
	usize::try_from(number).unwrap_or(usize::MAX)
}
