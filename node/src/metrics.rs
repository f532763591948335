// SPDX-License-Identifier: Apache-2.0

//! The token economy as Prometheus gauges, as it stands at the best block.
//!
//! | gauge | says |
//! |---|---|
//! | `destra_issuance_dsync` | the total issuance |
//! | `destra_minted_dsync{cause}` | minted since genesis: `fixed`, `kpi:METRIC` |
//! | `destra_burned_dsync{cause}` | burned since genesis: `transaction_fee`, `slash`, … |
//! | `destra_emission_phase` | 0 idle, 1 running, 2 paused |
//! | `destra_kpi_state{metric}` | 0 fresh, 1 degraded, 2 stale, 3 halted, 4 uncovered |
//! | `destra_kpi_value{metric}` | the last accepted value; absent as long as there is none |
//! | `destra_kpi_accepted_timestamp_seconds{metric}` | when that value was accepted, in seconds since the Unix epoch |
//! | `destra_kpi_round` | the current round of reports |
//! | `destra_kpi_bond_dsync` | the least bond of an active reporter |
//! | `destra_kpi_required_bond_dsync{idle_days}` | what it has to be, now and after 30 days in which nothing is achieved |
//!
//! Amounts are in DSYNC, as floating-point numbers: for watching, not for accounting. Times are points, not ages: an
//! age would stand still with the chain. None of these is a counter, since a reorganisation can lower each.

use crate::{
	service::{Block, FullClient, Hash},
	standing::{time_of, Standing},
};
use destra_primitives::{
	apis::{CoverReport, EmissionApi, EmissionPhase, KpiOracleApi, MetricReport, SupplyReport},
	time::days,
	Balance, BurnCause, KpiState, MetricId, MintCause, ServiceClass,
};
use futures::StreamExt;
use sc_client_api::BlockchainEvents;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::{collections::BTreeMap, sync::Arc};
use substrate_prometheus_endpoint::{
	register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};

/// Planck in one DSYNC.
const DSYNC: f64 = 1e18;

/// After how many days without an achievement the required bond is told.
const IDLE_DAYS: [u64; 2] = [0, 30];

/// Keeps the gauges at the best block until the node stops.
pub async fn watch(mut economy: Economy, standing: Standing, client: Arc<FullClient>) {
	// Blocks that pile up while the gauges are being set are skipped, all but the last one.
	let mut imports = client.import_notification_stream().ready_chunks(1_024);
	let mut block = client.info().best_hash;
	let mut stuck = false;
	loop {
		let result = standing.update(&client, block).and_then(|()| economy.update(&client, block));
		match &result {
			Ok(()) if stuck => {
				log::info!("The gauges follow the chain again, from block {block} on.")
			}
			Ok(()) => {}
			// Said once.
			Err(error) if stuck => log::debug!("No figures at block {block}: {error}"),
			Err(error) => log::warn!(
				"The gauges stand still: no figures at block {block}: {error}. Is this node older than \
				 the runtime of the chain?"
			),
		}
		stuck = result.is_err();
		block = loop {
			let Some(chunk) = imports.next().await else { return };
			if let Some(best) = chunk.iter().rev().find(|import| import.is_new_best) {
				break best.hash;
			}
		};
	}
}

/// The gauges.
pub struct Economy {
	issuance: Gauge<F64>,
	minted: GaugeVec<F64>,
	burned: GaugeVec<F64>,
	phase: Gauge<U64>,
	kpi_state: GaugeVec<U64>,
	kpi_value: GaugeVec<U64>,
	kpi_accepted: GaugeVec<F64>,
	kpi_round: Gauge<U64>,
	bond: Gauge<F64>,
	required_bond: GaugeVec<F64>,
	/// The metrics that there are gauges of.
	names: BTreeMap<MetricId, String>,
}

