// SPDX-License-Identifier: Apache-2.0

//! The reporter against a chain that the tests direct. The clock jumps, so minutes pass in no
//! time and always in the same way.

use super::*;
use crate::{
	chain::{ChainError, Definition, Place, Progress, Refusal, Report, Round},
	clock::{run, sleep_until},
	sample::tests::{meter, Script},
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

/// A round of the fake chain, in seconds.
const LENGTH: u64 = 120;
/// How long the fake chain takes to include, and to finalise, a report.
const BLOCK: Duration = Duration::from_secs(6);
const FINALITY: Duration = Duration::from_secs(18);

/// What happens to one submission; without orders, it is included and finalised.
#[derive(Clone)]
enum Order {
	/// The pool takes it and loses it again.
	Drop,
	/// The pool keeps it and says nothing more.
	Silence,
	/// The chain refuses it.
	Refuse(Refusal),
	/// The node is gone before it answers, although it has taken the report.
	TakeAndVanish,
	/// It gets into a block that becomes final only after that time.
	FinaliseAfter(Duration),
	/// It is included, but its call fails.
	Fail,
}

struct Submission {
	at: Instant,
	signed: Signed,
}

struct Included {
	signed: Signed,
	at: Instant,
	final_at: Instant,
	failure: Option<String>,
}

#[derive(Default)]
struct State {
	nonce: u64,
	signings: u64,
	orders: VecDeque<Order>,
	outages: Vec<(Instant, Instant)>,
	submissions: Vec<Submission>,
	included: Vec<Included>,
	/// The chain's clock stood at this many seconds when the test began.
	elapsed: u64,
	/// Metrics that the chain measures itself.
	metered: Vec<u16>,
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

	fn up(&self) -> Result<(), ChainError> {
		let now = Instant::now();
		let state = self.state.lock().unwrap();
		match state.outages.iter().any(|(from, to)| (*from..*to).contains(&now)) {
			true => Err(ChainError::Outage("connection refused".into())),
			false => Ok(()),
		}
	}

	/// The report gets into the next block.
	fn include(&self, signed: &Signed, finality: Duration, failure: Option<String>) {
		let mut state = self.state.lock().unwrap();
		let at = Instant::now() + BLOCK;
		let final_at = Instant::now() + finality;
		state.included.push(Included { signed: signed.clone(), at, final_at, failure });
	}
}

#[async_trait]
impl Chain for Fake {
	async fn round(&self) -> Result<Option<Round>, ChainError> {
		self.up()?;
		let now = self.now();
		Ok(Some(Round {
			number: (now.as_secs() / LENGTH) as u32 + 1,
			elapsed: Duration::from_secs(now.as_secs() % LENGTH),
			length: Duration::from_secs(LENGTH),
			reporters: 1,
			reported: 0,
			quorum: 1,
		}))
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
		let used = state.included.iter().filter(|included| included.at <= Instant::now()).count();
		Ok(state.nonce + used as u64)
	}

	async fn sign(&self, report: &Report, nonce: u64) -> Result<Signed, ChainError> {
		self.up()?;
		let mut state = self.state.lock().unwrap();
		state.signings += 1;
		let bytes = format!("{report:?} #{}", state.signings).into_bytes();
		let signed_at = self.start.elapsed().as_secs() / 6;
		Ok(Signed { bytes, nonce, signed_at, valid_until: signed_at + 64 })
	}

	async fn submit(&self, signed: &Signed) -> Result<BoxStream<'static, Progress>, ChainError> {
		self.up()?;
		let order = {
			let mut state = self.state.lock().unwrap();
			state.submissions.push(Submission { at: Instant::now(), signed: signed.clone() });
			state.orders.pop_front().unwrap_or(Order::FinaliseAfter(FINALITY))
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
			Order::Silence => pooled.chain(stream::pending()).boxed(),
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
		let nonce = self.nonce().await?;
		let now = Instant::now();
		let state = self.state.lock().unwrap();
		let found = state.included.iter().find(|included| included.signed == *signed);
		Ok(match found.filter(|included| included.at <= now) {
			Some(included) if included.final_at <= now => {
				Place::Finalised(final_in(1, included.failure.clone()))
			}
			Some(_) => Place::InBlock,
			None if nonce > signed.nonce => Place::NonceTaken,
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
	reporter: LocalBoxFuture<'static, ()>,
}

/// Starts a reporter of `meters`, after `direct` has given its orders.
fn stage(meters: Vec<Meter>, direct: impl FnOnce(Instant, &mut State)) -> Stage {
	let start = Instant::now();
	let mut state = State { nonce: 7, ..State::default() };
	direct(start, &mut state);
	let state = Arc::new(Mutex::new(state));
	let chain = Fake { start, state: state.clone() };
	let metrics = Metrics::new().unwrap();
	let plan = Plan {
		poll: Duration::from_secs(2),
		patience: Duration::from_secs(30),
		start: 0.1,
		sample_until: 0.5,
		resample: Duration::from_secs(5),
	};
	let reporter = Reporter::new(Arc::new(chain), meters, plan, metrics.clone());
	let reporter = reporter.run(std::future::pending()).boxed_local();
	Stage { start, state, metrics, reporter }
}

impl Stage {
	/// Lets the reporter run until `seconds` after the start.
	async fn until(&mut self, seconds: u64) {
		select(&mut self.reporter, sleep_until(self.start + Duration::from_secs(seconds))).await;
	}

	/// When each submission was made, in seconds, and its nonce and signature.
	fn submissions(&self) -> Vec<(u64, u64, String)> {
		let state = self.state.lock().unwrap();
		let line = |submission: &Submission| {
			let Signed { nonce, bytes, .. } = &submission.signed;
			let text = String::from_utf8(bytes.clone()).unwrap();
			((submission.at - self.start).as_secs(), *nonce, text)
		};
		state.submissions.iter().map(line).collect()
	}

	fn values(&self, submission: usize) -> String {
		let text = self.submissions()[submission].2.clone();
		let (_, values) = text.split_once("values: ").unwrap();
		values.split_inclusive('}').next().unwrap().to_string()
	}

	#[track_caller]
	fn assert_counts(&self, expected: &[(Outcome, u64)]) {
		for outcome in Outcome::ALL {
			let wanted = expected.iter().find(|(is, _)| *is == outcome).map_or(0, |(_, n)| *n);
			assert_eq!(self.metrics.count(outcome), wanted, "{outcome:?}");
		}
	}
}

fn steady(id: u16) -> Meter {
	meter(id, Script::new(&["42"]))
}

#[test]
fn one_report_a_round_early_in_it() {
	run(async {
		let mut stage = stage(vec![steady(0), steady(2)], |_, _| {});
		stage.until(3 * LENGTH - 1).await;
		let submissions = stage.submissions();
		let times: Vec<_> = submissions.iter().map(|(at, nonce, _)| (*at, *nonce)).collect();
		assert_eq!(times, [(12, 7), (132, 8), (252, 9)]);
		assert!(submissions[1].2.contains("round: 2, values: {0: 42, 2: 42}"), "{submissions:?}");
		stage.assert_counts(&[(Outcome::Finalised, 3)]);
		assert!(stage.metrics.render().unwrap().contains("destra_agent_last_reported_round 3"));
	});
}

#[test]
fn an_agent_that_starts_late_reports_at_once() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.elapsed = 100);
		stage.until(19).await;
		assert_eq!(stage.submissions()[0].0, 0);
	});
}

