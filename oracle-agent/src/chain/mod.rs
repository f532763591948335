// SPDX-License-Identifier: Apache-2.0

//! What the agent needs of a chain. [`node::Node`] is a real one; the tests of the reporter bring
//! their own.

pub mod node;
mod oracle;
pub mod refusal;

pub use refusal::Refusal;

use async_trait::async_trait;
use futures::stream::BoxStream;
use std::{collections::BTreeMap, fmt, time::Duration};
use subxt::utils::H256;

/// What a round takes: commitments in its first half, reports in its second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
	/// Commitments, which bind a reporter to its values before anybody shows any.
	Commit,
	/// Reports, each of which shows what its reporter has committed to.
	Report,
}

impl Phase {
	/// Both, in order.
	pub const ALL: [Self; 2] = [Self::Commit, Self::Report];

	/// What it takes of a reporter, in a word.
	pub const fn subject(self) -> &'static str {
		match self {
			Self::Commit => "commitment",
			Self::Report => "report",
		}
	}
}

/// The oracle's current round, seen from the best block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
	/// The chain that it is of, by the hash of its genesis.
	pub genesis: H256,
	/// Its number.
	pub number: u32,
	/// When it opened, by the chain's own clock: milliseconds of Unix time.
	pub started_at: u64,
	/// How much of it has passed, by the same clock.
	pub elapsed: Duration,
	/// How much of it passes until it takes reports.
	pub first_half: Duration,
	/// How long it lasts.
	pub length: Duration,
	/// How many reporters may report.
	pub reporters: u32,
	/// How many have committed to a report.
	pub committed: u32,
	/// How many have reported.
	pub reported: u32,
	/// How many it takes.
	pub quorum: u32,
}

impl Round {
	/// What it takes now.
	pub fn phase(&self) -> Phase {
		if self.elapsed < self.first_half {
			Phase::Commit
		} else {
			Phase::Report
		}
	}
}

/// What the chain says of a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
	/// Its name.
	pub name: String,
	/// What it counts in.
	pub unit: String,
	/// The values that may be reported; `None` if the chain measures it itself.
	pub bounds: Option<(u64, u64)>,
}

/// One report: the values of a round, ascending by metric as the chain wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
	/// The round.
	pub round: u32,
	/// Each metric's value.
	pub values: BTreeMap<u16, u64>,
	/// Keeps anybody from finding the values that fit the commitment by trying them.
	pub salt: [u8; 32],
}

/// A signed commitment or report, ready to be submitted any number of times.
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
	/// Its encoding: the same bytes are the same extrinsic.
	pub bytes: Vec<u8>,
	/// The account nonce it uses: of all extrinsics with it, one at most gets into the chain.
	pub nonce: u64,
	/// The best block at signing. What is signed lies in a later one.
	pub signed_at: u64,
	/// The last block that it is valid in.
	pub valid_until: u64,
}

impl fmt::Debug for Signed {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "Signed(nonce {}, signed at #{})", self.nonce, self.signed_at)
	}
}

/// News of what was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
	/// It waits in the node's pool.
	Pooled,
	/// It is in a best block, named by its hash.
	InBlock(String),
	/// That block left the best chain.
	Retracted,
	/// It is in a finalised block.
	Finalised(Final),
	/// The node lost sight of it; it may still be in a block.
	Lost(String),
}

/// What became of it in a finalised block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Final {
	/// The block's hash.
	pub block: String,
	/// Why the call failed, if it did.
	pub failure: Option<String>,
}

/// Where something submitted is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
	/// In a finalised block.
	Finalised(Final),
	/// In a block that is not final yet.
	InBlock,
	/// In no block, but it may still get into one.
	NoBlock,
	/// In no block, and its nonce is used by something else.
	NonceTaken,
	/// In no block, and it has expired.
	Expired,
}

/// Why the chain gave no answer, or not the one hoped for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
	/// The node cannot be reached. Trying again is right.
	#[error("{0}")]
	Outage(String),
	/// The node does not take what was submitted.
	#[error("{0}")]
	Refused(Refusal),
}

/// A node of the chain, which may come and go.
#[async_trait]
pub trait Chain: Send + Sync {
	/// The oracle's current round; `None` if no round has opened yet.
	async fn round(&self) -> Result<Option<Round>, ChainError>;

	/// Every metric that the oracle knows.
	async fn definitions(&self) -> Result<BTreeMap<u16, Definition>, ChainError>;

	/// The nonce of the reporter's next extrinsic, after those that wait in the node's pool.
	async fn nonce(&self) -> Result<u64, ChainError>;

	/// Signs what `phase` takes: the commitment to `report`, or `report` itself.
	async fn sign(&self, phase: Phase, report: &Report, nonce: u64) -> Result<Signed, ChainError>;

	/// Hands `signed` to the node's pool, and follows it.
	async fn submit(&self, signed: &Signed) -> Result<BoxStream<'static, Progress>, ChainError>;

	/// Looks for `signed` in the blocks since it was signed.
	async fn locate(&self, signed: &Signed) -> Result<Place, ChainError>;
}
