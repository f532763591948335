// SPDX-License-Identifier: Apache-2.0

//! When a proof is sent to the chain.

use super::sealed_headers::Proof;
use sp_consensus_babe::Slot;
use std::collections::VecDeque;

/// How many slots after the first attempt there is a second one: a minute. The first may have been in vain: no state
/// of the session was there yet, or the block that took the report was left behind, which is not unlikely where an
/// author makes two blocks at a time. A chain that knows of the offence refuses the second.
pub const AGAIN_AFTER: u64 = 10;

/// The proofs that are sent a second time. As many at most as headers are remembered, each of which proves once.
#[derive(Default)]
pub struct Reports(VecDeque<(Slot, Proof)>);

impl Reports {
	/// Takes note that `proof` is sent `now`.
	pub fn sent(&mut self, now: Slot, proof: &Proof) {
		// The other way round it is another transaction: a pool does not take for half an hour what it has seen in a block.
		let again = Proof {
			offender: proof.offender.clone(),
			slot: proof.slot,
			first_header: proof.second_header.clone(),
			second_header: proof.first_header.clone(),
		};
		self.0.push_back((now.saturating_add(AGAIN_AFTER), again));
	}

	/// The proofs that it is time for.
	pub fn due(&mut self, now: Slot) -> Vec<Proof> {
		let due = self.0.iter().take_while(|(slot, _)| *slot <= now).count();
		self.0.drain(..due).map(|(_, proof)| proof).collect()
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::sealed_headers::tests::{id, key, sealed},
		*,
	};
	use sp_consensus_babe::check_equivocation_proof;

	const NOW: u64 = 300_000_000;

	fn proof() -> Proof {
		let alice = key("Alice");
		let [first_header, second_header] = [1, 2].map(|state| sealed(&alice, NOW, state));
		Proof { offender: id(&alice), slot: NOW.into(), first_header, second_header }
	}

	#[test]
	fn a_proof_is_sent_again_once_as_another_transaction_that_proves_the_same() {
		let mut reports = Reports::default();
		reports.sent(NOW.into(), &proof());
		assert!(reports.due((NOW + AGAIN_AFTER - 1).into()).is_empty());
		let due = reports.due((NOW + AGAIN_AFTER).into());
		assert_eq!(due.len(), 1);
		assert_ne!(due[0].first_header, proof().first_header);
		assert!(check_equivocation_proof(due[0].clone()));
		assert!(reports.due(u64::MAX.into()).is_empty());
	}

	#[test]
	fn what_is_due_later_waits() {
		let mut reports = Reports::default();
		for later in 0..3 {
			reports.sent((NOW + later).into(), &proof());
		}
		assert_eq!(reports.due((NOW + AGAIN_AFTER + 1).into()).len(), 2);
		assert_eq!(reports.due((NOW + AGAIN_AFTER + 2).into()).len(), 1);
	}
}
