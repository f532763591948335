// SPDX-License-Identifier: Apache-2.0

//! What is stored keeps its encoding: whoever changes it has to write a migration.

use crate::{mock::*, types::*, Parameter, ReportValues};
use codec::{Encode, MaxEncodedLen};
use destra_primitives::{KpiState, MetricId};

fn hex(value: impl Encode) -> String {
	value.encode().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_encodings_are_those_of_version_one() {
	assert_eq!(
		hex(Round::first(&Clock { now: 1, block: 4, block_time: 1 }, 2)),
		"01000000".to_owned()
			+ "0100000000000000"
			+ "0200000000000000"
			+ "0300000000000000"
			+ "00" + "04000000"
			+ "00"
	);
	assert_eq!(hex(Phase::Report), "01");
	let mut reporter = Reporter::admitted();
	reporter.add_bond(5, 5, 7);
	let bond = "05000000000000000000000000000000";
	assert_eq!(hex(reporter), "0107000000".to_owned() + bond + "00000000" + "00000000" + "00");
	let mut term = BondTerm::new(5);
	term.set(5, 6, 1);
	assert_eq!(hex(term), bond.to_owned() + "01" + "0100000000000000");
	assert_eq!(hex(Unbonding::new(5, 1)), bond.to_owned() + "0100000000000000");
	let values: ReportValues = report_values(&[(MetricId(1), 2)]);
	assert_eq!(hex(values), "04".to_owned() + "0100" + "0200000000000000");
	let mut gauge = Gauge::new(MetricId(1), 7);
	gauge.accept(Reading { value: 2, at: 3, agreeing: 4 }, 3, 9, 1);
	gauge.announce(KpiState::Fresh);
	let reading = "01".to_owned() + "0200000000000000" + "0300000000000000" + "04000000";
	assert_eq!(
		hex(gauge),
		"0100".to_owned() + "07000000" + "00" + "01" + "00" + "01000000" + &reading + "00" + "00"
	);
}

#[test]
fn a_metric_is_its_parts_one_after_the_other() {
	let name = hex(Name::try_new("proven storage").unwrap());
	let kind = "00".to_owned()
		+ "0000000000000000"
		+ "40420f0000000000"
		+ "0065cd1d"
		+ "0a00000000000000"
		+ "00e1f505"
		+ "0100000000000000";
	assert_eq!(hex(reported(1)), "0100".to_owned() + &name + "0c546942" + &kind);
	let MetricKind::Metered(metered) = metered(2).kind else { panic!("metered") };
	let kind = "60ea000000000000".to_owned() + "40420f0000000000";
	assert_eq!(hex(metered), kind);
	assert_eq!(hex(MetricKind::Metered(metered)), "01".to_owned() + &kind);
}

#[test]
fn a_parameter_says_which_it_is() {
	let bond = Setting::Bond(Bond::literal::<5>());
	assert_eq!(
		hex(Parameter::Setting(bond)),
		"0004".to_owned() + "05000000000000000000000000000000"
	);
	assert_eq!(hex(Parameter::Metric(reported(1))), "01".to_owned() + &hex(reported(1)));
	assert_eq!(hex(Parameter::RetiredMetric(MetricId(1))), "020100");
}

#[test]
fn the_values_read_in_every_block_stay_small() {
	assert!(Panel::max_encoded_len() + Settings::max_encoded_len() < 1_100);
	assert!(MetricTable::max_encoded_len() < 1_600);
	assert!(RoundRecord::max_encoded_len() < 300);
}
