// SPDX-License-Identifier: Apache-2.0

//! Every bad source by name: how an operator configures it, and the message that the log and `--check` have for
//! it. The same table is in the agent's README, from which it is read here.

use super::http::{
	client,
	tests::{listen, raw, request, respond},
	MAX_BODY,
};
use crate::{
	clock::jump,
	config::Config,
	sample::{Meter, Refusal},
};
use std::{
	fs::{self, File},
	path::Path,
	pin::pin,
	sync::Arc,
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpStream,
};
use tokio_rustls::{
	rustls::{
		crypto::ring,
		pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer},
		ServerConfig,
	},
	TlsAcceptor,
};

const README: &str = include_str!("../../README.md");

/// The source of each row of the table, in its order, and what else its metric says. The ports and the folder
/// of a run stand for those in the table.
const SOURCES: &[(&str, &str)] = &[
	// Servers.
	(r#"json = { url = "http://127.0.0.1:1/", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/silent", pointer = "" }"#, r#"timeout = "200ms""#),
	(r#"json = { url = "HTTP/dripping", pointer = "" }"#, r#"timeout = "400ms""#),
	(r#"json = { url = "HTTP/endless", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/cut", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/garbage", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/circle", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/broken", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/latin", pointer = "" }"#, ""),
	(r#"json = { url = "HTTPS/ten", pointer = "" }"#, ""),
	(r#"json = { url = "EXPIRED/ten", pointer = "", access = { ca_file = "CA" } }"#, ""),
	(r#"json = { url = "STRANGER/ten", pointer = "", access = { ca_file = "CA" } }"#, ""),
	(r#"json = { url = "NO_TLS/ten", pointer = "" }"#, ""),
	// Documents.
	(r#"json = { url = "HTTP/page", pointer = "/up" }"#, ""),
	(r#"json = { url = "HTTP/deep", pointer = "" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/down" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/list" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/word" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/up", max_age = "1m" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/up", time = "/old", max_age = "1m" }"#, ""),
	(r#"json = { url = "HTTP/status", pointer = "/up", time = "/millis", max_age = "1m" }"#, ""),
	(r#"json = { url = "HTTP/cached", pointer = "", max_age = "1m" }"#, ""),
	// Expositions and servers of Prometheus.
	(r#"prometheus = { url = "HTTP/metrics", metric = "none" }"#, ""),
	(r#"prometheus = { url = "HTTP/metrics", metric = "several" }"#, ""),
	(r#"prometheus = { url = "HTTP/metrics", metric = "old" }"#, ""),
	(r#"prometheus = { url = "HTTP/metrics", metric = "nan" }"#, ""),
	(r#"prometheus = { url = "HTTP/metrics", metric = "broken" }"#, ""),
	(r#"prometheus_query = { url = "HTTP", query = "sum(" }"#, ""),
	(r#"prometheus_query = { url = "HTTP", query = "none" }"#, ""),
	(r#"prometheus_query = { url = "HTTP", query = "several" }"#, ""),
	(r#"prometheus_query = { url = "HTTP", query = "old", max_age = "1m" }"#, ""),
	(r#"prometheus_query = { url = "HTTP", query = "nan" }"#, ""),
	// Files.
	(r#"file = { path = "DIR/none" }"#, ""),
	(r#"file = { path = "DIR/pipe" }"#, ""),
	(r#"file = { path = "DIR/folder" }"#, ""),
	(r#"file = { path = "/dev/zero" }"#, ""),
	(r#"file = { path = "DIR/huge" }"#, ""),
	(r#"file = { path = "DIR/latin" }"#, ""),
	(r#"file = { path = "DIR/words" }"#, ""),
	(r#"file = { path = "DIR/words", field = 2 }"#, ""),
	(r#"file = { path = "DIR/old", max_age = "1m" }"#, ""),
	(r#"file = { path = "DIR/digits" }"#, ""),
	(r#"disk = { path = "DIR/none", what = "total" }"#, ""),
	// Numbers.
	(r#"file = { path = "DIR/minus" }"#, ""),
	(r#"file = { path = "DIR/large" }"#, ""),
	(r#"file = { path = "DIR/ten" }"#, "min = 11"),
	(r#"file = { path = "DIR/ten" }"#, "max = 9"),
];

/// What each path of the bad server answers.
async fn misbehave(mut stream: TcpStream) {
	let Some(request) = request(&mut stream).await else { return };
	let path = request.split_whitespace().nth(1).unwrap_or_default();
	let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
	let answer = match path {
		"/silent" => return std::future::pending().await,
		"/dripping" => {
			let head = "HTTP/1.1 200 X\r\ncontent-length: 1000\r\n\r\n";
			for byte in head.bytes().chain([b'1'; 1_000]) {
				if stream.write_all(&[byte]).await.is_err() {
					return;
				}
				tokio::time::sleep(Duration::from_millis(5)).await;
			}
			return;
		}
		"/endless" => raw(200, "", &"1".repeat(MAX_BODY + 1)),
		"/cut" => b"HTTP/1.1 200 X\r\ncontent-length: 1000\r\n\r\n1".into(),
		"/garbage" => b"SSH-2.0-OpenSSH_9.2\r\n\r\n".into(),
		"/circle" => raw(302, "location: /circle\r\n", ""),
		"/broken" => raw(503, "", "warming up"),
		"/latin" => {
			let mut answer = raw(200, "", "\"caf \"");
			let end = answer.len();
			answer[end - 2] = 0xe9;
			answer
		}
		"/page" => raw(200, "", "<html>sign in</html>"),
		"/deep" => raw(200, "", &"[".repeat(100_000)),
		"/ten" => raw(200, "", "10"),
		"/cached" => raw(200, "age: 3600\r\n", "10"),
		"/status" => {
			let (old, millis) = (seconds - 3_600, seconds * 1_000);
			let text = format!(
				r#"{{"up": 10, "list": [1, 2], "word": "many", "old": {old}, "millis": {millis}}}"#
			);
			raw(200, "", &text)
		}
		"/metrics" => {
			let old = (seconds - 3_600) * 1_000;
			let text = format!(
				"several{{a=\"1\"}} 1\nseveral{{a=\"2\"}} 2\nold 10 {old}\nnan NaN\nbroken{{a=1}} 1\n"
			);
			raw(200, "", &text)
		}
		_ => evaluate(path, seconds),
	};
	// A client that has had enough goes away.
	let _ = stream.write_all(&answer).await;
	let _ = stream.shutdown().await;
}

/// What a Prometheus server answers to a query.
fn evaluate(path: &str, now: u64) -> Vec<u8> {
	let query = path.strip_prefix("/api/v1/query?query=").expect("a known path");
	let series = |value: &str| format!(r#"{{"metric":{{}},"value":[{now},"{value}"]}}"#);
	let result = match query.split('&').next().unwrap_or_default() {
		"none" => String::new(),
		"several" => format!("{},{}", series("1"), series("2")),
		"old" => series("10"),
		"timestamp%28old%0A%29" => series(&(now - 3_600).to_string()),
		"nan" => series("NaN"),
		_ => {
			return raw(
				400,
				"",
				r#"{"status":"error","error":"parse error: unclosed left parenthesis"}"#,
			)
		}
	};
	let data = format!(r#"{{"resultType":"vector","result":[{result}]}}"#);
	raw(200, "", &format!(r#"{{"status":"success","data":{data}}}"#))
}

/// Answers in plain whatever it is asked.
async fn without_tls(mut stream: TcpStream) {
	let _ = stream.read(&mut [0; 4096]).await;
	let _ = stream.write_all(&raw(400, "", "")).await;
}

/// Answers ten over TLS, with the certificate of `name`; the port.
async fn encrypted(name: &str) -> u16 {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/tls");
	let certificate = CertificateDer::from_pem_file(folder.join(format!("{name}.pem"))).unwrap();
	let key = PrivateKeyDer::from_pem_file(folder.join("key.pem")).unwrap();
	let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
		.with_safe_default_protocol_versions()
		.unwrap()
		.with_no_client_auth()
		.with_single_cert(vec![certificate], key)
		.unwrap();
	let acceptor = TlsAcceptor::from(Arc::new(config));
	listen(move |stream| {
		let acceptor = acceptor.clone();
		async move {
			if let Ok(stream) = acceptor.accept(stream).await {
				respond(stream, |_| raw(200, "", "10")).await;
			}
		}
	})
	.await
}

/// Puts the bad files into `folder`.
fn write_files(folder: &Path) {
	let write = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
	write("huge", &[b'1'; super::file::MAX_BYTES as usize + 1]);
	write("latin", b"caf\xe9");
	write("words", b"up 10");
	write("digits", &[b'1'; 401]);
	write("minus", b"-0.5");
	write("large", b"18446744073709551616");
	write("ten", b"10");
	write("old", b"10");
	let hour = Duration::from_secs(3_600);
	let old = File::options().write(true).open(folder.join("old")).unwrap();
	old.set_modified(SystemTime::now() - hour).unwrap();
	fs::create_dir(folder.join("folder")).unwrap();
	let (kind, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR);
	rustix::fs::mknodat(rustix::fs::CWD, folder.join("pipe"), kind, mode, 0).unwrap();
}

/// The meter of a metric as an operator writes it.
fn meter(source: &str, more: &str) -> Meter {
	let max = if more.starts_with("max") { "" } else { "max = 1_000" };
	let text = format!(
		"[node]\nurl = \"ws://127.0.0.1:9944\"\n[key]\ndev = \"One\"\n\
		 [[metric]]\nid = 0\nname = \"m\"\n{max}\n{more}\nsource = {{ {source} }}\n"
	);
	let config = Config::parse(&text, Path::new("agent.toml")).unwrap();
	let metric = config.metrics.into_iter().next().unwrap().into_inner();
	Meter::new(metric, &client().unwrap()).unwrap()
}

/// Why the meter has no sample. The servers have a real clock, the meter one that jumps.
async fn refusal(mut meter: Meter) -> Refusal {
	let timeout = meter.timeout;
	let mut sample = pin!(meter.sample(Duration::from_secs(60)));
	let sample = match tokio::time::timeout(timeout, &mut sample).await {
		Ok(sample) => sample,
		Err(_) => {
			jump();
			sample.await
		}
	};
	sample.expect_err("a bad source")
}

/// The rows of the table in the README: what is wrong, the message, the reason.
fn rows() -> Vec<[&'static str; 3]> {
	let (_, table) = README.split_once("| the source | the message | the reason |").unwrap();
	let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
	rows.map(|row| {
		let row = row.trim_start_matches("| ").trim_end_matches(" |");
		let cells: Vec<_> = row.split(" | ").map(code).collect();
		cells.try_into().expect("three cells")
	})
	.collect()
}

/// What stands in a cell, between one backtick or two.
fn code(cell: &str) -> &str {
	let between = |open: &str, close: &str| cell.strip_prefix(open)?.strip_suffix(close);
	between("`` ", " ``").or_else(|| between("`", "`")).unwrap_or(cell)
}

/// Whether `message` is what `expected` says, with anything in the place of each `…`.
fn fits(message: &str, expected: &str) -> bool {
	let mut parts = expected.split('…');
	let first = parts.next().unwrap_or_default();
	let Some(mut rest) = message.strip_prefix(first) else { return false };
	for part in parts {
		match rest.find(part) {
			Some(at) => rest = &rest[at + part.len()..],
			None => return false,
		}
	}
	rest.is_empty() || expected.ends_with('…')
}

#[tokio::test]
async fn every_bad_source_is_refused_by_name() {
	let folder = tempfile::tempdir().unwrap();
	write_files(folder.path());
	let certificates = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/tls/ca.pem");
	let bad = listen(misbehave).await;
	let plain = listen(without_tls).await;
	let [good, expired, stranger] =
		[encrypted("server").await, encrypted("expired").await, encrypted("stranger").await];
	let here = |scheme: &str, port: u16| format!("{scheme}://127.0.0.1:{port}");
	let places = [
		("HTTPS", here("https", good), "https://127.0.0.1:8443"),
		("EXPIRED", here("https", expired), "https://127.0.0.1:8443"),
		("STRANGER", here("https", stranger), "https://127.0.0.1:8443"),
		("NO_TLS", here("https", plain), "https://127.0.0.1:8443"),
		("HTTP", here("http", bad), "http://127.0.0.1:8080"),
		("DIR", folder.path().display().to_string(), "/srv/probe"),
		("CA", certificates.display().to_string(), "ca.pem"),
	];
	let rows = rows();
	assert_eq!(rows.len(), SOURCES.len(), "one row for each source");
	let mut wrong = String::new();
	for ([what, expected, reason], (source, more)) in rows.into_iter().zip(SOURCES) {
		let source = places.iter().fold(source.to_string(), |text, (name, place, _)| {
			text.replace(&format!("\"{name}"), &format!("\"{place}"))
		});
		let refusal = refusal(meter(&source, more)).await;
		let message = places
			.iter()
			.fold(refusal.to_string(), |text, (_, place, shown)| text.replace(place, shown));
		if !fits(&message, expected) || refusal.reason() != reason {
			wrong += &format!("| {what} | {message} | `{}` |\n", refusal.reason());
		}
	}
	assert!(wrong.is_empty(), "README has other messages than these:\n{wrong}");
}

#[tokio::test]
async fn who_has_a_certificate_of_the_ca_file_is_trusted() {
	let url = format!("https://127.0.0.1:{}/", encrypted("server").await);
	let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/tls/ca.pem");
	let access = format!("access = {{ ca_file = \"{}\" }}", file.display());
	let source = format!("json = {{ url = \"{url}\", pointer = \"\", {access} }}");
	assert_eq!(meter(&source, "").sample(Duration::from_secs(60)).await, Ok(10));
}
