// SPDX-License-Identifier: Apache-2.0

//! Where it is played: people act, the pool takes or refuses, an author makes a block, and what became of it is checked.

use super::{
	acts::{failure, kinds, Aim, Flaw, Kind, Scene, EXIT},
	cast::{sign, Terms},
	pool::{Pool, Refusal},
};
use crate::{
	constants::{currency::DSYNC, time::BLOCK_TIME},
	tests::{
		books::token_events,
		chain::{check, genesis_of, now},
		parameters::set_oracle,
		staking_chain::{any_author, begin, build_with},
	},
	AccountId, Balance, Nonce, Runtime, RuntimeCall, RuntimeEvent, System,
};
use codec::Encode;
use destra_primitives::{
	time::{days, hours, minutes, Millis},
	BoundedU64,
};
use frame_support::traits::Get;
use pallet_staking_locks::types::expires_at;
use sp_runtime::generic::Era;
use std::collections::{BTreeMap, BTreeSet};

/// Terms end at multiples of this.
type ExpiryQuantum = <Runtime as pallet_staking_locks::Config>::ExpiryQuantum;

/// What those have that are rich, but not from genesis on.
const ENDOWMENT: Balance = 120_000 * DSYNC;

/// How many blocks come in a row, slot by slot, before time jumps.
const CALM_BLOCKS: u32 = 14;

/// How many of these rows come before time jumps by a week: staking works off 100 minutes a block, and until it has
/// done so, no reward is divided and no stake comes in.
const ROWS_PER_WEEK: u32 = 16;

/// How many extrinsics make a stretch of a run, in each of which all goes on that went on before.
const STRETCH: u64 = 100_000;

/// How much less than on average a kind of act may do in one stretch.
const WEAKEST_STRETCH: u64 = 8;

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
	/// Why acts failed that were meant to work, and how often, by kind.
	failures: BTreeMap<(&'static str, String), u64>,
	/// How often each kind had taken effect when each stretch ended.
	stretches: Vec<BTreeMap<&'static str, u64>>,
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
		for name in self.kinds.keys() {
			writeln!(f, "{}", self.of_kind(name))?;
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
	/// What became of the acts of a kind, and why some failed.
	pub fn of_kind(&self, name: &str) -> String {
		let Count { refused, failed, effects } = self.kinds.get(name).copied().unwrap_or_default();
		let counts =
			format!("{name:36} {effects:8} took effect, {failed:6} failed, {refused:6} refused");
		let reasons = self.failures.iter().filter(|((of, _), _)| *of == name);
		let reasons = reasons.map(|((_, reason), times)| format!("{:36} {times:8} {reason}", ""));
		core::iter::once(counts).chain(reasons).collect::<Vec<_>>().join("\n")
	}

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
		let starved: Vec<_> = kinds().iter().filter_map(|kind| self.starved(kind.name)).collect();
		assert!(starved.is_empty(), "starved in a stretch: {starved:#?}");
	}

	/// Ends a stretch, if it is over.
	fn end_stretch(&mut self) {
		if self.included >= STRETCH * (self.stretches.len() as u64 + 1) {
			let effects = self.kinds.iter().map(|(name, count)| (*name, count.effects));
			self.stretches.push(effects.collect());
		}
	}

	/// How often a kind of act took effect in each stretch, if it was too little in one of them.
	fn starved(&self, name: &'static str) -> Option<(&'static str, Vec<u64>)> {
		let mut before = 0;
		let effects: Vec<u64> = self
			.stretches
			.iter()
			.map(|effects| {
				let total = effects.get(name).copied().unwrap_or(0);
				total - core::mem::replace(&mut before, total)
			})
			.collect();
		let mean = before / (effects.len() as u64).max(1);
		let weakest = *effects.iter().min()?;
		(weakest < (mean / WEAKEST_STRETCH).max(1)).then_some((name, effects))
	}
}

