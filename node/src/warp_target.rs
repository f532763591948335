// SPDX-License-Identifier: Apache-2.0

//! How a newcomer by warp sync comes to the block that it ends with.
//!
//! It stores the headers that the proof is made of, and later the last of them, the target, with its whole state. If the
//! parent of the target is there by then, the database looks for the way from the best block to that parent, to make the
//! numbers on it point to its blocks. There is none: the headers of a proof lie apart. The import fails, no state comes,
//! and the newcomer stands there for good. It happens to whoever comes while the last final block is the first one after
//! a change of the set, which ends a proof too.
//!
//! So the parent of the target is not stored with the proof. Like all other blocks in between it comes afterwards.

use crate::service::{Block, Hash, Header};
use sc_network_sync::strategy::warp::{EncodedProof, VerificationResult, Verifier};
use sp_runtime::{traits::Header as _, Justifications};
use std::error::Error;

/// A header that a proof has led to, with what justifies it.
type Proven = (Header, Justifications);

/// What the inner verifier yields, but for the parent of the target.
pub struct SpareParentOfTarget {
	inner: Box<dyn Verifier<Block>>,
	/// The last header so far: whether it is the parent of the target is known with the next answer.
	held_back: Option<Proven>,
}

impl SpareParentOfTarget {
	/// Verifies as `inner` does.
	pub const fn new(inner: Box<dyn Verifier<Block>>) -> Self {
		Self { inner, held_back: None }
	}
}

impl Verifier<Block> for SpareParentOfTarget {
	fn verify(
		&mut self,
		proof: &EncodedProof,
	) -> Result<VerificationResult<Block>, Box<dyn Error + Send + Sync>> {
		let verified = self.inner.verify(proof)?;
		let mut headers: Vec<Proven> = self.held_back.take().into_iter().collect();
		Ok(match verified {
			VerificationResult::Partial(more) => {
				headers.extend(more);
				self.held_back = headers.pop();
				VerificationResult::Partial(headers)
			}
			VerificationResult::Complete(target, more) => {
				headers.extend(more);
				headers.retain(|(header, _)| header.hash() != *target.parent_hash());
				VerificationResult::Complete(target, headers)
			}
		})
	}

	fn next_proof_context(&self) -> Hash {
		self.inner.next_proof_context()
	}

	fn status(&self) -> Option<String> {
		self.inner.status()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{hard_forks::tests::header, service::BlockNumber};
	use std::collections::VecDeque;

	/// Yields these answers, one after the other, and fails without one.
	struct Answers(VecDeque<VerificationResult<Block>>);

	impl Verifier<Block> for Answers {
		fn verify(
			&mut self,
			_proof: &EncodedProof,
		) -> Result<VerificationResult<Block>, Box<dyn Error + Send + Sync>> {
			self.0.pop_front().ok_or_else(|| "no more".into())
		}

		fn next_proof_context(&self) -> Hash {
			Hash::repeat_byte(7)
		}

		fn status(&self) -> Option<String> {
			Some("two sets".into())
		}
	}

	/// A header on top of `parent`.
	fn on(parent: &Header) -> Header {
		header(parent.number() + 1, parent.hash(), None)
	}

	fn proven(headers: &[&Header]) -> Vec<Proven> {
		let nothing = || Justifications::from((*b"FRNK", vec![]));
		headers.iter().map(|header| ((*header).clone(), nothing())).collect()
	}

	/// The numbers of the headers that come of each answer, and of the target.
	fn come_of(
		answers: impl Into<VecDeque<VerificationResult<Block>>>,
	) -> Vec<(Vec<BlockNumber>, Option<BlockNumber>)> {
		let mut verifier = SpareParentOfTarget::new(Box::new(Answers(answers.into())));
		let numbers = |headers: Vec<Proven>| headers.iter().map(|(one, _)| *one.number()).collect();
		let mut all = vec![];
		while let Ok(verified) = verifier.verify(&EncodedProof(vec![])) {
			all.push(match verified {
				VerificationResult::Partial(headers) => (numbers(headers), None),
				VerificationResult::Complete(target, headers) => {
					(numbers(headers), Some(*target.number()))
				}
			});
		}
		all
	}

	#[test]
	fn the_parent_of_the_target_is_left_out_and_no_other() {
		let far = header(10, Hash::default(), None);
		let near = header(20, Hash::default(), None);
		let (next, later) = (on(&near), on(&on(&near)));
		let complete = |target: &Header| {
			[VerificationResult::Complete(target.clone(), proven(&[&far, &near, target]))]
		};
		assert_eq!(come_of(complete(&next)), [(vec![10, 21], Some(21))]);
		assert_eq!(come_of(complete(&later)), [(vec![10, 20, 22], Some(22))]);
	}

	#[test]
	fn it_may_have_come_with_an_earlier_answer() {
		let [a, b, c] = [10, 20, 30].map(|number| header(number, Hash::default(), None));
		let (next, later) = (on(&c), on(&on(&c)));
		let answers = |target: &Header| {
			[
				VerificationResult::Partial(proven(&[&a, &b])),
				VerificationResult::Partial(proven(&[])),
				VerificationResult::Partial(proven(&[&c])),
				VerificationResult::Complete(target.clone(), proven(&[target])),
			]
		};
		let before = || [(vec![10], None), (vec![], None), (vec![20], None)];
		assert_eq!(come_of(answers(&next))[..3], before());
		assert_eq!(come_of(answers(&next))[3], (vec![31], Some(31)));
		assert_eq!(come_of(answers(&later))[..3], before());
		assert_eq!(come_of(answers(&later))[3], (vec![30, 32], Some(32)));
	}

	#[test]
	fn what_is_asked_for_next_and_told_meanwhile_stays() {
		let verifier = SpareParentOfTarget::new(Box::new(Answers([].into())));
		assert_eq!(verifier.next_proof_context(), Hash::repeat_byte(7));
		assert_eq!(verifier.status(), Some("two sets".into()));
	}
}
