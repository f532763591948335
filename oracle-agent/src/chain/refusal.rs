// SPDX-License-Identifier: Apache-2.0

//! Why the chain does not take a commitment or a report, and what follows from it.

use std::fmt;
use subxt::transactions::TransactionInvalid;

/// Why the chain does not take a commitment or a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
	/// The oracle refuses it, with the code of its table.
	Oracle(u8),
	/// The nonce is used already.
	Stale,
	/// A smaller nonce is still to come.
	Future,
	/// The signature does not fit: the runtime or the chain changed since.
	BadProof,
	/// The block that it was signed at is too old.
	Expired,
	/// The runtime refuses it for another reason.
	Runtime(String),
	/// The node's pool does not take these bytes for a while, whatever the runtime says of them now.
	Banned,
	/// The runtime has nothing against it, but the node's pool does not take it now.
	Pool(String),
}

/// What follows from a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
	/// The same bytes may be taken later.
	Retry,
	/// The same content, signed anew with the same nonce, may be taken.
	SignAgain,
	/// The nonce is used: by the same bytes, or by something else.
	Locate,
	/// This phase is settled, by an earlier commitment or report of the same account.
	Settled,
	/// Nothing the agent can do helps in this phase.
	GiveUp,
}

impl From<TransactionInvalid> for Refusal {
	fn from(invalid: TransactionInvalid) -> Self {
		match invalid {
			TransactionInvalid::Custom(code) => Self::Oracle(code),
			TransactionInvalid::Stale => Self::Stale,
			TransactionInvalid::Future => Self::Future,
			TransactionInvalid::BadProof => Self::BadProof,
			TransactionInvalid::AncientBirthBlock => Self::Expired,
			TransactionInvalid::ExhaustsResources => Self::Pool("the block is full".into()),
			other => Self::Runtime(format!("{other:?}")),
		}
	}
}

/// The oracle's table of codes, as `pallet-kpi-oracle` documents it under `ReportFault`: what is
/// wrong, and what to do about it.
const fn oracle_table(code: u8) -> Option<(&'static str, &'static str)> {
	Some(match code {
		100 => ("the account is no reporter", "ask governance for admission"),
		101 => ("the reporter is not active", "bond, or wait for the end of the suspension"),
		102 => ("the time for it has not come yet", "the agent tries again"),
		103 => ("the time for it is over", "the agent goes on with the next round"),
		104 => ("the account has reported in this round", "nothing: the first report counts"),
		105 => ("the report is empty", "report at least one metric"),
		106 => ("the values are not sorted by metric", "update the agent"),
		107 => ("a metric is named twice", "update the agent"),
		108 => ("the chain does not know a metric", "correct the ids of the [[metric]] tables"),
		109 => ("a metric is measured on chain", "remove its [[metric]] table"),
		110 => ("a value lies outside the bounds on chain", "check the source"),
		111 => ("the account has committed in this round", "nothing: the first commitment counts"),
		112 => (
			"the account has not committed in this round",
			"look up in the log why not; the agent commits in the next one",
		),
		113 => (
			"the account has committed to another report",
			"run one agent per account, and keep its state file",
		),
		_ => return None,
	})
}

impl Refusal {
	/// What the agent does about it.
	pub const fn consequence(&self) -> Consequence {
		match self {
			// The node may be a block behind, or about to import the block that opens the half.
			Self::Oracle(102) | Self::Future | Self::Pool(_) => Consequence::Retry,
			Self::Oracle(104 | 111) => Consequence::Settled,
			Self::Oracle(_) | Self::Runtime(_) => Consequence::GiveUp,
			Self::Stale => Consequence::Locate,
			// Of the same content each signature makes other bytes, and with one nonce one of them at most
			// gets in.
			Self::BadProof | Self::Expired | Self::Banned => Consequence::SignAgain,
		}
	}
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self {
			Self::Oracle(code) => match oracle_table(*code) {
				Some((fault, remedy)) => write!(f, "{fault} (code {code}): {remedy}"),
				None => write!(f, "the runtime refuses it with an unknown code {code}"),
			},
			Self::Stale => f.write_str("its nonce is used already"),
			Self::Future => f.write_str("a smaller nonce is still to come"),
			Self::BadProof => f.write_str("its signature does not fit the runtime"),
			Self::Expired => f.write_str("it has expired"),
			Self::Banned => f.write_str("the node's pool has banned it for a while"),
			Self::Runtime(reason) => write!(f, "the runtime refuses it: {reason}"),
			Self::Pool(reason) => write!(f, "the node's pool does not take it now: {reason}"),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_code_of_the_oracle_has_a_meaning_and_a_remedy() {
		for code in 100..=113 {
			let text = Refusal::from(TransactionInvalid::Custom(code)).to_string();
			assert!(text.contains(&format!("(code {code}): ")), "{text}");
		}
		assert!(Refusal::Oracle(99).to_string().contains("unknown code 99"));
		assert!(Refusal::Oracle(114).to_string().contains("unknown code 114"));
	}

	#[test]
	fn only_what_can_pass_is_tried_again() {
		let consequence = |invalid: TransactionInvalid| Refusal::from(invalid).consequence();
		assert_eq!(consequence(TransactionInvalid::Custom(102)), Consequence::Retry);
		assert_eq!(consequence(TransactionInvalid::Custom(104)), Consequence::Settled);
		assert_eq!(consequence(TransactionInvalid::Custom(111)), Consequence::Settled);
		for code in [100, 103, 112, 113] {
			assert_eq!(
				consequence(TransactionInvalid::Custom(code)),
				Consequence::GiveUp,
				"{code}"
			);
		}
		assert_eq!(consequence(TransactionInvalid::ExhaustsResources), Consequence::Retry);
		assert_eq!(consequence(TransactionInvalid::Future), Consequence::Retry);
		assert_eq!(consequence(TransactionInvalid::Stale), Consequence::Locate);
		assert_eq!(consequence(TransactionInvalid::BadProof), Consequence::SignAgain);
		assert_eq!(consequence(TransactionInvalid::AncientBirthBlock), Consequence::SignAgain);
		assert_eq!(consequence(TransactionInvalid::Payment), Consequence::GiveUp);
		assert_eq!(Refusal::Banned.consequence(), Consequence::SignAgain);
	}
}
