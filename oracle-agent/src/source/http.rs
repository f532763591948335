// SPDX-License-Identifier: Apache-2.0

//! One HTTP GET, with a limit on what it may bring.

use super::SourceError;
use crate::number::excerpt;
use reqwest::{Client, StatusCode, Url};
use std::error::Error;

/// An exposition of a busy node is some hundred kilobytes; more than this is no answer.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// What a server answered.
pub struct Answer {
	/// Its status.
	pub status: StatusCode,
	/// Its text.
	pub body: String,
}

impl Answer {
	/// The body of a successful answer.
	pub fn success(self) -> Result<String, SourceError> {
		if self.status.is_success() {
			Ok(self.body)
		} else {
			Err(SourceError::Down(format!("HTTP {}: {}", self.status, excerpt(&self.body))))
		}
	}
}

/// Fetches `url`, whatever its status.
pub async fn get(client: &Client, url: &Url) -> Result<Answer, SourceError> {
	let down = |error: reqwest::Error| SourceError::Down(innermost(&error));
	let mut response = client.get(url.clone()).send().await.map_err(down)?;
	let status = response.status();
	let mut body = Vec::new();
	while let Some(chunk) = response.chunk().await.map_err(down)? {
		if body.len() + chunk.len() > MAX_BODY {
			return Err(SourceError::Malformed(format!("answer exceeds {MAX_BODY} bytes")));
		}
		body.extend_from_slice(&chunk);
	}
	let body = String::from_utf8(body)
		.map_err(|_| SourceError::Malformed("answer is not UTF-8".into()))?;
	Ok(Answer { status, body })
}

/// The cause at the bottom: "connection refused" rather than "error sending request".
fn innermost(error: &reqwest::Error) -> String {
	let mut cause: &dyn Error = error;
	while let Some(next) = cause.source() {
		cause = next;
	}
	cause.to_string()
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::source::client;
	use tokio::{
		io::{AsyncReadExt, AsyncWriteExt},
		net::TcpListener,
	};

	/// Answers every request on a loopback address; the first line of each goes to the answer.
	pub async fn serve(answer: impl Fn(&str) -> (u16, String) + Send + 'static) -> Url {
		let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
		let address = listener.local_addr().unwrap();
		tokio::spawn(async move {
			loop {
				let (mut stream, _) = listener.accept().await.unwrap();
				let mut request = Vec::new();
				while !request.ends_with(b"\r\n\r\n") {
					request.push(stream.read_u8().await.unwrap());
				}
				let request = String::from_utf8(request).unwrap();
				let (status, body) = answer(request.lines().next().unwrap_or_default());
				let length = body.len();
				let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n\r\n");
				stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
			}
		});
		format!("http://{address}/").parse().unwrap()
	}

	/// A loopback address that nobody listens on.
	pub async fn nobody() -> Url {
		let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
		let address = listener.local_addr().unwrap();
		drop(listener);
		format!("http://{address}/").parse().unwrap()
	}

	#[tokio::test]
	async fn a_refused_connection_and_a_failure_say_what_happened() {
		let client = client().unwrap();
		let Err(SourceError::Down(reason)) = get(&client, &nobody().await).await else {
			panic!("nobody answers")
		};
		assert!(reason.to_lowercase().contains("refused"), "{reason}");

		let url = serve(|_| (503, "warming up".into())).await;
		let error = get(&client, &url).await.unwrap().success().unwrap_err();
		assert!(error.to_string().contains("503") && error.to_string().contains("warming up"));
	}

	#[tokio::test]
	async fn an_answer_has_a_size_limit() {
		let url = serve(|_| (200, "x".repeat(MAX_BODY + 1))).await;
		assert!(matches!(get(&client().unwrap(), &url).await, Err(SourceError::Malformed(_))));
	}
}
