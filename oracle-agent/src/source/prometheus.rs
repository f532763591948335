// SPDX-License-Identifier: Apache-2.0

//! The Prometheus text exposition, as every exporter and every Substrate node serves it.

use super::{age, http::Endpoint, Source, SourceError};
use crate::{
	config::{Aggregate, PrometheusConfig},
	number::{self, excerpt, Number},
};
use anyhow::Result;
use async_trait::async_trait;
use reqwest::{header::CONTENT_TYPE, Client};
use std::{
	collections::BTreeMap,
	time::{Duration, SystemTime},
};

/// One series of an exposition, or an aggregate of several.
pub struct Exposition {
	endpoint: Endpoint,
	metric: String,
	labels: BTreeMap<String, String>,
	aggregate: Option<Aggregate>,
	max_age: Duration,
}

impl Exposition {
	/// Reads with `client`, unless there are certificates of its own.
	pub fn new(config: PrometheusConfig, client: &Client) -> Result<Self> {
		let PrometheusConfig { url, metric, labels, aggregate, max_age, access } = config;
		let max_age = max_age.0;
		let endpoint = Endpoint::new(url, access, client, Some(max_age))?;
		Ok(Self { endpoint, metric, labels, aggregate, max_age })
	}

	/// The values in `text`, none of them too old. Where a line has no time, it is of this moment.
	fn values(&self, text: &str, times: Times) -> Result<Vec<Number>, SourceError> {
		let samples = select(text, &self.metric, &self.labels, times)?;
		let young = samples.into_iter().map(|sample| {
			sample.taken.map_or(Ok(()), |taken| age::check(taken, self.max_age))?;
			Ok(sample.value)
		});
		young.collect()
	}
}

#[async_trait]
impl Source for Exposition {
	fn place(&self) -> String {
		self.endpoint.place()
	}

	async fn read(&self) -> Result<Number, SourceError> {
		let answer = self.endpoint.get(&[]).await?.success()?;
		let open = answer.header(CONTENT_TYPE).is_some_and(|kind| kind.starts_with(OPEN_METRICS));
		let times = if open { Times::Seconds } else { Times::Millis };
		let values = self.values(&answer.body, times)?;
		pick(values, self.aggregate, || describe(&self.metric, &self.labels))
	}
}

/// The format whose times are seconds.
const OPEN_METRICS: &str = "application/openmetrics-text";

/// What an exposition counts its times in.
#[derive(Clone, Copy)]
enum Times {
	Seconds,
	Millis,
}

impl Times {
	fn moment(self, text: &str) -> Option<SystemTime> {
		let time = number::parse(text).ok()?;
		match self {
			Self::Seconds => age::of_seconds(&time),
			Self::Millis => age::of_seconds(&(time / Number::from_integer(1_000.into()))),
		}
	}
}

/// A line of a series.
struct Sample {
	value: Number,
	/// When the value was taken, if the line says so.
	taken: Option<SystemTime>,
}

/// The samples of all series named `metric` that carry `labels`.
fn select(
	text: &str,
	metric: &str,
	labels: &BTreeMap<String, String>,
	times: Times,
) -> Result<Vec<Sample>, SourceError> {
	let mut samples = Vec::new();
	for line in text.lines().map(str::trim_start) {
		// Comments, and all series but ours, need no understanding.
		let Some(rest) = line.strip_prefix(metric) else { continue };
		if !rest.starts_with([' ', '\t', '{']) {
			continue;
		}
		let malformed = || SourceError::Malformed(format!("line `{}`", excerpt(line)));
		let (found, rest) = parse_labels(rest.trim_start()).ok_or_else(malformed)?;
		if labels.iter().any(|(name, value)| found.get(name) != Some(value)) {
			continue;
		}
		// What follows the value is its time, or an exemplar behind a `#`.
		let mut words = rest.split_whitespace();
		let value = number::parse(words.next().ok_or_else(malformed)?)?;
		let taken = match words.next() {
			None => None,
			Some(word) if word.starts_with('#') => None,
			Some(word) => Some(times.moment(word).ok_or_else(malformed)?),
		};
		samples.push(Sample { value, taken });
	}
	Ok(samples)
}

/// Splits `{name="value",…} rest`; a series without labels has no braces.
fn parse_labels(text: &str) -> Option<(BTreeMap<String, String>, &str)> {
	let mut labels = BTreeMap::new();
	let Some(mut rest) = text.strip_prefix('{') else { return Some((labels, text)) };
	loop {
		rest = rest.trim_start();
		if let Some(rest) = rest.strip_prefix('}') {
			return Some((labels, rest));
		}
		let (name, tail) = rest.split_once('=')?;
		let (value, tail) = parse_quoted(tail.trim_start())?;
		labels.insert(name.trim().into(), value);
		rest = tail.trim_start();
		rest = rest.strip_prefix(',').or_else(|| rest.starts_with('}').then_some(rest))?;
	}
}

/// Splits a quoted string with its escapes from what follows.
fn parse_quoted(text: &str) -> Option<(String, &str)> {
	let mut chars = text.char_indices();
	let Some((_, '"')) = chars.next() else { return None };
	let mut value = String::new();
	while let Some((at, c)) = chars.next() {
		match c {
			'"' => return Some((value, &text[at + 1..])),
			'\\' => value.push(match chars.next()?.1 {
				'n' => '\n',
				other => other,
			}),
			_ => value.push(c),
		}
	}
	None
}