impl Economy {
	/// Registers the gauges.
	pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
		let vec = |name: &str, help: &str, label: &str| {
			register(GaugeVec::<F64>::new(Opts::new(name, help), &[label])?, registry)
		};
		let counts = |name: &str, help: &str, label: &str| {
			register(GaugeVec::<U64>::new(Opts::new(name, help), &[label])?, registry)
		};

		let burned = vec("destra_burned_dsync", "DSYNC burned since genesis, by cause.", "cause")?;
		// A cause under which nothing was burned yet is zero, not absent.
		for cause in &BurnCause::ALL {
			burned.with_label_values(&[burn_label(cause)]).set(0.0);
		}

		Ok(Self {
			burned,
			issuance: register(
				Gauge::new("destra_issuance_dsync", "Total issuance in DSYNC.")?,
				registry,
			)?,
			minted: vec("destra_minted_dsync", "DSYNC minted since genesis, by cause.", "cause")?,
			phase: register(
				Gauge::new("destra_emission_phase", "0 idle, 1 running, 2 paused.")?,
				registry,
			)?,
			kpi_state: counts(
				"destra_kpi_state",
				"0 fresh, 1 degraded, 2 stale, 3 halted, 4 uncovered.",
				"metric",
			)?,
			kpi_value: counts(
				"destra_kpi_value",
				"Last accepted value, in the unit of the metric.",
				"metric",
			)?,
			kpi_accepted: vec(
				"destra_kpi_accepted_timestamp_seconds",
				"When the last value was accepted, in seconds since the Unix epoch.",
				"metric",
			)?,
			kpi_round: register(
				Gauge::new("destra_kpi_round", "Number of the current round of reports.")?,
				registry,
			)?,
			bond: register(
				Gauge::new("destra_kpi_bond_dsync", "Least bond of an active reporter, in DSYNC.")?,
				registry,
			)?,
			required_bond: vec(
				"destra_kpi_required_bond_dsync",
				"What the bond has to be after so many days in which no metric achieves anything, in DSYNC.",
				"idle_days",
			)?,
			names: BTreeMap::new(),
		})
	}

	/// Reads the chain at `block` and sets the gauges.
	fn update(&mut self, client: &FullClient, block: Hash) -> Result<(), ApiError> {
		let api = client.runtime_api();
		// All of them before the first gauge moves: if one cannot be read, all stand still.
		let metrics = KpiOracleApi::<Block>::metrics(&*api, block)?;
		let supply = EmissionApi::<Block>::supply(&*api, block)?;
		let phase = EmissionApi::<Block>::phase(&*api, block)?;
		let round = KpiOracleApi::<Block>::round(&*api, block)?.round;
		let now = time_of(client, block)?;
		let cover = |idle| KpiOracleApi::<Block>::cover(&*api, block, days(idle));
		let covers = [cover(IDLE_DAYS[0])?, cover(IDLE_DAYS[1])?];
		self.set_names(&metrics);
		self.set_kpis(&metrics, now);
		self.set_supply(&supply);
		self.phase.set(phase_code(phase));
		self.kpi_round.set(round.into());
		self.set_covers(&covers);
		Ok(())
	}

	fn set_supply(&self, supply: &SupplyReport) {
		self.issuance.set(dsync(supply.total_issuance));
		for (cause, amount) in &supply.minted {
			let label = mint_label(cause, &self.names);
			self.minted.with_label_values(&[&label]).set(dsync(*amount));
		}
		for (cause, amount) in &supply.burned {
			self.burned.with_label_values(&[burn_label(cause)]).set(dsync(*amount));
		}
	}

	/// Lets go of the gauges of metrics that are no more, or have another name now.
	fn set_names(&mut self, metrics: &[MetricReport]) {
		let names = metrics.iter().map(|report| (report.metric, name(report))).collect();
		if names != self.names {
			self.minted.reset();
			self.kpi_state.reset();
			self.kpi_value.reset();
			self.kpi_accepted.reset();
			self.names = names;
		}
	}

	fn set_covers(&self, covers: &[CoverReport; 2]) {
		for (days, cover) in IDLE_DAYS.iter().zip(covers) {
			self.bond.set(dsync(cover.bond));
			self.required_bond.with_label_values(&[&days.to_string()]).set(dsync(cover.required));
		}
	}

	/// `now` is when the block was made, in seconds since the Unix epoch.
	fn set_kpis(&self, metrics: &[MetricReport], now: f64) {
		for report in metrics {
			let label = name(report);
			let label = &[label.as_str()];
			self.kpi_state.with_label_values(label).set(state_code(report.state));
			match report.value {
				Some(value) => {
					self.kpi_value.with_label_values(label).set(value);
					self.kpi_accepted
						.with_label_values(label)
						.set(now - report.age as f64 / 1_000.0);
				}
				None => {
					// Absent is never zero. There is nothing to remove where there was no value.
					let _ = self.kpi_value.remove_label_values(label);
					let _ = self.kpi_accepted.remove_label_values(label);
				}
			}
		}
	}
}

