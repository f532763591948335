// SPDX-License-Identifier: Apache-2.0

//! The agent's own metrics, and the endpoint that shows them.

use crate::{chain::Phase, sample::Refusal};
use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::{
	body::{Bytes, Incoming},
	header::{HeaderValue, CONTENT_TYPE},
	server::conn::http1,
	service::service_fn,
	Method, Request, Response, StatusCode,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use prometheus::{
	Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
	TextEncoder, TEXT_FORMAT,
};
use std::{convert::Infallible, net::SocketAddr, time::Duration};
use tokio::net::TcpListener;

/// How the submission of a commitment or a report ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
	/// In a finalised block, and executed.
	Finalised,
	/// In a finalised block, but the call failed.
	Failed,
	/// The chain refuses it, whatever the agent does.
	Refused,
	/// The reporter has committed, or reported, in this round already.
	Duplicate,
	/// Out of the node's sight before it was final; submitted again while its half of the round lasts.
	Lost,
	/// Its half of the round ended without it.
	Missed,
}

impl Outcome {
	/// Every outcome.
	pub const ALL: [Self; 6] =
		[Self::Finalised, Self::Failed, Self::Refused, Self::Duplicate, Self::Lost, Self::Missed];

	const fn label(self) -> &'static str {
		match self {
			Self::Finalised => "finalised",
			Self::Failed => "failed",
			Self::Refused => "refused",
			Self::Duplicate => "duplicate",
			Self::Lost => "lost",
			Self::Missed => "missed",
		}
	}
}

/// A phase as a label: the call that it takes.
const fn label(phase: Phase) -> &'static str {
	match phase {
		Phase::Commit => "commit",
		Phase::Report => "report",
	}
}

/// Everything the agent counts.
#[derive(Clone)]
pub struct Metrics {
	registry: Registry,
	accepted: IntCounterVec,
	refused: IntCounterVec,
	value: IntGaugeVec,
	committed: IntGauge,
	reported: IntGauge,
	attempts: IntCounterVec,
	outcomes: IntCounterVec,
	finality: HistogramVec,
	connected: IntGauge,
}

impl Metrics {
	/// All counters at zero, in a registry of their own.
	pub fn new() -> Result<Self, prometheus::Error> {
		let name = |name: &str| format!("destra_agent_{name}");
		let metrics = Self {
			registry: Registry::new(),
			accepted: IntCounterVec::new(
				Opts::new(name("samples_accepted_total"), "Samples within their bounds"),
				&["metric"],
			)?,
			refused: IntCounterVec::new(
				Opts::new(name("samples_refused_total"), "Samples that were not reported"),
				&["metric", "reason"],
			)?,
			value: IntGaugeVec::new(
				Opts::new(name("last_value"), "The last value that was accepted"),
				&["metric"],
			)?,
			committed: IntGauge::new(
				name("last_committed_round"),
				"The last round whose commitment is final",
			)?,
			reported: IntGauge::new(
				name("last_reported_round"),
				"The last round whose report is final",
			)?,
			attempts: IntCounterVec::new(
				Opts::new(
					name("submission_attempts_total"),
					"How often a commitment or a report was handed to the node",
				),
				&["phase"],
			)?,
			outcomes: IntCounterVec::new(
				Opts::new(name("submissions_total"), "How submissions ended"),
				&["phase", "outcome"],
			)?,
			finality: HistogramVec::new(
				HistogramOpts::new(
					name("finality_seconds"),
					"From the first submission of a commitment or a report to its finality",
				)
				.buckets(vec![3.0, 6.0, 12.0, 18.0, 24.0, 36.0, 60.0, 120.0, 300.0]),
				&["phase"],
			)?,
			connected: IntGauge::new(
				name("node_connected"),
				"1 while the node answers, otherwise 0",
			)?,
		};
		for collector in [
			Box::new(metrics.accepted.clone()) as Box<dyn prometheus::core::Collector>,
			Box::new(metrics.refused.clone()),
			Box::new(metrics.value.clone()),
			Box::new(metrics.committed.clone()),
			Box::new(metrics.reported.clone()),
			Box::new(metrics.attempts.clone()),
			Box::new(metrics.outcomes.clone()),
			Box::new(metrics.finality.clone()),
			Box::new(metrics.connected.clone()),
		] {
			metrics.registry.register(collector)?;
		}
		// A rate over a counter that appears with its first event misses that event.
		for phase in Phase::ALL {
			metrics.attempts.with_label_values(&[label(phase)]).reset();
			for outcome in Outcome::ALL {
				metrics.outcomes.with_label_values(&[label(phase), outcome.label()]).reset();
			}
		}
		Ok(metrics)
	}

	/// A sample of `metric` was taken.
	pub fn sampled(&self, metric: &str, sample: &Result<u64, Refusal>) {
		match sample {
			Ok(value) => {
				self.accepted.with_label_values(&[metric]).inc();
				let value = i64::try_from(*value).unwrap_or(i64::MAX);
				self.value.with_label_values(&[metric]).set(value);
			}
			Err(refusal) => self.refused.with_label_values(&[metric, refusal.reason()]).inc(),
		}
	}

	/// What `phase` takes goes to the node.
	pub fn attempted(&self, phase: Phase) {
		self.attempts.with_label_values(&[label(phase)]).inc();
	}

