// SPDX-License-Identifier: Apache-2.0

//! What the agent has committed to, in a file: a restart between the commitment and the report, or a
//! crash, costs no round.
//!
//! The file holds the last commitment only. It is private like the key, since whoever reads it early
//! can copy the values; and it is never half written.

use crate::{
	apart::{Slot, PATIENCE},
	chain::{Report, Round},
};
use anyhow::{bail, Context, Result};
use serde::{Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	fs::{self, File, OpenOptions},
	io::{self, ErrorKind, Write},
	os::unix::fs::OpenOptionsExt,
	path::{Path, PathBuf},
	time::Duration,
};
use subxt::utils::{AccountId32, H256};

/// The file's content: a report, whose it is, and which round of which chain it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
	account: AccountId32,
	genesis: H256,
	round: u32,
	/// Milliseconds of Unix time. A chain that was set up anew from one genesis has rounds of the same
	/// numbers, but at other times.
	started_at: u64,
	values: BTreeMap<u16, u64>,
	salt: H256,
}

/// The memory of one reporter.
pub struct Store {
	path: PathBuf,
	account: AccountId32,
	kept: Option<Kept>,
	writing: Slot,
}

impl Store {
	/// Reads what `account` has kept in the file `path`, which need not exist, and tries whether it
	/// can be written. A file of another account, or of something else, is an error: it is not to be lost.
	pub fn open(path: PathBuf, account: AccountId32) -> Result<Self> {
		let writing = Slot::default();
		let kept = run(&writing, &path, {
			let path = path.clone();
			move || look_at(&path, &account)
		});
		let kept = kept.context("[state] file")?;
		Ok(Self { path, account, kept, writing })
	}

	/// What this reporter has committed to in `round`. After a reorganisation a round may have begun a
	/// little earlier or later than it did; it is the same one as long as that is less than its length.
	pub fn recall(&self, round: &Round) -> Option<Report> {
		let kept = self.kept.as_ref()?;
		let apart = Duration::from_millis(kept.started_at.abs_diff(round.started_at));
		let same = (kept.genesis, kept.round) == (round.genesis, round.number);
		(same && apart < round.length).then(|| Report {
			round: kept.round,
			values: kept.values.clone(),
			salt: kept.salt.0,
		})
	}

	/// Keeps `report` of `round`, in place of what was kept before. After an error it is kept for as
	/// long as the agent runs.
	pub fn keep(&mut self, round: &Round, report: &Report) -> Result<()> {
		let kept = self.kept.insert(Kept {
			account: self.account,
			genesis: round.genesis,
			round: report.round,
			started_at: round.started_at,
			values: report.values.clone(),
			salt: H256(report.salt),
		});
		let bytes = serde_json::to_vec_pretty(kept)?;
		let (path, account) = (self.path.clone(), self.account);
		run(&self.writing, &self.path, move || {
			// Another agent may have taken the file since this one looked.
			read(&path, &account)?;
			replace(&path, &bytes).with_context(|| {
				format!("cannot write {}: make room, or mend its folder", path.display())
			})
		})
	}

	/// The file.
	pub fn path(&self) -> &Path {
		&self.path
	}
}

/// Does `work` with the file `path`, which may hang.
fn run<T: Send + 'static>(
	slot: &Slot,
	path: &Path,
	work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
	slot.run_within(PATIENCE, work)
		.with_context(|| format!("cannot read or write {}", path.display()))?
}

/// What `account` has kept in the file `path`, once it is clear that it can be written.
fn look_at(path: &Path, account: &AccountId32) -> Result<Option<Kept>> {
	let kept = read(path, account)?;
	let trial = beside(path, "try");
	write(&trial, &[]).and_then(|()| fs::remove_file(&trial)).with_context(|| {
		format!(
			"cannot write {}: name a file in a folder that the agent may write to",
			trial.display(),
		)
	})?;
	Ok(kept)
}

/// What `account` has kept in the file `path`, if that exists.
fn read(path: &Path, account: &AccountId32) -> Result<Option<Kept>> {
	let place = path.display();
	let bytes = match fs::read(path) {
		Ok(bytes) => bytes,
		Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
		Err(error) => bail!("cannot read {place}: {error}"),
	};
	let kept: Kept = serde_json::from_slice(&bytes).with_context(|| {
		format!("{place} is none of the agent's: move it away, or name another file")
	})?;
	if kept.account != *account {
		bail!(
			"{place} holds what {} has committed to, which is another account: name another file for one \
			 of the two, or remove it if that account reports no more",
			kept.account,
		);
	}
	Ok(Some(kept))
}

/// Puts `bytes` in place of the file `path`, whole or not at all.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let fresh = beside(path, "new");
	write(&fresh, bytes)?;
	fs::rename(&fresh, path)?;
	// Without this, a power cut may bring back the file before.
	File::open(folder_of(path))?.sync_all()
}

/// Writes a file of its own for the owner alone, down to the disk.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut file =
		OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
	file.write_all(bytes)?;
	file.sync_all()
}

/// `path` with a further extension.
fn beside(path: &Path, extension: &str) -> PathBuf {
	let mut name = path.as_os_str().to_owned();
	name.push(".");
	name.push(extension);
	name.into()
}

