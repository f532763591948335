// SPDX-License-Identifier: Apache-2.0

//! The reporter against a chain that the tests direct. The clock jumps, so minutes pass in no
//! time and always in the same way.

use super::*;
use crate::{
	chain::{ChainError, Definition, Place, Progress, Refusal, Report, Round},
	clock::{run, sleep_until},
	sample::tests::{counting, meter, Script, Silent},
	store::tests::store,
};
use async_trait::async_trait;
use futures::{
	future::{select, LocalBoxFuture},
	stream::{self, BoxStream, StreamExt},
	FutureExt,
};
use std::{
	collections::{BTreeMap, VecDeque},
	sync::Mutex,
};
use subxt::utils::H256;
use tempfile::TempDir;

/// Half a round of the fake chain, in seconds.
const HALF: u64 = 120;
const LENGTH: u64 = 2 * HALF;
/// How long the fake chain takes to include, and to finalise, what is submitted.
const BLOCK: Duration = Duration::from_secs(6);
const FINALITY: Duration = Duration::from_secs(18);

/// Codes of the oracle's table that the fake one answers with.
const NOT_REPORTER: u8 = 100;
const TOO_EARLY: u8 = 102;
const TOO_LATE: u8 = 103;
const REPORTED: u8 = 104;
const COMMITTED: u8 = 111;
const NOT_COMMITTED: u8 = 112;
const MISMATCH: u8 = 113;

/// What happens to one submission; without orders, the oracle judges it, and it is included and
/// finalised.
#[derive(Clone)]
enum Order {
	/// The pool takes it and loses it again.
	Drop,
	/// The pool keeps it while its half lasts, and says nothing more.
	Silence,
	/// The chain refuses it.
	Refuse(Refusal),
	/// The node is gone before it answers, although it has taken what was submitted.
	TakeAndVanish,
	/// It gets into a block that becomes final only after that time.
	FinaliseAfter(Duration),
	/// It is included, but its call fails.
	Fail,
}

struct Submission {
	at: Instant,
	phase: Phase,
	signed: Signed,
}

struct Included {
	signed: Signed,
	phase: Phase,
	report: Report,
	at: Instant,
	final_at: Instant,
	failure: Option<String>,
}

#[derive(Default)]
struct State {
	/// What the account had sent before the test, and others send during it.
	nonce: u64,
	/// A transaction of others that waits in the pool.
	foreign: Option<u64>,
	/// What the bytes of each signature stand for.
	signings: BTreeMap<Vec<u8>, (Phase, Report)>,
	orders: VecDeque<Order>,
	outages: Vec<(Instant, Instant)>,
	submissions: Vec<Submission>,
	included: Vec<Included>,
	/// The nonce of what the pool keeps in silence, and until when.
	silent: Option<(u64, Instant)>,
	/// The chain's clock stood at this many seconds when the test began.
	elapsed: u64,
	/// Metrics that the chain measures itself.
	metered: Vec<u16>,
}

impl State {
	/// The nonce of the account at the best block.
	fn best_nonce(&self) -> u64 {
		let used = self.included.iter().filter(|included| included.at <= Instant::now()).count();
		self.nonce + used as u64
	}

	/// What there is of a phase of a round, in a block or in the pool.
	fn standing(&self, phase: Phase, round: u32) -> Option<&Included> {
		self.included.iter().find(|included| {
			let of = (included.phase, included.report.round, included.failure.is_none());
			of == (phase, round, true)
		})
	}

	/// As the oracle and the pool judge it, in a round whose phase is `now`.
	fn judge(&self, now: Phase, phase: Phase, report: &Report) -> Result<(), Refusal> {
		let refuse = |code| Err(Refusal::Oracle(code));
		match self.standing(phase, report.round) {
			Some(earlier) if earlier.at > Instant::now() => {
				return Err(Refusal::Pool("priority is too low".into()))
			}
			Some(_) if phase == Phase::Commit => return refuse(COMMITTED),
			Some(_) => return refuse(REPORTED),
			None => {}
		}
		match (now, phase) {
			(Phase::Commit, Phase::Commit) => Ok(()),
			(Phase::Commit, Phase::Report) => refuse(TOO_EARLY),
			(Phase::Report, Phase::Commit) => refuse(TOO_LATE),
			(Phase::Report, Phase::Report) => match self.standing(Phase::Commit, report.round) {
				Some(commitment) if commitment.report == *report => Ok(()),
				Some(_) => refuse(MISMATCH),
				None => refuse(NOT_COMMITTED),
			},
		}
	}
}

