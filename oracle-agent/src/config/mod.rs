// SPDX-License-Identifier: Apache-2.0

//! The agent's one TOML file: its tables, their defaults, and the checks that need more than one
//! field. Every error names the file and the line.

mod source;

pub use source::{
	Access, Aggregate, DiskConfig, DiskFigure, FileConfig, JsonConfig, Pointer, PrometheusConfig,
	PrometheusQueryConfig, SourceConfig,
};

use crate::{
	address::{self, Address},
	secret,
	units::{Fraction, Scale, Span},
};
use serde::Deserialize;
use std::{
	collections::BTreeSet,
	fmt,
	net::SocketAddr,
	path::{Path, PathBuf},
};
use toml::Spanned;

/// How many metrics one report carries at most: the chain's own limit.
pub const MAX_METRICS: usize = 16;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
	/// The node that takes the reports.
	pub node: NodeConfig,
	/// Where the signing key comes from.
	pub key: Spanned<KeyConfig>,
	/// When within a round the agent samples and commits.
	round: Option<Spanned<RoundConfig>>,
	/// Where the agent keeps what it has committed to; beside this file if absent.
	state: Option<StateConfig>,
	/// Where the agent shows its own metrics; nowhere if absent.
	pub metrics_endpoint: Option<EndpointConfig>,
	/// What is measured.
	#[serde(rename = "metric", default)]
	pub metrics: Vec<Spanned<MetricConfig>>,
}

/// `[node]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeConfig {
	/// WebSocket address of the node's JSON-RPC.
	#[serde(deserialize_with = "address::web_socket")]
	pub url: Address,
	/// How long one call may take.
	#[serde(default = "NodeConfig::default_timeout")]
	pub timeout: Span,
	/// How often the head of the chain is looked at.
	#[serde(default = "NodeConfig::default_poll")]
	pub poll: Span,
	/// How long a report may be under way without news before the agent looks for it itself.
	#[serde(default = "NodeConfig::default_patience")]
	pub patience: Span,
}

impl NodeConfig {
	const fn default_timeout() -> Span {
		Span::millis(20_000)
	}
	const fn default_poll() -> Span {
		Span::millis(2_000)
	}
	const fn default_patience() -> Span {
		Span::millis(60_000)
	}
}

/// `[key]`: exactly one of its fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyConfig {
	/// A file that holds the secret URI.
	pub file: Option<PathBuf>,
	/// An environment variable that holds the secret URI.
	pub env: Option<String>,
	/// The name of a well-known development account, such as `Alice`.
	pub dev: Option<String>,
}

/// `[round]`: parts of the first half of a round, which is when the chain takes commitments.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoundConfig {
	/// The part of the half that passes before the first sample.
	pub sample_at: Fraction,
	/// The part of the half over which reporters spread; each key has its own place in it.
	pub spread: Fraction,
	/// Until this part of the half a refused sample is taken again; after it the agent commits to
	/// what it has.
	pub sample_until: Fraction,
	/// How long to wait before a refused sample is taken again.
	pub resample: Span,
}

impl RoundConfig {
	/// The last moment for a sample.
	const LATEST: f64 = 0.9;
}

impl Default for RoundConfig {
	fn default() -> Self {
		Self {
			sample_at: Fraction(0.1),
			spread: Fraction(0.3),
			sample_until: Fraction(0.8),
			resample: Span::millis(5_000),
		}
	}
}

/// `[state]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateConfig {
	/// The file; a relative path starts at the configuration's folder.
	pub file: PathBuf,
}

/// `[metrics_endpoint]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndpointConfig {
	/// The address to listen on.
	pub listen: SocketAddr,
}