/// A chain, those who use it, and their pool.
pub struct Stage {
	pub(super) scene: Scene,
	/// That of the exit last.
	kinds: Vec<&'static Kind>,
	pool: Pool<usize>,
	/// The next number of each account, in this block.
	nonces: BTreeMap<AccountId, Nonce>,
	/// Which acts somebody has done in this block: another like it would most often come too late.
	done: BTreeSet<(&'static str, AccountId)>,
	/// What of the acts that anybody may do was sent in this block, by the hash of the call.
	sent: BTreeSet<[u8; 16]>,
	pub tally: Tally,
}

impl Stage {
	/// The development chain, after its first blocks, with money for everybody and reporters that have to be careful.
	pub fn begin(seed: u64) -> Self {
		genesis_of("development");
		begin();
		let mut stage = Self {
			scene: Scene::new(seed),
			kinds: kinds().into_iter().chain([&EXIT]).collect(),
			pool: Pool::new(),
			nonces: BTreeMap::new(),
			done: BTreeSet::new(),
			sent: BTreeSet::new(),
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
		set_oracle(|settings| settings.strike_limit = BoundedU64::literal::<3>())
			.expect("a setting in its range");
		build_with(BLOCK_TIME, any_author(), || {
			let results = self.pool.fill_block();
			assert_eq!(results.len(), payees.len());
			assert!(results.iter().all(|(_, result)| *result == Ok(Ok(()))), "{results:?}");
		});
	}

	/// People act, and a block comes of it.
	pub fn next_block(&mut self) {
		self.begin_block();
		let acts = match self.scene.dice.below(10) {
			0..=3 => self.scene.dice.between(5, 60),
			4..=7 => self.scene.dice.between(60, 300),
			_ => self.scene.dice.between(300, 900),
		};
		for _ in 0..acts {
			self.act();
		}
		let elapsed = self.elapse();
		self.end_block(elapsed);
	}

	/// Looks at what waits with the eyes of the last block.
	pub(super) fn begin_block(&mut self) {
		for index in self.pool.revalidate() {
			// What waits for a number that nobody uses has come to nothing.
			let count = self.tally.kinds.entry(self.kinds[index].name).or_default();
			count.refused += 1;
			count.effects += u64::from(self.kinds[index].aim == Aim::Failure);
		}
		self.nonces.clear();
		self.done.clear();
		self.sent.clear();
	}

	/// A block with what waits in the pool, `elapsed` milliseconds after the one before.
	pub(super) fn end_block(&mut self, elapsed: Millis) {
		let author = self.author();
		let included = build_with(elapsed, author, || self.pool.fill_block());
		self.tally.waited += self.pool.len() as u64;
		self.count(included.into_iter().map(|(kind, _)| kind).collect());
		self.check();
	}

	/// Whether nothing waits.
	pub(super) fn pool_is_empty(&self) -> bool {
		self.pool.len() == 0
	}

	/// What waits: its kind and its call.
	pub(super) fn waiting(&self) -> Vec<(&'static str, &RuntimeCall)> {
		self.pool.waiting().map(|(label, call)| (self.kinds[label].name, call)).collect()
	}

	/// The label of what people do when they leave.
	pub(super) fn exit_label(&self) -> usize {
		self.kinds.len() - 1
	}

	/// How long until the next block: a slot or two, after a while minutes or hours, and after a longer one a week, if
	/// staking is through with the one before.
	fn elapse(&mut self) -> Millis {
		let block = System::block_number();
		if !block.is_multiple_of(CALM_BLOCKS) {
			return BLOCK_TIME * self.scene.dice.between(1, 2);
		}
		// The first of them soon, so that a short run has a second one.
		let row = block / CALM_BLOCKS;
		if row % ROWS_PER_WEEK == ROWS_PER_WEEK / 4 && all_terms_are_ended() {
			return days(self.scene.dice.between(6, 8));
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
			if kind.for_anybody && !self.sent.insert(call.using_encoded(sp_io::hashing::twox_128)) {
				continue;
			}
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
	pub(super) fn send(
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
			let failure = failure(&events);
			let effect = failure.is_none();
			let count = self.tally.kinds.entry(kind.name).or_default();
			count.failed += u64::from(!effect);
			count.effects += u64::from(effect == (kind.aim == Aim::Effect));
			assert!(kind.aim == Aim::Effect || !effect, "{} succeeded: {events:#?}", kind.name);
			if let Some(reason) = failure.filter(|_| kind.aim == Aim::Effect) {
				*self.tally.failures.entry((kind.name, reason)).or_default() += 1;
			}
		}
		self.tally.included += included.len() as u64;
		self.tally.blocks += 1;
		self.tally.end_stretch();
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

/// Whether staking has ended all the terms that are over, so that it divides rewards.
fn all_terms_are_ended() -> bool {
	let next = pallet_staking_locks::Rewards::<Runtime>::get().next_bucket;
	next.is_some_and(|next| expires_at(next, ExpiryQuantum::get()) > now())
}