struct Fake {
	start: Instant,
	state: Arc<Mutex<State>>,
}

fn final_in(block: u64, failure: Option<String>) -> Final {
	Final { block: format!("block-{block}"), failure }
}

impl Fake {
	fn now(&self) -> Duration {
		self.start.elapsed() + Duration::from_secs(self.state.lock().unwrap().elapsed)
	}

	fn round_now(&self) -> Round {
		let now = self.now();
		let number = (now.as_secs() / LENGTH) as u32 + 1;
		Round {
			genesis: H256([9; 32]),
			number,
			started_at: u64::from(number) * LENGTH * 1_000,
			elapsed: Duration::from_secs(now.as_secs() % LENGTH),
			first_half: Duration::from_secs(HALF),
			length: Duration::from_secs(LENGTH),
			reporters: 1,
			committed: 0,
			reported: 0,
			quorum: 1,
		}
	}

	fn up(&self) -> Result<(), ChainError> {
		let now = Instant::now();
		let state = self.state.lock().unwrap();
		match state.outages.iter().any(|(from, to)| (*from..*to).contains(&now)) {
			true => Err(ChainError::Outage("connection refused".into())),
			false => Ok(()),
		}
	}

	/// It gets into the next block.
	fn include(&self, signed: &Signed, finality: Duration, failure: Option<String>) {
		let mut state = self.state.lock().unwrap();
		let (phase, report) = state.signings[&signed.bytes].clone();
		let at = Instant::now() + BLOCK;
		let final_at = Instant::now() + finality;
		let signed = signed.clone();
		state.included.push(Included { signed, phase, report, at, final_at, failure });
	}
}

#[async_trait]
impl Chain for Fake {
	async fn round(&self) -> Result<Option<Round>, ChainError> {
		self.up()?;
		Ok(Some(self.round_now()))
	}

	async fn definitions(&self) -> Result<BTreeMap<u16, Definition>, ChainError> {
		self.up()?;
		let metered = self.state.lock().unwrap().metered.clone();
		let define = |id| {
			let bounds = (!metered.contains(&id)).then_some((0, 500));
			(id, Definition { name: format!("name-{id}"), unit: "unit".into(), bounds })
		};
		Ok((0..3).map(define).collect())
	}

	async fn nonce(&self) -> Result<u64, ChainError> {
		self.up()?;
		let state = self.state.lock().unwrap();
		let (now, best) = (Instant::now(), state.best_nonce());
		let silent = state.silent.filter(|(_, until)| now < *until).map(|(nonce, _)| nonce);
		let waiting = state.included.iter().filter(|included| now < included.at);
		let pool: Vec<_> = waiting
			.map(|included| included.signed.nonce)
			.chain(state.foreign)
			.chain(silent)
			.collect();
		Ok((best..).find(|nonce| !pool.contains(nonce)).unwrap())
	}

	async fn sign(&self, phase: Phase, report: &Report, nonce: u64) -> Result<Signed, ChainError> {
		self.up()?;
		let mut state = self.state.lock().unwrap();
		let bytes = format!("{phase:?} {report:?} #{}", state.signings.len()).into_bytes();
		state.signings.insert(bytes.clone(), (phase, report.clone()));
		let signed_at = self.start.elapsed().as_secs() / 6;
		Ok(Signed { bytes, nonce, signed_at, valid_until: signed_at + 64 })
	}

