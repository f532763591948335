// SPDX-License-Identifier: Apache-2.0

//! What each event does to the balances. Those of the token say all; no event of another pallet is needed.

use super::{planck, Holding};
use crate::{AccountId, Balance, Runtime, RuntimeEvent};
use frame_support::traits::tokens::BalanceStatus;

/// What an event does.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Entry {
	/// By how much the free and the held balance of accounts grow.
	pub changes: Vec<(AccountId, Holding)>,
	/// By how much the issuance grows.
	pub issuance: i128,
}

impl Entry {
	/// `amount` more in the free balance.
	fn free(mut self, who: &AccountId, amount: i128) -> Self {
		self.changes.push((who.clone(), Holding { free: amount, held: 0 }));
		self
	}

	/// `amount` more on hold.
	fn held(mut self, who: &AccountId, amount: i128) -> Self {
		self.changes.push((who.clone(), Holding { free: 0, held: amount }));
		self
	}

	/// `amount` from the free balance onto hold.
	fn onto_hold(mut self, who: &AccountId, amount: i128) -> Self {
		self.changes.push((who.clone(), Holding { free: -amount, held: amount }));
		self
	}

	/// `amount` more in existence.
	fn issued(mut self, amount: i128) -> Self {
		self.issuance += amount;
		self
	}
}

/// An event that does not say what it does, or to which part of the balance.
#[derive(PartialEq, Eq, Debug)]
pub struct Unclear;

/// What `event` does. Of the events of the token each is named: one that a later release brings does not compile.
pub fn entry(event: &RuntimeEvent) -> Result<Entry, Unclear> {
	match event {
		RuntimeEvent::Balances(event) => of_token(event),
		_ => Ok(Entry::default()),
	}
}

fn of_token(event: &pallet_balances::Event<Runtime>) -> Result<Entry, Unclear> {
	use pallet_balances::Event::*;
	let plus = |amount: &Balance| planck(*amount);
	let minus = |amount: &Balance| -planck(*amount);
	let none = Entry::default();
	Ok(match event {
		Transfer { from, to, amount } => none.free(from, minus(amount)).free(to, plus(amount)),
		Deposit { who, amount } => none.free(who, plus(amount)),
		Withdraw { who, amount } | DustLost { account: who, amount } => {
			none.free(who, minus(amount))
		}
		Minted { who, amount } | Restored { who, amount } => {
			none.free(who, plus(amount)).issued(plus(amount))
		}
		Burned { who, amount } | Suspended { who, amount } => {
			none.free(who, minus(amount)).issued(minus(amount))
		}
		Held { who, amount, .. } | Reserved { who, amount } => none.onto_hold(who, plus(amount)),
		Released { who, amount, .. } | Unreserved { who, amount } => {
			none.onto_hold(who, minus(amount))
		}
		BurnedHeld { who, amount, .. } => none.held(who, minus(amount)).issued(minus(amount)),
		TransferAndHold { source, dest, transferred, .. } => {
			none.free(source, minus(transferred)).held(dest, plus(transferred))
		}
		// No pallet of this chain ends such a transfer in a free balance.
		TransferOnHold { source, dest, amount, .. } => {
			none.held(source, minus(amount)).held(dest, plus(amount))
		}
		ReserveRepatriated { from, to, amount, destination_status } => {
			let taken = none.held(from, minus(amount));
			match destination_status {
				BalanceStatus::Free => taken.free(to, plus(amount)),
				BalanceStatus::Reserved => taken.held(to, plus(amount)),
			}
		}
		Issued { amount } | MintedCredit { amount } => none.issued(plus(amount)),
		Rescinded { amount } | BurnedDebt { amount } => none.issued(minus(amount)),
		// What the account was created with is told by the event of whoever paid it.
		Endowed { .. }
		| Upgraded { .. }
		| Locked { .. }
		| Unlocked { .. }
		| Frozen { .. }
		| Thawed { .. } => none,
		// The filter refuses the calls that set a balance or the issuance; nothing else does, and nothing slashes
		// but what is on hold.
		BalanceSet { .. } | Slashed { .. } | TotalIssuanceForced { .. } | Unexpected(_) => {
			return Err(Unclear)
		}
		__Ignore(_, never) => match *never {},
	})
}
