// SPDX-License-Identifier: Apache-2.0

//! The ten-year schedule of the DSYNC emission: its figures as Markdown, its plot as SVG.
//!
//! ```text
//! cargo run -p destra-economics --example schedule                     # prints the tables
//! cargo run -p destra-economics --example schedule -- --write docs     # renews plot and tables
//! cargo run -p destra-economics --example schedule -- --check docs     # fails if they are stale
//! ```
//!
//! In the folder the plot is `emission-schedule.svg`, and the tables stand in `emission.md` between
//! two marks.

use destra_economics::{
	emission::{Attainment, Limits, ProjectedYear, Projection},
	mul_div_floor, Emission, EmissionError, FixedTrack, TrackSetting, WHOLE,
};
use plotters::prelude::*;
use std::{error::Error, fmt::Write as _, fs, path::Path, process::ExitCode};

// The quantities of the runtime, by the same names.
const DSYNC: u128 = 10u128.pow(18);
const MAXIMUM_SUPPLY: u128 = 1_000_000_000 * DSYNC;
const EMITTED: u128 = MAXIMUM_SUPPLY / 100 * 50;
const GENESIS_ISSUANCE: u128 = MAXIMUM_SUPPLY - EMITTED;
const FIXED_RESERVOIR: u128 = EMITTED / 100 * 30;
const KPI_RESERVOIR: u128 = EMITTED - FIXED_RESERVOIR;
const DAY: u64 = 24 * 60 * 60 * 1_000;
const YEAR: u64 = 1_461 * DAY / 4;
const HALF_LIFE: u64 = 6 * YEAR;
const PERCENT: u64 = WHOLE / 100;
const ANNUAL_CAP: u64 = 11 * PERCENT;
const CATCH_UP_PERCENT: u32 = 200;
/// Of each metric: its percentage of the KPI reservoir, and the time in which its baseline doubles.
const TRACKS: [(u64, Option<u64>); 4] =
	[(35, Some(YEAR)), (25, Some(YEAR)), (25, None), (15, None)];
/// What is burned of payments in a day where paid volume is on its baseline: a tenth, the least there may be.
const BURNED_A_DAY: u128 = 1_200_000 * DSYNC / 10;
/// Any number does: what counts is the part of the baseline that is reached.
const BASELINE: u64 = 1_000_000;

const YEARS: usize = 10;
/// The part of its baseline that each metric reaches, in percent, and how that is called.
const SCENARIOS: [(u64, &str); 3] =
	[(100, "every KPI met"), (50, "every KPI half met"), (0, "no KPI met")];

const PLOT: &str = "emission-schedule.svg";
const PAGE: &str = "emission.md";
const BEGIN: &str = "<!-- schedule: begin (written by economics/examples/schedule.rs) -->\n";
const END: &str = "<!-- schedule: end -->";

const USAGE: &str = "usage: schedule [--write FOLDER | --check FOLDER]";

type Schedule = Vec<ProjectedYear>;

fn main() -> ExitCode {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
	let result = match arguments[..] {
		[] => schedules().map_err(Into::into).map(|schedules| print!("{}", tables(&schedules))),
		["--write", folder] => write(Path::new(folder)),
		["--check", folder] => check(Path::new(folder)),
		_ => Err(USAGE.into()),
	};
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("schedule: {error}");
			ExitCode::FAILURE
		}
	}
}

// --- the figures ------------------------------------------------------------------------------------

/// The schedule of each scenario.
fn schedules() -> Result<Vec<Schedule>, EmissionError> {
	SCENARIOS.iter().map(|(percent, _)| schedule(*percent)).collect()
}

/// The coming years of a new chain, where every metric reaches `percent` of its baseline.
fn schedule(percent: u64) -> Result<Schedule, EmissionError> {
	let setting = |(metric, (weight, doubling)): (usize, &(u64, Option<u64>))| TrackSetting {
		metric,
		weight: weight * PERCENT,
		baseline: BASELINE,
		doubling: *doubling,
	};
	let table: Vec<_> = TRACKS.iter().enumerate().map(setting).collect();
	let fixed = FixedTrack::new(FIXED_RESERVOIR, HALF_LIFE);
	let mut emission = Emission::new(fixed, KPI_RESERVOIR, HALF_LIFE, &table)?;
	emission.begin(GENESIS_ISSUANCE, ANNUAL_CAP);
	let limits = Limits { annual_cap: ANNUAL_CAP, catch_up_percent: CATCH_UP_PERCENT };
	let days = u128::from(YEAR / 360);
	let burned_a_day = BURNED_A_DAY / 100 * u128::from(percent) * days / u128::from(DAY);
	let attainment = Attainment { part: percent * PERCENT, burned_a_day };
	Ok(Projection::new(GENESIS_ISSUANCE, emission, Vec::new(), limits, attainment)
		.take(YEARS)
		.collect())
}

