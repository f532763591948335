// SPDX-License-Identifier: Apache-2.0

//! What a majority of the oracle's reporters can gain, and what it puts at stake: the table of the
//! threat model, from the genesis of the presets.
//!
//! ```text
//! cargo run -p destra-runtime --example threat-model                     # prints the table
//! cargo run -p destra-runtime --example threat-model -- --write docs     # renews it
//! cargo run -p destra-runtime --example threat-model -- --check docs     # fails if it is stale
//! ```
//!
//! In the folder it stands in `kpi-oracle.md` between two marks.

use destra_economics::corruption::{gain, gain_by_steps, minimal_bond, Standing, StepBound};
use destra_primitives::{
	corruption_gain, required_bond,
	time::{days, years},
	KpiExposure, MetricId, ReporterStakes,
};
use destra_runtime::{constants::currency::DSYNC, genesis, Emission, KpiOracle};
use pallet_kpi_oracle::{types::ReportedMetric, Metric, MetricKind};
use std::{error::Error, fmt::Write as _, fs, path::Path, process::ExitCode};

const PRESETS: [&str; 2] = ["local_testnet", "development"];

const PAGE: &str = "kpi-oracle.md";
const BEGIN: &str = "<!-- threat model: begin (written by runtime/examples/threat-model.rs) -->\n";
const END: &str = "<!-- threat model: end -->";

const USAGE: &str = "usage: threat-model [--write FOLDER | --check FOLDER]";

fn main() -> ExitCode {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
	let result = match arguments[..] {
		[] => tables().map(|tables| print!("{tables}")),
		["--write", folder] => write(Path::new(folder)),
		["--check", folder] => check(Path::new(folder)),
		_ => Err(USAGE.into()),
	};
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("threat-model: {error}");
			ExitCode::FAILURE
		}
	}
}

// --- the figures ------------------------------------------------------------------------------------

/// The figures of all presets, as Markdown.
fn tables() -> Result<String, Box<dyn Error>> {
	let tables: Result<Vec<_>, _> = PRESETS.iter().map(|preset| of_preset(preset)).collect();
	Ok(tables?.join("\n"))
}

/// The figures of a chain as it begins.
fn of_preset(preset: &str) -> Result<String, Box<dyn Error>> {
	sp_io::TestExternalities::default().execute_with(|| {
		genesis::build_preset(preset)?;
		let chain = Chain {
			stakes: KpiOracle::stakes(),
			exposure: Emission::exposure(),
			round: KpiOracle::settings().round_length.get(),
		};
		chain.table(preset, &KpiOracle::definitions())
	})
}

struct Chain {
	stakes: ReporterStakes,
	exposure: KpiExposure,
	/// The length of a round, in milliseconds.
	round: u64,
}

impl Chain {
	/// What the smallest majority puts at stake, in planck.
	fn bonds(&self) -> u128 {
		self.stakes.bond.saturating_mul(self.stakes.majority.into())
	}

	/// What the bond has to be for a gain, in planck.
	fn required(&self, gain: u128) -> u128 {
		minimal_bond(gain, self.stakes.majority)
	}

	/// What a majority can gain with one metric: at once, and from nothing by the largest steps.
	fn gains(&self, metric: &Metric) -> Option<(u128, u128)> {
		let MetricKind::Reported(ReportedMetric { max_step, .. }) = metric.kind else {
			return None;
		};
		let track = self.track(metric.id)?;
		let span = self.stakes.time_to_halt;
		let step = StepBound {
			relative: max_step.relative.deconstruct(),
			absolute: max_step.absolute.get(),
			round: self.round,
		};
		Some((gain(track, span), gain_by_steps(track, 0, step, span)))
	}

	fn track(&self, metric: MetricId) -> Option<&Standing> {
		self.exposure.tracks.iter().find(|(id, _)| *id == metric).map(|(_, track)| track)
	}

	/// What the bond would have to be if no metric achieved anything for a year, in planck.
	fn required_after_an_idle_year(&self) -> u128 {
		required_bond(&self.stakes, &self.exposure.after(years(1)))
	}

