// SPDX-License-Identifier: Apache-2.0

//! One report per round: committed to in its first half, shown in its second, each to finality.
//!
//! Two tasks run side by side. The [lookout](lookout::Lookout) watches which half of which round is
//! open. The turn of the first half measures, keeps the report in the [store](crate::store), and
//! commits to it; the turn of the second half reports what the store has. A turn is cut off when the
//! lookout sees another half. What it has on its way by then is handed to the lookout, which follows it
//! to its end, so that slow finality never delays the next step.
//!
//! All submissions of a turn use one nonce, as long as nothing else takes it. However often a
//! commitment or a report is submitted again, after a drop, a timeout or a restart of the node, it gets
//! into the chain once at most.

mod lookout;
#[cfg(test)]
mod tests;
mod turn;

pub use turn::permitted;

use crate::{
	chain::{Chain, Final, Phase, Signed},
	clock::{sleep, Instant},
	config::{NodeConfig, RoundConfig},
	metrics::{Metrics, Outcome},
	sample::Meter,
	store::Store,
};
use lookout::Lookout;
use std::{sync::Arc, time::Duration};
use turn::Turn;

/// When the agent does what. Fractions are parts of the first half of a round.
#[derive(Debug, Clone)]
pub struct Plan {
	/// How often the head of the chain is looked at.
	pub poll: Duration,
	/// How long there may be no news of a commitment or a report.
	pub patience: Duration,
	/// When the first sample is taken.
	pub start: f64,
	/// Until when a source without a number is asked again.
	pub sample_until: f64,
	/// How long to wait before it is.
	pub resample: Duration,
}

impl Plan {
	/// The plan of the reporter whose public key is `key`. Keys are evenly spread, and so are
	/// their places within the configured spread.
	pub fn new(node: &NodeConfig, round: &RoundConfig, key: &[u8; 32]) -> Self {
		let [a, b, c, d, ..] = *key;
		let place = f64::from(u32::from_be_bytes([a, b, c, d])) / f64::from(u32::MAX);
		Self {
			poll: node.poll.0,
			patience: node.patience.0,
			start: round.sample_at.0 + round.spread.0 * place,
			sample_until: round.sample_until.0,
			resample: round.resample.0,
		}
	}

	/// How long sampling may last in a round whose first half lasts `first_half`.
	pub fn window(&self, first_half: Duration) -> Duration {
		first_half.mul_f64((self.sample_until - self.start).max(0.0))
	}
}

/// Reports round after round.
pub struct Reporter<C> {
	chain: Arc<C>,
	meters: Vec<Meter>,
	store: Store,
	plan: Plan,
	metrics: Metrics,
}

impl<C: Chain> Reporter<C> {
	/// Measures with `meters` and reports to `chain`, keeping in `store` what it commits to.
	pub fn new(
		chain: Arc<C>,
		meters: Vec<Meter>,
		store: Store,
		plan: Plan,
		metrics: Metrics,
	) -> Self {
		Self { chain, meters, store, plan, metrics }
	}

	/// Runs until it is cut off. What is in the node's pool by then stays there.
	pub async fn run(self) {
		let Self { chain, mut meters, mut store, plan, metrics } = self;
		let mut lookout = Lookout::new(chain.clone(), plan.poll, metrics.clone());
		let mut sighting = lookout.half_other_than(None).await;
		let mut known_window = None;
		loop {
			let window = plan.window(sighting.round.first_half);
			if known_window.replace(window) != Some(window) {
				warn_of_long_timeouts(&meters, window);
			}
			let half = sighting.half();
			let mut turn = Turn::new(&*chain, &mut meters, &mut store, &plan, &metrics, sighting);
			let next = tokio::select! {
				() = turn.play() => None,
				next = lookout.half_other_than(Some(half)) => Some(next),
			};
			sighting = match next {
				None => lookout.half_other_than(Some(half)).await,
				Some(next) => {
					match turn.into_sent() {
						Some(sent) => lookout.keep_following(sent),
						None => {
							let (round, phase) = half;
							tracing::warn!(round, "the time is over without a {}", phase.subject());
							metrics.ended(phase, Outcome::Missed);
						}
					}
					next
				}
			};
		}
	}
}

/// Why the timeout of a source does not fit the round, whose sampling may last `window`.
pub fn too_long_for(window: Duration, timeout: Duration) -> Option<String> {
	(timeout > window).then(|| {
		format!(
			"timeout {timeout:?} is longer than the {window:.0?} that a round leaves for sampling"
		)
	})
}

/// Says which sources will be cut off before their timeout.
fn warn_of_long_timeouts(meters: &[Meter], window: Duration) {
	for meter in meters {
		if let Some(why) = too_long_for(window, meter.timeout) {
			tracing::warn!(metric = %meter.name, "{why}: a source that takes as long is cut off");
		}
	}
}

/// A commitment or a report that is on its way.
#[derive(Debug, Clone)]
struct Sent {
	round: u32,
	phase: Phase,
	signed: Signed,
	since: Instant,
}

/// What was sent has reached a finalised block.
fn conclude(sent: &Sent, place: &Final, metrics: &Metrics) {
	let (round, phase, block) = (sent.round, sent.phase, &place.block);
	let (subject, seconds) = (phase.subject(), sent.since.elapsed().as_secs());
	match &place.failure {
		None => {
			tracing::info!(round, %block, "the {subject} is final after {seconds} s");
			metrics.ended(phase, Outcome::Finalised);
			metrics.finalised(phase, round, sent.since.elapsed());
		}
		Some(failure) => {
			tracing::error!(round, %block, "the {subject} is final, but its call failed: {failure}");
			metrics.ended(phase, Outcome::Failed);
		}
	}
}

/// Waits longer after each failure in a row.
struct Backoff {
	first: Duration,
	next: Duration,
}

impl Backoff {
	const LONGEST: Duration = Duration::from_secs(15);

	fn new(first: Duration) -> Self {
		Self { first, next: first }
	}

	async fn pause(&mut self) {
		sleep(self.next).await;
		self.next = (self.next * 2).min(Self::LONGEST).max(self.first);
	}

	fn reset(&mut self) {
		self.next = self.first;
	}
}
