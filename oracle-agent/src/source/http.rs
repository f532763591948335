// SPDX-License-Identifier: Apache-2.0

//! One HTTP GET, with a limit on what it may bring.

use super::{age, SourceError};
use crate::{
	address::Address,
	apart::{within_patience, Slot},
	config::Access,
	number::excerpt,
	secret,
};
use anyhow::{bail, Context, Result};
use reqwest::{
	header::{HeaderMap, HeaderName, AGE},
	redirect::Policy,
	Certificate, Client, ClientBuilder, StatusCode,
};
use std::{error::Error, fs, io, path::PathBuf, time::Duration};

/// An exposition of a busy node is some hundred kilobytes; more than this is no answer.
pub const MAX_BODY: usize = 16 * 1024 * 1024;

/// How often an answer may point elsewhere.
const MAX_REDIRECTS: usize = 5;

/// What all sources fetch with that bring no certificates of their own. The system says whom to trust. A proxy
/// of the environment is not used: most sources are on this machine, and a measurement should come straight
/// from where it was taken.
pub fn client() -> reqwest::Result<Client> {
	settings().build()
}

fn settings() -> ClientBuilder {
	let agent = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
	Client::builder().user_agent(agent).no_proxy().redirect(Policy::limited(MAX_REDIRECTS))
}

/// Where a source asks, and how.
pub struct Endpoint {
	address: Address,
	client: Client,
	token: Option<Token>,
	max_age: Option<Duration>,
}

/// What the agent shows to a server.
enum Token {
	/// It was in the environment at the start.
	Fixed(String),
	/// It is in this file, from which it is read each time: whoever writes it may change it.
	File { path: PathBuf, slot: Slot },
}

impl Endpoint {
	/// Asks `address` as `access` says, with `client` if that has no certificates of its own. An answer out of
	/// a cache may be of `max_age`.
	pub fn new(
		address: Address,
		access: Access,
		client: &Client,
		max_age: Option<Duration>,
	) -> Result<Self> {
		let client = match access.ca_file {
			None => client.clone(),
			Some(file) => trusting(file)?,
		};
		let token = match (access.bearer_token_file, access.bearer_token_env) {
			(Some(path), _) => {
				secret::warn_if_readable_by_others("access.bearer_token_file", &path)?;
				Some(Token::File { path, slot: Slot::default() })
			}
			(None, Some(name)) => {
				Some(Token::Fixed(secret::from_environment("access.bearer_token_env", &name)?))
			}
			(None, None) => None,
		};
		Ok(Self { address, client, token, max_age })
	}

	/// The address, without its secrets.
	pub fn place(&self) -> String {
		self.address.to_string()
	}

	/// Fetches it with the parameters `query`, whatever the status of the answer.
	pub async fn get(&self, query: &[(&str, &str)]) -> Result<Answer, SourceError> {
		let mut request = self.client.get(self.address.exposed().clone()).query(query);
		if let Some(token) = self.token().await? {
			request = request.bearer_auth(token.trim());
		}
		let mut response = request.send().await.map_err(down)?;
		let (status, headers) = (response.status(), response.headers().clone());
		let mut body = Vec::new();
		while let Some(chunk) = response.chunk().await.map_err(down)? {
			if body.len() + chunk.len() > MAX_BODY {
				return Err(SourceError::Malformed(format!("answer exceeds {MAX_BODY} bytes")));
			}
			body.extend_from_slice(&chunk);
		}
		let body = String::from_utf8(body)
			.map_err(|_| SourceError::Malformed("answer is not UTF-8".into()))?;
		let answer = Answer { status, headers, body };
		let cached = answer.header(AGE).and_then(|seconds| seconds.trim().parse().ok());
		if let (Some(limit), Some(seconds)) = (self.max_age, cached) {
			age::not_above(Duration::from_secs(seconds), limit)?;
		}
		Ok(answer)
	}

	async fn token(&self) -> Result<Option<String>, SourceError> {
		match &self.token {
			None => Ok(None),
			Some(Token::Fixed(token)) => Ok(Some(token.clone())),
			Some(Token::File { path, slot }) => {
				let file = path.clone();
				let token = slot.run(move || fs::read_to_string(file)).await;
				token.map_err(io::Error::other).and_then(|token| token).map(Some).map_err(|error| {
					let path = path.display();
					SourceError::Down(format!("access.bearer_token_file {path}: {error}"))
				})
			}
		}
	}
}

/// A client that takes the certificates in `file` for as good as the system's.
fn trusting(file: PathBuf) -> Result<Client> {
	let asked = file.clone();
	let place = || format!("access.ca_file: {}", file.display());
	let text = within_patience(move || fs::read(asked))
		.map_err(io::Error::other)
		.and_then(|text| text)
		.with_context(place)?;
	let certificates = Certificate::from_pem_bundle(&text).with_context(place)?;
	if certificates.is_empty() {
		bail!("{} holds no certificate in PEM", place());
	}
	let settings = certificates.into_iter().fold(settings(), ClientBuilder::add_root_certificate);
	settings.build().with_context(place)
}

/// What a server answered.
pub struct Answer {
	/// Its status.
	pub status: StatusCode,
	/// Its text.
	pub body: String,
	headers: HeaderMap,
}

impl Answer {
	/// It, if it is one of success.
	pub fn success(self) -> Result<Self, SourceError> {
		if self.status.is_success() {
			Ok(self)
		} else {
			Err(SourceError::Down(format!("HTTP {}: {}", self.status, excerpt(&self.body))))
		}
	}

