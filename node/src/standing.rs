// SPDX-License-Identifier: Apache-2.0

//! Where the chain stands, and whether this node takes part in it, as Prometheus gauges.
//!
//! | gauge | says |
//! |---|---|
//! | `destra_best_block_timestamp_seconds` | when the slot of the best block began, in seconds since the Unix epoch; 0 at genesis |
//! | `destra_validates` | 1 if the keystore has the key of a member of the validator set, otherwise 0 |

use crate::service::{Block, FullClient, Hash, Header};
use sc_consensus_babe::find_pre_digest;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_consensus_babe::{AuthorityId, BabeApi, SlotDuration};
use sp_keystore::{Keystore, KeystorePtr};
use sp_runtime::traits::Header as _;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, F64, U64};

/// The gauges, and the keys that they ask for.
pub struct Standing {
	best_block: Gauge<F64>,
	validates: Gauge<U64>,
	keystore: KeystorePtr,
}

impl Standing {
	/// Registers the gauges.
	pub fn register(registry: &Registry, keystore: KeystorePtr) -> Result<Self, PrometheusError> {
		let best_block = Gauge::new(
			"destra_best_block_timestamp_seconds",
			"When the best block was made, in seconds since the Unix epoch; 0 at genesis.",
		)?;
		let validates = Gauge::new(
			"destra_validates",
			"1 if the keystore has the key of a member of the validator set.",
		)?;
		Ok(Self {
			best_block: register(best_block, registry)?,
			validates: register(validates, registry)?,
			keystore,
		})
	}

	/// Reads the chain at `block` and sets the gauges.
	pub fn update(&self, client: &FullClient, block: Hash) -> Result<(), ApiError> {
		let api = client.runtime_api();
		let authorities = api.current_epoch(block)?.authorities;
		self.best_block.set(time_of(client, block)?);
		let keys = authorities.iter().map(|(key, _weight)| key);
		self.validates.set(has_one(&*self.keystore, keys).into());
		Ok(())
	}
}

/// When a block was made, in seconds since the Unix epoch; 0 at genesis.
pub fn time_of(client: &FullClient, block: Hash) -> Result<f64, ApiError> {
	let slot_duration = client.runtime_api().configuration(block)?.slot_duration();
	let header = client.header(block).map_err(|error| ApiError::Application(error.into()))?;
	Ok(header.map_or(0.0, |header| slot_began(&header, slot_duration)))
}

/// When the slot of a block began. The genesis block has no slot.
fn slot_began(header: &Header, slot_duration: SlotDuration) -> f64 {
	if *header.number() == 0 {
		return 0.0;
	}
	let slot = find_pre_digest::<Block>(header).map_or(0, |digest| *digest.slot());
	slot.saturating_mul(slot_duration.as_millis()) as f64 / 1_000.0
}

/// Whether the keystore has one of these keys.
fn has_one<'a>(keystore: &dyn Keystore, mut keys: impl Iterator<Item = &'a AuthorityId>) -> bool {
	let own = keystore.sr25519_public_keys(sp_consensus_babe::KEY_TYPE);
	keys.any(|key| own.iter().any(|own| AuthorityId::from(*own) == *key))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_keystore::testing::MemoryKeystore;

	/// Puts the key of `name` into a keystore.
	fn keep(keystore: &MemoryKeystore, name: &str) -> AuthorityId {
		let seed = format!("//{name}");
		keystore.sr25519_generate_new(sp_consensus_babe::KEY_TYPE, Some(&seed)).unwrap().into()
	}

	#[test]
	fn a_node_validates_if_it_has_the_key_of_a_member() {
		let (all, keystore) = (MemoryKeystore::new(), MemoryKeystore::new());
		let set = ["Alice", "Bob"].map(|name| keep(&all, name));
		assert!(!has_one(&keystore, set.iter()), "it has no key");
		keep(&keystore, "Charlie");
		assert!(!has_one(&keystore, set.iter()), "it has another's key");
		keep(&keystore, "Bob");
		assert!(has_one(&keystore, set.iter()));
		assert!(!has_one(&keystore, set[..1].iter()), "Bob has left the set");
	}
}
