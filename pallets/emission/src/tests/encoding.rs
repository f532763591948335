// SPDX-License-Identifier: Apache-2.0

//! How the stored types encode. A change here is a change of the storage layout: it takes a
//! migration and a new storage version.

use crate::{
	mock::*,
	types::{EmissionState, Policy, SupplyTotals, DEFAULT_HALF_LIFE},
	Parameter, TrackTable,
};
use codec::{Decode, Encode};
use destra_economics::{emission::Signal, Emission, FixedTrack};
use destra_primitives::{time::hours, BurnCause, MetricId, MintCause, Recipient};

/// Whether a value encodes to `golden`, in hexadecimal digits without spaces, and back.
fn encodes_to<Stored: Encode + Decode>(value: Stored, golden: &[&str]) {
	let encoded = value.encode();
	let hex: String = encoded.iter().map(|byte| format!("{byte:02x}")).collect();
	assert_eq!(hex, golden.concat());
	assert_eq!(Stored::decode(&mut &encoded[..]).unwrap().encode(), encoded);
}

#[test]
fn the_state() {
	let setting = track(MetricId(7), 100, 5, None).into();
	let fixed = FixedTrack::new(1_000_000, DEFAULT_HALF_LIFE.get());
	let half_life = DEFAULT_HALF_LIFE.get();
	let emission = Emission::new(fixed, 2_000_000, half_life, &[setting]).unwrap();
	let mut state = EmissionState::new(emission);
	let limits = crate::logic::limits(&Policy::default());
	state.start(3_000_000, limits.annual_cap).unwrap();
	state.tick(GENESIS_TIME, hours(1));
	for total in [5, 9] {
		let signal = |_| Some(Signal::Count { total, period: 24, counts: true });
		let days = &mut vec![];
		state.emission.release(hours(1) / 2, 3_000_000, limits, signal, days).unwrap();
	}
	state.emission.settle(10);
	encodes_to(
		state,
		&[
			// phase, last step, economic time
			"01",
			"0100505c18a3010000",
			"80ee360000000000",
			// fixed: half-life, elapsed, size, beside, released, minted
			"0092e0152c000000",
			"80ee360000000000",
			"40420f00000000000000000000000000",
			"00000000000000000000000000000000",
			"0d000000000000000000000000000000",
			"0a000000000000000000000000000000",
			// KPI: half-life, number of tracks
			"0092e0152c000000",
			"04",
			// setting: metric, weight, baseline, doubling
			"0700",
			"000064a7b3b6e00d",
			"0500000000000000",
			"00",
			// track: elapsed, cumulated
			"80ee360000000000",
			"60000000000000000000000000000000",
			// cumulated when it got its parameters
			"00000000000000000000000000000000",
			// counter: total, waiting
			"01",
			"09000000000000000000000000000000",
			"00000000000000000000000000000000",
			// size, beside, released, minted
			"80841e00000000000000000000000000",
			"00000000000000000000000000000000",
			"00000000000000000000000000000000",
			"00000000000000000000000000000000",
			// window: day, what it minted, the most for its years, lowest issuance
			"00000000",
			"0a000000000000000000000000000000",
			"10090500000000000000000000000000",
			"c0c62d00000000000000000000000000",
			// since when which pace counts, what was minted before, whether it withholds
			"0000000000000000",
			"00000000000000000000000000000000",
			"ed030000000000000000000000000000",
			"00",
		],
	);
}

#[test]
fn the_policy() {
	encodes_to(
		Policy::default(),
		&[
			// budget
			"00002876e1158d05",
			"000014bbf08ac602",
			"00004f8c34e81402",
			"0000d9e9ac2d7803",
			"0000000000000000",
			// annual cap, catch-up
			"00004bcd6acc8601",
			"c800000000000000",
		],
	);
}

#[test]
fn the_supply() {
	let mut supply = SupplyTotals::new(1_000);
	supply.sample(GENESIS_TIME);
	supply.mint(MintCause::Fixed, 16).unwrap();
	supply.receive(Recipient::StakeAndValidators, 17).unwrap();
	supply.mint(MintCause::Kpi(MetricId(7)), 17).unwrap();
	supply.burn(BurnCause::Dust, 18).unwrap();
	encodes_to(
		supply,
		&[
			// genesis
			"e8030000000000000000000000000000",
			// minted by cause
			"08",
			"00",
			"10000000000000000000000000000000",
			"010700",
			"11000000000000000000000000000000",
			// burned by cause
			"04",
			"03",
			"12000000000000000000000000000000",
			// received by recipient
			"04",
			"01",
			"11000000000000000000000000000000",
			// samples: time, burned until then
			"04",
			"00505c18a3010000",
			"00000000000000000000000000000000",
		],
	);
}

#[test]
fn a_parameter() {
	let new = Parameter::Tracks(TrackTable::truncate_from(vec![track(
		MetricId(7),
		100,
		5,
		Some(hours(8_766)),
	)]));
	encodes_to(
		new,
		&[
			// which parameter, number of tracks
			"05",
			"04",
			// setting
			"0700",
			"000064a7b3b6e00d",
			"0500000000000000",
			"0100c3fa5807000000",
		],
	);
}
