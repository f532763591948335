// SPDX-License-Identifier: Apache-2.0

//! One step of the emission with 16 metrics, at one day and at a hundred years of economic time:
//! what a step costs does not depend on how much time has passed.

use criterion::{criterion_group, criterion_main, Criterion};
use destra_primitives::{
	time::{days, years, Millis},
	MetricId, MAX_METRICS,
};
use frame_support::{traits::Hooks, BoundedVec};
use mock::{next_block, now, read, Economy, Emission, System, Timestamp, BLOCK};
// The mock of the unit tests refers to the pallet as its crate.
pub use pallet_emission::*;

#[allow(dead_code)]
#[path = "../src/mock.rs"]
mod mock;

/// An economy with as many growing metrics as there can be.
fn economy() -> Economy {
	let mut economy = Economy::default();
	economy.config.tracks = BoundedVec::truncate_from(
		(0..MAX_METRICS as u16)
			.map(|metric| {
				// Sixteen weights of 6 %, but four of 7 %.
				let percent = if metric < 4 { 7 } else { 6 };
				track(metric, percent)
			})
			.collect(),
	);
	economy
}

/// The setting of one of the metrics, whose baseline doubles every three years.
fn track(metric: u16, percent: u64) -> TrackSetting {
	mock::track(MetricId(metric), percent, 1_000, Some(years(3)))
}

/// Externalities in which `age` milliseconds of economic time have passed.
fn aged(age: Millis) -> sp_io::TestExternalities {
	let mut ext = economy().build();
	ext.execute_with(|| {
		(0..MAX_METRICS as u16).for_each(|metric| read(MetricId(metric), 900));
		// Long steps get there soon.
		let step = age.min(days(300));
		mock::MaxElapsed::set(step);
		next_block(step);
		while Emission::economic_time() < age {
			next_block(step);
		}
	});
	ext
}

fn step(criterion: &mut Criterion) {
	let mut group = criterion.benchmark_group("emission step with 16 metrics");
	for (name, age) in [("after a day", days(1)), ("after 100 years", years(100))] {
		group.bench_function(name, |bencher| {
			aged(age).execute_with(|| {
				bencher.iter(|| {
					System::reset_events();
					Timestamp::set_timestamp(now() + BLOCK);
					Emission::on_initialize(1)
				});
			});
		});
	}
	group.finish();
}

criterion_group!(benches, step);
criterion_main!(benches);