#[test]
fn a_dropped_report_is_submitted_again_with_the_same_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Drop, Order::Drop].into();
		});
		stage.until(LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!(submissions.len(), 3);
		assert!(submissions
			.iter()
			.all(|(_, nonce, bytes)| *nonce == 7 && *bytes == submissions[0].2));
		assert!(stage
			.metrics
			.render()
			.unwrap()
			.contains("destra_agent_submission_attempts_total 3"));
		stage.assert_counts(&[(Outcome::Lost, 2), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn silence_is_not_waited_for_longer_than_the_patience() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.orders = [Order::Silence].into());
		stage.until(LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!(submissions.len(), 2);
		assert_eq!(submissions[1].0, submissions[0].0 + 32);
		assert_eq!(submissions[0].2, submissions[1].2);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_node_that_restarts_in_the_middle_gets_the_same_report_again() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.orders = [Order::Drop].into();
			let second = |n| start + Duration::from_secs(n);
			state.outages = vec![(second(13), second(60))];
		});
		stage.until(LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!(submissions.len(), 2);
		assert!(submissions[1].0 >= 60);
		assert_eq!((submissions[1].1, &submissions[1].2), (7, &submissions[0].2));
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_report_that_arrived_although_the_node_vanished_is_not_sent_twice() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.orders = [Order::TakeAndVanish].into();
			let second = |n| start + Duration::from_millis(n);
			state.outages = vec![(second(12_001), second(40_000))];
		});
		stage.until(LENGTH - 1).await;
		assert_eq!(stage.submissions().len(), 1);
		stage.assert_counts(&[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_node_that_is_down_at_the_start_is_waited_for() {
	run(async {
		let mut stage = stage(vec![steady(0)], |start, state| {
			state.outages = vec![(start, start + Duration::from_secs(200))];
		});
		stage.until(199).await;
		assert!(stage.metrics.render().unwrap().contains("destra_agent_node_connected 0"));
		stage.until(2 * LENGTH - 1).await;
		assert!(stage.metrics.render().unwrap().contains("destra_agent_node_connected 1"));
		assert_eq!(stage.submissions().len(), 1);
		assert!(stage.submissions()[0].2.contains("round: 2"));
	});
}

#[test]
fn a_source_outage_delays_the_report_but_not_for_ever() {
	run(async {
		let recovers = meter(0, Script::new(&["down", "down", "42"]));
		let mut stage_one = stage(vec![recovers, steady(1)], |_, _| {});
		stage_one.until(LENGTH - 1).await;
		assert_eq!(stage_one.submissions()[0].0, 22);
		assert_eq!(stage_one.values(0), "{0: 42, 1: 42}");

		let stays_down = meter(0, Script::new(&["down"]));
		let mut stage_two = stage(vec![stays_down, steady(1)], |_, _| {});
		stage_two.until(LENGTH - 1).await;
		assert_eq!(stage_two.submissions()[0].0, 57);
		assert_eq!(stage_two.values(0), "{1: 42}");
	});
}

#[test]
fn without_any_value_the_round_is_missed_and_the_next_one_is_tried() {
	run(async {
		let answers = ["down"; 22].iter().chain(&["42"]).copied().collect::<Vec<_>>();
		let mut stage = stage(vec![meter(0, Script::new(&answers))], |_, _| {});
		stage.until(2 * LENGTH - 1).await;
		assert_eq!(stage.submissions().len(), 1);
		assert!(stage.submissions()[0].2.contains("round: 2"));
		stage.assert_counts(&[(Outcome::Missed, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_number_that_was_refused_is_not_sampled_until_it_fits() {
	run(async {
		let mut stage = stage(vec![meter(0, Script::new(&["1001", "42"])), steady(1)], |_, _| {});
		stage.until(LENGTH - 1).await;
		assert_eq!(stage.submissions()[0].0, 12);
		assert_eq!(stage.values(0), "{1: 42}");
		let refused =
			"destra_agent_samples_refused_total{metric=\"metric-0\",reason=\"above_max\"} 1";
		assert!(stage.metrics.render().unwrap().contains(refused));
	});
}

#[test]
fn what_the_chain_would_refuse_stays_out_of_the_report() {
	run(async {
		let outside = meter(0, Script::new(&["501"]));
		let mut stage = stage(vec![outside, steady(1), steady(2), steady(9)], |_, state| {
			state.metered = vec![2];
		});
		stage.until(LENGTH - 1).await;
		assert_eq!(stage.values(0), "{1: 42}");
		let text = stage.metrics.render().unwrap();
		for reason in ["outside_chain_bounds", "metered", "unknown_on_chain"] {
			assert!(text.contains(&format!("reason=\"{reason}\"}} 1")), "{reason} in\n{text}");
		}
	});
}

#[test]
fn a_report_that_can_never_pass_is_given_up_for_the_round() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::Oracle(100))].into();
		});
		stage.until(2 * LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!(submissions.len(), 2);
		assert!(submissions[1].2.contains("round: 2"));
		assert_eq!(submissions[1].1, 7);
		stage.assert_counts(&[(Outcome::Refused, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_report_that_is_too_early_is_submitted_again() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::Oracle(102))].into();
		});
		stage.until(LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!(submissions[0].2, submissions[1].2);
		assert_eq!(submissions[1].0, submissions[0].0 + 2);
		stage.assert_counts(&[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_signature_that_does_not_fit_is_made_anew_with_the_same_nonce() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::BadProof)].into();
		});
		stage.until(LENGTH - 1).await;
		let submissions = stage.submissions();
		assert_eq!((submissions[0].1, submissions[1].1), (7, 7));
		assert_ne!(submissions[0].2, submissions[1].2);
		stage.assert_counts(&[(Outcome::Finalised, 1)]);
	});
}