	/// A submission ended.
	pub fn ended(&self, phase: Phase, outcome: Outcome) {
		self.outcomes.with_label_values(&[label(phase), outcome.label()]).inc();
	}

	/// What `phase` of `round` takes is final, `latency` after its first submission.
	pub fn finalised(&self, phase: Phase, round: u32, latency: Duration) {
		let last = match phase {
			Phase::Commit => &self.committed,
			Phase::Report => &self.reported,
		};
		last.set(i64::from(round));
		self.finality.with_label_values(&[label(phase)]).observe(latency.as_secs_f64());
	}

	/// Whether the node answers.
	pub fn connected(&self, is: bool) {
		self.connected.set(i64::from(is));
	}

	/// How many submissions ended so.
	#[cfg(test)]
	pub fn count(&self, phase: Phase, outcome: Outcome) -> u64 {
		self.outcomes.with_label_values(&[label(phase), outcome.label()]).get()
	}

	/// The text exposition.
	pub fn render(&self) -> Result<String> {
		let mut text = Vec::new();
		TextEncoder::new().encode(&self.registry.gather(), &mut text)?;
		Ok(String::from_utf8(text)?)
	}
}

/// Listens on `address`; a port that is taken is an error at the start, not later.
pub async fn bind(address: SocketAddr) -> Result<TcpListener> {
	TcpListener::bind(address)
		.await
		.with_context(|| format!("[metrics_endpoint] listen: cannot listen on {address}"))
}

/// Serves `GET /metrics` until the task is dropped.
pub async fn serve(listener: TcpListener, metrics: Metrics) {
	loop {
		let stream = match listener.accept().await {
			Ok((stream, _)) => stream,
			Err(error) => {
				// Out of file descriptors, most likely: give others time to close theirs.
				tracing::warn!(%error, "the metrics endpoint cannot accept a connection");
				tokio::time::sleep(Duration::from_secs(1)).await;
				continue;
			}
		};
		let metrics = metrics.clone();
		tokio::spawn(async move {
			let service = service_fn(|request: Request<Incoming>| {
				let response = respond(&request, &metrics);
				async move { Ok::<_, Infallible>(response) }
			});
			let mut server = http1::Builder::new();
			server.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(10));
			if let Err(error) = server.serve_connection(TokioIo::new(stream), service).await {
				tracing::debug!(%error, "a reader of the metrics endpoint went away");
			}
		});
	}
}

fn respond(request: &Request<Incoming>, metrics: &Metrics) -> Response<Full<Bytes>> {
	let (status, body) = match (request.method(), request.uri().path()) {
		(&Method::GET, "/metrics") => match metrics.render() {
			Ok(text) => (StatusCode::OK, text),
			Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
		},
		(_, "/metrics") => (StatusCode::METHOD_NOT_ALLOWED, "GET only\n".into()),
		_ => (StatusCode::NOT_FOUND, "the metrics are at /metrics\n".into()),
	};
	let mut response = Response::new(Full::new(Bytes::from(body)));
	*response.status_mut() = status;
	response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(TEXT_FORMAT));
	response
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn the_endpoint_shows_what_was_counted() {
		let metrics = Metrics::new().unwrap();
		metrics.sampled("storage", &Ok(42));
		metrics.sampled("storage", &Err(Refusal::FirstSample));
		metrics.ended(Phase::Report, Outcome::Finalised);
		metrics.finalised(Phase::Commit, 8, Duration::from_secs(20));
		metrics.finalised(Phase::Report, 7, Duration::from_secs(20));
		metrics.connected(true);

		let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
		let address = listener.local_addr().unwrap();
		tokio::spawn(serve(listener, metrics));
		let client = crate::source::client().unwrap();
		let answer = client.get(format!("http://{address}/metrics")).send().await.unwrap();
		assert_eq!(answer.headers()[CONTENT_TYPE.as_str()], TEXT_FORMAT);
		let text = answer.text().await.unwrap();
		for line in [
			"destra_agent_samples_accepted_total{metric=\"storage\"} 1",
			"destra_agent_samples_refused_total{metric=\"storage\",reason=\"first_sample\"} 1",
			"destra_agent_last_value{metric=\"storage\"} 42",
			"destra_agent_submissions_total{outcome=\"finalised\",phase=\"report\"} 1",
			"destra_agent_submissions_total{outcome=\"finalised\",phase=\"commit\"} 0",
			"destra_agent_submission_attempts_total{phase=\"commit\"} 0",
			"destra_agent_last_committed_round 8",
			"destra_agent_last_reported_round 7",
			"destra_agent_finality_seconds_count{phase=\"report\"} 1",
			"destra_agent_node_connected 1",
		] {
			assert!(text.lines().any(|found| found == line), "`{line}` is missing in:\n{text}");
		}

		let other = client.get(format!("http://{address}/")).send().await.unwrap();
		assert_eq!(other.status(), 404);
		let post = client.post(format!("http://{address}/metrics"));
		assert_eq!(post.send().await.unwrap().status(), 405);
	}

	#[tokio::test]
	async fn a_taken_port_is_named() {
		let taken = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
		let error = bind(taken.local_addr().unwrap()).await.unwrap_err().to_string();
		assert!(error.starts_with("[metrics_endpoint] listen"), "{error}");
	}
}