fn dsync(planck: Balance) -> f64 {
	planck as f64 / DSYNC
}

fn name(report: &MetricReport) -> String {
	String::from_utf8_lossy(&report.name).into_owned()
}

fn mint_label(cause: &MintCause, names: &BTreeMap<MetricId, String>) -> String {
	match cause {
		MintCause::Fixed => "fixed".into(),
		MintCause::Kpi(id) => match names.get(id) {
			Some(name) => format!("kpi:{name}"),
			// A metric that is no more has no name either.
			None => format!("kpi:{}", id.0),
		},
	}
}

fn burn_label(cause: &BurnCause) -> &'static str {
	match cause {
		BurnCause::TransactionFee => "transaction_fee",
		BurnCause::Service(ServiceClass::Hosting) => "service:hosting",
		BurnCause::Service(ServiceClass::Storage) => "service:storage",
		BurnCause::Service(ServiceClass::Dns) => "service:dns",
		BurnCause::Service(ServiceClass::Rpc) => "service:rpc",
		BurnCause::Service(ServiceClass::GpuCompute) => "service:gpu_compute",
		BurnCause::Service(ServiceClass::AiTraining) => "service:ai_training",
		BurnCause::Slash => "slash",
		BurnCause::Dust => "dust",
		BurnCause::EarlyExit => "early_exit",
		BurnCause::Voluntary => "voluntary",
	}
}

fn phase_code(phase: EmissionPhase) -> u64 {
	match phase {
		EmissionPhase::Idle => 0,
		EmissionPhase::Running => 1,
		EmissionPhase::Paused => 2,
	}
}