	async fn submit(&self, signed: &Signed) -> Result<BoxStream<'static, Progress>, ChainError> {
		self.up()?;
		let round = self.round_now();
		let order = {
			let mut state = self.state.lock().unwrap();
			let (phase, report) = state.signings[&signed.bytes].clone();
			let (at, signed) = (Instant::now(), signed.clone());
			state.submissions.push(Submission { at, phase, signed });
			match state.orders.pop_front() {
				Some(order) => order,
				None => match state.judge(round.phase(), phase, &report) {
					Ok(()) => Order::FinaliseAfter(FINALITY),
					Err(refusal) => Order::Refuse(refusal),
				},
			}
		};
		let pooled = stream::iter([Progress::Pooled]);
		let end = |wait: Duration, news: Progress| {
			stream::once(async move {
				sleep(wait).await;
				news
			})
		};
		Ok(match order {
			Order::Drop => pooled.chain(end(BLOCK, Progress::Lost("dropped".into()))).boxed(),
			Order::Silence => {
				let rest = HALF - round.elapsed.as_secs() % HALF;
				let until = Instant::now() + Duration::from_secs(rest);
				self.state.lock().unwrap().silent = Some((signed.nonce, until));
				pooled.chain(stream::pending()).boxed()
			}
			Order::Refuse(refusal) => return Err(ChainError::Refused(refusal)),
			Order::TakeAndVanish => {
				self.include(signed, FINALITY, None);
				return Err(ChainError::Outage("connection reset".into()));
			}
			Order::FinaliseAfter(finality) => {
				self.include(signed, finality, None);
				pooled
					.chain(end(BLOCK, Progress::InBlock("block-1".into())))
					.chain(end(finality - BLOCK, Progress::Finalised(final_in(1, None))))
					.boxed()
			}
			Order::Fail => {
				let failure = Some("Oracle::TooLate".to_string());
				self.include(signed, FINALITY, failure.clone());
				pooled.chain(end(FINALITY, Progress::Finalised(final_in(1, failure)))).boxed()
			}
		})
	}

	async fn locate(&self, signed: &Signed) -> Result<Place, ChainError> {
		self.up()?;
		let now = Instant::now();
		let state = self.state.lock().unwrap();
		let found = state.included.iter().find(|included| included.signed == *signed);
		Ok(match found.filter(|included| included.at <= now) {
			Some(included) if included.final_at <= now => {
				Place::Finalised(final_in(1, included.failure.clone()))
			}
			Some(_) => Place::InBlock,
			None if state.best_nonce() > signed.nonce => Place::NonceTaken,
			None if self.start.elapsed().as_secs() / 6 > signed.valid_until => Place::Expired,
			None => Place::NoBlock,
		})
	}
}

/// A reporter that runs against the fake chain.
struct Stage {
	start: Instant,
	state: Arc<Mutex<State>>,
	metrics: Metrics,
	folder: TempDir,
	reporter: LocalBoxFuture<'static, ()>,
}

/// Starts a reporter of `meters`, after `direct` has given its orders.
fn stage(meters: Vec<Meter>, direct: impl FnOnce(Instant, &mut State)) -> Stage {
	let start = Instant::now();
	let mut state = State { nonce: 7, ..State::default() };
	direct(start, &mut state);
	let mut stage = Stage {
		start,
		state: Arc::new(Mutex::new(state)),
		metrics: Metrics::new().unwrap(),
		folder: tempfile::tempdir().unwrap(),
		reporter: std::future::ready(()).boxed_local(),
	};
	stage.start_agent(meters);
	stage
}

impl Stage {
	/// Starts the agent, in place of one that ends in the midst of whatever it does.
	fn start_agent(&mut self, meters: Vec<Meter>) {
		let plan = Plan {
			poll: Duration::from_secs(2),
			patience: Duration::from_secs(30),
			start: 0.1,
			sample_until: 0.5,
			resample: Duration::from_secs(5),
		};
		let chain = Arc::new(Fake { start: self.start, state: self.state.clone() });
		let store = store(self.folder.path());
		let reporter = Reporter::new(chain, meters, store, plan, self.metrics.clone());
		self.reporter = reporter.run().boxed_local();
	}

	/// Lets the reporter run until `seconds` after the start.
	async fn until(&mut self, seconds: u64) {
		select(&mut self.reporter, sleep_until(self.start + Duration::from_secs(seconds))).await;
	}

	/// When what was submitted, in seconds, and with which nonce.
	fn times(&self) -> Vec<(u64, Phase, u64)> {
		let state = self.state.lock().unwrap();
		let time = |submission: &Submission| {
			let Submission { at, phase, signed } = submission;
			((*at - self.start).as_secs(), *phase, signed.nonce)
		};
		state.submissions.iter().map(time).collect()
	}

