// SPDX-License-Identifier: Apache-2.0

//! Where it is played: people act, the pool takes or refuses, an author makes a block, and what became of it is checked.

use super::{
	acts::{kinds, took_effect, Aim, Flaw, Kind, Scene},
	cast::{sign, Terms},
	pool::{Pool, Refusal},
};
use crate::{
	constants::{currency::DSYNC, time::BLOCK_TIME},
	tests::{
		books::token_events,
		chain::{check, genesis_of},
		staking_chain::{any_author, begin, build_with},
	},
	AccountId, Balance, KpiOracle, Nonce, Runtime, RuntimeCall, RuntimeEvent, System,
};
use codec::Encode;
use destra_primitives::{
	time::{days, hours, minutes, Millis},
	BoundedU64,
};
use sp_runtime::generic::Era;
use std::collections::{BTreeMap, BTreeSet};

/// What those have that are rich, but not from genesis on.
const ENDOWMENT: Balance = 120_000 * DSYNC;

/// How many blocks come in a row, slot by slot, before time jumps.
const CALM_BLOCKS: u32 = 14;

/// Kinds of this weight are done more than once by one account in a block.
const OFTEN: u64 = 70;

/// What became of the acts of a kind.
#[derive(Default, Debug, Clone, Copy)]
struct Count {
	refused: u64,
	failed: u64,
	effects: u64,
}

/// What happened so far.
#[derive(Default)]
pub struct Tally {
	kinds: BTreeMap<&'static str, Count>,
	/// How often each event of the token was seen, by its index.
	events: BTreeMap<u8, u64>,
	/// Why the pool refused what was meant to work.
	refusals: BTreeMap<String, u64>,
	/// The extrinsics in blocks, without inherents.
	pub included: u64,
	blocks: u64,
	waited: u64,
}

impl core::fmt::Display for Tally {
	fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
		for (name, Count { refused, failed, effects }) in &self.kinds {
			writeln!(
				f,
				"{name:36} {effects:8} took effect, {failed:6} failed, {refused:6} refused"
			)?;
		}
		for (index, name) in token_events() {
			let times = self.events.get(&index).unwrap_or(&0);
			writeln!(f, "{name:36} {times:8} times")?;
		}
		for (reason, times) in &self.refusals {
			writeln!(f, "refused {times:8} times: {reason}")?;
		}
		let Self { included, blocks, waited, .. } = self;
		write!(f, "{included} extrinsics in {blocks} blocks, of which {waited} waited for room;")
	}
}

/// The events of the token that a run has to see, or it proves little about them.
const EVENTS: [&str; 12] = [
	"BurnedDebt",
	"Deposit",
	"DustLost",
	"Endowed",
	"Held",
	"Issued",
	"Released",
	"Reserved",
	"Transfer",
	"TransferAndHold",
	"TransferOnHold",
	"Withdraw",
];

impl Tally {
	/// Every kind of act has done what it is for, if there was `time_enough`.
	pub fn check(&self, time_enough: bool) {
		let idle = |name: &&str| self.kinds.get(name).is_none_or(|count| count.effects == 0);
		let missing: Vec<_> = kinds().iter().map(|kind| kind.name).filter(idle).collect();
		let unseen = token_events()
			.into_iter()
			.filter(|(index, name)| EVENTS.contains(name) && !self.events.contains_key(index));
		let unseen: Vec<_> = unseen.map(|(_, name)| name).collect();
		if time_enough {
			assert!(missing.is_empty() && unseen.is_empty(), "never: {missing:?} {unseen:?}");
		}
	}
}

/// A chain, those who use it, and their pool.
pub struct Stage {
	scene: Scene,
	kinds: Vec<&'static Kind>,
	pool: Pool<usize>,
	/// The next number of each account, in this block.
	nonces: BTreeMap<AccountId, Nonce>,
	/// Which acts somebody has done in this block: another like it would most often come too late.
	done: BTreeSet<(&'static str, AccountId)>,
	pub tally: Tally,
}

impl Stage {
	/// The development chain, after its first blocks, with money for everybody and reporters that have to be careful.
	pub fn begin(seed: u64) -> Self {
		genesis_of("development");
		begin();
		let mut stage = Self {
			scene: Scene::new(seed),
			kinds: kinds(),
			pool: Pool::new(),
			nonces: BTreeMap::new(),
			done: BTreeSet::new(),
			tally: Tally::default(),
		};
		stage.endow();
		stage
	}