#[test]
fn an_account_that_has_reported_already_is_done() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::Refuse(Refusal::Oracle(104))].into();
		});
		stage.until(LENGTH - 1).await;
		assert_eq!(stage.submissions().len(), 1);
		stage.assert_counts(&[(Outcome::Duplicate, 1)]);
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
		stage.until(LENGTH - 1).await;
		let nonces: Vec<_> = stage.submissions().iter().map(|(_, nonce, _)| *nonce).collect();
		assert_eq!(nonces, [7, 8]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn slow_finality_does_not_delay_the_next_round() {
	run(async {
		let slow = Duration::from_secs(200);
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = [Order::FinaliseAfter(slow)].into();
		});
		stage.until(2 * LENGTH - 1).await;
		let times: Vec<_> =
			stage.submissions().iter().map(|(at, nonce, _)| (*at, *nonce)).collect();
		assert_eq!(times, [(12, 7), (132, 8)]);
		stage.assert_counts(&[(Outcome::Lost, 1), (Outcome::Finalised, 2)]);
	});
}

#[test]
fn a_report_still_in_the_pool_at_the_end_of_its_round_is_missed_once_it_expires() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| {
			state.orders = VecDeque::from(vec![Order::Silence; 4]);
		});
		stage.until(LENGTH + 1).await;
		assert!(stage.submissions().iter().all(|(_, nonce, _)| *nonce == 7));
		stage.until(2 * LENGTH - 1).await;
		// The next round's report took the nonce: the old one can never get in.
		stage.assert_counts(&[(Outcome::Lost, 3), (Outcome::Missed, 1), (Outcome::Finalised, 1)]);
	});
}

#[test]
fn a_call_that_fails_on_chain_is_counted_as_such() {
	run(async {
		let mut stage = stage(vec![steady(0)], |_, state| state.orders = [Order::Fail].into());
		stage.until(LENGTH - 1).await;
		stage.assert_counts(&[(Outcome::Failed, 1)]);
	});
}

#[test]
fn shutdown_ends_the_run() {
	run(async {
		let chain = Fake { start: Instant::now(), state: Arc::default() };
		let node = crate::config::NodeConfig {
			url: crate::config::WebSocketUrl("ws://127.0.0.1:1".parse().unwrap()),
			timeout: crate::units::Span::millis(1),
			poll: crate::units::Span::millis(1_000),
			patience: crate::units::Span::millis(1_000),
		};
		let plan = Plan::new(&node, &RoundConfig::default(), &[0xff; 32]);
		assert_eq!(plan.start, 0.2);
		let reporter =
			Reporter::new(Arc::new(chain), vec![steady(0)], plan, Metrics::new().unwrap());
		let started = Instant::now();
		reporter.run(sleep(Duration::from_secs(300))).await;
		assert_eq!(started.elapsed(), Duration::from_secs(300));
	});
}
