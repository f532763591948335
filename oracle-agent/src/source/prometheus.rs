// SPDX-License-Identifier: Apache-2.0

//! The Prometheus text exposition, as every exporter and every Substrate node serves it.

use super::{http, Source, SourceError};
use crate::{
	config::{Aggregate, PrometheusConfig},
	number::{self, excerpt, Number},
};
use async_trait::async_trait;
use reqwest::Client;
use std::collections::BTreeMap;

/// One series of an exposition, or an aggregate of several.
pub struct Exposition {
	config: PrometheusConfig,
	client: Client,
}

impl Exposition {
	/// Reads with `client`.
	pub fn new(config: PrometheusConfig, client: Client) -> Self {
		Self { config, client }
	}
}

#[async_trait]
impl Source for Exposition {
	async fn read(&self) -> Result<Number, SourceError> {
		let text = http::get(&self.client, &self.config.url.0).await?.success()?;
		let PrometheusConfig { metric, labels, aggregate, .. } = &self.config;
		pick(select(&text, metric, labels)?, *aggregate, || describe(metric, labels))
	}
}

/// The values of all series named `metric` that carry `labels`.
fn select(
	text: &str,
	metric: &str,
	labels: &BTreeMap<String, String>,
) -> Result<Vec<Number>, SourceError> {
	let mut values = Vec::new();
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
		// What follows the value is a timestamp or an exemplar.
		let value = rest.split_whitespace().next().ok_or_else(malformed)?;
		values.push(number::parse(value)?);
	}
	Ok(values)
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
		config::HttpUrl,
		source::{client, http::tests::serve},
	};

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
		select(EXPOSITION, metric, &labels.collect())
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

	#[tokio::test]
	async fn an_exposition_is_read_over_http() {
		let url = serve(|_| (200, EXPOSITION.into())).await;
		let mut config = PrometheusConfig {
			url: HttpUrl(url),
			metric: "height".into(),
			labels: [("status".to_string(), "best".to_string())].into(),
			aggregate: None,
		};
		let source = Exposition::new(config, client().unwrap());
		assert_eq!(source.read().await, Ok(number::parse("120").unwrap()));

		config = source.config;
		config.labels.insert("status".into(), "safe".into());
		let error = Exposition::new(config, client().unwrap()).read().await.unwrap_err();
		assert_eq!(error.to_string(), "series height{status=\"safe\"} is absent");
	}
}
