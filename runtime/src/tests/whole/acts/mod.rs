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

pub use self::{
	accounts::{announcements, joint_exits, pure_exits},
	governance::by_root,
};
use super::{cast::Cast, dice::Dice};
use crate::{AccountId, Balance, Balances, RuntimeCall, RuntimeError, RuntimeEvent};
use sp_runtime::DispatchError;
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
	/// Whether the same call takes effect once only, whoever sends it.
	pub for_anybody: bool,
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
		let (aim, flaw) = (Aim::Effect, Flaw::Nothing);
		Self { name, weight, aim, flaw, for_anybody: false, by, call }
	}

	/// One that anybody may do for whom it concerns: done once, there is no more to do.
	const fn for_anybody(
		name: &'static str,
		weight: u64,
		call: fn(&mut Scene, &AccountId) -> Option<RuntimeCall>,
	) -> Self {
		Self { for_anybody: true, ..Self::new(name, weight, anybody, call) }
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

/// What people do in the end, when they leave: nobody does so in between.
pub static EXIT: Kind = Kind::new("exit", 0, |_| None, |_, _| None);

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

/// Why an extrinsic did not do what was wanted, as its events tell it, also of what a wrapper dispatched.
pub fn failure(events: &[RuntimeEvent]) -> Option<String> {
	events.iter().find_map(|event| match event {
		RuntimeEvent::System(frame_system::Event::ExtrinsicFailed { dispatch_error, .. }) => {
			Some(reason(dispatch_error))
		}
		RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result: Err(error) })
		| RuntimeEvent::Sudo(pallet_sudo::Event::SudoAsDone { sudo_result: Err(error) })
		| RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result: Err(error) })
		| RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
			result: Err(error),
			..
		})
		| RuntimeEvent::Utility(
			pallet_utility::Event::BatchInterrupted { error, .. }
			| pallet_utility::Event::ItemFailed { error },
		) => Some(reason(error)),
		RuntimeEvent::ServicePayments(pallet_service_payments::Event::VoucherRefused {
			reason,
			..
		}) => Some(format!("{reason:?}")),
		RuntimeEvent::Allocation(pallet_allocation::Event::ReleaseFailed { error, .. }) => {
			Some(reason(error))
		}
		_ => None,
	})
}

/// The error by its name.
fn reason(error: &DispatchError) -> String {
	match RuntimeError::from_dispatch_error(*error) {
		Some(error) => format!("{error:?}"),
		None => format!("{error:?}"),
	}
}