	/// What each submission was about.
	fn reports(&self) -> Vec<Report> {
		let state = self.state.lock().unwrap();
		let report = |submission: &Submission| state.signings[&submission.signed.bytes].1.clone();
		state.submissions.iter().map(report).collect()
	}

	/// The bytes of each submission.
	fn bytes(&self) -> Vec<Vec<u8>> {
		let state = self.state.lock().unwrap();
		state.submissions.iter().map(|submission| submission.signed.bytes.clone()).collect()
	}

	fn values(&self, submission: usize) -> BTreeMap<u16, u64> {
		self.reports()[submission].values.clone()
	}

	/// How many submissions of each phase ended how; none in any other way.
	#[track_caller]
	fn assert_counts(&self, commit: &[(Outcome, u64)], report: &[(Outcome, u64)]) {
		for (phase, expected) in [(Phase::Commit, commit), (Phase::Report, report)] {
			for outcome in Outcome::ALL {
				let wanted = expected.iter().find(|(is, _)| *is == outcome).map_or(0, |(_, n)| *n);
				assert_eq!(self.metrics.count(phase, outcome), wanted, "{phase:?} {outcome:?}");
			}
		}
	}

	#[track_caller]
	fn assert_shows(&self, line: &str) {
		let text = self.metrics.render().unwrap();
		assert!(text.lines().any(|found| found == line), "`{line}` is missing in:\n{text}");
	}
}

fn steady(id: u16) -> Meter {
	meter(id, Script::new(&["42"]))
}

/// A meter of a counter's growth in a minute.
fn counter(id: u16, counts: &[&str]) -> Meter {
	counting(meter(id, Script::new(counts)), Duration::from_secs(60))
}

#[test]
fn one_commitment_and_one_report_a_round() {
	run(async {
		let mut stage = stage(vec![steady(0), steady(2)], |_, _| {});
		stage.until(3 * LENGTH - 1).await;
		let expected = [
			(12, Phase::Commit, 7),
			(120, Phase::Report, 8),
			(252, Phase::Commit, 9),
			(360, Phase::Report, 10),
			(492, Phase::Commit, 11),
			(600, Phase::Report, 12),
		];
		assert_eq!(stage.times(), expected);
		let reports = stage.reports();
		for (round, pair) in (1..).zip(reports.chunks(2)) {
			assert_eq!(pair[0], pair[1], "what was committed to is reported");
			assert_eq!((pair[0].round, &pair[0].values), (round, &[(0, 42), (2, 42)].into()));
		}
		assert_ne!(reports[0].salt, reports[2].salt, "each round has a salt of its own");
		stage.assert_counts(&[(Outcome::Finalised, 3)], &[(Outcome::Finalised, 3)]);
		stage.assert_shows("destra_agent_last_committed_round 3");
		stage.assert_shows("destra_agent_last_reported_round 3");
	});
}

#[test]
fn an_agent_that_starts_late_in_the_first_half_commits_at_once() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.elapsed = 100);
		stage.until(39).await;
		assert_eq!(stage.times(), [(0, Phase::Commit, 7), (20, Phase::Report, 8)]);
	});
}

#[test]
fn an_agent_that_starts_in_the_second_half_waits_for_the_next_round() {
	run(async {
		let counts = counter(0, &["100", "110"]);
		let mut stage = stage(vec![counts, steady(1)], |_, state| state.elapsed = 130);
		stage.until(110).await;
		assert!(stage.times().is_empty());
		stage.assert_counts(&[], &[(Outcome::Missed, 1)]);
		stage.until(239).await;
		assert_eq!(stage.times(), [(122, Phase::Commit, 7), (230, Phase::Report, 8)]);
		// Ten in 122 seconds: the counter was read at the start.
		assert_eq!(stage.values(0), [(0, 4), (1, 42)].into());
	});
}

#[test]
fn a_restart_between_commitment_and_report_costs_nothing() {
	run(async {
		for restart in [30, 119, 121] {
			let mut stage = stage(vec![meter(0, Script::new(&["42"]))], |_, state| {
				// The report waits for the restart.
				state.orders = [Order::FinaliseAfter(FINALITY), Order::Drop].into();
				if restart < HALF {
					state.orders.pop_back();
				}
			});
			stage.until(restart).await;
			stage.start_agent(vec![meter(0, Script::new(&["43"]))]);
			stage.until(LENGTH - 1).await;
			let reports = stage.reports();
			assert_eq!(reports[0].values, [(0, 42)].into());
			assert!(reports.iter().all(|report| *report == reports[0]), "{reports:?}");
			assert_eq!(stage.metrics.count(Phase::Report, Outcome::Finalised), 1, "{restart}");
			stage.assert_shows("destra_agent_last_reported_round 1");
		}
	});
}

