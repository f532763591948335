// SPDX-License-Identifier: Apache-2.0

//! What the agent knows of the runtime: the oracle's calls, and what the oracle says of itself.
//! Encoding and decoding follow the metadata, so fields may be added and types may move.

use super::{ChainError, Definition, Report};
use subxt::{
	client::OnlineClientAtBlock,
	config::{
		substrate::{BlakeTwo256, SubstrateConfig, H256},
		Hasher,
	},
	dynamic,
	ext::{
		codec::{Decode, Encode},
		scale_decode::DecodeAsType,
	},
	transactions::DynamicPayload,
	utils::AccountId32,
};

/// The pallet that takes commitments and reports, as the runtime names it.
const PALLET: &str = "KpiOracle";

/// An answer that did not come, or that makes no sense.
pub fn outage(error: impl std::fmt::Display) -> ChainError {
	ChainError::Outage(error.to_string())
}

/// What the runtime says of a round; fields that the agent does not use are not decoded.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RoundReport {
	pub round: u32,
	pub started_at: u64,
	pub reports_from: u64,
	pub ends_at: u64,
	pub reporters: u32,
	pub committed: u32,
	pub reported: u32,
	pub quorum: u32,
}

/// What the oracle says of a metric; fields that the agent does not use are not decoded.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Metric {
	pub id: u16,
	pub name: Vec<u8>,
	pub unit: Vec<u8>,
	pub kind: Kind,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Kind {
	Reported(Reported),
	Metered(Metered),
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Reported {
	pub bounds: Bounds,
}

/// Nothing of it matters to who does not measure it.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Metered {}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Bounds {
	pub min: u64,
	pub max: u64,
}

impl From<Metric> for Definition {
	fn from(metric: Metric) -> Self {
		Self {
			name: String::from_utf8_lossy(&metric.name).into_owned(),
			unit: String::from_utf8_lossy(&metric.unit).into_owned(),
			bounds: match metric.kind {
				Kind::Reported(Reported { bounds }) => Some((bounds.min, bounds.max)),
				Kind::Metered(Metered {}) => None,
			},
		}
	}
}

/// What the oracle says of an account.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ReporterStatus {
	pub reporter: Option<Reporter>,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Reporter {
	pub standing: Standing,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Standing {
	Admitted,
	Active { from: u32 },
	Suspended { rounds: u32 },
}

fn values(report: &Report) -> Vec<(u16, u64)> {
	report.values.iter().map(|(metric, value)| (*metric, *value)).collect()
}

/// What binds `who` to `report`: `blake2_256` of the encoded `(who, round, values, salt)`. Nobody else
/// can use it, in no other round.
fn commitment(who: &AccountId32, report: &Report) -> H256 {
	BlakeTwo256.hash(&(who, report.round, values(report), report.salt).encode())
}

/// `KpiOracle.commit(round, commitment)`. The metadata wraps the plain types as the runtime does.
pub fn commit(who: &AccountId32, report: &Report) -> DynamicPayload<(u32, [u8; 32])> {
	dynamic::tx(PALLET, "commit", (report.round, commitment(who, report).0))
}

/// `KpiOracle.report(round, values, salt)`.
pub fn report(report: &Report) -> DynamicPayload<(u32, Vec<(u16, u64)>, [u8; 32])> {
	dynamic::tx(PALLET, "report", (report.round, values(report), report.salt))
}

/// Asks a view function of the oracle at a block; `arguments` is their encoding.
///
/// Written out because subxt 0.50 leaves out the length of the arguments and the envelope of the
/// answer: no runtime understands its calls.
pub async fn view<T: DecodeAsType>(
	at_block: &OnlineClientAtBlock<SubstrateConfig>,
	name: &str,
	arguments: Vec<u8>,
) -> Result<T, ChainError> {
	let metadata = at_block.metadata();
	let function = metadata
		.pallet_by_name(PALLET)
		.and_then(|pallet| pallet.view_function_by_name(name))
		.ok_or_else(|| outage(format!("the runtime has no view function {PALLET}.{name}")))?;
	let (id, output) = (*function.query_id(), function.output_ty());
	let answer = at_block
		.runtime_apis()
		.call_raw("RuntimeViewFunction_execute_view_function", Some(&(id, arguments).encode()))
		.await
		.map_err(outage)?;
	let bytes = match answer.split_first() {
		Some((0, bytes)) => Vec::<u8>::decode(&mut &*bytes).map_err(outage)?,
		_ => return Err(outage(format!("the runtime refuses view function {PALLET}.{name}"))),
	};
	T::decode_as_type(&mut &*bytes, output, metadata.types()).map_err(outage)
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The vector of docs/running-an-oracle.md, which the runtime's own test has too.
	#[test]
	fn a_commitment_is_the_hash_of_account_round_values_and_salt() {
		let values = [(0, 1_000), (1, 240), (3, 9_990)].into();
		let report = Report { round: 7, values, salt: [2; 32] };
		let hash = commitment(&AccountId32([1; 32]), &report);
		let expected = "0x4d8191d144c3f671447327bded01b851afc6d561e1f62fded4c4b88a8b20e70d";
		assert_eq!(format!("{hash:?}"), expected);
	}
}
