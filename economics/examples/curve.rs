// SPDX-License-Identifier: Apache-2.0

//! Prints the cumulative target of a stream, to check it against any other implementation.
//!
//! ```text
//! seq 0 86400000 31557600000 | cargo run --release -p destra-economics --example curve -- \
//!     fixed --reservoir 150000000000000000000000000 --half-life-ms 189345600000
//! ```
//!
//! Reads one argument of the stream per line from standard input and prints one target per line.

use destra_economics::{FixedStream, KpiStream};
use std::{
	ffi::OsString,
	fmt,
	io::{self, BufRead, BufWriter, Write},
	process::ExitCode,
	str::FromStr,
};

const USAGE: &str = "\
usage: curve fixed --reservoir R --half-life-ms H
       curve kpi --reservoir R --half-life-ms H --baseline B0 --doubling-ms D

Prints the cumulative target of a stream in planck, rounded down, one per line of input.

  fixed   each line of input is an elapsed time in milliseconds
  kpi     each line of input is a cumulated capped KPI in unit·milliseconds

  --reservoir R       what the stream emits in all, in planck (up to 2^128 - 1)
  --half-life-ms H    time in which the remainder halves, in milliseconds (above 0)
  --baseline B0       baseline of the metric at the start, in its unit (above 0)
  --doubling-ms D     time in which the baseline doubles, in milliseconds (0: never)";

fn main() -> ExitCode {
	let output = BufWriter::new(io::stdout().lock());
	match run(std::env::args_os().skip(1), io::stdin().lock(), output) {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			eprintln!("curve: {failure}");
			ExitCode::from(failure.status())
		}
	}
}

/// Why the program ends without having answered every line.
#[derive(Debug)]
pub enum Failure {
	/// The arguments do not describe a stream.
	Usage(String),
	/// A line of the input is not a number in the domain of the stream.
	Line { number: u64, content: String, expected: &'static str },
	/// The input cannot be read, or the output not be written.
	Io(io::Error),
}

impl Failure {
	/// The exit status of the program.
	pub fn status(&self) -> u8 {
		match self {
			Self::Usage(_) | Self::Line { .. } => 2,
			Self::Io(_) => 1,
		}
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Usage(reason) => write!(f, "{reason}\n\n{USAGE}"),
			Self::Line { number, content, expected } => {
				write!(f, "line {number}: {content:?} is not {expected}")
			}
			Self::Io(error) => error.fmt(f),
		}
	}
}

impl From<io::Error> for Failure {
	fn from(error: io::Error) -> Self {
		Self::Io(error)
	}
}

/// The program: arguments without the program's name, lines in, targets out.
pub fn run(
	arguments: impl IntoIterator<Item = OsString>,
	input: impl BufRead,
	output: impl Write,
) -> Result<(), Failure> {
	let mut arguments = arguments.into_iter();
	let kind = arguments.next().unwrap_or_default();
	match kind.to_str() {
		Some("fixed") => {
			let mut options = Options::parse(arguments, &["--reservoir", "--half-life-ms"])?;
			let stream =
				FixedStream::new(options.take("--reservoir")?, options.take("--half-life-ms")?)
					.map_err(|_| Failure::Usage("--half-life-ms must be above 0".into()))?;
			let expected = "an elapsed time: whole milliseconds from 0 to 2^64 - 1";
			answer(input, output, expected, |elapsed| stream.target(elapsed))
		}
		Some("kpi") => {
			let mut options = Options::parse(
				arguments,
				&["--reservoir", "--half-life-ms", "--baseline", "--doubling-ms"],
			)?;
			let stream = KpiStream::new(
				options.take("--reservoir")?,
				options.take("--half-life-ms")?,
				options.take("--baseline")?,
				options.take("--doubling-ms")?,
			)
			.map_err(|_| Failure::Usage("--half-life-ms and --baseline must be above 0".into()))?;
			let expected = "a cumulated KPI: whole unit·milliseconds from 0 to 2^128 - 1";
			answer(input, output, expected, |cumulated| stream.target(cumulated))
		}
		_ => Err(Failure::Usage("the first argument must be \"fixed\" or \"kpi\"".into())),
	}
}

/// Answers each line of the input with the target that `target` finds for its number.
fn answer<N: FromStr>(
	mut input: impl BufRead,
	mut output: impl Write,
	expected: &'static str,
	target: impl Fn(N) -> u128,
) -> Result<(), Failure> {
	let mut line = Vec::new();
	let mut number = 0;
	while input.read_until(b'\n', &mut line)? > 0 {
		number += 1;
		// Not every line need be text: what is not shows as replacement characters.
		let content = String::from_utf8_lossy(&line);
		let content = content.trim();
		let Some(argument) = parse(content) else {
			// What has been answered is worth having, and belongs before the error.
			output.flush()?;
			return Err(Failure::Line { number, content: content.into(), expected });
		};
		writeln!(output, "{}", target(argument))?;
		line.clear();
	}
	output.flush()?;
	Ok(())
}

/// A number written in decimal digits and nothing else.
fn parse<N: FromStr>(text: &str) -> Option<N> {
	text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// The options of the command line that have not been taken yet.
struct Options(Vec<(String, String)>);

impl Options {
	/// Reads pairs of a name, one of `known`, and its value.
	fn parse(
		arguments: impl IntoIterator<Item = OsString>,
		known: &[&str],
	) -> Result<Self, Failure> {
		let mut options = Vec::<(String, String)>::new();
		let mut arguments =
			arguments.into_iter().map(|argument| argument.to_string_lossy().into_owned());
		while let Some(name) = arguments.next() {
			if !known.contains(&name.as_str()) {
				return Err(Failure::Usage(format!("unknown argument {name:?}")));
			}
			if options.iter().any(|(other, _)| *other == name) {
				return Err(Failure::Usage(format!("{name} is given twice")));
			}
			let value =
				arguments.next().ok_or_else(|| Failure::Usage(format!("{name} needs a value")))?;
			options.push((name, value));
		}
		Ok(Self(options))
	}

	/// Takes the number that the option `name` must have.
	fn take<N: FromStr>(&mut self, name: &str) -> Result<N, Failure> {
		let position = self
			.0
			.iter()
			.position(|(other, _)| other == name)
			.ok_or_else(|| Failure::Usage(format!("{name} is missing")))?;
		let (_, value) = self.0.swap_remove(position);
		parse(&value).ok_or_else(|| {
			let bits = 8 * size_of::<N>();
			Failure::Usage(format!("{name}: {value:?} is not a whole number below 2^{bits}"))
		})
	}
}
