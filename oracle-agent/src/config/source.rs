// SPDX-License-Identifier: Apache-2.0

//! The tables of the sources.

use crate::{
	address::{self, Address},
	units::Span,
};
use serde::{de, Deserialize, Deserializer};
use std::{
	collections::BTreeMap,
	path::{Path, PathBuf},
};

/// Where a number comes from.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceConfig {
	/// A Prometheus exposition, as an exporter serves it.
	Prometheus(PrometheusConfig),
	/// An instant query to a Prometheus server.
	PrometheusQuery(PrometheusQueryConfig),
	/// A JSON document over HTTP.
	Json(JsonConfig),
	/// A local file.
	File(FileConfig),
	/// The file system that holds a path.
	Disk(DiskConfig),
}

impl SourceConfig {
	/// The checks that need more than one field. An error carries the field, below `source`.
	pub fn check(&self) -> Result<(), (String, String)> {
		let fault = |field: &str, message: String| Err((field.into(), message));
		match self {
			Self::Prometheus(source) if !is_series_name(&source.metric) => {
				return fault(
					"prometheus.metric",
					format!("`{}` is no series name; put labels into `labels`", source.metric),
				)
			}
			Self::PrometheusQuery(source) if source.query.trim().is_empty() => {
				return fault("prometheus_query.query", "must not be empty".into())
			}
			Self::Json(source) if source.time.is_some() && source.max_age.is_none() => {
				return fault("json.time", "has no meaning without max_age".into())
			}
			Self::File(source) if source.pointer.is_some() && source.field.is_some() => {
				return fault("file", "give `pointer` or `field`, not both".into())
			}
			_ => {}
		}
		match self.over_http() {
			Some((kind, address, access)) => {
				access.check(address).map_err(|message| (format!("{kind}.access"), message))
			}
			None => Ok(()),
		}
	}

	/// Lets relative paths start at `folder`.
	pub fn resolve_paths(&mut self, folder: &Path) {
		let access = match self {
			Self::File(FileConfig { path, .. }) | Self::Disk(DiskConfig { path, .. }) => {
				*path = folder.join(&*path);
				return;
			}
			Self::Prometheus(PrometheusConfig { access, .. })
			| Self::PrometheusQuery(PrometheusQueryConfig { access, .. })
			| Self::Json(JsonConfig { access, .. }) => access,
		};
		for file in [&mut access.ca_file, &mut access.bearer_token_file].into_iter().flatten() {
			*file = folder.join(&*file);
		}
	}

	/// The name of the kind, the address and the access, if it is asked over HTTP.
	fn over_http(&self) -> Option<(&'static str, &Address, &Access)> {
		match self {
			Self::Prometheus(source) => Some(("prometheus", &source.url, &source.access)),
			Self::PrometheusQuery(source) => {
				Some(("prometheus_query", &source.url, &source.access))
			}
			Self::Json(source) => Some(("json", &source.url, &source.access)),
			Self::File(_) | Self::Disk(_) => None,
		}
	}
}

impl Access {
	fn check(&self, address: &Address) -> Result<(), String> {
		let tokens = [self.bearer_token_file.is_some(), self.bearer_token_env.is_some()];
		match tokens {
			[true, true] => Err("give `bearer_token_file` or `bearer_token_env`, not both".into()),
			[false, false] => Ok(()),
			_ if address.is_overheard() => {
				Err(format!("a bearer token for {address} could be read on the way: use https://"))
			}
			_ => Ok(()),
		}
	}
}

fn is_series_name(name: &str) -> bool {
	let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
	name.chars().all(allowed) && name.starts_with(|c: char| !c.is_ascii_digit())
}

/// `source.prometheus`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrometheusConfig {
	/// Address of the exposition.
	#[serde(deserialize_with = "address::http")]
	pub url: Address,
	/// Name of the series.
	pub metric: String,
	/// Labels that a series must carry; others do not matter.
	#[serde(default)]
	pub labels: BTreeMap<String, String>,
	/// What to do with several series; more than one is refused if absent.
	pub aggregate: Option<Aggregate>,
	/// A sample whose own time is longer ago is refused.
	#[serde(default = "prometheus_staleness")]
	pub max_age: Span,
	/// How the server is trusted, and how it trusts the agent.
	#[serde(default)]
	pub access: Access,
}

/// A sample without a successor is stale after this time, as Prometheus itself has it.
const fn prometheus_staleness() -> Span {
	Span::millis(300_000)
}

/// `access` of a source that is asked over HTTP.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
	/// Certificates (PEM) of those who may vouch for the server, besides the system's.
	pub ca_file: Option<PathBuf>,
	/// A file that holds a bearer token; read anew for each sample.
	pub bearer_token_file: Option<PathBuf>,
	/// An environment variable that holds a bearer token.
	pub bearer_token_env: Option<String>,
}

/// How several series become one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
	/// Their sum.
	Sum,
	/// The largest.
	Max,
	/// The smallest.
	Min,
	/// The one that comes first.
	First,
}

/// `source.prometheus_query`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrometheusQueryConfig {
	/// Base address of the server, without `/api/v1/query`.
	#[serde(deserialize_with = "address::http")]
	pub url: Address,
	/// The expression; it must yield a scalar or one series.
	pub query: String,
	/// Samples that are older are refused.
	#[serde(default = "prometheus_staleness")]
	pub max_age: Span,
	/// How the server is trusted, and how it trusts the agent.
	#[serde(default)]
	pub access: Access,
}

/// `source.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JsonConfig {
	/// Address of the document.
	#[serde(deserialize_with = "address::http")]
	pub url: Address,
	/// RFC 6901 pointer to a number, or to a string that holds one.
	pub pointer: Pointer,
	/// RFC 6901 pointer to the time at which it was measured: seconds of Unix time, or RFC 3339.
	pub time: Option<Pointer>,
	/// What was measured longer ago, by `time` or else by the answer's `Last-Modified`, is refused.
	pub max_age: Option<Span>,
	/// How the server is trusted, and how it trusts the agent.
	#[serde(default)]
	pub access: Access,
}

/// `source.file`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileConfig {
	/// The file; a relative path starts at the configuration's folder.
	pub path: PathBuf,
	/// RFC 6901 pointer, if the file holds JSON.
	pub pointer: Option<Pointer>,
	/// Which of the file's words is the number, from 0; the file holds nothing else if absent.
	pub field: Option<usize>,
	/// A file written longer ago is refused.
	pub max_age: Option<Span>,
}

/// `source.disk`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiskConfig {
	/// A path on the file system.
	pub path: PathBuf,
	/// Which figure, in bytes.
	pub what: DiskFigure,
}

/// A figure of a file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiskFigure {
	/// Its size.
	Total,
	/// What an ordinary user can still write.
	Available,
	/// What is written.
	Used,
}

/// An RFC 6901 pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer(pub String);

impl<'de> Deserialize<'de> for Pointer {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		if text.is_empty() || text.starts_with('/') {
			Ok(Self(text))
		} else {
			Err(de::Error::custom(format!("pointer `{text}` must start with `/`")))
		}
	}
}
