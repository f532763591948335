// SPDX-License-Identifier: Apache-2.0

//! The plot of a calendar: what has unlocked, step by step.

use crate::{
	calendar::{day, Calendar, Category},
	DSYNC,
};
use plotters::prelude::*;
use std::error::Error;

const SIZE: (u32, u32) = (860, 460);
const INK: RGBColor = RGBColor(40, 40, 40);
const GRID: RGBColor = RGBColor(225, 225, 225);
/// Colours that people tell apart whatever their eyes (Okabe and Ito); the marks differ as well.
const COLOURS: [RGBColor; 4] =
	[RGBColor(0, 114, 178), RGBColor(213, 94, 0), RGBColor(0, 158, 115), RGBColor(204, 121, 167)];
/// Marks on each line, so that they are found without hiding the steps.
const MARKS: usize = 10;

/// The label of a moment. A day later, since years are not equally long, and a label at the end of one
/// means the start of the next.
fn month(moment: u64) -> String {
	const DAY: u64 = 24 * 60 * 60 * 1_000;
	day(moment + DAY).chars().take("2026-12".len()).collect()
}

/// A line that only goes right and up, in fractions of the time and in millions of DSYNC.
type Line = Vec<(f64, f64)>;

fn millions(amount: u128) -> f64 {
	amount as f64 / (1_000_000 * DSYNC) as f64
}

/// What `category` has unlocked between the moments `from` and `to`.
fn steps(category: &Category, from: u64, to: u64) -> Line {
	let position = |at: u64| (at - from) as f64 / (to - from) as f64;
	let mut vested = category.vested(from);
	let mut line = vec![(0.0, millions(vested))];
	for (at, amount) in category.unlocks(from, to) {
		line.push((position(at), millions(vested)));
		vested += amount;
		line.push((position(at), millions(vested)));
	}
	line.push((1.0, millions(vested)));
	line
}

/// The height of a line at a place.
fn height(line: &Line, place: f64) -> f64 {
	line.iter().take_while(|(x, _)| *x <= place).last().map_or(0.0, |(_, y)| *y)
}

/// The plot, as SVG.
pub fn draw(calendar: &Calendar) -> Result<String, Box<dyn Error>> {
	let (Some(&from), Some(&to)) = (calendar.bounds.first(), calendar.bounds.last()) else {
		return Err("a calendar without time cannot be drawn".into());
	};
	let mut lines: Vec<(&str, Line)> = calendar
		.categories
		.iter()
		.map(|category| (category.name.as_str(), steps(category, from, to)))
		.collect();
	if lines.len() > 1 {
		let grants = calendar.categories.iter().flat_map(|category| category.grants.clone());
		let all = Category { name: String::new(), grants: grants.collect() };
		lines.push(("all together", steps(&all, from, to)));
	}
	let granted = calendar.categories.iter().map(Category::granted).sum();
	let top = 1.12 * millions(granted);

	let mut svg = String::new();
	let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
	root.fill(&WHITE)?;
	let mut chart = ChartBuilder::on(&root)
		.caption("Unlocked of the genesis grants", ("sans-serif", 21).into_font().color(&INK))
		.margin(14)
		.margin_right(50)
		.x_label_area_size(48)
		.y_label_area_size(70)
		.build_cartesian_2d(0.0..1.0, 0.0..top)?;
	chart
		.configure_mesh()
		.disable_x_mesh()
		.light_line_style(TRANSPARENT)
		.bold_line_style(GRID)
		.axis_style(INK)
		.x_labels(6)
		.x_label_formatter(&|place| month(from + (place * (to - from) as f64) as u64))
		.y_label_formatter(&|value| format!("{value:.0}"))
		.x_desc("month (UTC)")
		.y_desc("million DSYNC")
		.label_style(("sans-serif", 16).into_font().color(&INK))
		.axis_desc_style(("sans-serif", 17).into_font().color(&INK))
		.draw()?;

	let limit = millions(granted);
	chart.draw_series(DashedLineSeries::new(
		[(0.0, limit), (1.0, limit)],
		6,
		4,
		INK.stroke_width(1),
	))?;
	let style = ("sans-serif", 16).into_font().color(&INK);
	let name = format!("granted: {limit:.2} million DSYNC");
	chart.draw_series([EmptyElement::at((0.0, limit)) + Text::new(name, (8, -18), style)])?;

	for (index, (name, line)) in lines.into_iter().enumerate() {
		let colour = COLOURS[index % COLOURS.len()];
		let fill = colour.filled();
		let places = (0..=MARKS).map(|mark| mark as f64 / MARKS as f64);
		let marks: Line = places.map(|place| (place, height(&line, place))).collect();
		chart.draw_series(LineSeries::new(line, colour.stroke_width(2)))?;
		let marks = marks.into_iter();
		match index % 3 {
			0 => chart
				.draw_series(marks.map(|at| Circle::new(at, 4, fill)))?
				.label(name)
				.legend(move |(x, y)| Circle::new((x + 8, y), 5, fill)),
			1 => chart
				.draw_series(
					marks.map(|at| EmptyElement::at(at) + Rectangle::new([(-4, -4), (4, 4)], fill)),
				)?
				.label(name)
				.legend(move |(x, y)| Rectangle::new([(x + 3, y - 5), (x + 13, y + 5)], fill)),
			_ => chart
				.draw_series(marks.map(|at| TriangleMarker::new(at, 6, fill)))?
				.label(name)
				.legend(move |(x, y)| TriangleMarker::new((x + 8, y), 7, fill)),
		};
	}
	chart
		.configure_series_labels()
		.position(SeriesLabelPosition::Coordinate(20, 60))
		.background_style(WHITE)
		.legend_area_size(22)
		.label_font(("sans-serif", 16).into_font().color(&INK))
		.draw()?;
	root.present()?;
	drop((chart, root));
	Ok(describe(&svg, &day(from), &day(to)))
}

/// Adds the words that a screen reader reads instead.
fn describe(svg: &str, from: &str, to: &str) -> String {
	let words = format!(
		"<title>Unlocks of the genesis grants</title>\n<desc>A line chart from {from} to {to} with a \
		 stepped line for each category and one for all together: what has unlocked of its grants, in \
		 millions of DSYNC. The figures are in the tables of allocation-table.md.</desc>\n"
	);
	let mut described = svg.replacen("<svg ", "<svg role=\"img\" ", 1);
	let body = described.find(">\n").map_or(0, |end| end + 2);
	described.insert_str(body, &words);
	described
}
