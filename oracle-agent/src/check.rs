// SPDX-License-Identifier: Apache-2.0

//! `--check`: says whether the agent would work, without submitting anything.

use crate::{
	chain::{node::Node, Chain, Definition, Round},
	cli::Parts,
	number,
	reporter::{permitted, too_long_for, Plan},
	sample::{Meter, Refusal},
};
use futures::future::join_all;
use std::{collections::BTreeMap, process::ExitCode, time::Duration};

/// How long a source may take while no round says how long it may.
const PATIENCE: Duration = Duration::from_secs(60);

/// Checks node and sources, and prints a line for each.
pub async fn run(parts: Parts) -> ExitCode {
	let Parts { node, mut meters, store, plan, .. } = parts;
	println!("configuration  ok, metrics: {}", meters.len());
	println!("state          ok: {} can be written", store.path().display());
	let (chain, mut well) = check_node(&node, &plan).await;
	// Side by side: the slowest source says how long it takes.
	let lines = join_all(meters.iter_mut().map(|meter| check_meter(meter, &chain))).await;
	for (meter, line) in meters.iter().zip(lines) {
		well &= line.is_ok();
		let line = line.unwrap_or_else(|line| line);
		println!("metric {:<7} {} {line}", meter.id, meter.name);
	}
	if well {
		ExitCode::SUCCESS
	} else {
		eprintln!("error: something above does not work");
		ExitCode::FAILURE
	}
}

/// What the chain asks of the sources.
#[derive(Default)]
struct Demands {
	/// What it measures, if it answers.
	definitions: Option<BTreeMap<u16, Definition>>,
	/// How long sampling may last in a round, if one is open.
	window: Option<Duration>,
}

/// What the chain asks of the sources, and whether node and account are ready for reports.
async fn check_node(node: &Node, plan: &Plan) -> (Demands, bool) {
	let state = async {
		let round = node.round().await?;
		let standing = node.standing().await?;
		Ok::<_, crate::chain::ChainError>((round, standing, node.definitions().await?))
	};
	match state.await {
		Err(error) => {
			println!("node           failed: {error}");
			(Demands::default(), false)
		}
		Ok((round, standing, definitions)) => {
			let window = round.as_ref().map(|round| plan.window(round.first_half));
			let round = round.map_or("no round is open yet".into(), |round| {
				let Round { number, length, first_half, .. } = round;
				format!("round {number} is open for {length:?}, for commitments the first {first_half:?}")
			});
			println!("node           ok: {}, {round}", node.address());
			let (word, standing, ready) = match standing {
				Ok(standing) => ("ok", standing, true),
				Err(standing) => ("failed", standing, false),
			};
			println!("account        {word}: {} is {standing}", node.account());
			(Demands { definitions: Some(definitions), window }, ready)
		}
	}
}

async fn check_meter(meter: &mut Meter, chain: &Demands) -> Result<String, String> {
	if let Some(why) = chain.window.and_then(|window| too_long_for(window, meter.timeout)) {
		return Err(format!("failed: {why}: lower it"));
	}
	let sample = meter.sample(PATIENCE).await;
	let (sample, unit) = match &chain.definitions {
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
		Err(Refusal::FirstSample) => match meter.read(PATIENCE).await {
			Ok(count) => Ok(format!(
				"ok: the counter stands at {}; its rate needs a second sample, one round later",
				number::display(&count),
			)),
			Err(error) => Err(format!("failed: {error}")),
		},
		Err(refusal) => Err(format!("failed: {refusal}")),
	}
}
