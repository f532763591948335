// SPDX-License-Identifier: Apache-2.0

//! Work that may never end, on a thread of its own. Whoever touches a file on a mount that hangs waits for
//! ever, and cannot be called off: neither a time-out nor the end of the program may wait for it.

use std::{
	sync::{mpsc, Arc, Mutex, PoisonError, Weak},
	thread,
	time::{Duration, Instant},
};
use tokio::sync::oneshot;

/// How long a file that the agent cannot do without may take.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Why work has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoResult {
	/// It has not ended in time, and is left to itself.
	#[error("no answer within {0:?}: the file or its mount hangs")]
	Hangs(Duration),
	/// Earlier work has not ended, so none was begun.
	#[error("what was asked {0:?} ago has no answer yet: the file or its mount hangs")]
	HangsSince(Duration),
	/// There is no thread for it, or it panicked.
	#[error("the system gives no thread to read with")]
	NoThread,
}

/// Room for one piece of work at a time: however often somebody asks, one thread at most hangs.
#[derive(Default)]
pub struct Slot {
	/// When the work began; alive as long as its thread is at it.
	begun: Mutex<Weak<Instant>>,
}

impl Slot {
	/// The result of `work`. Whoever does not want to wait any longer may drop the future.
	pub async fn run<T: Send + 'static>(
		&self,
		work: impl FnOnce() -> T + Send + 'static,
	) -> Result<T, NoResult> {
		let (sender, receiver) = oneshot::channel();
		// Nobody may be waiting for the result any more.
		self.start(work, |result| drop(sender.send(result)))?;
		receiver.await.map_err(|_| NoResult::NoThread)
	}

	/// The result of `work`, if it comes within `limit`.
	pub fn run_within<T: Send + 'static>(
		&self,
		limit: Duration,
		work: impl FnOnce() -> T + Send + 'static,
	) -> Result<T, NoResult> {
		let (sender, receiver) = mpsc::channel();
		self.start(work, move |result| drop(sender.send(result)))?;
		receiver.recv_timeout(limit).map_err(|error| match error {
			mpsc::RecvTimeoutError::Timeout => NoResult::Hangs(limit),
			mpsc::RecvTimeoutError::Disconnected => NoResult::NoThread,
		})
	}

	fn start<T>(
		&self,
		work: impl FnOnce() -> T + Send + 'static,
		deliver: impl FnOnce(T) + Send + 'static,
	) -> Result<(), NoResult> {
		// The lock is only held to look at a pointer or to replace it: nothing in it can panic half way.
		let mut slot = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
		if let Some(begun) = slot.upgrade() {
			return Err(NoResult::HangsSince(Duration::from_secs(begun.elapsed().as_secs())));
		}
		let begun = Arc::new(Instant::now());
		*slot = Arc::downgrade(&begun);
		let task = move || {
			let result = work();
			// Whoever gets the result finds the slot free.
			drop(begun);
			deliver(result);
		};
		thread::Builder::new().spawn(task).map(drop).map_err(|_| NoResult::NoThread)
	}
}

/// The result of `work`, if it comes within [`PATIENCE`].
pub fn within_patience<T: Send + 'static>(
	work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, NoResult> {
	Slot::default().run_within(PATIENCE, work)
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use std::sync::atomic::{AtomicUsize, Ordering};

	/// Work that goes on until the sender is dropped, and is counted.
	pub fn endless(begun: &Arc<AtomicUsize>) -> (mpsc::Sender<()>, impl FnOnce() + Send) {
		let (sender, receiver) = mpsc::channel::<()>();
		let begun = begun.clone();
		let work = move || {
			begun.fetch_add(1, Ordering::SeqCst);
			let _ = receiver.recv();
		};
		(sender, work)
	}

	#[tokio::test]
	async fn however_often_it_is_asked_one_thread_at_most_hangs() {
		let (slot, count) = (Slot::default(), Arc::new(AtomicUsize::new(0)));
		let moment = Duration::from_millis(20);
		let mut held = Vec::new();
		for _ in 0..50 {
			let (sender, work) = endless(&count);
			held.push(sender);
			let result = tokio::time::timeout(moment, slot.run(work)).await;
			assert!(matches!(result, Err(_) | Ok(Err(NoResult::HangsSince(_)))), "{result:?}");
		}
		assert_eq!(count.load(Ordering::SeqCst), 1);

		// Once it ends after all, the next one has its turn.
		drop(held);
		while slot.run(|| ()).await.is_err() {
			tokio::time::sleep(moment).await;
		}
		assert_eq!(slot.run(|| 7).await, Ok(7), "a result leaves the slot free");
	}

	#[test]
	fn who_cannot_wait_is_told_so_in_time() {
		let (slot, count) = (Slot::default(), Arc::new(AtomicUsize::new(0)));
		let (_held, work) = endless(&count);
		let limit = Duration::from_millis(50);
		assert_eq!(slot.run_within(limit, work), Err(NoResult::Hangs(limit)));
		assert_eq!(
			slot.run_within(limit, || ()),
			Err(NoResult::HangsSince(Duration::ZERO)),
			"the next one does not wait at all",
		);
	}

	#[tokio::test]
	async fn work_that_panics_leaves_the_slot_free() {
		let slot = Slot::default();
		assert_eq!(slot.run(|| panic!("on purpose")).await, Err::<(), _>(NoResult::NoThread));
		assert_eq!(slot.run(|| 7).await, Ok(7));
	}
}
