// SPDX-License-Identifier: Apache-2.0

//! Time, for everything that waits: tokio's, or in tests a clock that jumps.
//!
//! Tokio can jump by itself, but only with a feature that would compile every dependency of the
//! workspace a second time.

#[cfg(not(test))]
pub use tokio::time::{sleep, sleep_until, timeout, Instant};

#[cfg(test)]
pub use jumping::{jump, run, sleep, sleep_until, timeout, Instant};

/// A clock that stands still while anything is left to do, and then jumps to the next moment that
/// somebody waits for. Each thread has its own.
#[cfg(test)]
mod jumping {
	use futures::future::{select, Either};
	use std::{
		cell::RefCell,
		collections::BTreeMap,
		future::Future,
		ops::{Add, AddAssign, Sub},
		pin::{pin, Pin},
		sync::{
			atomic::{AtomicBool, Ordering},
			Arc,
		},
		task::{Context, Poll, Wake, Waker},
		time::Duration,
	};

	#[derive(Default)]
	struct Clock {
		now: Duration,
		sleepers: u64,
		waiting: BTreeMap<(Duration, u64), Waker>,
	}

	thread_local! {
		static CLOCK: RefCell<Clock> = RefCell::default();
	}

	/// A moment, counted from an arbitrary one.
	#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
	pub struct Instant(Duration);

	impl Instant {
		pub fn now() -> Self {
			CLOCK.with_borrow(|clock| Self(clock.now))
		}

		pub fn elapsed(&self) -> Duration {
			Self::now().duration_since(*self)
		}

		pub fn duration_since(&self, earlier: Self) -> Duration {
			self.0.saturating_sub(earlier.0)
		}
	}

	impl Add<Duration> for Instant {
		type Output = Self;

		fn add(self, span: Duration) -> Self {
			Self(self.0 + span)
		}
	}

	impl AddAssign<Duration> for Instant {
		fn add_assign(&mut self, span: Duration) {
			self.0 += span;
		}
	}

	impl Sub for Instant {
		type Output = Duration;

		fn sub(self, earlier: Self) -> Duration {
			self.duration_since(earlier)
		}
	}

	/// Waits for a moment.
	pub struct Sleep {
		until: Duration,
		id: u64,
	}

	impl Future for Sleep {
		type Output = ();

		fn poll(self: Pin<&mut Self>, context: &mut Context) -> Poll<()> {
			CLOCK.with_borrow_mut(|clock| {
				if clock.now >= self.until {
					return Poll::Ready(());
				}
				clock.waiting.insert((self.until, self.id), context.waker().clone());
				Poll::Pending
			})
		}
	}

	impl Drop for Sleep {
		fn drop(&mut self) {
			CLOCK.with_borrow_mut(|clock| clock.waiting.remove(&(self.until, self.id)));
		}
	}

	pub fn sleep_until(moment: Instant) -> Sleep {
		CLOCK.with_borrow_mut(|clock| {
			clock.sleepers += 1;
			Sleep { until: moment.0, id: clock.sleepers }
		})
	}

	pub fn sleep(span: Duration) -> Sleep {
		sleep_until(Instant::now() + span)
	}

	pub async fn timeout<F: Future>(span: Duration, future: F) -> Result<F::Output, ()> {
		match select(pin!(future), sleep(span)).await {
			Either::Left((output, _)) => Ok(output),
			Either::Right(_) => Err(()),
		}
	}

	struct Flag(AtomicBool);

	impl Wake for Flag {
		fn wake(self: Arc<Self>) {
			self.0.store(true, Ordering::SeqCst);
		}
	}

	/// Runs `future` to its end, jumping over all waiting.
	pub fn run<F: Future>(future: F) -> F::Output {
		CLOCK.set(Clock::default());
		let flag = Arc::new(Flag(AtomicBool::new(true)));
		let waker = Waker::from(flag.clone());
		let mut future = pin!(future);
		loop {
			while flag.0.swap(false, Ordering::SeqCst) {
				if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker))
				{
					return output;
				}
			}
			jump();
		}
	}

	/// Goes to the next moment that somebody waits for.
	pub fn jump() {
		let next = CLOCK.with_borrow_mut(|clock| {
			let ((moment, _), waker) = clock.waiting.pop_first()?;
			clock.now = moment;
			Some(waker)
		});
		next.expect("somebody waits for something that never comes").wake();
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::Duration;

	const SECOND: Duration = Duration::from_secs(1);

	#[test]
	fn waiting_takes_no_time_and_keeps_its_order() {
		let order = run(async {
			let start = Instant::now();
			let wait = |seconds| async move {
				sleep(SECOND * seconds).await;
				(seconds, start.elapsed())
			};
			let late = futures::future::join(wait(3), wait(1)).await;
			assert_eq!(late, ((3, 3 * SECOND), (1, SECOND)));
			start.elapsed()
		});
		assert_eq!(order, 3 * SECOND);
	}

	#[test]
	fn a_timeout_cuts_off_what_is_too_slow() {
		run(async {
			assert_eq!(timeout(SECOND, async { 1 }).await, Ok(1));
			assert!(timeout(SECOND, sleep(2 * SECOND)).await.is_err());
			assert!(timeout(3 * SECOND, sleep(2 * SECOND)).await.is_ok());
		});
	}
}
