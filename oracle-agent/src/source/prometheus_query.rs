// SPDX-License-Identifier: Apache-2.0

//! An instant query to a Prometheus server: `GET /api/v1/query`.

use super::{age, http::Endpoint, Source, SourceError};
use crate::{
	config::PrometheusQueryConfig,
	number::{self, excerpt, Number},
};
use anyhow::Result;
use async_trait::async_trait;
use reqwest::Client;
use serde_json::Value;
use std::time::{Duration, SystemTime};

/// An expression that a Prometheus server evaluates.
pub struct Query {
	endpoint: Endpoint,
	query: String,
	max_age: Duration,
}

impl Query {
	/// Asks with `client`, unless there are certificates of its own.
	pub fn new(config: PrometheusQueryConfig, client: &Client) -> Result<Self> {
		let PrometheusQueryConfig { url, query, max_age, access } = config;
		let max_age = max_age.0;
		let endpoint = Endpoint::new(url.join("api/v1/query"), access, client, Some(max_age))?;
		Ok(Self { endpoint, query, max_age })
	}

	async fn evaluate(&self, query: &str) -> Result<Evaluated, SourceError> {
		// The server is to look back no further, wherever in the expression a series stands. Not every server
		// knows the parameter.
		let lookback = format!("{}ms", self.max_age.as_millis());
		let answer = self.endpoint.get(&[("query", query), ("lookback_delta", &lookback)]).await?;
		// A refused expression comes with a status of 4xx and a body that says what is wrong.
		let answer = if answer.status.is_client_error() { answer } else { answer.success()? };
		evaluated(&answer.body, query)
	}
}

#[async_trait]
impl Source for Query {
	fn place(&self) -> String {
		self.endpoint.place()
	}

	async fn read(&self) -> Result<Number, SourceError> {
		let Evaluated { value, at, is_series } = self.evaluate(&self.query).await?;
		age::check(at, self.max_age)?;
		if is_series {
			// What comes with a value is the time of the evaluation. That of the sample has to be asked for; on
			// a line of its own, lest a comment at the end of the expression swallows the bracket.
			let time = self.evaluate(&format!("timestamp({}\n)", self.query)).await?;
			let taken = age::of_seconds(&time.value)
				.ok_or_else(|| SourceError::Malformed(format!("time of `{}`", self.query)))?;
			age::check(taken, self.max_age)?;
		}
		Ok(value)
	}
}

/// What an expression came to.
#[derive(Debug, PartialEq, Eq)]
struct Evaluated {
	value: Number,
	/// When it was evaluated.
	at: SystemTime,
	/// Whether it is a series, which has samples, and not a scalar.
	is_series: bool,
}

