// SPDX-License-Identifier: Apache-2.0

//! From a source's number to the value that is signed: rate, scale, rounding down, bounds.

use crate::{
	clock::{timeout, Instant},
	config::MetricConfig,
	number::{self, Number},
	source::{
		self,
		rate::{NoRate, Rate},
		Source, SourceError,
	},
};
use anyhow::{Context, Result};
use num_traits::Signed;
use std::time::Duration;

/// Why a sample is not reported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
	/// The source has no number.
	#[error("{place}: {error}")]
	Source {
		/// Where it reads.
		place: String,
		/// Why it has none.
		error: SourceError,
	},
	/// A rate needs two samples of its counter.
	#[error("first sample of a counter: its rate is known from the next round on")]
	FirstSample,
	/// Whatever counts was restarted.
	#[error("the counter fell, so it was restarted: its rate is known from the next round on")]
	CounterFell,
	/// No metric is negative.
	#[error("{0} is negative")]
	Negative(String),
	/// The value does not fit the chain's type.
	#[error("{0} does not fit 64 bits")]
	Overflow(String),
	/// The chain has no such metric.
	#[error("the chain knows no metric of this id")]
	UnknownOnChain,
	/// The chain measures the metric itself.
	#[error("the chain measures this metric itself: remove its table")]
	Metered,
	/// The chain would refuse the value, and all others of the report with it.
	#[error("{value} lies outside {min} to {max}, the bounds on chain")]
	OutsideChainBounds {
		/// The value.
		value: u64,
		/// The smallest that the chain takes.
		min: u64,
		/// The largest that the chain takes.
		max: u64,
	},
	/// The value is lower than the operator believes possible.
	#[error("{value} is below min {min}")]
	BelowMin {
		/// The value.
		value: u64,
		/// The bound.
		min: u64,
	},
	/// The value is higher than the operator believes possible.
	#[error("{value} is above max {max}")]
	AboveMax {
		/// The value.
		value: u64,
		/// The bound.
		max: u64,
	},
}

impl Refusal {
	/// A word for the label of a metric.
	pub const fn reason(&self) -> &'static str {
		match self {
			Self::Source { error, .. } => error.reason(),
			Self::FirstSample => "first_sample",
			Self::CounterFell => "counter_fell",
			Self::Negative(_) => "negative",
			Self::Overflow(_) => "overflow",
			Self::UnknownOnChain => "unknown_on_chain",
			Self::Metered => "metered",
			Self::OutsideChainBounds { .. } => "outside_chain_bounds",
			Self::BelowMin { .. } => "below_min",
			Self::AboveMax { .. } => "above_max",
		}
	}

	/// Whether the source is asked again in the same round. A number that was refused stays
	/// refused: sampling until one fits would be choosing, not measuring. Nor may a counter be read
	/// twice in a round, or its rate would measure seconds and call it a day.
	pub const fn may_pass(&self) -> bool {
		matches!(self, Self::Source { .. })
	}
}

/// Measures one metric.
pub struct Meter {
	/// The metric's number on chain.
	pub id: u16,
	/// What the logs call it.
	pub name: String,
	/// How long the source may take.
	pub timeout: Duration,
	source: Box<dyn Source>,
	rate: Option<Rate>,
	scale: Number,
	cap: Option<u64>,
	min: u64,
	max: u64,
}

impl Meter {
	/// The meter that `config` describes, fetching with `client`.
	pub fn new(config: MetricConfig, client: &reqwest::Client) -> Result<Self> {
		let source = source::build(config.source, client)
			.with_context(|| format!("[[metric]] {} ({}), source", config.id, config.name))?;
		let rate = config
			.rate_per
			.map(|per| Rate::new(per.0, config.rate_over.map_or(Duration::ZERO, |over| over.0)));
		Ok(Self {
			id: config.id,
			name: config.name,
			timeout: config.timeout.0,
			source,
			rate,
			scale: config.scale.0,
			cap: config.cap,
			min: config.min,
			max: config.max,
		})
	}