#[test]
fn a_restart_before_the_commitment_is_taken_changes_nothing_of_it() {
	run(async {
		let mut stage = stage(vec![meter(0, Script::new(&["42"]))], |_, state| {
			state.orders = [Order::Drop].into();
		});
		stage.until(13).await;
		stage.start_agent(vec![meter(0, Script::new(&["43"]))]);
		stage.until(LENGTH - 1).await;
		let expected = [(12, Phase::Commit, 7), (13, Phase::Commit, 7), (121, Phase::Report, 8)];
		assert_eq!(stage.times(), expected);
		let reports = stage.reports();
		assert_eq!(reports[0].values, [(0, 42)].into());
		assert!(reports.iter().all(|report| *report == reports[0]), "{reports:?}");
	});
}

#[test]
fn a_restart_while_the_commitment_waits_in_the_pool_brings_no_second_one() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, _| {});
		stage.until(15).await;
		stage.start_agent(vec![steady(0)]);
		stage.until(LENGTH - 1).await;
		// The pool has the first one, until it is in a block; the chain then says so.
		let expected = [
			(12, Phase::Commit, 7),
			(15, Phase::Commit, 8),
			(17, Phase::Commit, 8),
			(21, Phase::Commit, 8),
			(121, Phase::Report, 8),
		];
		assert_eq!(stage.times(), expected);
		assert_eq!(stage.state.lock().unwrap().included.len(), 2);
		stage.assert_counts(&[(Outcome::Duplicate, 1)], &[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_restart_after_the_commitment_costs_the_next_round_no_rate() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, _| {});
		stage.until(30).await;
		stage.start_agent(vec![counter(1, &["100", "174"])]);
		stage.until(2 * LENGTH - 1).await;
		assert_eq!(stage.values(0), [(0, 42)].into());
		// 74 in the 222 seconds from the restart to the next sample.
		assert_eq!(stage.reports().last().unwrap().values, [(1, 20)].into());
	});
}

#[test]
fn a_lost_state_file_costs_its_round_and_no_other() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, _| {});
		stage.until(60).await;
		std::fs::remove_file(stage.folder.path().join("agent.state")).unwrap();
		stage.start_agent(vec![steady(0)]);
		stage.until(2 * LENGTH - 1).await;
		let phases: Vec<_> = stage.times().iter().map(|(_, phase, _)| *phase).collect();
		let [commit, report] = Phase::ALL;
		assert_eq!(phases, [commit, commit, report, commit, report]);
		let commit = [(Outcome::Finalised, 2), (Outcome::Duplicate, 1)];
		stage.assert_counts(&commit, &[(Outcome::Refused, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_state_that_cannot_be_written_stops_no_report() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, _| {});
		std::fs::remove_dir_all(stage.folder.path()).unwrap();
		stage.until(LENGTH - 1).await;
		stage.assert_counts(&[(Outcome::Finalised, 1)], &[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn what_the_pool_drops_is_submitted_again_with_the_same_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			let good = Order::FinaliseAfter(FINALITY);
			state.orders = [Order::Drop, Order::Drop, good, Order::Drop].into();
		});
		stage.until(LENGTH - 1).await;
		let expected = [
			(12, Phase::Commit, 7),
			(20, Phase::Commit, 7),
			(30, Phase::Commit, 7),
			(120, Phase::Report, 8),
			(128, Phase::Report, 8),
		];
		assert_eq!(stage.times(), expected);
		let bytes = stage.bytes();
		assert!(bytes[..3].iter().all(|again| *again == bytes[0]));
		assert_eq!(bytes[3], bytes[4]);
		stage.assert_shows("destra_agent_submission_attempts_total{phase=\"commit\"} 3");
		stage.assert_shows("destra_agent_submission_attempts_total{phase=\"report\"} 2");
		let [commit, report] = [2, 1].map(|lost| [(Outcome::Lost, lost), (Outcome::Finalised, 1)]);
		stage.assert_counts(&commit, &report);
	});
}