	/// The founders pay everybody else.
	fn endow(&mut self) {
		let founders = self.scene.cast.founders().to_vec();
		let joint = self.scene.cast.joints.iter().map(|joint| joint.account.clone());
		let payees = self.scene.cast.rich[founders.len()..].iter().cloned().chain(joint);
		let payees: Vec<_> = payees.collect();
		for (payee, founder) in payees.iter().zip(founders.iter().cycle()) {
			let dest = payee.clone().into();
			let call =
				pallet_balances::Call::<Runtime>::transfer_keep_alive { dest, value: ENDOWMENT };
			self.send(founder, call.into(), Flaw::Nothing, 0).expect("a founder can pay");
		}
		let mut settings = KpiOracle::settings();
		settings.strike_limit = BoundedU64::literal::<3>();
		let oracle = pallet_kpi_oracle::Call::<Runtime>::set_settings { settings };
		let sudo = pallet_sudo::Call::<Runtime>::sudo { call: Box::new(oracle.into()) };
		self.send(&founders[0], sudo.into(), Flaw::Nothing, 0).expect("sudo may");
		build_with(BLOCK_TIME, any_author(), || {
			let results = self.pool.fill_block();
			assert_eq!(results.len(), payees.len() + 1);
			assert!(results.iter().all(|(_, result)| *result == Ok(Ok(()))), "{results:?}");
		});
	}

	/// People act, and a block comes of it.
	pub fn next_block(&mut self) {
		for index in self.pool.revalidate() {
			// What waits for a number that nobody uses has come to nothing.
			let count = self.tally.kinds.entry(self.kinds[index].name).or_default();
			count.refused += 1;
			count.effects += u64::from(self.kinds[index].aim == Aim::Failure);
		}
		self.nonces.clear();
		self.done.clear();
		let acts = match self.scene.dice.below(10) {
			0..=3 => self.scene.dice.between(5, 60),
			4..=7 => self.scene.dice.between(60, 300),
			_ => self.scene.dice.between(300, 900),
		};
		for _ in 0..acts {
			self.act();
		}
		let elapsed = self.elapse();
		let author = self.author();
		let included = build_with(elapsed, author, || self.pool.fill_block());
		self.tally.waited += self.pool.len() as u64;
		self.count(included.into_iter().map(|(kind, _)| kind).collect());
		self.check();
	}

	/// How long until the next block: a slot or two, after a while minutes or hours, and after a longer one a week.
	fn elapse(&mut self) -> Millis {
		if System::block_number().is_multiple_of(4 * CALM_BLOCKS) {
			return days(self.scene.dice.between(6, 8));
		}
		if !System::block_number().is_multiple_of(CALM_BLOCKS) {
			return BLOCK_TIME * self.scene.dice.between(1, 2);
		}
		match self.scene.dice.chance(8) {
			true => hours(self.scene.dice.between(1, 3)),
			false => minutes(self.scene.dice.between(1, 20)),
		}
	}

	/// One of the validators that may write.
	fn author(&mut self) -> u32 {
		let validators = crate::Session::validators().len() as u64;
		let disabled = crate::Session::disabled_validators();
		let chosen = self.scene.dice.below(validators) as u32;
		if disabled.contains(&chosen) {
			any_author()
		} else {
			chosen
		}
	}