	/// The source's number, before rate, scale and bounds, if it comes within `limit`.
	pub async fn read(&self, limit: Duration) -> Result<Number, Refusal> {
		// Messages name it: what is less than a millisecond would only be noise there.
		let limit = Duration::from_millis(self.timeout.min(limit).as_millis() as u64);
		timeout(limit, self.source.read())
			.await
			.unwrap_or(Err(SourceError::TimedOut(limit)))
			.map_err(|error| Refusal::Source { place: self.source.place(), error })
	}

	/// The value to report now, if the source has its number within `limit`.
	pub async fn sample(&mut self, limit: Duration) -> Result<u64, Refusal> {
		let number = self.read(limit).await?;
		let number = match &mut self.rate {
			None => number,
			Some(rate) => rate.push(Instant::now(), number).map_err(|no_rate| match no_rate {
				NoRate::First => Refusal::FirstSample,
				NoRate::Fell => Refusal::CounterFell,
			})?,
		};
		self.bounded(number * &self.scale)
	}

	/// Reads a counter for the sake of its next sample, whose rate needs one before. Of no use where
	/// there is one.
	pub async fn prime(&mut self) {
		if self.rate.as_ref().is_some_and(Rate::is_new) {
			// What comes of it is not reported.
			let _ = self.sample(self.timeout).await;
		}
	}