/// `amount` as a decimal number of `unit`s with two places, rounded to the nearest.
fn decimal(amount: u128, unit: u128) -> String {
	let hundredths = mul_div_floor(amount, 200, unit).map_or(0, |halves| halves.div_ceil(2));
	format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// In millions of DSYNC.
fn millions(amount: u128) -> String {
	decimal(amount, 1_000_000 * DSYNC)
}

/// What the year mints, in percent of the issuance at its start.
fn rate(year: &ProjectedYear) -> String {
	decimal(100 * year.total(), year.issuance_at_start)
}

/// The figures of all scenarios, as Markdown.
fn tables(schedules: &[Schedule]) -> String {
	let mut text = String::new();
	text.push_str(
		"Every KPI met, in millions of DSYNC. Paid volume on its baseline burns a tenth of it:\n\n",
	);
	text.push_str(
		"| year | issuance at its start | fixed stream | KPI streams | minted | rate | burned | net |\n",
	);
	text.push_str("|---:|---:|---:|---:|---:|---:|---:|---:|\n");
	for year in &schedules[0] {
		let ProjectedYear { year: number, issuance_at_start, fixed, kpi, burned } = *year;
		let amounts = [issuance_at_start, fixed, kpi, year.total()].map(millions).join(" | ");
		let (sign, net) = match year.total().checked_sub(burned) {
			Some(more) => ("+", more),
			None => ("−", burned - year.total()),
		};
		let (rate, burned, net) = (rate(year), millions(burned), millions(net));
		let _ = writeln!(text, "| {number} | {amounts} | {rate} % | {burned} | {sign}{net} |");
	}

	text.push_str("\nThe rate of the year, and the issuance at its end in millions of DSYNC:\n\n");
	let names = SCENARIOS.map(|(percent, _)| format!("{percent} % of each KPI")).join(" | ");
	let ends = SCENARIOS.map(|(percent, _)| format!("issuance at {percent} %")).join(" | ");
	let _ = writeln!(text, "| year | {names} | {ends} |\n|---:|---:|---:|---:|---:|---:|---:|");
	for index in 0..YEARS {
		let years: Vec<_> = schedules.iter().map(|schedule| schedule[index]).collect();
		let rates: Vec<_> = years.iter().map(|year| format!("{} %", rate(year))).collect();
		let ends: Vec<_> = years.iter().map(|year| millions(year.issuance_at_end())).collect();
		let _ = writeln!(text, "| {} | {} | {} |", index + 1, rates.join(" | "), ends.join(" | "));
	}
	text
}

// --- the files --------------------------------------------------------------------------------------

/// The contents of the two files in `folder`, as they should be.
fn files(folder: &Path) -> Result<[(std::path::PathBuf, String); 2], Box<dyn Error>> {
	let schedules = schedules()?;
	let (plot, page) = (folder.join(PLOT), folder.join(PAGE));
	let text = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
	let (before, rest) = text.split_once(BEGIN).ok_or("emission.md has lost its mark `begin`")?;
	let (_, after) = rest.split_once(END).ok_or("emission.md has lost its mark `end`")?;
	let text = format!("{before}{BEGIN}\n{}\n{END}{after}", tables(&schedules));
	Ok([(plot, draw(&schedules)?), (page, text)])
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
	for (file, content) in files(folder)? {
		fs::write(file, content)?;
	}
	Ok(())
}

fn check(folder: &Path) -> Result<(), Box<dyn Error>> {
	for (file, content) in files(folder)? {
		if fs::read_to_string(&file).ok().as_ref() != Some(&content) {
			return Err(format!(
				"{} is not what this program makes: run it with --write {}",
				file.display(),
				folder.display()
			)
			.into());
		}
	}
	Ok(())
}

// --- the plot ---------------------------------------------------------------------------------------

const SIZE: (u32, u32) = (860, 860);
const INK: RGBColor = RGBColor(40, 40, 40);
const GRID: RGBColor = RGBColor(225, 225, 225);
/// Colours that people tell apart whatever their eyes (Okabe and Ito); the marks differ as well.
const COLOURS: [RGBColor; 3] = [RGBColor(0, 114, 178), RGBColor(213, 94, 0), RGBColor(0, 158, 115)];

const DESCRIPTION: &str = "Two line charts over ten emission years, each with a line for every KPI \
	met, every KPI half met, and no KPI met. Above: the total issuance, net of what payments burn, which \
	starts at 500 million DSYNC and stays below the maximum supply of 1,000 million. Below: what each \
	year mints in percent of the issuance at its start, below the annual cap of 11 percent. The figures \
	are in the tables of emission.md.";

/// A chart over the years, with its amounts or rates as they are drawn.
struct Panel {
	title: &'static str,
	unit: &'static str,
	range: std::ops::Range<f64>,
	/// Values that deserve a line of their own, with what they are called.
	limits: Vec<(f64, &'static str)>,
	/// Where the legend is in nobody's way, in pixels from the corner of the chart.
	legend: (i32, i32),
	/// The year of the first point.
	first: u32,
	/// One for each scenario.
	lines: Vec<Vec<f64>>,
}

/// The plot of all scenarios, as SVG.
fn draw(schedules: &[Schedule]) -> Result<String, Box<dyn Error>> {
	let mut svg = String::new();
	let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
	root.fill(&WHITE)?;
	let (upper, lower) = root.split_vertically(SIZE.1 / 2);
	let issuance = |schedule: &Schedule| {
		let ends = schedule.iter().map(ProjectedYear::issuance_at_end);
		std::iter::once(GENESIS_ISSUANCE).chain(ends).map(in_millions).collect()
	};
	panel(
		&upper,
		Panel {
			title: "Total issuance at the end of the year, net of the burning of payments",
			unit: "million DSYNC",
			range: 350.0..1_050.0,
			limits: vec![(in_millions(MAXIMUM_SUPPLY), "maximum supply: 1,000 million DSYNC")],
			legend: (30, 70),
			first: 0,
			lines: schedules.iter().map(issuance).collect(),
		},
	)?;
	let cap = (100 * ANNUAL_CAP / WHOLE) as f64;
	panel(
		&lower,
		Panel {
			title: "Minted in the year",
			unit: "% of the issuance at its start",
			range: 0.0..13.0,
			limits: vec![(cap, "annual cap: 11 %"), (5.0, "lower end of the intended band: 5 %")],
			legend: (560, 90),
			first: 1,
			lines: schedules
				.iter()
				.map(|schedule| schedule.iter().map(in_percent).collect())
				.collect(),
		},
	)?;
	root.present()?;
	drop((upper, lower, root));
	Ok(describe(&svg))
}

fn in_millions(amount: u128) -> f64 {
	amount as f64 / (1_000_000 * DSYNC) as f64
}

fn in_percent(year: &ProjectedYear) -> f64 {
	100.0 * year.total() as f64 / year.issuance_at_start as f64
}

fn panel<DB: DrawingBackend>(
	area: &DrawingArea<DB, plotters::coord::Shift>,
	panel: Panel,
) -> Result<(), Box<dyn Error>>
where
	DB::ErrorType: 'static,
{
	let last = YEARS as f64;
	let mut chart = ChartBuilder::on(area)
		.caption(panel.title, ("sans-serif", 21).into_font().color(&INK))
		.margin(14)
		.x_label_area_size(48)
		.y_label_area_size(70)
		.build_cartesian_2d(0.0..last + 0.3, panel.range)?;
	chart
		.configure_mesh()
		.disable_x_mesh()
		.light_line_style(TRANSPARENT)
		.bold_line_style(GRID)
		.axis_style(INK)
		.x_labels(YEARS + 1)
		.x_label_formatter(&|year| format!("{year:.0}"))
		.y_label_formatter(&|value| format!("{value:.0}"))
		.x_desc("emission year")
		.y_desc(panel.unit)
		.label_style(("sans-serif", 16).into_font().color(&INK))
		.axis_desc_style(("sans-serif", 17).into_font().color(&INK))
		.draw()?;
	for (value, name) in panel.limits {
		let ends = [(0.0, value), (last + 0.3, value)];
		chart.draw_series(DashedLineSeries::new(ends, 6, 4, INK.stroke_width(1)))?;
		let style = ("sans-serif", 16).into_font().color(&INK);
		chart.draw_series([EmptyElement::at((0.0, value)) + Text::new(name, (8, -18), style)])?;
	}
	for (scenario, line) in panel.lines.into_iter().enumerate() {
		let (name, colour) = (SCENARIOS[scenario].1, COLOURS[scenario]);
		let points: Vec<(f64, f64)> = (panel.first..).map(f64::from).zip(line).collect();
		chart.draw_series(LineSeries::new(points.clone(), colour.stroke_width(2)))?;
		let (points, fill) = (points.into_iter(), colour.filled());
		match scenario {
			0 => chart
				.draw_series(points.map(|at| Circle::new(at, 4, fill)))?
				.label(name)
				.legend(move |(x, y)| Circle::new((x + 8, y), 5, fill)),
			1 => chart
				.draw_series(
					points
						.map(|at| EmptyElement::at(at) + Rectangle::new([(-4, -4), (4, 4)], fill)),
				)?
				.label(name)
				.legend(move |(x, y)| Rectangle::new([(x + 3, y - 5), (x + 13, y + 5)], fill)),
			_ => chart
				.draw_series(points.map(|at| TriangleMarker::new(at, 6, fill)))?
				.label(name)
				.legend(move |(x, y)| TriangleMarker::new((x + 8, y), 7, fill)),
		};
	}
	chart
		.configure_series_labels()
		.position(SeriesLabelPosition::Coordinate(panel.legend.0, panel.legend.1))
		.background_style(WHITE)
		.legend_area_size(22)
		.label_font(("sans-serif", 16).into_font().color(&INK))
		.draw()?;
	Ok(())
}

/// Adds the words that a screen reader reads instead.
fn describe(svg: &str) -> String {
	let words = format!(
		"<title>Ten-year schedule of the DSYNC emission</title>\n<desc>{DESCRIPTION}</desc>\n"
	);
	let mut described = svg.replacen("<svg ", "<svg role=\"img\" ", 1);
	let body = described.find(">\n").map_or(0, |end| end + 2);
	described.insert_str(body, &words);
	described
}
