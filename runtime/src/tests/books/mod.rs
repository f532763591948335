// SPDX-License-Identifier: Apache-2.0

//! The books of somebody who sees nothing but events: what every account has, free and held, and what is issued.
//! `docs/events.md` has the rule for people, and for the journeys, which read it there.

mod events;
mod rule;
mod table;

use crate::{AccountId, Balance, Balances, Runtime, RuntimeEvent, System};
use rule::{entry, Entry};
use std::collections::BTreeMap;
pub use table::token_events;

/// What an account has, in planck.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Holding {
	pub free: i128,
	pub held: i128,
}

/// What everybody has. An account without anything is not in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Books {
	accounts: BTreeMap<AccountId, Holding>,
	issuance: i128,
}

/// An amount of the token, of which there are never 2¹²⁷ planck.
fn planck(amount: Balance) -> i128 {
	amount.try_into().expect("less than the maximum supply")
}

impl Books {
	/// What the state says.
	pub fn of_state() -> Self {
		let accounts = frame_system::Account::<Runtime>::iter()
			.map(|(who, account)| {
				let (free, held) = (planck(account.data.free), planck(account.data.reserved));
				(who, Holding { free, held })
			})
			.filter(|(_, holding)| *holding != Holding::default())
			.collect();
		Self { accounts, issuance: planck(Balances::total_issuance()) }
	}

	/// Enters what the events of a block say.
	pub fn enter(&mut self, events: impl IntoIterator<Item = RuntimeEvent>) {
		for event in events {
			let Entry { changes, issuance } =
				entry(&event).unwrap_or_else(|unclear| panic!("{unclear:?}: {event:?}"));
			for (who, change) in changes {
				let holding = self.accounts.entry(who.clone()).or_default();
				holding.free += change.free;
				holding.held += change.held;
				if *holding == Holding::default() {
					self.accounts.remove(&who);
				}
			}
			self.issuance += issuance;
		}
	}

	/// Enters the events of the present block; panics with the accounts of which the state says something else then.
	pub fn follow_block(&mut self) {
		self.enter(System::read_events_no_consensus().map(|record| record.event));
		let state = Self::of_state();
		let differ: Vec<_> = state
			.accounts
			.keys()
			.chain(self.accounts.keys())
			.map(|who| (who, self.accounts.get(who), state.accounts.get(who)))
			.filter(|(_, told, has)| told != has)
			.collect();
		let block = System::block_number();
		assert!(differ.is_empty(), "block {block}: account, by events, in the state: {differ:#?}");
		assert_eq!(self.issuance, state.issuance, "the issuance after block {block}");
	}
}

/// Runs `act` as the whole of a block, and checks that its events tell all of it.
pub fn adds_up<R>(act: impl FnOnce() -> R) -> R {
	let mut books = Books::of_state();
	System::reset_events();
	let result = act();
	books.follow_block();
	result
}
