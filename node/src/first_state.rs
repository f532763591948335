// SPDX-License-Identifier: Apache-2.0

//! Whether a chain can begin with the state that a raw specification holds.
//!
//! `export-state` writes the state at any block in the form of a specification. Only that of block 0 begins a chain:
//! the runtime asks of block 1 that the state before it be of block 0, and BABE and GRANDPA that their sets and epochs
//! have not begun. A node that began with another one would come up and never make a block.

use serde::Deserialize;
use sp_core::Bytes;
use std::fs;

/// What of a specification tells it. Whatever else there is gets passed over.
#[derive(Deserialize)]
struct Spec {
	genesis: Genesis,
}

#[derive(Deserialize)]
struct Genesis {
	raw: Option<Raw>,
}

#[derive(Deserialize)]
struct Raw {
	top: Top,
}

#[derive(Deserialize)]
struct Top {
	/// Where the runtime keeps the number of the block that a state is of: `System::Number`.
	#[serde(rename = "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac")]
	number: Option<Bytes>,
}

/// Refuses a specification in the file at `path` whose state is that of a later block.
pub fn check(path: &str) -> Result<(), String> {
	let text = fs::read(path).map_err(|error| error.to_string())?;
	let spec: Spec = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
	match spec.genesis.raw.and_then(|raw| raw.top.number.as_ref().map(number)) {
		None | Some(0) => Ok(()),
		Some(number) => Err(format!(
			"it holds the state of block {number}, as `export-state` writes it, and a chain begins with that of \
			 block 0. To carry on a chain elsewhere, let a node there sync it, copy the folder of the chain, or \
			 take its blocks along with `export-blocks` and `import-blocks`"
		)),
	}
}

/// A block number as a state holds it: little-endian.
fn number(value: &Bytes) -> u64 {
	value.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
