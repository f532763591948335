// SPDX-License-Identifier: Apache-2.0

//! `--check`: says whether the agent would work, without submitting anything.

use crate::{
	chain::{node::Node, Chain, Definition, Round},
	cli::Parts,
	number,
	reporter::permitted,
	sample::{Meter, Refusal},
};
use std::{collections::BTreeMap, process::ExitCode};

/// Checks node and sources, and prints a line for each.
pub async fn run(parts: Parts) -> ExitCode {
	let Parts { node, mut meters, store, .. } = parts;
	println!("configuration  ok, metrics: {}", meters.len());
	println!("state          ok: {} can be written", store.path().display());
	let (definitions, mut well) = check_node(&node).await;
	for meter in &mut meters {
		let line = match check_meter(meter, definitions.as_ref()).await {
			Ok(line) => line,
			Err(line) => {
				well = false;
				line
			}
		};
		println!("metric {:<7} {} {line}", meter.id, meter.name);
	}
	if well {
		ExitCode::SUCCESS
	} else {
		eprintln!("error: something above does not work");
		ExitCode::FAILURE
	}
}

/// What the chain measures, and whether node and account are ready for reports.
async fn check_node(node: &Node) -> (Option<BTreeMap<u16, Definition>>, bool) {
	let state = async {
		let round = node.round().await?;
		let standing = node.standing().await?;
		Ok::<_, crate::chain::ChainError>((round, standing, node.definitions().await?))
	};
	match state.await {
		Err(error) => {
			println!("node           failed: {error}");
			(None, false)
		}
		Ok((round, standing, definitions)) => {
			let round = round.map_or("no round is open yet".into(), |round| {
				let Round { number, length, first_half, .. } = round;
				format!("round {number} is open for {length:?}, for commitments the first {first_half:?}")
			});
			println!("node           ok: {}, {round}", node.url());
			let (word, standing, ready) = match standing {
				Ok(standing) => ("ok", standing, true),
				Err(standing) => ("failed", standing, false),
			};
			println!("account        {word}: {} is {standing}", node.account());
			(Some(definitions), ready)
		}
	}
}

async fn check_meter(
	meter: &mut Meter,
	definitions: Option<&BTreeMap<u16, Definition>>,
) -> Result<String, String> {
	let sample = meter.sample().await;
	let (sample, unit) = match definitions {
		None => (sample, String::new()),
		Some(definitions) => {
			let definition = definitions.get(&meter.id);
			let unit = definition.map_or(String::new(), |definition| {
				format!(" {} (`{}` on chain)", definition.unit, definition.name)
			});
			(permitted(definition, sample), unit)
		}
	};
	match sample {
		Ok(value) => Ok(format!("ok: {value}{unit}")),
		Err(Refusal::FirstSample) => match meter.read().await {
			Ok(count) => Ok(format!(
				"ok: the counter stands at {}; its rate needs a second sample, one round later",
				number::display(&count),
			)),
			Err(error) => Err(format!("failed: {error}")),
		},
		Err(refusal) => Err(format!("failed: {refusal}")),
	}
}
