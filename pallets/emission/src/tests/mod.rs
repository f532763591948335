// SPDX-License-Identifier: Apache-2.0

//! One file for each mechanism. Every test ends with the invariants of `try_state`.

mod budget;
mod encoding;
mod genesis;
mod ledger;
mod limits;
mod parameters;
mod phase;
mod random;
mod reads;
mod streams;
mod time;

use crate::mock::{Economy, Emission};

impl Economy {
	/// Runs a test in the first block and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Emission::do_try_state().unwrap();
		});
	}
}