	/// Somebody does something.
	fn act(&mut self) {
		let weights: u64 = self.kinds.iter().map(|kind| kind.weight).sum();
		let mut at = self.scene.dice.below(weights);
		let index = self.kinds.iter().position(|kind| {
			let found = at < kind.weight;
			at = at.saturating_sub(kind.weight);
			found
		});
		let index = index.expect("the weights are those of the kinds");
		let kind = self.kinds[index];
		for _ in 0..4 {
			let Some(by) = (kind.by)(&mut self.scene) else { continue };
			let again = kind.weight < OFTEN && self.done.contains(&(kind.name, by.clone()));
			if again || self.scene.cast.key(&by).is_none() {
				continue;
			}
			let Some(call) = (kind.call)(&mut self.scene, &by) else { continue };
			self.done.insert((kind.name, by.clone()));
			if let Err(refusal) = self.send(&by, call, kind.flaw, index) {
				self.refused(kind, refusal);
			}
			return;
		}
	}

	fn refused(&mut self, kind: &Kind, refusal: Refusal) {
		let count = self.tally.kinds.entry(kind.name).or_default();
		count.refused += 1;
		match kind.aim {
			Aim::Failure => count.effects += 1,
			Aim::Effect => {
				*self.tally.refusals.entry(format!("{refusal:?}")).or_default() += 1;
			}
		}
	}

	/// Signs `call` and hands it to the pool.
	fn send(
		&mut self,
		by: &AccountId,
		call: RuntimeCall,
		flaw: Flaw,
		label: usize,
	) -> Result<(), Refusal> {
		let next = *self.nonces.entry(by.clone()).or_insert_with(|| self.pool.next_nonce(by));
		let dice = &mut self.scene.dice;
		let (tipped, mortal) = (dice.chance(20), dice.chance(20));
		let tip = match flaw {
			Flaw::Unaffordable => crate::constants::currency::MAXIMUM_SUPPLY,
			_ if tipped => dice.planck(1, DSYNC / 10),
			_ => 0,
		};
		let nonce = match flaw {
			Flaw::StaleNonce => System::account_nonce(by) - 1,
			Flaw::NonceGap => next + 1_000,
			_ => next,
		};
		let born = u64::from(System::block_number()).saturating_sub(1);
		let era = if mortal { Era::mortal(64, born) } else { Era::Immortal };
		let cast = &self.scene.cast;
		let signer = if flaw == Flaw::WrongKey { cast.sudo() } else { by.clone() };
		let key = cast.key(&signer).expect("who acts has a key");
		let extrinsic = sign(key, by, call, Terms { nonce, tip, era });
		self.pool.submit(extrinsic, label)?;
		if nonce == next {
			self.nonces.insert(by.clone(), next + 1);
		}
		Ok(())
	}

	/// Notes what became of each extrinsic of the last block.
	fn count(&mut self, included: Vec<usize>) {
		let mut events: Vec<Vec<RuntimeEvent>> = vec![Vec::new(); included.len()];
		for record in System::read_events_no_consensus() {
			if let RuntimeEvent::Balances(event) = &record.event {
				let index = event.using_encoded(|bytes| bytes[0]);
				*self.tally.events.entry(index).or_default() += 1;
			}
			self.scene.note(&record.event);
			// The first extrinsic is the inherent.
			if let frame_system::Phase::ApplyExtrinsic(at @ 1..) = record.phase {
				events[at as usize - 1].push(record.event);
			}
		}
		for (index, events) in included.iter().zip(events) {
			let kind = self.kinds[*index];
			let effect = took_effect(&events);
			let count = self.tally.kinds.entry(kind.name).or_default();
			count.failed += u64::from(!effect);
			count.effects += u64::from(effect == (kind.aim == Aim::Effect));
			assert!(kind.aim == Aim::Effect || !effect, "{} succeeded: {events:#?}", kind.name);
		}
		self.tally.included += included.len() as u64;
		self.tally.blocks += 1;
	}

	/// What holds after every block.
	fn check(&self) {
		check();
		#[cfg(feature = "try-runtime")]
		<crate::AllPalletsWithSystem as frame_support::traits::TryState<_>>::try_state(
			System::block_number(),
			frame_support::traits::TryStateSelect::All,
		)
		.expect("invariants of all pallets");
	}
}
