// SPDX-License-Identifier: Apache-2.0

//! Where numbers come from. A source yields one exact number or says why it has none.

mod disk;
mod file;
mod http;
mod json;
mod prometheus;
mod prometheus_query;
pub mod rate;

use crate::{
	config::SourceConfig,
	number::{Number, NumberError},
};
use async_trait::async_trait;
use std::time::Duration;

/// Why a source has no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
	/// It cannot be reached, or does not answer properly.
	#[error("source is down: {0}")]
	Down(String),
	/// It does not answer in time.
	#[error("source gave no answer within {0:?}")]
	TimedOut(Duration),
	/// It answers, but what was asked for is not there.
	#[error("{0} is absent")]
	Absent(String),
	/// More than one number fits.
	#[error("{count} series match {what}; narrow the labels or set an aggregate")]
	Ambiguous {
		/// What was asked for.
		what: String,
		/// How many numbers fit.
		count: usize,
	},
	/// What is there is not what was expected.
	#[error("malformed: {0}")]
	Malformed(String),
	/// What is there is NaN or infinite.
	#[error("{0}")]
	NotFinite(String),
	/// What is there was written too long ago.
	#[error("file is {age:?} old, more than {limit:?}")]
	Stale {
		/// How long ago.
		age: Duration,
		/// How old it may be.
		limit: Duration,
	},
}

impl SourceError {
	/// A word for the label of a metric.
	pub const fn reason(&self) -> &'static str {
		match self {
			Self::Down(_) => "source_down",
			Self::TimedOut(_) => "timed_out",
			Self::Absent(_) => "absent",
			Self::Ambiguous { .. } => "ambiguous",
			Self::Malformed(_) => "malformed",
			Self::NotFinite(_) => "not_finite",
			Self::Stale { .. } => "stale",
		}
	}
}

impl From<NumberError> for SourceError {
	fn from(error: NumberError) -> Self {
		match error {
			NumberError::NotFinite(_) => Self::NotFinite(error.to_string()),
			NumberError::NotANumber(_) => Self::Malformed(error.to_string()),
		}
	}
}

/// Something that yields a number.
#[async_trait]
pub trait Source: Send + Sync {
	/// The number at this moment.
	async fn read(&self) -> Result<Number, SourceError>;
}

/// What all sources fetch with. A proxy of the environment is not used: most sources are on this
/// machine, and a measurement should come straight from where it was taken.
pub fn client() -> Result<reqwest::Client, reqwest::Error> {
	let agent = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
	reqwest::Client::builder().user_agent(agent).no_proxy().build()
}

/// The source that `config` describes.
pub fn build(config: SourceConfig, client: &reqwest::Client) -> Box<dyn Source> {
	match config {
		SourceConfig::Prometheus(config) => {
			Box::new(prometheus::Exposition::new(config, client.clone()))
		}
		SourceConfig::PrometheusQuery(config) => {
			Box::new(prometheus_query::Query::new(config, client.clone()))
		}
		SourceConfig::Json(config) => Box::new(json::Document::new(config, client.clone())),
		SourceConfig::File(config) => Box::new(file::File::new(config)),
		SourceConfig::Disk(config) => Box::new(disk::Disk::new(config)),
	}
}
