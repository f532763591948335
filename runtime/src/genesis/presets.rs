// SPDX-License-Identifier: Apache-2.0

//! The genesis presets: the DSYNC economy on a development chain of one validator, and on a local
//! test network of four.

use super::{
	categories::{self, Endowments, Funds},
	economy, json, services, staking,
};
use crate::{
	configs::consensus::BABE_GENESIS_EPOCH_CONFIG,
	constants::{
		currency::{DSYNC, EXISTENTIAL_DEPOSIT},
		time::BLOCK_TIME,
	},
	session_length::{SessionCount, SlotCount},
	BabeConfig, Balance, BalancesConfig, Emission, RuntimeGenesisConfig, SessionConfig,
	SessionKeys, SessionLengthConfig, StakingLocks, SudoConfig,
};
use alloc::{vec, vec::Vec};
use destra_genesis_grants::GenesisTable;
use destra_primitives::time::{hours, minutes};
use frame_support::{build_struct_json_patch, traits::BuildGenesisConfig};
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// What each well-known account gets on a development or test chain, out of the treasury.
const DEV_ENDOWMENT: Balance = 1_000_000 * DSYNC;

/// What each beneficiary of a grant gets to pay its first fees, out of the treasury.
const BENEFICIARY_ENDOWMENT: Balance = DSYNC;

/// Accounts with keys that everybody knows.
const DEV_ACCOUNTS: [Sr25519Keyring; 6] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
];

/// Who reports on a development chain. The agent signs as it, and nobody else does: what others send keeps its
/// nonce.
const REPORTER: Sr25519Keyring = Sr25519Keyring::One;

/// A validator with the well-known keys of a name.
type Validator = (Sr25519Keyring, Ed25519Keyring);

const ALICE: Validator = (Sr25519Keyring::Alice, Ed25519Keyring::Alice);
const BOB: Validator = (Sr25519Keyring::Bob, Ed25519Keyring::Bob);
const CHARLIE: Validator = (Sr25519Keyring::Charlie, Ed25519Keyring::Charlie);
const DAVE: Validator = (Sr25519Keyring::Dave, Ed25519Keyring::Dave);

/// A chain that the runtime knows how to begin.
struct Chain {
	validators: Vec<Validator>,
	reporters: Vec<Sr25519Keyring>,
	session: SlotCount,
	report_sessions: SessionCount,
	economy: economy::Scale,
	staking: staking::Scale,
	services: services::Scale,
}

fn development() -> Chain {
	Chain {
		validators: vec![ALICE],
		reporters: vec![REPORTER],
		session: SlotCount::literal::<{ hours(1) / BLOCK_TIME }>(),
		// Its only validator does not wait for itself to be reported.
		report_sessions: SessionCount::literal::<0>(),
		economy: economy::DEVELOPMENT,
		staking: staking::DEVELOPMENT,
		services: services::DEVELOPMENT,
	}
}

/// Sessions of two minutes, so that whoever joins sees it.
fn local_testnet() -> Chain {
	let validators = vec![ALICE, BOB, CHARLIE, DAVE];
	Chain {
		reporters: validators.iter().map(|(who, _)| *who).collect(),
		validators,
		session: SlotCount::literal::<{ minutes(2) / BLOCK_TIME }>(),
		report_sessions: SessionLengthConfig::default().report_sessions,
		economy: economy::LOCAL_TESTNET,
		staking: staking::LOCAL_TESTNET,
		services: services::LOCAL_TESTNET,
	}
}

/// What is paid out of the treasury before the first block: the development accounts, what the
/// beneficiaries of the grants need to sign with, and the deposits of the pots of emission and
/// staking.
fn endowments(table: &GenesisTable) -> Endowments {
	let developers = DEV_ACCOUNTS.into_iter().chain([REPORTER]);
	let developers = developers.map(|who| (who.to_account_id(), DEV_ENDOWMENT));
	let beneficiaries =
		table.beneficiaries().into_iter().map(|who| (who.into(), BENEFICIARY_ENDOWMENT));
	let pots = [Emission::pot(), StakingLocks::pot_account()].map(|pot| (pot, EXISTENTIAL_DEPOSIT));
	developers.chain(beneficiaries).chain(pots).collect()
}

fn session_keys((babe, grandpa): Validator) -> SessionKeys {
	SessionKeys { babe: babe.public().into(), grandpa: grandpa.public().into() }
}

fn genesis(chain: Chain) -> Value {
	let Chain { validators, reporters, session, report_sessions, economy, staking, services } =
		chain;
	let reporters = reporters.into_iter().map(|who| who.to_account_id()).collect();
	let accounts: Vec<_> = validators.iter().map(|(who, _)| who.to_account_id()).collect();
	let table = categories::table();
	let funds = Funds::new(&table, endowments(&table));
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances: funds.balances() },
		allocation: categories::allocation(&table, &funds),
		emission: economy::emission(&economy),
		parameter_changes: economy::parameter_changes(&economy),
		kpi_oracle: economy::kpi_oracle(&economy, reporters),
		staking_locks: staking::staking(&staking, accounts),
		service_payments: services::services(&services),
		session_length: SessionLengthConfig {
			slots: session,
			report_sessions,
			..Default::default()
		},
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		session: SessionConfig {
			keys: validators
				.into_iter()
				.map(|validator| {
					let who = validator.0.to_account_id();
					(who.clone(), who, session_keys(validator))
				})
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: Some(Sr25519Keyring::Alice.to_account_id()) },
	})
}

/// The preset named `id`, as a JSON patch of the default genesis.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => genesis(development()),
		LOCAL_TESTNET_RUNTIME_PRESET => genesis(local_testnet()),
		_ => return None,
	};
	serde_json::to_vec(&json::portable(patch)).ok()
}

/// The genesis that says nothing but what its pallets say by themselves, as JSON.
pub fn default() -> Option<Vec<u8>> {
	let genesis = serde_json::to_value(RuntimeGenesisConfig::default()).ok()?;
	serde_json::to_vec(&json::portable(genesis)).ok()
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}

/// Writes the state of the genesis that the `json` says in full. The error says what is wrong with it.
pub fn build(json: &[u8]) -> sp_genesis_builder::Result {
	let genesis: RuntimeGenesisConfig =
		json::read(json).map_err(|error| alloc::format!("The genesis is not usable: {error}"))?;
	genesis.build();
	Ok(())
}

/// Writes the genesis of the preset `id` into the externalities of whoever calls: for tests, and for
/// programs that print figures. The error says what is wrong with it.
#[cfg(feature = "std")]
pub fn build_preset(id: &str) -> Result<(), alloc::string::String> {
	build(preset_in_full(id)?.to_string().as_bytes())
}

/// The genesis of the preset `id` with what the preset leaves to the default.
#[cfg(feature = "std")]
pub fn preset_in_full(id: &str) -> Result<Value, alloc::string::String> {
	let json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).map_err(|e| e.to_string());
	let patch = preset(&id.into()).ok_or_else(|| alloc::format!("there is no preset {id}"))?;
	let mut genesis = json(&default().ok_or("there is no default genesis")?)?;
	merge(&mut genesis, json(&patch)?);
	Ok(genesis)
}

/// Puts what `patch` says over `genesis`.
#[cfg(feature = "std")]
fn merge(genesis: &mut Value, patch: Value) {
	match (genesis, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}