fn state_code(state: KpiState) -> u64 {
	match state {
		KpiState::Fresh => 0,
		KpiState::Degraded => 1,
		KpiState::Stale => 2,
		KpiState::Halted => 3,
		KpiState::Uncovered => 4,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// When the block was made.
	const NOW: f64 = 100.0;

	fn report(value: Option<u64>, state: KpiState) -> MetricReport {
		MetricReport {
			metric: MetricId(7),
			name: b"gpu-hours".to_vec(),
			unit: b"h".to_vec(),
			value,
			state,
			age: 1_500,
			agreeing: 3,
		}
	}

	fn exposition(registry: &Registry) -> String {
		use substrate_prometheus_endpoint::prometheus::TextEncoder;
		TextEncoder::new().encode_to_string(&registry.gather()).unwrap()
	}

	#[test]
	fn a_value_is_exposed_and_vanishes_when_it_is_gone() {
		let registry = Registry::new();
		let economy = Economy::register(&registry).unwrap();

		economy.set_kpis(&[report(Some(42), KpiState::Degraded)], NOW);
		let text = exposition(&registry);
		assert!(text.contains("destra_kpi_value{metric=\"gpu-hours\"} 42\n"), "{text}");
		assert!(text.contains("destra_kpi_state{metric=\"gpu-hours\"} 1\n"), "{text}");
		let accepted = "destra_kpi_accepted_timestamp_seconds{metric=\"gpu-hours\"} 98.5\n";
		assert!(text.contains(accepted), "{text}");

		economy.set_kpis(&[report(None, KpiState::Stale)], NOW);
		let text = exposition(&registry);
		assert!(!text.contains("destra_kpi_value{"), "{text}");
		assert!(text.contains("destra_kpi_state{metric=\"gpu-hours\"} 2\n"), "{text}");
	}

	#[test]
	fn a_metric_that_was_retired_leaves_no_gauge() {
		let registry = Registry::new();
		let mut economy = Economy::register(&registry).unwrap();
		let metrics = [report(Some(42), KpiState::Fresh)];
		economy.set_names(&metrics);
		economy.set_kpis(&metrics, NOW);
		assert!(exposition(&registry).contains("gpu-hours"));
		economy.set_names(&[]);
		economy.set_kpis(&[], NOW);
		assert!(!exposition(&registry).contains("gpu-hours"));
	}

	#[test]
	fn amounts_are_in_dsync_and_named_by_cause() {
		let registry = Registry::new();
		let mut economy = Economy::register(&registry).unwrap();
		let supply = SupplyReport {
			genesis: 0,
			minted: vec![
				(MintCause::Fixed, 1_500_000_000_000_000_000),
				(MintCause::Kpi(MetricId(7)), 2_000_000_000_000_000_000),
				(MintCause::Kpi(MetricId(8)), 1),
			],
			burned: vec![(BurnCause::TransactionFee, 250_000_000_000_000_000)],
			total_issuance: 500_000_000_000_000_000_000_000_000,
			circulating: 0,
			carried: 0,
			remaining: 0,
			liabilities: vec![],
		};

		economy.set_names(&[report(None, KpiState::Fresh)]);
		economy.set_supply(&supply);
		let text = exposition(&registry);
		assert!(text.contains("destra_issuance_dsync 500000000\n"), "{text}");
		assert!(text.contains("destra_minted_dsync{cause=\"fixed\"} 1.5\n"), "{text}");
		assert!(text.contains("destra_minted_dsync{cause=\"kpi:gpu-hours\"} 2\n"), "{text}");
		assert!(text.contains("cause=\"kpi:8\""), "{text}");

		// What was minted for a metric that has been retired goes on under its number.
		economy.set_names(&[]);
		economy.set_supply(&supply);
		assert!(exposition(&registry).contains("cause=\"kpi:7\"} 2\n"));
		assert!(!exposition(&registry).contains("gpu-hours"));
		assert!(text.contains("destra_burned_dsync{cause=\"transaction_fee\"} 0.25\n"), "{text}");
	}

	#[test]
	fn the_bond_is_told_with_what_it_has_to_be() {
		let registry = Registry::new();
		let economy = Economy::register(&registry).unwrap();
		let cover = |required| CoverReport {
			bond: 2_500_000_000_000_000_000,
			required,
			majority: 2,
			gain: 2 * required,
		};
		economy.set_covers(&[cover(1_500_000_000_000_000_000), cover(3_000_000_000_000_000_000)]);
		let text = exposition(&registry);
		assert!(text.contains("destra_kpi_bond_dsync 2.5\n"), "{text}");
		for line in ["{idle_days=\"0\"} 1.5\n", "{idle_days=\"30\"} 3\n"] {
			assert!(text.contains(&format!("destra_kpi_required_bond_dsync{line}")), "{text}");
		}
	}

	#[test]
	fn every_burn_cause_has_its_own_label() {
		let labels: std::collections::BTreeSet<_> = BurnCause::ALL.iter().map(burn_label).collect();
		assert_eq!(labels.len(), BurnCause::ALL.len());
	}
}