#[test]
fn silence_is_not_waited_for_longer_than_the_patience() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.orders = [Order::Silence].into());
		stage.until(HALF - 1).await;
		assert_eq!(stage.times(), [(12, Phase::Commit, 7), (44, Phase::Commit, 7)]);
		let bytes = stage.bytes();
		assert_eq!(bytes[0], bytes[1]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn a_node_that_restarts_in_the_middle_gets_the_same_commitment_again() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.orders = [Order::Drop].into();
			let second = |n| start + Duration::from_secs(n);
			state.outages = vec![(second(13), second(60))];
		});
		stage.until(HALF - 1).await;
		let (times, bytes) = (stage.times(), stage.bytes());
		assert_eq!(times.len(), 2);
		assert!(times[1].0 >= 60);
		assert_eq!((times[1].2, &bytes[1]), (7, &bytes[0]));
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn what_arrived_although_the_node_vanished_is_not_sent_twice() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.orders = [Order::TakeAndVanish].into();
			let second = |n| start + Duration::from_millis(n);
			state.outages = vec![(second(12_001), second(40_000))];
		});
		stage.until(HALF - 1).await;
		assert_eq!(stage.times().len(), 1);
		stage.assert_counts(&[(Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn a_node_that_is_down_at_the_start_is_waited_for() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.outages = vec![(start, start + Duration::from_secs(200))];
		});
		stage.until(199).await;
		stage.assert_shows("destra_agent_node_connected 0");
		stage.until(2 * LENGTH - 1).await;
		stage.assert_shows("destra_agent_node_connected 1");
		assert_eq!(stage.times(), [(252, Phase::Commit, 7), (360, Phase::Report, 8)]);
		assert!(stage.reports().iter().all(|report| report.round == 2));
	});
}

#[test]
fn a_source_outage_delays_the_commitment_but_not_for_ever() {
	run(async {
		let recovers = meter(0, Script::new(&["down", "down", "42"]));
		let mut stage_one = stage(vec![recovers, steady(1)], |_, _| {});
		stage_one.until(HALF - 1).await;
		assert_eq!(stage_one.times(), [(22, Phase::Commit, 7)]);
		assert_eq!(stage_one.values(0), [(0, 42), (1, 42)].into());

		let stays_down = meter(0, Script::new(&["down"]));
		let mut stage_two = stage(vec![stays_down, steady(1)], |_, _| {});
		stage_two.until(HALF - 1).await;
		assert_eq!(stage_two.times(), [(57, Phase::Commit, 7)]);
		assert_eq!(stage_two.values(0), [(1, 42)].into());
	});
}

#[test]
fn without_any_value_the_round_is_missed_and_the_next_one_is_tried() {
	run(async {
		let answers = ["down"; 22].iter().chain(&["42"]).copied().collect::<Vec<_>>();
		let mut stage = stage(vec![meter(0, Script::new(&answers))], |_, _| {});
		stage.until(2 * LENGTH - 1).await;
		assert_eq!(stage.times(), [(252, Phase::Commit, 7), (360, Phase::Report, 8)]);
		let each = [(Outcome::Missed, 1), (Outcome::Finalised, 1)];
		stage.assert_counts(&each, &each);
	});
}

#[test]
fn a_number_that_was_refused_is_not_sampled_until_it_fits() {
	run(async {
		let mut stage = stage(vec![meter(0, Script::new(&["1001", "42"])), steady(1)], |_, _| {});
		stage.until(HALF - 1).await;
		assert_eq!(stage.times(), [(12, Phase::Commit, 7)]);
		assert_eq!(stage.values(0), [(1, 42)].into());
		stage.assert_shows(
			"destra_agent_samples_refused_total{metric=\"metric-0\",reason=\"above_max\"} 1",
		);
	});
}

#[test]
fn what_the_chain_would_refuse_stays_out_of_the_report() {
	run(async {
		let outside = meter(0, Script::new(&["501"]));
		let mut stage = stage(vec![outside, steady(1), steady(2), steady(9)], |_, state| {
			state.metered = vec![2];
		});
		stage.until(HALF - 1).await;
		assert_eq!(stage.values(0), [(1, 42)].into());
		let text = stage.metrics.render().unwrap();
		for reason in ["outside_chain_bounds", "metered", "unknown_on_chain"] {
			assert!(text.contains(&format!("reason=\"{reason}\"}} 1")), "{reason} in\n{text}");
		}
	});
}

