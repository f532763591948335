// SPDX-License-Identifier: Apache-2.0

//! A JSON document over HTTP.

use super::{
	age,
	http::{Answer, Endpoint},
	Source, SourceError,
};
use crate::{
	config::{JsonConfig, Pointer},
	number::{self, excerpt, Number},
};
use anyhow::Result;
use async_trait::async_trait;
use reqwest::{header::LAST_MODIFIED, Client};
use serde_json::Value;
use std::time::{Duration, SystemTime};

/// One place in a JSON document.
pub struct Document {
	endpoint: Endpoint,
	pointer: Pointer,
	time: Option<Pointer>,
	max_age: Option<Duration>,
}

impl Document {
	/// Reads with `client`, unless there are certificates of its own.
	pub fn new(config: JsonConfig, client: &Client) -> Result<Self> {
		let JsonConfig { url, pointer, time, max_age, access } = config;
		let max_age = max_age.map(|span| span.0);
		let endpoint = Endpoint::new(url, access, client, max_age)?;
		Ok(Self { endpoint, pointer, time, max_age })
	}

	/// When what `answer` says, with `document` in it, was measured.
	fn taken(&self, answer: &Answer, document: &Value) -> Result<SystemTime, SourceError> {
		match &self.time {
			Some(pointer) => moment_in(document, pointer),
			None => answer.header(LAST_MODIFIED).and_then(age::of_http).ok_or(SourceError::Undated),
		}
	}
}

#[async_trait]
impl Source for Document {
	fn place(&self) -> String {
		self.endpoint.place()
	}

	async fn read(&self) -> Result<Number, SourceError> {
		let answer = self.endpoint.get(&[]).await?.success()?;
		let document = parse(&answer.body)?;
		let number = number_in(&document, &self.pointer)?;
		if let Some(limit) = self.max_age {
			age::check(self.taken(&answer, &document)?, limit)?;
		}
		Ok(number)
	}
}

/// The JSON document `text`.
pub fn parse(text: &str) -> Result<Value, SourceError> {
	serde_json::from_str(text)
		.map_err(|error| SourceError::Malformed(format!("no JSON document: {error}")))
}

/// The number that `pointer` leads to in `document`.
pub fn number_in(document: &Value, pointer: &Pointer) -> Result<Number, SourceError> {
	match document.pointer(&pointer.0) {
		Some(Value::Number(value)) => Ok(number::parse(&value.to_string())?),
		Some(Value::String(value)) => Ok(number::parse(value)?),
		Some(Value::Null) | None => Err(SourceError::Absent(format!("`{}`", pointer.0))),
		Some(other) => Err(leads_elsewhere(pointer, other, "a number")),
	}
}

/// The moment that `pointer` leads to in `document`: seconds of Unix time, or a date of RFC 3339.
fn moment_in(document: &Value, pointer: &Pointer) -> Result<SystemTime, SourceError> {
	let found = match document.pointer(&pointer.0) {
		Some(Value::Null) | None => return Err(SourceError::Absent(format!("`{}`", pointer.0))),
		Some(found) => found,
	};
	let date = found.as_str().and_then(age::of_rfc3339);
	let seconds = || age::of_seconds(&number_in(document, pointer).ok()?);
	date.or_else(seconds).ok_or_else(|| leads_elsewhere(pointer, found, "a time"))
}