/// `[[metric]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricConfig {
	/// The metric's number on chain.
	pub id: u16,
	/// What the logs call it.
	pub name: String,
	/// A value below is refused.
	#[serde(default)]
	pub min: u64,
	/// A value above is refused.
	pub max: u64,
	/// A value above is lowered to this one, for a figure that cannot mean more than its whole.
	pub cap: Option<u64>,
	/// What the measured number is multiplied by.
	#[serde(default)]
	pub scale: Scale,
	/// Turns a counter into its growth over this span.
	pub rate_per: Option<Span>,
	/// The span over which that growth is measured; the time between two samples if absent.
	pub rate_over: Option<Span>,
	/// How long the source may take.
	#[serde(default = "MetricConfig::default_timeout")]
	pub timeout: Span,
	/// Where the number comes from.
	pub source: SourceConfig,
}

impl MetricConfig {
	const fn default_timeout() -> Span {
		Span::millis(5_000)
	}
}

/// What is wrong with a configuration.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError {
	file: PathBuf,
	line: Option<usize>,
	message: String,
}

impl fmt::Display for ConfigError {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "{}:", self.file.display())?;
		if let Some(line) = self.line {
			write!(f, "{line}:")?;
		}
		write!(f, " {}", self.message)
	}
}

impl std::error::Error for ConfigError {}

impl Config {
	/// Reads and checks the file. Relative paths in it start at its own folder.
	pub fn load(file: &Path) -> Result<Self, ConfigError> {
		let text = secret::read(file).map_err(|error| ConfigError {
			file: file.into(),
			line: None,
			message: format!("cannot read the configuration: {error}"),
		})?;
		let mut config = Self::parse(&text, file)?;
		config.resolve_paths(file.parent().unwrap_or(Path::new("")));
		Ok(config)
	}

	/// Reads and checks `text`; `file` is only named in errors.
	pub fn parse(text: &str, file: &Path) -> Result<Self, ConfigError> {
		let error = |offset: Option<usize>, message: String| ConfigError {
			file: file.into(),
			line: offset.map(|offset| line_of(text, offset)),
			message,
		};
		let config: Self = toml::from_str(text).map_err(|problem| {
			let offset = problem.span().map(|span| span.start);
			let place = offset.map(|offset| place_of(text, offset)).unwrap_or_default();
			error(offset, format!("{place}{}", problem.message().replace('\n', ", ")))
		})?;
		config.check().map_err(|(offset, message)| error(offset, message))?;
		Ok(config)
	}

	/// The checks that need more than one field. An error carries the offset of its table, if any.
	fn check(&self) -> Result<(), (Option<usize>, String)> {
		let KeyConfig { file, env, dev } = self.key.get_ref();
		let given = [file.is_some(), env.is_some(), dev.is_some()];
		if given.iter().filter(|is| **is).count() != 1 {
			let message = "[key]: give exactly one of `file`, `env` and `dev`".into();
			return Err((Some(self.key.span().start), message));
		}
		if self.metrics.is_empty() || self.metrics.len() > MAX_METRICS {
			return Err((None, format!("give 1 to {MAX_METRICS} [[metric]] tables")));
		}
		if let Some(round) = &self.round {
			let RoundConfig { sample_at, spread, sample_until, .. } = round.get_ref();
			if sample_at.0 + spread.0 > sample_until.0 {
				let message = "[round]: sample_at + spread must not exceed sample_until".into();
				return Err((Some(round.span().start), message));
			}
			if sample_until.0 > RoundConfig::LATEST {
				let message = format!(
					"[round]: sample_until must not exceed {}: the commitment needs the rest of the half to get \
					 into a block",
					RoundConfig::LATEST,
				);
				return Err((Some(round.span().start), message));
			}
		}
		let mut seen = BTreeSet::new();
		for metric in &self.metrics {
			let offset = Some(metric.span().start);
			let metric = metric.get_ref();
			let fault = |field: &str, message: String| {
				Err((
					offset,
					format!("[[metric]] {} ({}), {field}: {message}", metric.id, metric.name),
				))
			};
			if !seen.insert(metric.id) {
				return fault("id", "another metric has the same id".into());
			}
			if metric.name.trim().is_empty() {
				return fault("name", "must not be empty".into());
			}
			if metric.min > metric.max {
				return fault("min", format!("{} is above max {}", metric.min, metric.max));
			}
			if metric.cap.is_some_and(|cap| cap < metric.min || cap > metric.max) {
				return fault("cap", "must lie within min and max".into());
			}
			if metric.rate_over.is_some() && metric.rate_per.is_none() {
				return fault("rate_over", "has no meaning without rate_per".into());
			}
			if let Err((field, message)) = metric.source.check() {
				return fault(&format!("source.{field}"), message);
			}
		}
		Ok(())
	}