#[test]
fn what_can_never_pass_is_given_up_for_the_round() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::Oracle(NOT_REPORTER))].into();
		});
		stage.until(2 * LENGTH - 1).await;
		let expected = [
			(12, Phase::Commit, 7),
			// Tried once: the agent may have been restarted since, and the chain knows better.
			(120, Phase::Report, 7),
			(252, Phase::Commit, 7),
			(360, Phase::Report, 8),
		];
		assert_eq!(stage.times(), expected);
		let each = [(Outcome::Refused, 1), (Outcome::Finalised, 1)];
		stage.assert_counts(&each, &each);
	});
}

#[test]
fn what_is_too_early_is_submitted_again() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			let early = |code| Order::Refuse(Refusal::Oracle(code));
			let good = Order::FinaliseAfter(FINALITY);
			state.orders = [early(TOO_EARLY), good, early(TOO_EARLY)].into();
		});
		stage.until(LENGTH - 1).await;
		let times: Vec<_> = stage.times().iter().map(|(at, ..)| *at).collect();
		assert_eq!(times, [12, 14, 120, 122]);
		let bytes = stage.bytes();
		assert_eq!((&bytes[0], &bytes[2]), (&bytes[1], &bytes[3]));
		stage.assert_counts(&[(Outcome::Finalised, 1)], &[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_signature_that_does_not_fit_is_made_anew_with_the_same_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::BadProof)].into();
		});
		stage.until(HALF - 1).await;
		let (times, bytes) = (stage.times(), stage.bytes());
		assert_eq!((times[0].2, times[1].2), (7, 7));
		assert_ne!(bytes[0], bytes[1]);
		assert_eq!(stage.reports()[0], stage.reports()[1]);
		stage.assert_counts(&[(Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn what_the_pool_has_banned_is_signed_anew_with_the_same_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Drop, Order::Refuse(Refusal::Banned)].into();
		});
		stage.until(HALF - 1).await;
		let (times, bytes) = (stage.times(), stage.bytes());
		assert_eq!(times.iter().map(|(.., nonce)| *nonce).collect::<Vec<_>>(), [7, 7, 7]);
		assert_eq!(bytes[0], bytes[1], "the agent cannot know before");
		assert_ne!(bytes[1], bytes[2]);
		assert_eq!(stage.reports()[0], stage.reports()[2]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn an_account_that_has_reported_already_is_done() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			let refuse = |code| Order::Refuse(Refusal::Oracle(code));
			state.orders = [refuse(COMMITTED), refuse(REPORTED)].into();
		});
		stage.until(LENGTH - 1).await;
		assert_eq!(stage.times().len(), 2);
		stage.assert_counts(&[(Outcome::Duplicate, 1)], &[(Outcome::Duplicate, 1)]);
	});
}

#[test]
fn a_nonce_that_something_else_took_is_replaced() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Drop].into();
		});
		stage.until(13).await;
		stage.state.lock().unwrap().nonce = 8;
		stage.until(HALF - 1).await;
		let nonces: Vec<_> = stage.times().iter().map(|(.., nonce)| *nonce).collect();
		assert_eq!(nonces, [7, 8]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn a_transaction_that_waits_in_the_pool_keeps_its_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.foreign = Some(7));
		stage.until(HALF - 1).await;
		assert_eq!(stage.times(), [(12, Phase::Commit, 8)]);
	});
}

#[test]
fn a_gap_that_a_lost_transaction_leaves_is_closed() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.foreign = Some(7);
			state.orders = [Order::Silence].into();
		});
		stage.until(13).await;
		stage.state.lock().unwrap().foreign = None;
		stage.until(HALF - 1).await;
		assert_eq!(stage.times(), [(12, Phase::Commit, 8), (44, Phase::Commit, 7)]);
		assert_eq!(stage.reports()[0], stage.reports()[1]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)], &[]);
	});
}

