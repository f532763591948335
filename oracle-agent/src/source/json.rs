// SPDX-License-Identifier: Apache-2.0

//! A JSON document over HTTP.

use super::{http, Source, SourceError};
use crate::{
	config::{JsonConfig, Pointer},
	number::{self, excerpt, Number},
};
use async_trait::async_trait;
use reqwest::Client;
use serde_json::Value;

/// One place in a JSON document.
pub struct Document {
	config: JsonConfig,
	client: Client,
}

impl Document {
	/// Reads with `client`.
	pub fn new(config: JsonConfig, client: Client) -> Self {
		Self { config, client }
	}
}

#[async_trait]
impl Source for Document {
	async fn read(&self) -> Result<Number, SourceError> {
		let text = http::get(&self.client, &self.config.url.0).await?.success()?;
		number_at(&text, &self.config.pointer)
	}
}

/// The number that `pointer` leads to in the JSON document `text`.
pub fn number_at(text: &str, pointer: &Pointer) -> Result<Number, SourceError> {
	let document: Value = serde_json::from_str(text)
		.map_err(|error| SourceError::Malformed(format!("no JSON document: {error}")))?;
	match document.pointer(&pointer.0) {
		Some(Value::Number(value)) => Ok(number::parse(&value.to_string())?),
		Some(Value::String(value)) => Ok(number::parse(value)?),
		Some(Value::Null) | None => Err(SourceError::Absent(format!("`{}`", pointer.0))),
		Some(other) => Err(SourceError::Malformed(format!(
			"`{}` leads to {}, not to a number",
			pointer.0,
			excerpt(&other.to_string()),
		))),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		config::HttpUrl,
		source::{client, http::tests::serve},
	};

	const DOCUMENT: &str = r#"{"jobs": {"gpu/a100": [{"hours": 0.29}]}, "big": 18446744073709551615,
		"text": "42.5", "none": null, "flag": true}"#;

	fn at(pointer: &str) -> Result<Number, SourceError> {
		number_at(DOCUMENT, &Pointer(pointer.into()))
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
		assert_eq!(number_at("17", &Pointer("".into())), Ok(number::parse("17").unwrap()));
	}

	#[test]
	fn anything_else_is_refused_for_its_own_reason() {
		assert_eq!(at("/jobs/cpu").unwrap_err().reason(), "absent");
		assert_eq!(at("/none").unwrap_err().reason(), "absent");
		assert_eq!(at("/flag").unwrap_err().reason(), "malformed");
		assert_eq!(at("/jobs").unwrap_err().reason(), "malformed");
		let error = number_at("<html>", &Pointer("".into())).unwrap_err();
		assert!(error.to_string().starts_with("malformed: no JSON document"), "{error}");
	}

	#[tokio::test]
	async fn a_document_is_read_over_http() {
		let url = HttpUrl(serve(|_| (200, DOCUMENT.into())).await);
		let config = JsonConfig { url, pointer: Pointer("/text".into()) };
		let value = Document::new(config, client().unwrap()).read().await;
		assert_eq!(value, Ok(number::parse("42.5").unwrap()));
	}
}