	/// Its header `name`, if it is there and text.
	pub fn header(&self, name: HeaderName) -> Option<&str> {
		self.headers.get(name)?.to_str().ok()
	}
}

/// The cause at the bottom: "connection refused" rather than "error sending request".
fn down(error: reqwest::Error) -> SourceError {
	// It would name the address with its secrets.
	let error = error.without_url();
	let mut cause: &dyn Error = &error;
	while let Some(next) = cause.source() {
		cause = next;
	}
	let cause = cause.to_string();
	let remedy = if cause.contains("UnknownIssuer") {
		"; if it is the right one, name its issuer's certificate in `access.ca_file`"
	} else {
		""
	};
	SourceError::Down(format!("{cause}{remedy}"))
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use reqwest::Url;
	use std::{future::Future, sync::Arc};
	use tokio::{
		io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
		net::{TcpListener, TcpStream},
	};

	/// Lets `serve` have each connection to a loopback address, whose port is the answer.
	pub async fn listen<F>(serve: impl Fn(TcpStream) -> F + Send + 'static) -> u16
	where
		F: Future<Output = ()> + Send + 'static,
	{
		let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
		let port = listener.local_addr().unwrap().port();
		tokio::spawn(async move {
			loop {
				let (stream, _) = listener.accept().await.unwrap();
				tokio::spawn(serve(stream));
			}
		});
		port
	}

	/// Reads a request up to its body; nothing if the peer went away.
	pub async fn request(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
		let mut request = Vec::new();
		while !request.ends_with(b"\r\n\r\n") {
			request.push(stream.read_u8().await.ok()?);
		}
		Some(String::from_utf8(request).unwrap())
	}

	/// Sends the raw answer of `answer` to one request.
	pub async fn respond(
		mut stream: impl AsyncRead + AsyncWrite + Unpin,
		answer: impl Fn(&str) -> Vec<u8>,
	) {
		if let Some(request) = request(&mut stream).await {
			let _ = stream.write_all(&answer(&request)).await;
			let _ = stream.shutdown().await;
		}
	}

	/// An answer as it is on the wire: status, further headers, body.
	pub fn raw(status: u16, headers: &str, body: &str) -> Vec<u8> {
		let length = body.len();
		format!("HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\n\r\n{body}").into()
	}

	/// Answers every request on a loopback address with what `answer` makes of its first line.
	pub async fn serve(answer: impl Fn(&str) -> (u16, String) + Send + Sync + 'static) -> Url {
		let answer = Arc::new(move |request: &str| {
			let (status, body) = answer(request.lines().next().unwrap_or_default());
			raw(status, "", &body)
		});
		let port = listen(move |stream| {
			let answer = answer.clone();
			async move { respond(stream, &*answer).await }
		});
		format!("http://127.0.0.1:{}/", port.await).parse().unwrap()
	}

	fn endpoint(url: Url, access: Access) -> Result<Endpoint> {
		Endpoint::new(url.into(), access, &client().unwrap(), None)
	}

	#[tokio::test]
	async fn a_token_is_shown_as_it_is_at_that_moment() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("token");
		fs::write(&file, "first\n").unwrap();
		let echo = |request: &str| {
			let token = request.lines().find_map(|line| line.strip_prefix("authorization: "));
			raw(200, "", token.unwrap_or("none"))
		};
		let port = listen(move |stream| respond(stream, echo)).await;
		let url: Url = format!("http://127.0.0.1:{port}/").parse().unwrap();
		let seen = |endpoint: Endpoint| async move {
			let first = endpoint.get(&[]).await.map(|answer| answer.body);
			(endpoint, first)
		};

		let access = Access { bearer_token_file: Some(file.clone()), ..Access::default() };
		let (endpoint_of_file, first) = seen(endpoint(url.clone(), access).unwrap()).await;
		assert_eq!(first.as_deref(), Ok("Bearer first"));
		fs::write(&file, "second").unwrap();
		let (endpoint_of_file, second) = seen(endpoint_of_file).await;
		assert_eq!(second.as_deref(), Ok("Bearer second"));
		fs::remove_file(&file).unwrap();
		let error = seen(endpoint_of_file).await.1.unwrap_err().to_string();
		let place = file.display();
		let expected = format!("source is down: access.bearer_token_file {place}: No such file");
		assert!(error.starts_with(&expected), "{error}");

		let none = endpoint(url.clone(), Access::default()).unwrap();
		assert_eq!(seen(none).await.1.as_deref(), Ok("none"));
		let name = Some("DESTRA_NO_SUCH_TOKEN".to_string());
		let unset = endpoint(url, Access { bearer_token_env: name, ..Access::default() });
		let error = unset.err().unwrap().to_string();
		assert!(
			error.starts_with("access.bearer_token_env: variable DESTRA_NO_SUCH_TOKEN"),
			"{error}"
		);
	}

	#[tokio::test]
	async fn a_file_without_certificates_is_named_at_once() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("ca.pem");
		let error = |text: &str| {
			fs::write(&file, text).unwrap();
			let access = Access { ca_file: Some(file.clone()), ..Access::default() };
			endpoint("https://127.0.0.1/".parse().unwrap(), access).err().unwrap().to_string()
		};
		let place = format!("access.ca_file: {}", file.display());
		assert_eq!(error("not a certificate"), format!("{place} holds no certificate in PEM"));
		let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
		assert!(error(broken).starts_with(&place));
	}
}
