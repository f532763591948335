// SPDX-License-Identifier: Apache-2.0

//! What the agent knows of the runtime: the oracle's call, and what the oracle says of itself.
//! Encoding and decoding follow the metadata, so fields may be added and types may move.

use super::{ChainError, Definition, Report};
use subxt::{
	client::OnlineClientAtBlock,
	config::substrate::SubstrateConfig,
	dynamic,
	ext::{
		codec::{Decode, Encode},
		scale_decode::DecodeAsType,
	},
	transactions::DynamicPayload,
};

/// The pallet that takes reports, as the runtime names it.
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
	pub ends_at: u64,
	pub reporters: u32,
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
	Reported { bounds: Bounds },
	Metered {},
}

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
				Kind::Reported { bounds } => Some((bounds.min, bounds.max)),
				Kind::Metered {} => None,
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

/// `KpiOracle.report(round, values)`. The metadata wraps the plain types as the runtime does.
pub fn report(report: &Report) -> DynamicPayload<(u32, Vec<(u16, u64)>)> {
	let values = report.values.iter().map(|(metric, value)| (*metric, *value)).collect();
	dynamic::tx(PALLET, "report", (report.round, values))
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
