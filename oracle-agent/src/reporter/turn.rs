// SPDX-License-Identifier: Apache-2.0

//! What the agent does in one half of a round.

use super::{conclude, lookout::Sighting, Backoff, Plan, Sent};
use crate::{
	chain::{
		refusal::Consequence, Chain, ChainError, Definition, Final, Phase, Place, Progress, Report,
		Signed,
	},
	clock::{sleep, sleep_until, timeout, Instant},
	metrics::{Metrics, Outcome},
	sample::{Meter, Refusal},
	store::Store,
};
use futures::{
	future::{join, join_all},
	stream::{BoxStream, StreamExt},
};
use std::{collections::BTreeMap, future::Future, time::Duration};

/// One half of a round, of one reporter.
pub struct Turn<'a, C> {
	chain: &'a C,
	meters: &'a mut [Meter],
	store: &'a mut Store,
	plan: &'a Plan,
	metrics: &'a Metrics,
	sighting: Sighting,
	phase: Phase,
	/// What was submitted, from the moment the node may have it until its end is known.
	sent: Option<Sent>,
}

/// How one submission ended.
enum Attempt {
	/// In a finalised block.
	Final(Final),
	/// It has to be looked for; what follows if it is nowhere.
	Unclear(IfNowhere),
	/// The chain will not take it any more.
	Refused,
}

/// What to do with something that is in no block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IfNowhere {
	/// Submit the same bytes again.
	Submit,
	/// Sign it again with the same nonce.
	Sign,
	/// Nothing: the account has committed, or reported, already.
	Stop,
}

impl<'a, C: Chain> Turn<'a, C> {
	/// The turn of the half in `sighting`.
	pub fn new(
		chain: &'a C,
		meters: &'a mut [Meter],
		store: &'a mut Store,
		plan: &'a Plan,
		metrics: &'a Metrics,
		sighting: Sighting,
	) -> Self {
		let phase = sighting.round.phase();
		Self { chain, meters, store, plan, metrics, sighting, phase, sent: None }
	}

	/// What is still on its way when the turn is cut off.
	pub fn into_sent(self) -> Option<Sent> {
		self.sent
	}

	/// Does what the half is for. Ends when there is nothing more to do in it.
	///
	/// What was committed to before a restart is neither measured again nor changed.
	pub async fn play(&mut self) {
		let round = self.sighting.round.number;
		match (self.phase, self.store.recall(&self.sighting.round)) {
			(phase, Some(report)) => {
				let what = self.describe(&report.values);
				if phase == Phase::Commit {
					tracing::info!(round, "measured before, and kept: {what}");
				}
				let meters = std::mem::take(&mut self.meters);
				join(self.bring(&report, &what), prime(meters)).await;
			}
			(Phase::Commit, None) => {
				if let Some(report) = self.prepare().await {
					let what = self.describe(&report.values);
					self.bring(&report, &what).await;
				}
			}
			(Phase::Report, None) => {
				tracing::info!(
					round,
					"nothing was committed to: the agent goes on with the next round"
				);
				self.metrics.ended(Phase::Report, Outcome::Missed);
				prime(self.meters).await;
			}
		}
	}

	/// Measures, and keeps what is to be committed to. `None` if there is nothing.
	async fn prepare(&mut self) -> Option<Report> {
		sleep_until(self.sighting.at_fraction(self.plan.start)).await;
		let values = self.measure().await;
		let round = self.sighting.round.number;
		if values.is_empty() {
			tracing::warn!(round, "no metric has a value to report");
			self.metrics.ended(Phase::Commit, Outcome::Missed);
			return None;
		}
		let mut salt = [0; 32];
		if let Err(error) = getrandom::fill(&mut salt) {
			tracing::error!(round, "the system has no random numbers for a salt: {error}");
			self.metrics.ended(Phase::Commit, Outcome::Missed);
			return None;
		}
		let report = Report { round, values, salt };
		if let Err(error) = self.store.keep(&self.sighting.round, &report) {
			tracing::error!(
				round,
				"[state] file: {error:#}; until then a restart between commitment and report costs the round",
			);
		}
		Some(report)
	}

