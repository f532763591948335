// SPDX-License-Identifier: Apache-2.0

//! How the stored types encode. A change here is a change of the storage layout: it takes a
//! migration and a new storage version.

use crate::{
	mock::*,
	types::{EmissionState, FixedTrack, KpiTracks, Policy, SupplyTotals, DEFAULT_HALF_LIFE},
	Parameter, PendingChange, TrackTable,
};
use codec::{Decode, Encode};
use destra_primitives::{time::hours, BurnCause, KpiReading, KpiState, MetricId, MintCause};

/// Whether a value encodes to `golden`, in hexadecimal digits without spaces, and back.
fn encodes_to<Stored: Encode + Decode>(value: Stored, golden: &[&str]) {
	let encoded = value.encode();
	let hex: String = encoded.iter().map(|byte| format!("{byte:02x}")).collect();
	assert_eq!(hex, golden.concat());
	assert_eq!(Stored::decode(&mut &encoded[..]).unwrap().encode(), encoded);
}

#[test]
fn the_state() {
	let table = TrackTable::truncate_from(vec![track(MetricId(7), 100, 5, None)]);
	let mut state = EmissionState::new(
		FixedTrack::new(1_000_000, DEFAULT_HALF_LIFE),
		KpiTracks::new(&table, 2_000_000, DEFAULT_HALF_LIFE),
	);
	state.start(3_000_000).unwrap();
	state.tick(GENESIS_TIME, hours(1));
	let reading =
		KpiReading { metric: MetricId(7), value: Some(9), state: KpiState::Fresh, age: 0 };
	state.advance(hours(1), &[reading]).unwrap();
	state.mint(20);
	encodes_to(
		state,
		&[
			// phase, last step, economic time
			"01",
			"0100505c18a3010000",
			"80ee360000000000",
			// year: index, issuance, minted, ceiling reported
			"00000000",
			"c0c62d00000000000000000000000000",
			"14000000000000000000000000000000",
			"00",
			// fixed: half-life, elapsed, size, released, minted
			"0092e0152c000000",
			"80ee360000000000",
			"40420f00000000000000000000000000",
			"0d000000000000000000000000000000",
			"07000000000000000000000000000000",
			// KPI: half-life, number of tracks
			"0092e0152c000000",
			"04",
			// setting: metric, weight, baseline, doubling
			"0700",
			"000064a7b3b6e00d",
			"0500000000000000",
			"00",
			// track: elapsed, cumulated, size, released, minted
			"80ee360000000000",
			"80a81201000000000000000000000000",
			"80841e00000000000000000000000000",
			"1a000000000000000000000000000000",
			"0d000000000000000000000000000000",
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
			// annual cap, catch-up, change delay
			"00004bcd6acc8601",
			"c800000000000000",
			"00840c2400000000",
		],
	);
}

#[test]
fn the_supply() {
	let mut supply = SupplyTotals::new(1_000);
	supply.sample(GENESIS_TIME);
	supply.mint(MintCause::Fixed, 16).unwrap();
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
			// samples: time, burned until then
			"04",
			"00505c18a3010000",
			"00000000000000000000000000000000",
		],
	);
}

#[test]
fn a_pending_change() {
	let new = Parameter::Tracks(TrackTable::truncate_from(vec![track(
		MetricId(7),
		100,
		5,
		Some(hours(8_766)),
	)]));
	encodes_to(
		PendingChange { id: 1, due: GENESIS_TIME, new },
		&[
			// id, due
			"01000000",
			"00505c18a3010000",
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