	fn bounded(&self, number: Number) -> Result<u64, Refusal> {
		if number.is_negative() {
			return Err(Refusal::Negative(number::display(&number)));
		}
		let value = match (number::floor(&number), self.cap) {
			(Some(value), Some(cap)) => value.min(cap),
			(None, Some(cap)) => cap,
			(Some(value), None) => value,
			(None, None) => return Err(Refusal::Overflow(number::display(&number))),
		};
		if value < self.min {
			return Err(Refusal::BelowMin { value, min: self.min });
		}
		if value > self.max {
			return Err(Refusal::AboveMax { value, max: self.max });
		}
		Ok(value)
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::clock::{run, sleep};
	use async_trait::async_trait;
	use std::{
		collections::VecDeque,
		sync::{Arc, Mutex},
	};

	/// More than any source here takes.
	const LONG: Duration = Duration::from_secs(60);

	/// What a source will answer, in turn; the last answer repeats.
	#[derive(Clone)]
	pub struct Script(Arc<Mutex<VecDeque<Result<Number, SourceError>>>>);

	impl Script {
		/// Answers with each of `answers`: a number, or an outage where it is none.
		pub fn new(answers: &[&str]) -> Self {
			let answers = answers
				.iter()
				.map(|text| number::parse(text).map_err(|_| SourceError::Down(text.to_string())));
			Self(Arc::new(Mutex::new(answers.collect())))
		}
	}

	#[async_trait]
	impl Source for Script {
		fn place(&self) -> String {
			"script".into()
		}

		async fn read(&self) -> Result<Number, SourceError> {
			let mut answers = self.0.lock().unwrap();
			if answers.len() > 1 {
				answers.pop_front().unwrap()
			} else {
				answers.front().unwrap().clone()
			}
		}
	}

	/// A source that never answers.
	pub struct Silent;

	#[async_trait]
	impl Source for Silent {
		fn place(&self) -> String {
			"silence".into()
		}

		async fn read(&self) -> Result<Number, SourceError> {
			std::future::pending().await
		}
	}

	/// A meter of metric `id` that reads `source` and reports 0 to 1,000.
	pub fn meter(id: u16, source: impl Source + 'static) -> Meter {
		Meter {
			id,
			name: format!("metric-{id}"),
			timeout: Duration::from_secs(5),
			source: Box::new(source),
			rate: None,
			scale: Number::from_integer(1.into()),
			cap: None,
			min: 0,
			max: 1_000,
		}
	}

	/// `meter`, of the growth of what it reads in a span of `per`.
	pub fn counting(meter: Meter, per: Duration) -> Meter {
		Meter { rate: Some(Rate::new(per, Duration::ZERO)), ..meter }
	}

	async fn sample_of(text: &str, set: impl FnOnce(&mut Meter)) -> Result<u64, Refusal> {
		let mut meter = meter(0, Script::new(&[text]));
		set(&mut meter);
		meter.sample(LONG).await
	}

	#[tokio::test]
	async fn values_round_down_after_scaling() {
		let tenfold = |meter: &mut Meter| meter.scale = Number::from_integer(10.into());
		assert_eq!(sample_of("3.19", tenfold).await, Ok(31));
		assert_eq!(sample_of("0.99", |_| {}).await, Ok(0));
	}

	#[tokio::test]
	async fn bounds_include_their_ends() {
		let bounds = |meter: &mut Meter| (meter.min, meter.max) = (5, 10);
		assert_eq!(sample_of("4.9", bounds).await, Err(Refusal::BelowMin { value: 4, min: 5 }));
		assert_eq!(sample_of("5", bounds).await, Ok(5));
		assert_eq!(sample_of("10.9", bounds).await, Ok(10));
		assert_eq!(sample_of("11", bounds).await, Err(Refusal::AboveMax { value: 11, max: 10 }));
	}

	#[tokio::test]
	async fn a_cap_lowers_where_a_bound_refuses() {
		let cap = |meter: &mut Meter| meter.cap = Some(100);
		assert_eq!(sample_of("99", cap).await, Ok(99));
		assert_eq!(sample_of("101", cap).await, Ok(100));
		assert_eq!(sample_of("1e300", cap).await, Ok(100));
	}

	#[tokio::test]
	async fn what_no_metric_can_be_is_refused() {
		assert_eq!(sample_of("-0.5", |_| {}).await.unwrap_err().reason(), "negative");
		assert_eq!(sample_of("1e30", |_| {}).await.unwrap_err().reason(), "overflow");
		let widest = |meter: &mut Meter| meter.max = u64::MAX;
		assert_eq!(sample_of("18446744073709551615", widest).await, Ok(u64::MAX));
	}

	#[test]
	fn a_silent_source_times_out() {
		run(async {
			let started = Instant::now();
			let refusal = meter(0, Silent).sample(LONG).await.unwrap_err();
			assert_eq!(refusal.reason(), "timed_out");
			assert_eq!(refusal.to_string(), "silence: no answer within 5s");
			assert_eq!(started.elapsed(), Duration::from_secs(5));
			let refusal = meter(0, Silent).sample(Duration::from_secs(3)).await.unwrap_err();
			assert_eq!(refusal.to_string(), "silence: no answer within 3s");
		});
	}

	#[test]
	fn a_rate_is_scaled_and_bounded_like_any_number() {
		run(async {
			let mut meter = meter(0, Script::new(&["100", "110", "3", "4"]));
			meter.rate = Some(Rate::new(Duration::from_secs(86_400), Duration::ZERO));
			meter.scale = number::parse_factor("10000/14400").unwrap();
			meter.max = 10_000;
			let first = meter.sample(LONG).await.unwrap_err();
			assert_eq!((first.reason(), first.may_pass()), ("first_sample", false));
			sleep(Duration::from_secs(60)).await;
			assert_eq!(meter.sample(LONG).await, Ok(10_000));
			sleep(Duration::from_secs(60)).await;
			assert_eq!(meter.sample(LONG).await.unwrap_err().reason(), "counter_fell");
			sleep(Duration::from_secs(60)).await;
			assert_eq!(meter.sample(LONG).await, Ok(1_000));
		});
	}

	#[test]
	fn only_a_counter_without_a_sample_is_primed() {
		run(async {
			let counter = meter(0, Script::new(&["100", "110", "130"]));
			let mut counter = counting(counter, Duration::from_secs(60));
			counter.prime().await;
			sleep(Duration::from_secs(60)).await;
			counter.prime().await;
			assert_eq!(counter.sample(LONG).await, Ok(10), "since the first look, not the second");

			let mut plain = meter(0, Script::new(&["1", "2"]));
			plain.prime().await;
			assert_eq!(plain.sample(LONG).await, Ok(1));
		});
	}

	#[tokio::test]
	async fn an_outage_may_pass() {
		let mut meter = meter(0, Script::new(&["down", "7"]));
		let refusal = meter.sample(LONG).await.unwrap_err();
		assert_eq!((refusal.reason(), refusal.may_pass()), ("source_down", true));
		assert_eq!(meter.sample(LONG).await, Ok(7));
	}
}