/// The one number that several become.
fn pick(
	values: Vec<Number>,
	aggregate: Option<Aggregate>,
	what: impl Fn() -> String,
) -> Result<Number, SourceError> {
	let count = values.len();
	let picked = match aggregate {
		None if count > 1 => return Err(SourceError::Ambiguous { what: what(), count }),
		None | Some(Aggregate::First) => values.into_iter().next(),
		Some(Aggregate::Sum) => values.into_iter().reduce(|sum, value| sum + value),
		Some(Aggregate::Max) => values.into_iter().max(),
		Some(Aggregate::Min) => values.into_iter().min(),
	};
	picked.ok_or_else(|| SourceError::Absent(format!("series {}", what())))
}

fn describe(metric: &str, labels: &BTreeMap<String, String>) -> String {
	let labels: Vec<_> = labels.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
	if labels.is_empty() {
		metric.into()
	} else {
		format!("{metric}{{{}}}", labels.join(","))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		config::Access,
		source::http::{
			client,
			tests::{listen, raw, respond, serve},
		},
		units::Span,
	};
	use reqwest::Url;
	use std::time::UNIX_EPOCH;

	const EXPOSITION: &str = r#"# HELP height Block height
# TYPE height gauge
height{status="best",chain="dev"} 120
height{status="finalized",chain="dev"} 118
height_total 7
  ready 3 1700000000000
odd{path="C:\\a \"b\"}, c\n",} 1.5e3 # {trace="x"} 1
broken{a="b 1
nan{a="1"} NaN
nan{a="2"} 4
"#;

	fn values(metric: &str, labels: &[(&str, &str)]) -> Result<Vec<Number>, SourceError> {
		let labels = labels.iter().map(|(name, value)| (name.to_string(), value.to_string()));
		let samples = select(EXPOSITION, metric, &labels.collect(), Times::Millis)?;
		Ok(samples.into_iter().map(|sample| sample.value).collect())
	}

	fn numbers(of: &[&str]) -> Vec<Number> {
		of.iter().map(|text| number::parse(text).unwrap()).collect()
	}

	#[test]
	fn series_are_found_by_name_and_labels() {
		assert_eq!(values("height", &[("status", "finalized")]), Ok(numbers(&["118"])));
		assert_eq!(values("height", &[]), Ok(numbers(&["120", "118"])));
		assert_eq!(values("height", &[("status", "safe")]), Ok(vec![]));
		assert_eq!(values("heigh", &[]), Ok(vec![]));
		assert_eq!(values("ready", &[]), Ok(numbers(&["3"])));
	}

	#[test]
	fn escapes_trailing_commas_and_exemplars_are_understood() {
		let path = "C:\\a \"b\"}, c\n";
		assert_eq!(values("odd", &[("path", path)]), Ok(numbers(&["1500"])));
	}

	#[test]
	fn a_broken_line_matters_only_to_its_own_series() {
		assert!(matches!(values("broken", &[]), Err(SourceError::Malformed(_))));
		assert!(matches!(values("nan", &[]), Err(SourceError::NotFinite(_))));
		assert_eq!(values("nan", &[("a", "2")]), Ok(numbers(&["4"])));
	}

	#[test]
	fn several_series_need_an_aggregate() {
		let pick = |aggregate| pick(numbers(&["2", "5", "1"]), aggregate, || "m".into());
		assert_eq!(pick(None), Err(SourceError::Ambiguous { what: "m".into(), count: 3 }));
		for (aggregate, value) in [
			(Aggregate::Sum, "8"),
			(Aggregate::Max, "5"),
			(Aggregate::Min, "1"),
			(Aggregate::First, "2"),
		] {
			assert_eq!(pick(Some(aggregate)), Ok(number::parse(value).unwrap()), "{aggregate:?}");
		}
		let none = super::pick(vec![], Some(Aggregate::Sum), || "m".into());
		assert_eq!(none, Err(SourceError::Absent("series m".into())));
	}

	fn exposition(url: Url, labels: &[(&str, &str)]) -> Exposition {
		let labels = labels.iter().map(|(name, value)| (name.to_string(), value.to_string()));
		let config = PrometheusConfig {
			url: url.into(),
			metric: "height".into(),
			labels: labels.collect(),
			aggregate: None,
			max_age: Span::millis(60_000),
			access: Access::default(),
		};
		Exposition::new(config, &client().unwrap()).unwrap()
	}

	#[tokio::test]
	async fn an_exposition_is_read_over_http() {
		let url = serve(|_| (200, EXPOSITION.into())).await;
		let best = exposition(url.clone(), &[("status", "best")]);
		assert_eq!(best.read().await, Ok(number::parse("120").unwrap()));
		let error = exposition(url, &[("status", "safe")]).read().await.unwrap_err();
		assert_eq!(error.to_string(), "series height{status=\"safe\"} is absent");
	}

	#[tokio::test]
	async fn a_line_has_the_age_that_it_says() {
		let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
		let open = "content-type: application/openmetrics-text; version=1.0.0\r\n";
		let read = |headers: &'static str, time: String| async move {
			let answer = move |_: &str| raw(200, headers, &format!("height 7 {time}\n"));
			let port = listen(move |stream| respond(stream, answer.clone())).await;
			let url = format!("http://127.0.0.1:{port}/").parse().unwrap();
			exposition(url, &[]).read().await.map_err(|error| error.reason())
		};
		let seven = Ok(number::parse("7").unwrap());
		assert_eq!(read("", String::new()).await, seven);
		assert_eq!(read("", format!("{now}000")).await, seven);
		assert_eq!(read("", format!("{}000", now - 61)).await, Err("stale"));
		assert_eq!(read(open, format!("{now}.25")).await, seven);
		assert_eq!(read(open, format!("{}", now - 61)).await, Err("stale"));
		assert_eq!(read("", format!("{now}000000")).await, Err("ahead"));
		assert_eq!(read("", "soon".into()).await, Err("malformed"));
		assert_eq!(read("age: 61\r\n", String::new()).await, Err("stale"));
	}
}