	/// For how many whole days in which no metric achieves anything the bonds outweigh the gain.
	fn days_covered(&self) -> u64 {
		let required = |day| required_bond(&self.stakes, &self.exposure.after(days(day)));
		(1..10_000).find(|day| required(*day) > self.stakes.bond).unwrap_or(10_000) - 1
	}

	fn table(&self, preset: &str, metrics: &[Metric]) -> Result<String, Box<dyn Error>> {
		let Self { stakes, exposure, .. } = self;
		let mut text = format!(
			"On the preset `{preset}`, with bonds of {} DSYNC, {} for a majority, and {} minutes until a \
			 halt; amounts in DSYNC:\n\n",
			whole(stakes.bond),
			match stakes.majority {
				1 => "one reporter".into(),
				several => format!("{several} reporters"),
			},
			stakes.time_to_halt / 60_000,
		);
		text.push_str(
			"| metric | gain until the halt | rising from zero by steps | bonds of the majority | \
			 cost for 1 DSYNC of gain | least bond |\n|---|---:|---:|---:|---:|---:|\n",
		);
		let mut row = |name: &str, at_once, by_steps| {
			let (bonds, cost) = (self.bonds(), ratio(self.bonds(), at_once));
			let least = self.required(at_once);
			let amounts = [at_once, by_steps, bonds].map(decimal).join(" | ");
			writeln!(text, "| {name} | {amounts} | {cost} | {} |", decimal(least))
		};
		let mut by_steps_together = 0;
		for metric in metrics {
			let Some((at_once, by_steps)) = self.gains(metric) else { continue };
			let name = String::from_utf8(metric.name.as_bytes().to_vec())?;
			row(&format!("`{name}`"), at_once, by_steps)?;
			by_steps_together += by_steps;
		}
		row("all of them at once", corruption_gain(stakes, exposure), by_steps_together)?;
		writeln!(
			text,
			"\nIf none of them achieved anything, the bonds would be worth the gain for {} days. After a year \
			 the least bond for all of them would be {} DSYNC.",
			self.days_covered(),
			decimal(self.required_after_an_idle_year())
		)?;
		Ok(text)
	}
}

/// In whole DSYNC, with a comma at the thousands.
fn whole(planck: u128) -> String {
	let digits = (planck / DSYNC).to_string();
	let mut text = String::new();
	for (index, digit) in digits.chars().enumerate() {
		if index > 0 && (digits.len() - index).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

/// In DSYNC with two places, rounded up.
fn decimal(planck: u128) -> String {
	let hundredths = planck.div_ceil(DSYNC / 100);
	format!("{}.{:02}", whole(hundredths / 100 * DSYNC), hundredths % 100)
}

/// `a / b` with two places, rounded down.
fn ratio(a: u128, b: u128) -> String {
	let hundredths = destra_economics::mul_div_floor(a, 100, b).unwrap_or(u128::MAX);
	format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

// --- the page ---------------------------------------------------------------------------------------

/// The page in `folder` as it should be.
fn page(folder: &Path) -> Result<(std::path::PathBuf, String), Box<dyn Error>> {
	let page = folder.join(PAGE);
	let text = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
	let (before, rest) = text.split_once(BEGIN).ok_or("kpi-oracle.md has lost its mark `begin`")?;
	let (_, after) = rest.split_once(END).ok_or("kpi-oracle.md has lost its mark `end`")?;
	let text = format!("{before}{BEGIN}\n{}\n{END}{after}", tables()?);
	Ok((page, text))
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
	let (page, text) = page(folder)?;
	Ok(fs::write(page, text)?)
}

fn check(folder: &Path) -> Result<(), Box<dyn Error>> {
	let (page, text) = page(folder)?;
	if fs::read_to_string(&page)? == text {
		return Ok(());
	}
	Err(format!(
		"{} is not what this program makes: run it with --write {}",
		page.display(),
		folder.display()
	)
	.into())
}
