// SPDX-License-Identifier: Apache-2.0

//! An instant query to a Prometheus server: `GET /api/v1/query`.

use super::{http, Source, SourceError};
use crate::{
	config::PrometheusQueryConfig,
	number::{self, excerpt, Number},
};
use async_trait::async_trait;
use reqwest::{Client, Url};
use serde_json::Value;

/// An expression that a Prometheus server evaluates.
pub struct Query {
	url: Url,
	query: String,
	client: Client,
}

impl Query {
	/// Asks with `client`.
	pub fn new(config: PrometheusQueryConfig, client: Client) -> Self {
		let PrometheusQueryConfig { url, query } = config;
		let mut url = url.0;
		let path = format!("{}/api/v1/query", url.path().trim_end_matches('/'));
		url.set_path(&path);
		url.query_pairs_mut().append_pair("query", &query);
		Self { url, query, client }
	}
}

#[async_trait]
impl Source for Query {
	async fn read(&self) -> Result<Number, SourceError> {
		let answer = http::get(&self.client, &self.url).await?;
		// A refused expression comes with a status of 4xx and a body that says what is wrong.
		let body = if answer.status.is_client_error() { answer.body } else { answer.success()? };
		evaluate(&body, &self.query)
	}
}

/// The number in the answer to `query`.
///
/// A sample is a pair of its time and its value; the value is a string, so that it can be NaN.
fn evaluate(body: &str, query: &str) -> Result<Number, SourceError> {
	let malformed = || SourceError::Malformed(format!("answer `{}`", excerpt(body)));
	let answer: Value = serde_json::from_str(body).map_err(|_| malformed())?;
	if let Some(error) = answer["error"].as_str() {
		return Err(SourceError::Malformed(format!("`{query}`: {error}")));
	}
	let result = &answer["data"]["result"];
	let sample = match answer["data"]["resultType"].as_str().ok_or_else(malformed)? {
		"scalar" => result,
		"vector" => match result.as_array().ok_or_else(malformed)?.as_slice() {
			[series] => &series["value"],
			[] => return Err(SourceError::Absent(format!("result of `{query}`"))),
			several => {
				let (what, count) = (format!("`{query}`"), several.len());
				return Err(SourceError::Ambiguous { what, count });
			}
		},
		other => {
			return Err(SourceError::Malformed(format!("`{query}` yields a {other}, not a number")))
		}
	};
	Ok(number::parse(sample[1].as_str().ok_or_else(malformed)?)?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		config::HttpUrl,
		source::{client, http::tests::serve},
	};

	fn answer(kind: &str, result: &str) -> String {
		format!(r#"{{"status":"success","data":{{"resultType":"{kind}","result":{result}}}}}"#)
	}

	#[test]
	fn a_scalar_and_a_single_series_are_numbers() {
		let number = |body: String| evaluate(&body, "q");
		let half = number::parse("0.5").unwrap();
		assert_eq!(number(answer("scalar", r#"[1700000000.1,"0.5"]"#)), Ok(half.clone()));
		assert_eq!(number(answer("vector", r#"[{"metric":{},"value":[1,"0.5"]}]"#)), Ok(half));
	}

	#[test]
	fn anything_else_is_refused_for_its_own_reason() {
		let reason = |body: &str| evaluate(body, "q").unwrap_err().reason();
		assert_eq!(reason(&answer("vector", "[]")), "absent");
		let series = r#"{"metric":{},"value":[1,"2"]}"#;
		assert_eq!(reason(&answer("vector", &format!("[{series},{series}]"))), "ambiguous");
		assert_eq!(reason(&answer("scalar", r#"[1,"NaN"]"#)), "not_finite");
		assert_eq!(reason(&answer("matrix", "[]")), "malformed");
		assert_eq!(reason(&answer("scalar", "[]")), "malformed");
		assert_eq!(reason("<html>"), "malformed");
	}

	#[tokio::test]
	async fn the_query_travels_encoded_and_an_error_comes_back() {
		let url = serve(|request| {
			if request == "GET /base/api/v1/query?query=sum%28up%7Ba%3D%22b%22%7D%29 HTTP/1.1" {
				(200, answer("scalar", r#"[1,"7"]"#))
			} else {
				(400, r#"{"status":"error","errorType":"bad_data","error":"parse error"}"#.into())
			}
		})
		.await;
		let source = |query: &str| {
			let url = HttpUrl(url.join("base/").unwrap());
			Query::new(PrometheusQueryConfig { url, query: query.into() }, client().unwrap())
		};
		assert_eq!(source("sum(up{a=\"b\"})").read().await, Ok(number::parse("7").unwrap()));
		let error = source("sum(").read().await.unwrap_err();
		assert_eq!(error.to_string(), "malformed: `sum(`: parse error");
	}

	#[tokio::test]
	async fn a_failing_server_is_down() {
		let url = HttpUrl(serve(|_| (502, "bad gateway".into())).await);
		let config = PrometheusQueryConfig { url, query: "up".into() };
		let error = Query::new(config, client().unwrap()).read().await.unwrap_err();
		assert_eq!(error.reason(), "source_down");
	}
}