	/// Samples every metric. A source without a number is asked again while there is time; with no
	/// value at all that is the whole round.
	async fn measure(&mut self) -> BTreeMap<u16, u64> {
		let chain = self.chain;
		let definitions = self.steadily(|| chain.definitions()).await;
		let deadline = self.sighting.at_fraction(self.plan.sample_until);
		let mut values = BTreeMap::new();
		let mut pending: BTreeMap<u16, &'static str> =
			self.meters.iter().map(|meter| (meter.id, "")).collect();
		loop {
			let limit = self.time_for_a_source();
			let asked = self.meters.iter_mut().filter(|meter| pending.contains_key(&meter.id));
			let samples = join_all(asked.map(|meter| {
				let definition = definitions.get(&meter.id);
				async move {
					let sample = permitted(definition, meter.sample(limit).await);
					(&*meter, sample)
				}
			}));
			for (meter, sample) in samples.await {
				self.metrics.sampled(&meter.name, &sample);
				let before = pending.remove(&meter.id);
				match sample {
					Ok(value) => {
						tracing::debug!(metric = %meter.name, value, "sampled");
						values.insert(meter.id, value);
					}
					Err(refusal) => {
						if before != Some(refusal.reason()) {
							tracing::warn!(metric = %meter.name, "no sample: {refusal}");
						}
						if refusal.may_pass() {
							pending.insert(meter.id, refusal.reason());
						}
					}
				}
			}
			let next = Instant::now() + self.plan.resample;
			if pending.is_empty() || (!values.is_empty() && next > deadline) {
				return values;
			}
			sleep_until(next).await;
		}
	}

	/// How long a source may take from now on, lest one that hangs silences all others: as long as sampling lasts;
	/// once that is over, half of what is left, so that there is time to commit.
	fn time_for_a_source(&self) -> Duration {
		let now = Instant::now();
		let until = self.sighting.at_fraction(self.plan.sample_until);
		if now < until {
			until.duration_since(now)
		} else {
			self.sighting.at_fraction(1.0).duration_since(now) / 2
		}
	}

	/// Brings what the half takes of `report`, in words `what`, into the chain, and sees it final.
	async fn bring(&mut self, report: &Report, what: &str) {
		let chain = self.chain;
		let round = report.round;
		let mut nonce = self.steadily(|| chain.nonce()).await;
		let mut signed = self.sign(report, nonce).await;
		let mut backoff = Backoff::new(self.plan.poll);
		loop {
			let if_nowhere = match self.attempt(round, what, &signed).await {
				Attempt::Final(place) => return self.conclude(&place),
				Attempt::Refused => return self.end(Outcome::Refused),
				Attempt::Unclear(if_nowhere) => if_nowhere,
			};
			match (self.place_of(&signed).await, if_nowhere) {
				(Place::Finalised(place), _) => return self.conclude(&place),
				(_, IfNowhere::Stop) => {
					tracing::info!(
						round,
						"the account has sent its {} already",
						self.phase.subject()
					);
					return self.end(Outcome::Duplicate);
				}
				(Place::NonceTaken, _) => {
					tracing::warn!(nonce, "another extrinsic of this account took the nonce");
					nonce = self.steadily(|| chain.nonce()).await;
					signed = self.sign(report, nonce).await;
				}
				(Place::Expired, _) | (_, IfNowhere::Sign) => {
					signed = self.sign(report, nonce).await;
				}
				(Place::InBlock | Place::NoBlock, IfNowhere::Submit) => {
					// What it was to follow upon may be gone from the pool for good.
					let next = self.steadily(|| chain.nonce()).await;
					if next < nonce {
						nonce = next;
						signed = self.sign(report, nonce).await;
					}
				}
			}
			backoff.pause().await;
		}
	}

	/// Submits once, and follows to whatever end.
	async fn attempt(&mut self, round: u32, what: &str, signed: &Signed) -> Attempt {
		let (phase, subject) = (self.phase, self.phase.subject());
		tracing::info!(round, nonce = signed.nonce, "submitting the {subject}: {what}");
		self.metrics.attempted(phase);
		// The turn may be cut off while the node has it, but has not answered yet.
		let before = self.sent.clone();
		self.remember(round, signed);
		let answer = self.chain.submit(signed).await;
		if matches!(answer, Err(ChainError::Refused(_))) {
			self.sent = before;
		}
		match answer {
			Ok(news) => match self.follow(round, news).await {
				Ok(place) => Attempt::Final(place),
				Err(reason) => {
					tracing::warn!(round, "lost sight of the {subject}: {reason}");
					self.metrics.ended(phase, Outcome::Lost);
					Attempt::Unclear(IfNowhere::Submit)
				}
			},
			Err(ChainError::Outage(reason)) => {
				tracing::warn!(round, "the node did not answer the submission: {reason}");
				Attempt::Unclear(IfNowhere::Submit)
			}
			Err(ChainError::Refused(refusal)) => match refusal.consequence() {
				Consequence::Retry | Consequence::Locate => {
					tracing::info!(round, "not taken yet: {refusal}");
					Attempt::Unclear(IfNowhere::Submit)
				}
				Consequence::SignAgain => {
					tracing::info!(round, "to be signed again: {refusal}");
					Attempt::Unclear(IfNowhere::Sign)
				}
				Consequence::Settled => Attempt::Unclear(IfNowhere::Stop),
				Consequence::GiveUp => {
					tracing::error!(round, "the chain refuses the {subject}: {refusal}");
					Attempt::Refused
				}
			},
		}
	}