/// What is in the answer to `query`.
///
/// A sample is a pair of its time and its value; the value is a string, so that it can be NaN.
fn evaluated(body: &str, query: &str) -> Result<Evaluated, SourceError> {
	let malformed = || SourceError::Malformed(format!("answer `{}`", excerpt(body)));
	let answer: Value = serde_json::from_str(body).map_err(|_| malformed())?;
	if let Some(error) = answer["error"].as_str() {
		return Err(SourceError::Malformed(format!("`{query}`: {error}")));
	}
	let result = &answer["data"]["result"];
	let (sample, is_series) = match answer["data"]["resultType"].as_str().ok_or_else(malformed)? {
		"scalar" => (result, false),
		"vector" => match result.as_array().ok_or_else(malformed)?.as_slice() {
			[series] => (&series["value"], true),
			[] => return Err(SourceError::Absent(format!("a recent result of `{query}`"))),
			several => {
				let (what, count) = (format!("`{query}`"), several.len());
				return Err(SourceError::Ambiguous { what, count });
			}
		},
		other => {
			return Err(SourceError::Malformed(format!("`{query}` yields a {other}, not a number")))
		}
	};
	let value = number::parse(sample[1].as_str().ok_or_else(malformed)?)?;
	let Value::Number(at) = &sample[0] else { return Err(malformed()) };
	let at = age::of_seconds(&number::parse(&at.to_string())?).ok_or_else(malformed)?;
	Ok(Evaluated { value, at, is_series })
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		config::Access,
		source::http::{client, tests::serve},
		units::Span,
	};
	use reqwest::Url;
	use std::time::UNIX_EPOCH;

	fn answer(kind: &str, result: &str) -> String {
		format!(r#"{{"status":"success","data":{{"resultType":"{kind}","result":{result}}}}}"#)
	}

	fn query(url: Url, query: &str) -> Query {
		let (query, max_age) = (query.into(), Span::millis(60_000));
		let config =
			PrometheusQueryConfig { url: url.into(), query, max_age, access: Access::default() };
		Query::new(config, &client().unwrap()).unwrap()
	}

	fn now() -> u64 {
		SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
	}

	#[test]
	fn a_scalar_and_a_single_series_are_numbers() {
		let at = |millis| UNIX_EPOCH + Duration::from_millis(millis);
		let half =
			|at, is_series| Ok(Evaluated { value: number::parse("0.5").unwrap(), at, is_series });
		let scalar = answer("scalar", r#"[1700000000.1,"0.5"]"#);
		assert_eq!(evaluated(&scalar, "q"), half(at(1_700_000_000_100), false));
		let series = answer("vector", r#"[{"metric":{},"value":[1,"0.5"]}]"#);
		assert_eq!(evaluated(&series, "q"), half(at(1_000), true));
	}

	#[test]
	fn anything_else_is_refused_for_its_own_reason() {
		let reason = |body: &str| evaluated(body, "q").unwrap_err().reason();
		assert_eq!(reason(&answer("vector", "[]")), "absent");
		let series = r#"{"metric":{},"value":[1,"2"]}"#;
		assert_eq!(reason(&answer("vector", &format!("[{series},{series}]"))), "ambiguous");
		assert_eq!(reason(&answer("scalar", r#"[1,"NaN"]"#)), "not_finite");
		assert_eq!(reason(&answer("scalar", r#"["1","2"]"#)), "malformed");
		assert_eq!(reason(&answer("matrix", "[]")), "malformed");
		assert_eq!(reason(&answer("scalar", "[]")), "malformed");
		assert_eq!(reason("<html>"), "malformed");
	}

	#[tokio::test]
	async fn the_query_travels_encoded_and_an_error_comes_back() {
		let url = serve(|request| {
			let expected = "GET /base/api/v1/query?query=scalar%28up%7Ba%3D%22b%22%7D%29&lookback_delta=60000ms HTTP/1.1";
			if request == expected {
				(200, answer("scalar", &format!(r#"[{},"7"]"#, now())))
			} else {
				(400, r#"{"status":"error","errorType":"bad_data","error":"parse error"}"#.into())
			}
		})
		.await;
		let url = url.join("base/").unwrap();
		let seven = query(url.clone(), "scalar(up{a=\"b\"})").read().await;
		assert_eq!(seven, Ok(number::parse("7").unwrap()));
		let error = query(url, "sum(").read().await.unwrap_err();
		assert_eq!(error.to_string(), "malformed: `sum(`: parse error");
	}

	/// What comes of a series that was sampled at `taken` and evaluated at `at`, seconds ago both.
	async fn aged(at: u64, taken: u64) -> Result<Number, &'static str> {
		let url = serve(move |request| {
			let value = if request.contains("timestamp%28up%0A%29") {
				(now() - taken).to_string()
			} else {
				"7".into()
			};
			let at = now() - at;
			(200, answer("vector", &format!(r#"[{{"metric":{{}},"value":[{at},"{value}"]}}]"#)))
		})
		.await;
		query(url, "up").read().await.map_err(|error| error.reason())
	}

	#[tokio::test]
	async fn a_sample_has_the_age_that_the_server_says() {
		assert_eq!(aged(0, 50).await, Ok(number::parse("7").unwrap()));
		assert_eq!(aged(0, 61).await, Err("stale"), "a server that looks back further");
		assert_eq!(aged(61, 0).await, Err("stale"), "an answer of long ago");
	}

	#[tokio::test]
	async fn a_failing_server_is_down() {
		let url = serve(|_| (502, "bad gateway".into())).await;
		assert_eq!(query(url, "up").read().await.unwrap_err().reason(), "source_down");
	}
}
