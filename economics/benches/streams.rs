// SPDX-License-Identifier: Apache-2.0

//! The cost of the streams and of vesting, on a young chain and on an old one: it must not depend on
//! the time that has passed.

use criterion::{criterion_group, criterion_main, BatchSize, BenchmarkId, Criterion};
use destra_economics::{
	reward_vesting::Terms, FixedStream, KpiStream, RewardBook, Schedule, Span, WHOLE,
};
use std::hint::black_box;

const DSYNC: u128 = 1_000_000_000_000_000_000;
const DAY: u64 = 86_400_000;
const YEAR: u64 = 31_557_600_000;
const BLOCK: u64 = 6_000;
const METRICS: u64 = 16;

/// How old the chain is, in milliseconds.
const AGES: [(&str, u64); 2] = [("one day", DAY), ("a hundred years", 100 * YEAR)];

fn fixed_stream() -> FixedStream {
	FixedStream::new(150_000_000 * DSYNC, 6 * YEAR).expect("a half-life above zero")
}

fn kpi_stream(metric: u64) -> KpiStream {
	KpiStream::new(350_000_000 * DSYNC / u128::from(METRICS), 6 * YEAR, 1_000 + metric, YEAR)
		.expect("a half-life and a baseline above zero")
}

fn targets(c: &mut Criterion) {
	let mut group = c.benchmark_group("target");
	for (age, elapsed) in AGES {
		let fixed = fixed_stream();
		group.bench_with_input(BenchmarkId::new("fixed", age), &elapsed, |b, elapsed| {
			b.iter(|| fixed.target(black_box(*elapsed)))
		});
		let kpi = kpi_stream(0);
		let cumulated = kpi.cumulative_baseline(elapsed);
		group.bench_with_input(BenchmarkId::new("kpi", age), &cumulated, |b, cumulated| {
			b.iter(|| kpi.target(black_box(*cumulated)))
		});
	}
	group.finish();
}

/// What a block computes: the fixed stream, and for each metric the increment and the target.
fn step(c: &mut Criterion) {
	let mut group = c.benchmark_group("step of a block");
	let fixed = fixed_stream();
	let kpis: Vec<_> = (0..METRICS).map(kpi_stream).collect();
	for (age, elapsed) in AGES {
		let cumulated: Vec<_> = kpis.iter().map(|kpi| kpi.cumulative_baseline(elapsed)).collect();
		group.bench_with_input(BenchmarkId::new("16 metrics", age), &elapsed, |b, elapsed| {
			b.iter(|| {
				let from = black_box(*elapsed);
				let to = from + BLOCK;
				let kpi: u128 = kpis
					.iter()
					.zip(&cumulated)
					.map(|(kpi, cumulated)| {
						let added = kpi.capped_increment(black_box(900), from, to);
						kpi.target(cumulated.saturating_add(added))
					})
					.sum();
				fixed.target(to) + kpi
			})
		});
	}
	group.finish();
}

/// 12 months of cliff, then 36 monthly steps: before the cliff, amid the steps, long after the end.
fn schedule(c: &mut Criterion) {
	let mut group = c.benchmark_group("schedule");
	let team = Schedule {
		start: 57 * YEAR,
		upfront: 0,
		cliff: Span::Months(12),
		lump: WHOLE / 4,
		period: Span::Months(1),
		periods: 36,
	};
	let total = 1_000_000 * DSYNC;
	let ages =
		[("half a year", YEAR / 2), ("two years", 2 * YEAR), ("a hundred years", 100 * YEAR)];
	for (age, elapsed) in ages {
		let now = team.start + elapsed;
		group.bench_with_input(BenchmarkId::new("vested", age), &now, |b, now| {
			b.iter(|| team.vested(black_box(total), black_box(*now)))
		});
		group.bench_with_input(BenchmarkId::new("next unlock", age), &now, |b, now| {
			b.iter(|| team.next_unlock(black_box(total), black_box(*now)))
		});
	}
	group.finish();
}

/// A book with all 181 buckets live, after half a year of rewards and after a hundred years.
fn rewards(c: &mut Criterion) {
	let mut group = c.benchmark_group("rewards");
	let terms = Terms { quantum: DAY, duration: 180 * DAY };
	for (age, days) in [("half a year", 181), ("a hundred years", 36_525)] {
		let mut book = RewardBook::new(terms);
		for day in 0..days {
			book.add(day * DAY, 1_000 * DSYNC + u128::from(day)).expect("sums below 2^128");
		}
		assert_eq!(book.buckets.len(), terms.max_buckets() as usize);
		let now = days * DAY - 1;
		group.bench_with_input(BenchmarkId::new("claim", age), &book, |b, book| {
			b.iter_batched_ref(
				|| book.clone(),
				|book| book.claim(black_box(now)),
				BatchSize::SmallInput,
			)
		});
		group.bench_with_input(BenchmarkId::new("slash of all", age), &book, |b, book| {
			b.iter_batched_ref(
				|| book.clone(),
				|book| book.slash_unvested(black_box(now), u128::MAX),
				BatchSize::SmallInput,
			)
		});
	}
	group.finish();
}

criterion_group!(benches, targets, step, schedule, rewards);
criterion_main!(benches);