fn leads_elsewhere(pointer: &Pointer, found: &Value, wanted: &str) -> SourceError {
	let (pointer, found) = (&pointer.0, excerpt(&found.to_string()));
	SourceError::Malformed(format!("`{pointer}` leads to {found}, not to {wanted}"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		config::Access,
		source::http::{
			client,
			tests::{listen, raw, respond},
		},
		units::Span,
	};
	use std::time::UNIX_EPOCH;

	const DOCUMENT: &str = r#"{"jobs": {"gpu/a100": [{"hours": 0.29}]}, "big": 18446744073709551615,
		"text": "42.5", "none": null, "flag": true}"#;

	fn number_at(text: &str, pointer: &str) -> Result<Number, SourceError> {
		number_in(&parse(text)?, &Pointer(pointer.into()))
	}

	fn at(pointer: &str) -> Result<Number, SourceError> {
		number_at(DOCUMENT, pointer)
	}

	#[test]
	fn a_pointer_leads_to_a_number_or_a_string_that_holds_one() {
		for (pointer, value) in [
			("/jobs/gpu~1a100/0/hours", "0.29"),
			("/big", "18446744073709551615"),
			("/text", "42.5"),
		] {
			assert_eq!(at(pointer), Ok(number::parse(value).unwrap()), "{pointer}");
		}
		assert_eq!(number_at("17", ""), Ok(number::parse("17").unwrap()));
	}

	#[test]
	fn anything_else_is_refused_for_its_own_reason() {
		assert_eq!(at("/jobs/cpu").unwrap_err().reason(), "absent");
		assert_eq!(at("/none").unwrap_err().reason(), "absent");
		assert_eq!(at("/flag").unwrap_err().reason(), "malformed");
		assert_eq!(at("/jobs").unwrap_err().reason(), "malformed");
		let error = number_at("<html>", "").unwrap_err();
		assert!(error.to_string().starts_with("malformed: no JSON document"), "{error}");
	}

	#[test]
	fn a_number_is_read_to_its_last_digit() {
		for digits in
			["0.1234567890123456789012345678901", "123456789012345678901234567890", "1e-300"]
		{
			assert_eq!(number_at(digits, ""), Ok(number::parse(digits).unwrap()), "{digits}");
		}
		// What a binary fraction would make of it.
		assert_ne!(number_at("0.1000000000000000055511151231257827", ""), number_at("0.1", ""));
	}

	/// Built together with the node, the agent would have them in any case.
	#[test]
	fn exact_numbers_do_not_hang_on_what_else_is_built() {
		let manifest: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
		let features = manifest["dependencies"]["serde_json"]["features"].as_array().unwrap();
		assert!(features.iter().any(|feature| feature.as_str() == Some("arbitrary_precision")));
	}

	async fn read(
		headers: String,
		text: String,
		time: Option<&str>,
		max_age: Option<u64>,
	) -> Result<Number, SourceError> {
		let answer = move |_: &str| raw(200, &headers, &text);
		let port = listen(move |stream| respond(stream, answer.clone())).await;
		let config = JsonConfig {
			url: format!("http://127.0.0.1:{port}/").parse::<reqwest::Url>().unwrap().into(),
			pointer: Pointer("/text".into()),
			time: time.map(|time| Pointer(time.into())),
			max_age: max_age.map(Span::millis),
			access: Access::default(),
		};
		Document::new(config, &client().unwrap()).unwrap().read().await
	}

	#[tokio::test]
	async fn a_document_is_read_over_http() {
		let value = read(String::new(), DOCUMENT.into(), None, None).await;
		assert_eq!(value, Ok(number::parse("42.5").unwrap()));
	}

	#[tokio::test]
	async fn a_document_has_the_age_that_it_or_its_header_says() {
		let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
		let date = |at: u64| chrono::DateTime::from_timestamp(at as i64, 0).unwrap();
		let dated = |time: String| async move {
			let text = format!(r#"{{"text": "42.5", "at": {time}}}"#);
			let value = read(String::new(), text, Some("/at"), Some(60_000)).await;
			value.map(|_| ()).map_err(|error| error.reason())
		};
		assert_eq!(dated(now.to_string()).await, Ok(()));
		assert_eq!(dated(format!("\"{now}.5\"")).await, Ok(()));
		assert_eq!(dated((now - 61).to_string()).await, Err("stale"));
		assert_eq!(dated(format!("\"{}\"", date(now).to_rfc3339())).await, Ok(()));
		assert_eq!(dated(format!("\"{}\"", date(now - 61).to_rfc3339())).await, Err("stale"));
		assert_eq!(dated(format!("{now}000")).await, Err("ahead"), "milliseconds");
		assert_eq!(dated("null".into()).await, Err("absent"));
		for wrong in ["\"noon\"", "-1", "[]"] {
			assert_eq!(dated(wrong.into()).await, Err("malformed"), "{wrong}");
		}

		let modified = |at: u64| async move {
			let header = format!("last-modified: {}\r\n", date(at).format("%a, %d %b %Y %T GMT"));
			let value = read(header, DOCUMENT.into(), None, Some(60_000)).await;
			value.map(|_| ()).map_err(|error| error.reason())
		};
		assert_eq!(modified(now).await, Ok(()));
		assert_eq!(modified(now - 61).await, Err("stale"));
		let undated = read(String::new(), DOCUMENT.into(), None, Some(60_000)).await;
		assert_eq!(undated.unwrap_err().reason(), "undated");
	}
}
