// SPDX-License-Identifier: Apache-2.0

//! The `curve` example: what it prints, and how it refuses.

// The program's own `main` reads the real standard input, and is of no use here.
#[allow(dead_code)]
#[path = "../examples/curve.rs"]
mod curve;

use curve::Failure;
use destra_economics::{FixedStream, KpiStream};

const FIXED: [&str; 5] = ["fixed", "--reservoir", "1000000", "--half-life-ms", "1000"];
const KPI: [&str; 9] = [
	"kpi",
	"--reservoir",
	"1000000",
	"--half-life-ms",
	"1000",
	"--baseline",
	"7",
	"--doubling-ms",
	"500",
];

/// Runs the program: what it printed, and how it ended.
fn run(arguments: &[&str], input: &[u8]) -> (String, Result<(), Failure>) {
	let mut output = Vec::new();
	let end = curve::run(arguments.iter().map(Into::into), input, &mut output);
	(String::from_utf8(output).unwrap(), end)
}

/// Runs the program on arguments it must refuse; its message.
fn refuse_arguments(arguments: &[&str]) -> String {
	let (output, end) = run(arguments, b"1\n");
	let failure = end.unwrap_err();
	assert_eq!(output, "");
	assert_eq!(failure.status(), 2);
	let message = failure.to_string();
	assert!(message.contains("usage: curve"), "{message}");
	message
}

#[test]
fn answers_each_elapsed_time_with_the_fixed_target() {
	let (output, end) = run(&FIXED, b"0\n1\n1000\n2000\n18446744073709551615\n");
	end.unwrap();
	let stream = FixedStream::new(1_000_000, 1_000).unwrap();
	let one = stream.target(1);
	assert_eq!(output, format!("0\n{one}\n500000\n750000\n999999\n"));
}

#[test]
fn answers_each_cumulated_kpi_with_the_kpi_target() {
	let (output, end) = run(&KPI, format!("0\n7000\n{}\n", u128::MAX).as_bytes());
	end.unwrap();
	let stream = KpiStream::new(1_000_000, 1_000, 7, 500).unwrap();
	let expected = [0, 7_000, u128::MAX].map(|cumulated| stream.target(cumulated).to_string());
	assert_eq!(output.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_doubling_time_of_zero_is_a_flat_baseline() {
	let mut arguments = KPI;
	arguments[8] = "0";
	let (output, end) = run(&arguments, b"7000\n14000\n");
	end.unwrap();
	assert_eq!(output, "500000\n750000\n");
}

#[test]
fn the_last_line_needs_no_end_and_a_line_may_end_as_on_windows() {
	let (output, end) = run(&FIXED, b"1000\r\n2000");
	end.unwrap();
	assert_eq!(output, "500000\n750000\n");
}

#[test]
fn no_input_is_no_output() {
	let (output, end) = run(&FIXED, b"");
	end.unwrap();
	assert_eq!(output, "");
}

#[test]
fn a_bad_line_is_named_after_the_lines_before_it_are_answered() {
	for (bad, shown) in [
		("x", "\"x\""),
		("", "\"\""),
		("-1", "\"-1\""),
		("+1", "\"+1\""),
		("1.5", "\"1.5\""),
		("1 2", "\"1 2\""),
		("18446744073709551616", "\"18446744073709551616\""),
	] {
		let (output, end) = run(&FIXED, format!("1000\n{bad}\n2000\n").as_bytes());
		let failure = end.unwrap_err();
		assert_eq!(failure.status(), 2);
		let message = failure.to_string();
		assert!(message.starts_with("line 2: "), "{message}");
		assert!(message.contains(shown), "{message}");
		assert_eq!(output, "500000\n");
	}
}

#[test]
fn a_cumulated_kpi_beyond_its_type_is_a_bad_line() {
	let (_, end) = run(&KPI, b"340282366920938463463374607431768211456\n");
	assert!(end
		.unwrap_err()
		.to_string()
		.starts_with("line 1: \"340282366920938463463374607431768211456\""));
}

#[test]
fn a_line_that_is_not_text_is_a_bad_line() {
	let (_, end) = run(&FIXED, b"1\n\xff\xfe\n");
	assert!(end.unwrap_err().to_string().starts_with("line 2: "));
}

#[test]
fn bad_arguments_are_refused_by_name() {
	assert!(refuse_arguments(&[]).contains("\"fixed\" or \"kpi\""));
	assert!(refuse_arguments(&["linear"]).contains("\"fixed\" or \"kpi\""));
	assert!(refuse_arguments(&FIXED[..3]).contains("--half-life-ms is missing"));
	assert!(refuse_arguments(&FIXED[..4]).contains("--half-life-ms needs a value"));
	assert!(refuse_arguments(&KPI[..7]).contains("--doubling-ms is missing"));

	let with = |index: usize, value| {
		let mut arguments = KPI;
		arguments[index] = value;
		refuse_arguments(&arguments)
	};
	assert!(with(1, "--pool").contains("unknown argument \"--pool\""));
	assert!(with(3, "--reservoir").contains("--reservoir is given twice"));
	assert!(with(2, "1e6").contains("--reservoir: \"1e6\" is not a whole number below 2^128"));
	assert!(with(4, "18446744073709551616").contains("--half-life-ms"));
	assert!(with(4, "0").contains("must be above 0"));
	assert!(with(6, "0").contains("must be above 0"));
	assert!(with(6, "").contains("--baseline: \"\""));
}

#[test]
fn an_option_of_the_other_stream_is_unknown() {
	let arguments = [&FIXED[..], &["--baseline", "1"]].concat();
	assert!(refuse_arguments(&arguments).contains("unknown argument \"--baseline\""));
}
