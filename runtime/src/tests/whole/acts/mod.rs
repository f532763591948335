// SPDX-License-Identifier: Apache-2.0

//! What people do: the kinds of acts, and how somebody finds one that makes sense in the present state.

mod accounts;
mod allocation;
mod governance;
mod griefer;
mod money;
mod oracle;
mod payments;
mod staking;

use super::{cast::Cast, dice::Dice};
use crate::{AccountId, Balance, Balances, RuntimeCall, RuntimeEvent};
use std::collections::BTreeMap;

/// What is to become of acts of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
	/// They take effect, unless something has changed in between.
	Effect,
	/// They never do: the pool refuses them, or they fail.
	Failure,
}

/// What is wrong with how a call is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
	Nothing,
	/// The number has been used.
	StaleNonce,
	/// A number in between is missing.
	NonceGap,
	/// The signature is of another key.
	WrongKey,
	/// The tip is more than anybody has.
	Unaffordable,
}

/// A kind of act.
pub struct Kind {
	pub name: &'static str,
	/// How often it is tried, compared to others.
	pub weight: u64,
	pub aim: Aim,
	pub flaw: Flaw,
	/// Who might do it.
	pub by: fn(&mut Scene) -> Option<AccountId>,
	/// What this account might do of the kind now, if anything.
	pub call: fn(&mut Scene, &AccountId) -> Option<RuntimeCall>,
}

impl Kind {
	/// One that is meant to take effect.
	const fn new(
		name: &'static str,
		weight: u64,
		by: fn(&mut Scene) -> Option<AccountId>,
		call: fn(&mut Scene, &AccountId) -> Option<RuntimeCall>,
	) -> Self {
		Self { name, weight, aim: Aim::Effect, flaw: Flaw::Nothing, by, call }
	}
}

/// Every kind.
pub fn kinds() -> Vec<&'static Kind> {
	let all: [&'static [Kind]; 8] = [
		&money::KINDS,
		&staking::KINDS,
		&oracle::KINDS,
		&allocation::KINDS,
		&payments::KINDS,
		&accounts::KINDS,
		&governance::KINDS,
		&griefer::KINDS,
	];
	all.into_iter().flatten().collect()
}

/// Which of them anybody may do for an account that it acts for.
fn ordinary() -> [&'static [Kind]; 4] {
	[&money::KINDS, &staking::KINDS, &allocation::KINDS, &payments::KINDS]
}

/// What is needed to find an act: chance, people, and what they remember. All else is in the state.
pub struct Scene {
	pub dice: Dice,
	pub cast: Cast,
	/// The calls of multisigs that wait for approval, by their hashes.
	joint_calls: BTreeMap<[u8; 32], RuntimeCall>,
	/// Announced calls of proxies.
	announced: Vec<accounts::Announced>,
	/// What reporters have committed to.
	secrets: BTreeMap<AccountId, oracle::Secret>,
	/// Accounts without keys.
	pures: Vec<accounts::Pure>,
}

impl Scene {
	pub fn new(seed: u64) -> Self {
		Self {
			dice: Dice::new(seed),
			cast: Cast::new(),
			joint_calls: BTreeMap::new(),
			announced: Vec::new(),
			secrets: BTreeMap::new(),
			pures: Vec::new(),
		}
	}

	/// Remembers what an event tells and the state does not.
	pub fn note(&mut self, event: &RuntimeEvent) {
		if let RuntimeEvent::Proxy(event) = event {
			accounts::note_pure(self, event);
		}
	}

	/// A call of an ordinary kind that makes sense for `by`.
	fn ordinary_call(&mut self, by: &AccountId) -> Option<RuntimeCall> {
		(0..12).find_map(|_| {
			let kinds = *self.dice.pick(&ordinary())?;
			let kind = self.dice.pick(kinds)?;
			(kind.call)(self, by)
		})
	}

	/// Somebody else than `who`.
	fn other(&mut self, who: &AccountId) -> Option<AccountId> {
		let other = self.dice.pick(&self.cast.rich)?.clone();
		(other != *who).then_some(other)
	}

	/// Somebody of whom `is` holds.
	fn search(&mut self, is: impl Fn(&AccountId) -> bool) -> Option<AccountId> {
		let people = &self.cast.rich;
		let from = self.dice.below(people.len() as u64) as usize;
		people[from..].iter().chain(&people[..from]).find(|who| is(who)).cloned()
	}

	/// Anybody that money may go to.
	fn payee(&mut self) -> Option<AccountId> {
		let joint = self.cast.joints.iter().map(|joint| joint.account.clone());
		let all: Vec<_> = joint.chain(self.cast.rich.iter().cloned()).collect();
		self.dice.pick(&all).cloned()
	}

	/// An amount that `who` can do without.
	fn spare(&mut self, who: &AccountId, least: Balance, most: Balance) -> Option<Balance> {
		let most = most.min(Balances::usable_balance(who) / 4);
		(most >= least).then(|| self.dice.planck(least, most))
	}
}

/// One of those who have enough.
fn anybody(scene: &mut Scene) -> Option<AccountId> {
	scene.dice.pick(&scene.cast.rich).cloned()
}

/// One of those who have little, if there is anything on the account.
fn poor(scene: &mut Scene) -> Option<AccountId> {
	let who = scene.dice.pick(&scene.cast.poor).cloned()?;
	(Balances::usable_balance(&who) > 0).then_some(who)
}

/// The key of sudo.
fn sudo(scene: &mut Scene) -> Option<AccountId> {
	Some(scene.cast.sudo())
}

/// One of the keys of a map.
fn one_of<T: Clone>(scene: &mut Scene, keys: impl Iterator<Item = T>) -> Option<T> {
	scene.dice.pick(&keys.collect::<Vec<_>>()).cloned()
}

/// Whether the events of an extrinsic say that it did what was wanted, also inside a wrapper.
pub fn took_effect(events: &[RuntimeEvent]) -> bool {
	!events.iter().any(|event| match event {
		RuntimeEvent::System(event) => {
			matches!(event, frame_system::Event::ExtrinsicFailed { .. })
		}
		RuntimeEvent::Sudo(event) => {
			matches!(event, pallet_sudo::Event::Sudid { sudo_result: Err(_) })
		}
		RuntimeEvent::Proxy(event) => {
			matches!(event, pallet_proxy::Event::ProxyExecuted { result: Err(_) })
		}
		RuntimeEvent::Multisig(event) => {
			matches!(event, pallet_multisig::Event::MultisigExecuted { result: Err(_), .. })
		}
		RuntimeEvent::Utility(event) => matches!(
			event,
			pallet_utility::Event::BatchInterrupted { .. }
				| pallet_utility::Event::ItemFailed { .. }
				| pallet_utility::Event::IfElseFallbackCalled { .. }
		),
		RuntimeEvent::ServicePayments(event) => {
			matches!(event, pallet_service_payments::Event::VoucherRefused { .. })
		}
		RuntimeEvent::Allocation(event) => {
			matches!(event, pallet_allocation::Event::ReleaseFailed { .. })
		}
		_ => false,
	})
}