fn folder_of(path: &Path) -> &Path {
	match path.parent() {
		Some(folder) if folder != Path::new("") => folder,
		_ => Path::new("."),
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use std::os::unix::fs::PermissionsExt;

	const ALICE: AccountId32 = AccountId32([1; 32]);

	fn round(number: u32) -> Round {
		Round {
			genesis: H256([9; 32]),
			number,
			started_at: 1_800_000_000_000 + u64::from(number) * 600_000,
			elapsed: Duration::from_secs(60),
			first_half: Duration::from_secs(300),
			length: Duration::from_secs(600),
			reporters: 7,
			committed: 0,
			reported: 0,
			quorum: 4,
		}
	}

	fn report(round: u32) -> Report {
		Report { round, values: [(0, u64::MAX), (3, 9_800)].into(), salt: [7; 32] }
	}

	/// A store of `ALICE` in `folder`.
	pub fn store(folder: &Path) -> Store {
		Store::open(folder.join("agent.state"), ALICE).unwrap()
	}

	#[test]
	fn what_was_committed_to_survives_a_restart_within_its_round() {
		let folder = tempfile::tempdir().unwrap();
		let mut first = store(folder.path());
		assert_eq!(first.recall(&round(4)), None);
		first.keep(&round(4), &report(4)).unwrap();
		for store in [first, store(folder.path())] {
			assert_eq!(store.recall(&round(4)), Some(report(4)));
			let later = Round { elapsed: Duration::from_secs(400), reported: 3, ..round(4) };
			assert_eq!(store.recall(&later), Some(report(4)), "the same round, later");
			assert_eq!(store.recall(&round(5)), None, "another round");
		}
	}

	#[test]
	fn a_round_that_a_reorganisation_lets_begin_at_another_time_is_the_same() {
		let folder = tempfile::tempdir().unwrap();
		let mut store = store(folder.path());
		store.keep(&round(4), &report(4)).unwrap();
		let at = |started_at| store.recall(&Round { started_at, ..round(4) });
		let (begun, length) = (round(4).started_at, 600_000);
		assert_eq!(
			[at(begun + length - 1), at(begun - length + 1)],
			[(); 2].map(|()| Some(report(4)))
		);
		assert_eq!([at(begun + length), at(begun - length)], [None, None], "the chain began anew");
	}

	#[test]
	fn the_round_of_another_chain_is_another_round() {
		let folder = tempfile::tempdir().unwrap();
		let mut store = store(folder.path());
		store.keep(&round(4), &report(4)).unwrap();
		let other = Round { genesis: H256([8; 32]), ..round(4) };
		assert_eq!(store.recall(&other), None);
		store.keep(&other, &report(4)).unwrap();
		assert_eq!((store.recall(&round(4)), store.recall(&other)), (None, Some(report(4))));
	}

	#[test]
	fn the_file_is_private_and_holds_the_last_commitment_only() {
		let folder = tempfile::tempdir().unwrap();
		let mut store = store(folder.path());
		store.keep(&round(4), &report(4)).unwrap();
		store.keep(&round(5), &report(5)).unwrap();
		assert_eq!((store.recall(&round(4)), store.recall(&round(5))), (None, Some(report(5))));
		let mode = fs::metadata(store.path()).unwrap().permissions().mode();
		assert_eq!(mode & 0o777, 0o600);
		let names: Vec<_> =
			fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
		assert_eq!(names, ["agent.state"], "nothing else is left");
	}

	const BOB: AccountId32 = AccountId32([2; 32]);

	#[test]
	fn the_file_of_another_account_is_refused_by_name_and_not_touched() {
		let folder = tempfile::tempdir().unwrap();
		let mut of_alice = store(folder.path());
		// Both have looked before either has written.
		let mut of_bob = Store::open(of_alice.path().into(), BOB).unwrap();
		of_alice.keep(&round(4), &report(4)).unwrap();
		let written = fs::read(of_alice.path()).unwrap();
		let late = of_bob.keep(&round(4), &report(4)).unwrap_err();
		let early = Store::open(of_alice.path().into(), BOB).err().unwrap();
		for error in [format!("[state] file: {late:#}"), format!("{early:#}")] {
			assert!(error.starts_with("[state] file: /"), "{error}");
			assert!(error.contains(&format!("holds what {ALICE} has committed to")), "{error}");
		}
		assert_eq!(of_bob.recall(&round(4)), Some(report(4)), "kept while the agent runs");
		assert_eq!(fs::read(of_alice.path()).unwrap(), written);
	}

	#[test]
	fn a_file_of_something_else_is_refused_and_not_touched() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("key");
		for content in ["//Alice\n", "", "{}", "{\"account\": 1}"] {
			fs::write(&path, content).unwrap();
			let error = Store::open(path.clone(), ALICE).err().unwrap();
			let error = format!("{error:#}");
			assert!(error.starts_with("[state] file: "), "{error}");
			assert!(error.contains("move it away"), "{error}");
			assert_eq!(fs::read_to_string(&path).unwrap(), content);
		}
	}

	#[test]
	fn a_place_that_cannot_be_written_is_named_at_once() {
		let error = Store::open("/nowhere/agent.state".into(), ALICE).err().unwrap();
		let error = format!("{error:#}");
		assert!(error.starts_with("[state] file: cannot write /nowhere/agent.state"), "{error}");
		assert!(error.contains("name a file in a folder"), "{error}");
	}

	#[test]
	fn what_cannot_be_written_is_kept_while_the_agent_runs() {
		let folder = tempfile::tempdir().unwrap();
		let mut store = store(folder.path());
		folder.close().unwrap();
		assert!(store.keep(&round(4), &report(4)).is_err());
		assert_eq!(store.recall(&round(4)), Some(report(4)));
	}
}