	/// Follows `news` to finality, or to the reason why there are no more.
	async fn follow(
		&self,
		round: u32,
		mut news: BoxStream<'static, Progress>,
	) -> Result<Final, String> {
		let patience = self.plan.patience;
		loop {
			match timeout(patience, news.next()).await {
				Ok(Some(Progress::Pooled)) => tracing::debug!(round, "in the pool"),
				Ok(Some(Progress::InBlock(block))) => tracing::info!(round, %block, "in a block"),
				Ok(Some(Progress::Retracted)) => tracing::info!(round, "out of its block again"),
				Ok(Some(Progress::Finalised(place))) => return Ok(place),
				Ok(Some(Progress::Lost(reason))) => return Err(reason),
				Ok(None) => return Err("the node sends no more news".into()),
				Err(_) => return Err(format!("no news for {patience:?}")),
			}
		}
	}

	/// Where `signed` is, once it is not in a block that may still become final.
	async fn place_of(&self, signed: &Signed) -> Place {
		loop {
			match self.steadily(|| self.chain.locate(signed)).await {
				Place::InBlock => sleep(self.plan.poll).await,
				place => return place,
			}
		}
	}

	async fn sign(&self, report: &Report, nonce: u64) -> Signed {
		self.steadily(|| self.chain.sign(self.phase, report, nonce)).await
	}

	/// Repeats `call` until the node answers it.
	async fn steadily<T, F>(&self, call: impl Fn() -> F) -> T
	where
		F: Future<Output = Result<T, ChainError>>,
	{
		let mut backoff = Backoff::new(self.plan.poll);
		let mut last = None;
		loop {
			match call().await {
				Ok(answer) => return answer,
				Err(error) => {
					if last.as_ref() != Some(&error) {
						tracing::warn!("the node does not answer, trying on: {error}");
					}
					last = Some(error);
					backoff.pause().await;
				}
			}
		}
	}

	/// From now on it may get into the chain without further doing.
	fn remember(&mut self, round: u32, signed: &Signed) {
		let since = self.sent.as_ref().map_or_else(Instant::now, |sent| sent.since);
		self.sent = Some(Sent { round, phase: self.phase, signed: signed.clone(), since });
	}

	/// There is nothing on its way any more.
	fn end(&mut self, outcome: Outcome) {
		self.sent = None;
		self.metrics.ended(self.phase, outcome);
	}

	fn conclude(&mut self, place: &Final) {
		if let Some(sent) = self.sent.take() {
			conclude(&sent, place, self.metrics);
		}
	}

	fn describe(&self, values: &BTreeMap<u16, u64>) -> String {
		let name = |id: &u16| {
			let meter = self.meters.iter().find(|meter| meter.id == *id);
			meter.map_or_else(|| id.to_string(), |meter| meter.name.clone())
		};
		let pairs: Vec<_> =
			values.iter().map(|(id, value)| format!("{}={value}", name(id))).collect();
		pairs.join(" ")
	}
}

/// Reads the counters that have not been read yet. A round that is not measured, because the agent was
/// started in the midst of it, costs the next one no rate.
async fn prime(meters: &mut [Meter]) {
	join_all(meters.iter_mut().map(Meter::prime)).await;
}

/// `sample`, unless the chain would refuse it, and with it all others of the report.
pub fn permitted(
	definition: Option<&Definition>,
	sample: Result<u64, Refusal>,
) -> Result<u64, Refusal> {
	let definition = definition.ok_or(Refusal::UnknownOnChain)?;
	let (min, max) = definition.bounds.ok_or(Refusal::Metered)?;
	let value = sample?;
	if (min..=max).contains(&value) {
		Ok(value)
	} else {
		Err(Refusal::OutsideChainBounds { value, min, max })
	}
}
