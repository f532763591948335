// SPDX-License-Identifier: Apache-2.0

//! Where numbers come from. A source yields one exact number or says why it has none.

mod age;
#[cfg(test)]
mod bad;
mod disk;
mod file;
mod http;
mod json;
mod prometheus;
mod prometheus_query;
pub mod rate;

pub use http::client;

use crate::{
	apart::NoResult,
	config::SourceConfig,
	number::{Number, NumberError},
};
use anyhow::Result;
use async_trait::async_trait;
use std::time::Duration;

/// Why a source has no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
	/// It cannot be reached, or does not answer properly.
	#[error("source is down: {0}")]
	Down(String),
	/// It does not answer in time.
	#[error("no answer within {0:?}")]
	TimedOut(Duration),
	/// What it reads from hangs.
	#[error("{0}")]
	Hangs(NoResult),
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
	/// What is there was taken too long ago.
	#[error("{age:?} old, more than max_age {limit:?}")]
	Stale {
		/// How long ago.
		age: Duration,
		/// How old it may be.
		limit: Duration,
	},
	/// What is there was taken at a time that is still to come.
	#[error("dated {by:?} ahead of this machine's clock, more than max_age {limit:?}")]
	Ahead {
		/// How far ahead.
		by: Duration,
		/// How far it may be.
		limit: Duration,
	},
	/// Nothing says when it was taken.
	#[error(
		"does not say how old it is: the answer has no header Last-Modified; name the place of its time in `time`, \
		 or leave out `max_age`"
	)]
	Undated,
}

impl SourceError {
	/// A word for the label of a metric.
	pub const fn reason(&self) -> &'static str {
		match self {
			Self::Down(_) => "source_down",
			Self::TimedOut(_) => "timed_out",
			Self::Hangs(_) => "hangs",
			Self::Absent(_) => "absent",
			Self::Ambiguous { .. } => "ambiguous",
			Self::Malformed(_) => "malformed",
			Self::NotFinite(_) => "not_finite",
			Self::Stale { .. } => "stale",
			Self::Ahead { .. } => "ahead",
			Self::Undated => "undated",
		}
	}
}

impl From<NumberError> for SourceError {
	fn from(error: NumberError) -> Self {
		match error {
			NumberError::NotFinite(_) => Self::NotFinite(error.to_string()),
			NumberError::NotANumber(_) | NumberError::TooLong(_) => {
				Self::Malformed(error.to_string())
			}
		}
	}
}

impl From<NoResult> for SourceError {
	fn from(error: NoResult) -> Self {
		Self::Hangs(error)
	}
}

/// Something that yields a number.
#[async_trait]
pub trait Source: Send + Sync {
	/// Where it reads, as messages name it: a path, or an address without its secrets.
	fn place(&self) -> String;

	/// The number at this moment. Whoever does not want to wait any longer may drop the future; whatever it has
	/// begun by then, there is at most one of it.
	async fn read(&self) -> Result<Number, SourceError>;
}

/// The source that `config` describes; `client` fetches where nothing else is said.
pub fn build(config: SourceConfig, client: &reqwest::Client) -> Result<Box<dyn Source>> {
	Ok(match config {
		SourceConfig::Prometheus(config) => Box::new(prometheus::Exposition::new(config, client)?),
		SourceConfig::PrometheusQuery(config) => {
			Box::new(prometheus_query::Query::new(config, client)?)
		}
		SourceConfig::Json(config) => Box::new(json::Document::new(config, client)?),
		SourceConfig::File(config) => Box::new(file::File::new(config)),
		SourceConfig::Disk(config) => Box::new(disk::Disk::new(config)),
	})
}
