// SPDX-License-Identifier: Apache-2.0

//! Watches which half of which round is open, and what became of commitments and reports whose half has
//! ended.

use super::{conclude, Backoff, Sent};
use crate::{
	chain::{Chain, ChainError, Phase, Place, Round},
	clock::{sleep, Instant},
	metrics::{Metrics, Outcome},
};
use std::{sync::Arc, time::Duration};

/// A round, and when it was seen.
#[derive(Debug, Clone)]
pub struct Sighting {
	/// The round.
	pub round: Round,
	/// When.
	pub at: Instant,
}

impl Sighting {
	/// Which round, and which half of it.
	pub fn half(&self) -> (u32, Phase) {
		(self.round.number, self.round.phase())
	}

	/// When `fraction` of the first half has passed; now, if that was before it was seen.
	///
	/// The chain's clock says how far the round was; from there on the local one counts. So
	/// neither a local clock that is wrong nor a chain that stands still upsets it.
	pub fn at_fraction(&self, fraction: f64) -> Instant {
		let Round { first_half, elapsed, .. } = self.round;
		self.at + first_half.mul_f64(fraction).saturating_sub(elapsed)
	}
}

/// Watches the chain.
pub struct Lookout<C> {
	chain: Arc<C>,
	poll: Duration,
	metrics: Metrics,
	/// What was known of the node at the last look, so that only changes are logged.
	connected: Option<bool>,
	backoff: Backoff,
	unsettled: Vec<Sent>,
}

impl<C: Chain> Lookout<C> {
	/// Looks at `chain` every `poll`.
	pub fn new(chain: Arc<C>, poll: Duration, metrics: Metrics) -> Self {
		let backoff = Backoff::new(poll);
		Self { chain, poll, metrics, connected: None, backoff, unsettled: Vec::new() }
	}

	/// Waits until another half of a round than `last` is open. Going back counts too: the node may
	/// have lost blocks, or the chain been set up anew.
	pub async fn half_other_than(&mut self, last: Option<(u32, Phase)>) -> Sighting {
		loop {
			match self.look().await {
				Ok(Some(round)) => {
					let sighting = Sighting { round, at: Instant::now() };
					if last != Some(sighting.half()) {
						announce(&sighting.round);
						return sighting;
					}
					sleep(self.poll).await;
				}
				Ok(None) => sleep(self.poll).await,
				Err(_) => self.backoff.pause().await,
			}
		}
	}

	/// Follows `sent` until it is final or can never be.
	pub fn keep_following(&mut self, sent: Sent) {
		self.unsettled.push(sent);
	}

	async fn look(&mut self) -> Result<Option<Round>, ChainError> {
		let result = self.chain.round().await;
		let connected = result.is_ok();
		if self.connected != Some(connected) {
			match &result {
				Ok(_) => tracing::info!("the node answers"),
				Err(error) => tracing::warn!("the node does not answer, trying on: {error}"),
			}
			self.connected = Some(connected);
			self.metrics.connected(connected);
		}
		if connected {
			self.backoff.reset();
			self.settle().await;
		}
		result
	}

	/// Looks for everything that is still on its way. May be cut off at any await.
	async fn settle(&mut self) {
		let mut index = 0;
		while let Some(sent) = self.unsettled.get(index) {
			match self.chain.locate(&sent.signed).await {
				Ok(Place::Finalised(place)) => conclude(sent, &place, &self.metrics),
				Ok(Place::NonceTaken | Place::Expired) => {
					let subject = sent.phase.subject();
					tracing::warn!(round = sent.round, "the {subject} did not get into the chain");
					self.metrics.ended(sent.phase, Outcome::Missed);
				}
				Ok(Place::InBlock | Place::NoBlock) | Err(_) => {
					index += 1;
					continue;
				}
			}
			self.unsettled.remove(index);
		}
	}
}

/// Tells of a half that has just begun.
fn announce(round: &Round) {
	let Round { number, committed, reported, reporters, quorum, .. } = round;
	match round.phase() {
		Phase::Commit => tracing::info!(
			round = number,
			"the round takes commitments: {committed} of {reporters} have committed, {quorum} make a quorum",
		),
		Phase::Report => tracing::info!(
			round = number,
			"the round takes reports: {committed} of {reporters} have committed, {reported} reported, {quorum} make a quorum",
		),
	}
}
