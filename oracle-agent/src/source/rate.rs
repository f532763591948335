// SPDX-License-Identifier: Apache-2.0

//! Turns a counter into its growth per period.

use crate::{clock::Instant, number::Number};
use std::{collections::VecDeque, time::Duration};

/// Why there is no growth yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRate {
	/// This is the first sample.
	First,
	/// The counter fell: whatever counts was restarted.
	Fell,
}

/// Samples of a counter, and the growth between the oldest one that matters and the newest.
pub struct Rate {
	per: Duration,
	over: Duration,
	samples: VecDeque<(Instant, Number)>,
}

impl Rate {
	/// Growth per `per`, measured over at least `over` once there are samples that old.
	pub fn new(per: Duration, over: Duration) -> Self {
		Self { per, over, samples: VecDeque::new() }
	}

	/// Whether it has taken no counter yet.
	pub fn is_new(&self) -> bool {
		self.samples.is_empty()
	}

	/// Takes the counter at `now`, and yields its growth.
	pub fn push(&mut self, now: Instant, counter: Number) -> Result<Number, NoRate> {
		let fell = self.samples.back().is_some_and(|(_, last)| counter < *last);
		if fell {
			self.samples.clear();
		}
		self.samples.push_back((now, counter.clone()));
		if fell {
			return Err(NoRate::Fell);
		}
		// The second oldest takes over as soon as it reaches back far enough by itself.
		while self.samples.get(1).is_some_and(|(at, _)| now.duration_since(*at) >= self.over)
			&& self.samples.len() > 2
		{
			self.samples.pop_front();
		}
		match self.samples.front() {
			Some((start, first)) if *start < now => {
				let elapsed = nanoseconds(now.duration_since(*start));
				Ok((counter - first) * nanoseconds(self.per) / elapsed)
			}
			_ => Err(NoRate::First),
		}
	}
}

fn nanoseconds(span: Duration) -> Number {
	Number::from_integer(span.as_nanos().into())
}

#[cfg(test)]
mod tests {
	use super::*;

	const DAY: Duration = Duration::from_secs(86_400);

	fn number(value: i64) -> Number {
		Number::from_integer(value.into())
	}

	struct Counter {
		rate: Rate,
		now: Instant,
	}

	impl Counter {
		fn new(over: u64) -> Self {
			Self { rate: Rate::new(DAY, Duration::from_secs(over)), now: Instant::now() }
		}

		fn after(&mut self, seconds: u64, value: i64) -> Result<Number, NoRate> {
			self.now += Duration::from_secs(seconds);
			self.rate.push(self.now, number(value))
		}
	}

	#[test]
	fn growth_is_per_period_and_exact() {
		let mut counter = Counter::new(0);
		assert_eq!(counter.after(0, 100), Err(NoRate::First));
		// Ten blocks of six seconds are 14,400 a day.
		assert_eq!(counter.after(60, 110), Ok(number(14_400)));
		assert_eq!(counter.after(60, 110), Ok(number(0)));
		assert_eq!(counter.after(7, 111), Ok(Number::new(86_400.into(), 7.into())));
	}

	#[test]
	fn two_samples_of_one_instant_are_one() {
		let mut counter = Counter::new(0);
		assert_eq!(counter.after(0, 1), Err(NoRate::First));
		assert_eq!(counter.after(0, 2), Err(NoRate::First));
	}

	#[test]
	fn a_restarted_counter_starts_again() {
		let mut counter = Counter::new(0);
		assert_eq!(counter.after(0, 100), Err(NoRate::First));
		assert_eq!(counter.after(60, 4), Err(NoRate::Fell));
		assert_eq!(counter.after(60, 14), Ok(number(14_400)));
	}

	#[test]
	fn a_window_smooths_and_forgets() {
		let mut counter = Counter::new(120);
		assert_eq!(counter.after(0, 0), Err(NoRate::First));
		assert_eq!(counter.after(60, 20), Ok(number(28_800)));
		assert_eq!(counter.after(60, 20), Ok(number(14_400)));
		// The window now starts at the second sample.
		assert_eq!(counter.after(60, 20), Ok(number(0)));
		assert_eq!(counter.rate.samples.len(), 3);
	}
}