	/// When within a round the agent samples and commits.
	pub fn round(&self) -> RoundConfig {
		self.round.as_ref().map(|round| round.get_ref().clone()).unwrap_or_default()
	}

	/// Where the agent keeps what it has committed to: for a configuration `agent.toml`, if it does
	/// not say, `agent.state` beside it.
	pub fn state_file(&self, own: &Path) -> PathBuf {
		self.state.as_ref().map_or_else(|| own.with_extension("state"), |state| state.file.clone())
	}

	fn resolve_paths(&mut self, folder: &Path) {
		if let Some(state) = &mut self.state {
			state.file = folder.join(&state.file);
		}
		if let Some(file) = &mut self.key.get_mut().file {
			*file = folder.join(&*file);
		}
		for metric in &mut self.metrics {
			metric.get_mut().source.resolve_paths(folder);
		}
	}
}

fn line_of(text: &str, offset: usize) -> usize {
	text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The header of the table around `offset` and the key on its line, for messages of the parser,
/// which names neither.
fn place_of(text: &str, offset: usize) -> String {
	let line = line_of(text, offset);
	let header = text
		.lines()
		.take(line)
		.map(str::trim)
		.filter(|line| line.starts_with('['))
		.filter_map(|line| line.rfind(']').map(|end| &line[..=end]))
		.last();
	let key = text
		.lines()
		.nth(line - 1)
		.map(str::trim)
		.filter(|line| !line.starts_with('['))
		.and_then(|line| line.split_once('='))
		.map(|(key, _)| key.trim());
	match (header, key) {
		(Some(header), Some(key)) => format!("{header} {key}: "),
		(Some(header), None) => format!("{header}: "),
		(None, Some(key)) => format!("{key}: "),
		(None, None) => String::new(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const HEAD: &str = "[node]\nurl = \"ws://127.0.0.1:9944\"\n[key]\nenv = \"KEY\"\n";
	const METRIC: &str = "[[metric]]\nid = 3\nname = \"up\"\nmax = 10\n";
	const SOURCE: &str = "source = { file = { path = \"up.txt\" } }\n";
	const JSON: &str = "source = { json = { url = \"https://a.example\", pointer = \"\", \
		access = { ca_file = \"c\", bearer_token_file = \"t\" } } }\n";

	fn parse(text: &str) -> Result<Config, String> {
		Config::parse(text, Path::new("agent.toml")).map_err(|error| error.to_string())
	}

	#[track_caller]
	fn assert_error(text: &str, line: usize, parts: &[&str]) {
		let error = parse(text).expect_err("the configuration is wrong");
		assert!(error.starts_with(&format!("agent.toml:{line}:")), "{error}");
		for part in parts {
			assert!(error.contains(part), "`{part}` is missing in: {error}");
		}
		assert!(!error.contains('\n'), "{error}");
	}

	#[test]
	fn the_shortest_configuration_takes_defaults() {
		let config = parse(&format!("{HEAD}{METRIC}{SOURCE}")).unwrap();
		assert_eq!(config.node.poll, Span::millis(2_000));
		assert_eq!(config.round(), RoundConfig::default());
		assert!(config.metrics_endpoint.is_none());
		let file = Path::new("/etc/destra/oracle-agent.toml");
		assert_eq!(config.state_file(file), Path::new("/etc/destra/oracle-agent.state"));
		let metric = config.metrics[0].get_ref();
		assert_eq!((metric.min, metric.max, metric.cap), (0, 10, None));
		assert_eq!(metric.scale, Scale::default());
	}

	#[test]
	fn the_examples_are_valid() {
		for file in ["example.toml", "../scripts/dev-agent.toml"] {
			let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
			Config::load(&path).unwrap_or_else(|error| panic!("{error}"));
		}
	}

	#[test]
	fn a_wrong_field_is_named_with_its_table_and_line() {
		assert_error(
			&format!("{HEAD}{METRIC}maximum = 3\n{SOURCE}"),
			9,
			&["[[metric]]", "maximum"],
		);
		assert_error(&format!("{HEAD}port = 1\n{METRIC}{SOURCE}"), 5, &["[key]", "port"]);
		assert_error(
			&format!("{HEAD}{METRIC}timeout = \"soon\"\n{SOURCE}"),
			9,
			&["[[metric]] timeout", "soon", "span of time"],
		);
		assert_error(&format!("{HEAD}{METRIC}scale = -1\n{SOURCE}"), 9, &["scale", "positive"]);
		assert_error(
			&format!("{HEAD}{METRIC}source = {{ file = {{ path = \"a\", pointer = \"b\" }} }}\n"),
			9,
			&["source", "pointer `b` must start with `/`"],
		);
		assert_error(
			&format!("{HEAD}{METRIC}source = {{ ftp = {{ url = \"x\" }} }}\n"),
			9,
			&["ftp", "prometheus_query"],
		);
		assert_error(&format!("{HEAD}{METRIC}"), 5, &["[[metric]]", "missing field `source`"]);
	}

	#[test]
	fn addresses_are_checked_for_their_scheme() {
		let node = "[node]\nurl = \"http://127.0.0.1:9944\"\n[key]\nenv = \"KEY\"\n";
		assert_error(&format!("{node}{METRIC}{SOURCE}"), 2, &["[node] url", "ws://"]);
		assert_error(
			&format!(
				"{HEAD}{METRIC}source = {{ json = {{ url = \"ftp://a/b\", pointer = \"\" }} }}\n"
			),
			9,
			&["http://"],
		);
	}

	#[test]
	fn no_error_repeats_the_secrets_of_an_address() {
		for (wrong, says) in [
			(
				"http://me:hunter2@a.example/?key=hunter2",
				"`http://***@a.example/?***` must start with ws://",
			),
			("ws://me:hunter2@a.example:port", "[node] url: is no address such as ws://"),
		] {
			let head = HEAD.replace("ws://127.0.0.1:9944", wrong);
			assert_error(&format!("{head}{METRIC}{SOURCE}"), 2, &[says]);
			let error = parse(&format!("{head}{METRIC}{SOURCE}")).unwrap_err();
			assert!(!error.contains("hunter2"), "{error}");
		}
		let head = HEAD.replace("127.0.0.1", "me:hunter2@127.0.0.1");
		let config = parse(&format!("{head}{METRIC}{SOURCE}")).unwrap();
		assert!(!format!("{config:?}").contains("hunter2"));
	}

	#[test]
	fn a_token_goes_where_nobody_else_can_read_it() {
		let source = |url: &str, access: &str| {
			let source = format!("url = \"{url}\", pointer = \"\", access = {{ {access} }}");
			format!("{HEAD}{METRIC}source = {{ json = {{ {source} }} }}\n")
		};
		let file = "bearer_token_file = \"token\"";
		let both = format!("{file}, bearer_token_env = \"TOKEN\"");
		assert!(parse(&source("https://a.example", file)).is_ok());
		assert!(parse(&source("http://127.0.0.1:8080", file)).is_ok());
		assert!(parse(&source("http://a.example", "ca_file = \"ca\"")).is_ok());
		assert_error(
			&source("http://a.example", file),
			5,
			&["3 (up), source.json.access: a bearer token for http://a.example/ ", "use https://"],
		);
		assert_error(&source("https://a.example", &both), 5, &["source.json.access", "not both"]);
	}

	#[test]
	fn exactly_one_key() {
		let none = HEAD.replace("env = \"KEY\"\n", "");
		assert_error(&format!("{none}{METRIC}{SOURCE}"), 3, &["[key]", "exactly one"]);
		assert_error(&format!("{HEAD}dev = \"Alice\"\n{METRIC}{SOURCE}"), 3, &["exactly one"]);
	}

	#[test]
	fn fields_that_contradict_each_other_are_refused() {
		let twice = format!("{HEAD}{METRIC}{SOURCE}{METRIC}{SOURCE}");
		assert_error(&twice, 10, &["[[metric]] 3 (up), id", "same id"]);
		assert_error(&format!("{HEAD}{METRIC}min = 11\n{SOURCE}"), 5, &["3 (up), min", "max 10"]);
		assert_error(&format!("{HEAD}{METRIC}cap = 11\n{SOURCE}"), 5, &["3 (up), cap"]);
		assert_error(
			&format!("{HEAD}{METRIC}rate_over = \"1m\"\n{SOURCE}"),
			5,
			&["3 (up), rate_over", "rate_per"],
		);
		assert_error(
			&format!(
				"{HEAD}{METRIC}source = {{ prometheus = {{ url = \"http://a\", metric = \"m{{a=1}}\" }} }}\n"
			),
			5,
			&["source.prometheus.metric", "labels"],
		);
		assert_error(
			&format!("{HEAD}[round]\nsample_at = 0.5\nspread = 0.4\n{METRIC}{SOURCE}"),
			5,
			&["[round]", "sample_until"],
		);
		assert_error(
			&format!("{HEAD}[round]\nsample_until = 0.95\n{METRIC}{SOURCE}"),
			5,
			&["[round]: sample_until must not exceed 0.9", "to get into a block"],
		);
		assert_error(
			&format!("{HEAD}{METRIC}source = {{ json = {{ url = \"http://a\", pointer = \"\", time = \"\" }} }}\n"),
			5,
			&["source.json.time", "max_age"],
		);
		let many: String = (0..17)
			.map(|id| format!("{METRIC}{SOURCE}").replace("id = 3", &format!("id = {id}")))
			.collect();
		for number in ["", &many] {
			let error = parse(&format!("{HEAD}{number}")).unwrap_err();
			assert_eq!(error, "agent.toml: give 1 to 16 [[metric]] tables");
		}
	}

	#[test]
	fn relative_paths_start_at_the_configuration() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("agent.toml");
		std::fs::write(
			&file,
			format!("{HEAD}[state]\nfile = \"s\"\n{METRIC}{SOURCE}{METRIC}{JSON}")
				.replace("env = \"KEY\"", "file = \"k\"")
				.replacen("id = 3", "id = 4", 1),
		)
		.unwrap();
		let config = Config::load(&file).unwrap();
		assert_eq!(config.state_file(&file), folder.path().join("s"));
		assert_eq!(config.key.get_ref().file, Some(folder.path().join("k")));
		match &config.metrics[0].get_ref().source {
			SourceConfig::File(source) => assert_eq!(source.path, folder.path().join("up.txt")),
			other => panic!("{other:?}"),
		}
		match &config.metrics[1].get_ref().source {
			SourceConfig::Json(source) => {
				let Access { ca_file, bearer_token_file, .. } = &source.access;
				assert_eq!(*ca_file, Some(folder.path().join("c")));
				assert_eq!(*bearer_token_file, Some(folder.path().join("t")));
			}
			other => panic!("{other:?}"),
		}
	}

	#[test]
	fn a_missing_file_is_named() {
		let error = Config::load(Path::new("/nowhere/agent.toml")).unwrap_err().to_string();
		assert!(error.starts_with("/nowhere/agent.toml: cannot read"), "{error}");
	}
}