#[test]
fn slow_finality_delays_neither_the_report_nor_the_next_round() {
	run(async {
		let slow = Duration::from_secs(300);
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::FinaliseAfter(slow)].into();
		});
		stage.until(2 * LENGTH - 1).await;
		let expected = [
			(12, Phase::Commit, 7),
			(120, Phase::Report, 8),
			(252, Phase::Commit, 9),
			(360, Phase::Report, 10),
		];
		assert_eq!(stage.times(), expected);
		let commit = [(Outcome::Lost, 1), (Outcome::Finalised, 2)];
		stage.assert_counts(&commit, &[(Outcome::Finalised, 2)]);
	});
}

#[test]
fn a_commitment_still_in_the_pool_at_the_end_of_its_half_is_missed_once_its_nonce_is_used() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = VecDeque::from(vec![Order::Silence; 4]);
		});
		stage.until(HALF + 1).await;
		assert!(stage.times().iter().all(|(.., nonce)| *nonce == 7));
		stage.until(2 * LENGTH - 1).await;
		// The next commitment took the nonce: the old one can never get in.
		let commit = [(Outcome::Lost, 3), (Outcome::Missed, 1), (Outcome::Finalised, 1)];
		stage.assert_counts(&commit, &[(Outcome::Refused, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_call_that_fails_on_chain_is_counted_as_such() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::FinaliseAfter(FINALITY), Order::Fail].into();
		});
		stage.until(LENGTH - 1).await;
		stage.assert_counts(&[(Outcome::Finalised, 1)], &[(Outcome::Failed, 1)]);
	});
}

/// A meter whose source never answers and may take `timeout` seconds.
fn hanging(timeout: u64) -> Meter {
	let mut meter = meter(0, Silent);
	meter.timeout = Duration::from_secs(timeout);
	meter
}

#[test]
fn a_source_that_hangs_silences_no_other() {
	run(async {
		// However long it may take, be it longer than the round.
		for timeout in [40, 10_000] {
			let mut stage = stage(vec![hanging(timeout), steady(1)], |_, _| {});
			stage.until(2 * LENGTH - 1).await;
			let expected = [
				// What sampling leaves of the half: it begins after 12 seconds and ends after 60.
				(60, Phase::Commit, 7),
				(120, Phase::Report, 8),
				(300, Phase::Commit, 9),
				(360, Phase::Report, 10),
			];
			let times = stage.times();
			let early = if timeout == 40 { 3 } else { 0 };
			for ((at, phase, nonce), (latest, of, numbered)) in times.iter().zip(expected) {
				assert!((latest - early..=latest).contains(at), "{phase:?} {nonce} at {at}");
				assert_eq!((*phase, *nonce), (of, numbered));
			}
			assert_eq!(times.len(), expected.len());
			assert!(stage.reports().iter().all(|report| report.values == [(1, 42)].into()));
		}
	});
}

#[test]
fn a_source_that_comes_late_into_a_hanging_round_is_reported() {
	run(async {
		// Sampling is over before the agent starts, at 70 of 120 seconds.
		let mut stage = stage(vec![hanging(10_000), steady(1)], |_, state| state.elapsed = 70);
		stage.until(LENGTH - 71).await;
		// Half of the 50 seconds that are left.
		assert_eq!(stage.times(), [(25, Phase::Commit, 7), (51, Phase::Report, 8)]);
		assert_eq!(stage.values(0), [(1, 42)].into());
	});
}

#[test]
fn a_timeout_that_does_not_fit_the_round_is_told() {
	let seconds = Duration::from_secs;
	assert_eq!(too_long_for(seconds(84), seconds(84)), None);
	assert_eq!(
		too_long_for(seconds(84), seconds(600)).unwrap(),
		"timeout 600s is longer than the 84s that a round leaves for sampling",
	);
}

#[test]
fn each_key_has_its_own_place_in_the_spread() {
	let node = crate::config::NodeConfig {
		url: "ws://127.0.0.1:1".parse::<reqwest::Url>().unwrap().into(),
		timeout: crate::units::Span::millis(1),
		poll: crate::units::Span::millis(1_000),
		patience: crate::units::Span::millis(1_000),
	};
	let plan = |key| Plan::new(&node, &RoundConfig::default(), &[key; 32]);
	assert_eq!([plan(0).start, plan(0xff).start], [0.1, 0.4]);
	assert_eq!(plan(0xff).window(Duration::from_secs(300)).as_secs(), 120);
}
