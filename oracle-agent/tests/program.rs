// SPDX-License-Identifier: Apache-2.0

//! The program as its operator runs it: when it ends, and what it never says.

use std::{
	fs::{self, File},
	io::{Read, Write},
	net::TcpListener,
	path::PathBuf,
	process::{Child, Command, Stdio},
	thread,
	time::{Duration, Instant},
};

const METRIC: &str = "[[metric]]\nid = 0\nname = \"up\"\nmax = 10\n";
const DISK: &str = "source = { disk = { path = \"/\", what = \"total\" } }\n";

/// How long the program may take to end, on a busy machine.
const SOON: Duration = Duration::from_secs(30);

struct Stage {
	folder: tempfile::TempDir,
}

impl Stage {
	fn new() -> Self {
		Self { folder: tempfile::tempdir().unwrap() }
	}

	fn path(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	/// Starts the program on `config`.
	fn start(&self, config: &str, arguments: &[&str]) -> Child {
		let file = self.path("agent.toml");
		fs::write(&file, config).unwrap();
		Command::new(env!("CARGO_BIN_EXE_destra-oracle-agent"))
			.arg("--config")
			.arg(file)
			.args(arguments)
			.env("AGENT_TOKEN", "hunter-token")
			.stdin(Stdio::null())
			.stdout(self.log())
			.stderr(self.log())
			.spawn()
			.unwrap()
	}

	/// What is said goes to a file, which has room for all of it.
	fn log(&self) -> File {
		File::options().create(true).append(true).open(self.path("log")).unwrap()
	}

	/// What the program has said so far.
	fn said(&self) -> String {
		fs::read_to_string(self.path("log")).unwrap()
	}

	/// Waits until the program has said `word`.
	fn await_word(&self, word: &str) {
		let start = Instant::now();
		while !self.said().contains(word) {
			assert!(start.elapsed() < SOON, "it has not said `{word}`, but:\n{}", self.said());
			thread::sleep(Duration::from_millis(20));
		}
	}

	fn pipe(&self, name: &str) -> PathBuf {
		let (kind, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU);
		rustix::fs::mknodat(rustix::fs::CWD, self.path(name), kind, mode, 0).unwrap();
		self.path(name)
	}
}

fn head(node: &str, key: &str) -> String {
	format!("[node]\nurl = \"{node}\"\npoll = \"100ms\"\n[key]\n{key}\n")
}

/// The status of the program, which has to end soon.
#[track_caller]
fn end_of(mut child: Child) -> Option<i32> {
	let start = Instant::now();
	loop {
		if let Some(status) = child.try_wait().unwrap() {
			return status.code();
		}
		if start.elapsed() > SOON {
			child.kill().unwrap();
			panic!("the program does not end");
		}
		thread::sleep(Duration::from_millis(20));
	}
}

/// Answers everything with `text`, whatever it is; the address.
fn answer(text: &'static str) -> String {
	let listener = TcpListener::bind("127.0.0.1:0").unwrap();
	let address = listener.local_addr().unwrap();
	thread::spawn(move || {
		for stream in listener.incoming() {
			let mut stream = stream.unwrap();
			thread::spawn(move || {
				let _ = stream.read(&mut [0; 4096]);
				let _ = stream.write_all(text.as_bytes());
			});
		}
	});
	address.to_string()
}

#[test]
fn it_ends_although_a_file_hangs() {
	let config = format!("{}{METRIC}{DISK}", head("ws://127.0.0.1:1", "file = \"key\""));
	for arguments in [&["--check"][..], &[]] {
		let stage = Stage::new();
		let key = stage.pipe("key");
		assert_eq!(end_of(stage.start(&config, arguments)), Some(2));
		let (said, key) = (stage.said(), key.display());
		let expected = format!("error: [key] file: cannot read {key}: no answer within 5s");
		assert!(said.starts_with(&expected), "{said}");
	}
}

#[test]
fn a_check_ends_whatever_its_sources_do() {
	let stage = Stage::new();
	let pipe = stage.pipe("pipe");
	let silent = TcpListener::bind("127.0.0.1:0").unwrap();
	let address = silent.local_addr().unwrap();
	let config = format!(
		"{}{METRIC}source = {{ file = {{ path = \"pipe\" }} }}\n\
		 [[metric]]\nid = 1\nname = \"silent\"\nmax = 1\ntimeout = \"300ms\"\n\
		 source = {{ json = {{ url = \"http://{address}/\", pointer = \"\" }} }}\n",
		head("ws://127.0.0.1:1", "dev = \"One\""),
	);
	assert_eq!(end_of(stage.start(&config, &["--check"])), Some(1));
	let said = stage.said();
	for line in [
		format!("metric 0       up failed: {}: malformed: a pipe, not a file", pipe.display()),
		format!("metric 1       silent failed: http://{address}/: no answer within 300ms"),
	] {
		assert!(said.lines().any(|found| found == line), "`{line}` is missing in:\n{said}");
	}
}

#[test]
fn sigterm_ends_it_at_once_and_well() {
	let stage = Stage::new();
	let config = format!("{}{METRIC}{DISK}", head("ws://127.0.0.1:1", "dev = \"One\""));
	let child = stage.start(&config, &[]);
	stage.await_word("the node does not answer");
	let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
	assert!(killed.success());
	assert_eq!(end_of(child), Some(0));
}

#[test]
fn no_secret_is_said_at_any_level() {
	let (checking, running) = (Stage::new(), Stage::new());
	for stage in [&checking, &running] {
		fs::write(stage.path("token"), "hunter-file").unwrap();
	}
	let refused = answer("HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\n\r\nno");
	let address = format!("http://me:hunter-password@{refused}/x?key=hunter-query");
	let json = |url: &str, access: &str| {
		format!("json = {{ url = \"{url}\", pointer = \"\", access = {{ {access} }} }}")
	};
	let own = format!("http://{refused}/");
	let sources = [
		json(&address, ""),
		format!("prometheus = {{ url = \"{address}\", metric = \"a\" }}"),
		json(&own, "bearer_token_env = \"AGENT_TOKEN\""),
		json(&own, "bearer_token_file = \"token\""),
	];
	let tables = sources.iter().enumerate().map(|(id, source)| {
		format!("[[metric]]\nid = {id}\nname = \"m{id}\"\nmax = 1\nsource = {{ {source} }}\n")
	});
	let node = format!("ws://me:hunter-password@{refused}/?key=hunter-query");
	let config = format!("{}{}", head(&node, "dev = \"One\""), tables.collect::<String>());

	assert_eq!(end_of(checking.start(&config, &["--check", "--log", "trace"])), Some(1));
	let checked = checking.said();
	assert_eq!(checked.matches("HTTP 401 Unauthorized: no").count(), sources.len(), "{checked}");
	assert!(checked.contains(&format!("cannot connect to ws://***@{refused}/?***: ")), "{checked}");

	let mut child = running.start(&config, &["--log", "trace"]);
	running.await_word("the node does not answer");
	child.kill().unwrap();
	child.wait().unwrap();

	// In plain, and as the header of a request has it.
	for secret in ["hunter", "bWU6aHVudGVy", "aHVudGVy"] {
		for text in [&checked, &running.said()] {
			let line = text.lines().find(|line| line.contains(secret));
			assert_eq!(line, None, "{secret}");
		}
	}
}
