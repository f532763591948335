// SPDX-License-Identifier: Apache-2.0

//! Watches which round is open, and what became of reports whose round has ended.

use super::{conclude, Backoff, Sent};
use crate::{
	chain::{Chain, ChainError, Place, Round},
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
	/// When `fraction` of the round has passed; now, if that was before it was seen.
	///
	/// The chain's clock says how far the round was; from there on the local one counts. So
	/// neither a local clock that is wrong nor a chain that stands still upsets it.
	pub fn at_fraction(&self, fraction: f64) -> Instant {
		let Round { length, elapsed, .. } = self.round;
		self.at + length.mul_f64(fraction).saturating_sub(elapsed)
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

	/// Waits until a round other than `last` is open. Going back counts too: the chain may have
	/// been set up anew.
	pub async fn round_other_than(&mut self, last: Option<u32>) -> Sighting {
		loop {
			match self.look().await {
				Ok(Some(round)) if last != Some(round.number) => {
					let Round { number, reported, reporters, quorum, .. } = round;
					tracing::info!(
						round = number,
						"the round is open: {reported} of {reporters} have reported, {quorum} make a quorum",
					);
					return Sighting { round, at: Instant::now() };
				}
				Ok(_) => sleep(self.poll).await,
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

	/// Looks for each report that is still on its way. May be cut off at any await.
	async fn settle(&mut self) {
		let mut index = 0;
		while let Some(sent) = self.unsettled.get(index) {
			match self.chain.locate(&sent.signed).await {
				Ok(Place::Finalised(place)) => conclude(sent, &place, &self.metrics),
				Ok(Place::NonceTaken | Place::Expired) => {
					tracing::warn!(round = sent.round, "the report did not get into the chain");
					self.metrics.ended(Outcome::Missed);
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
