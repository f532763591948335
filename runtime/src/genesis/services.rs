// SPDX-License-Identifier: Apache-2.0

//! The classes of services at genesis.

use crate::ServicePaymentsConfig;
use destra_primitives::{
	time::{days, minutes},
	BoundedU64, ServiceClass,
};
use pallet_service_payments::ClassSettings;

/// What differs between a chain that one person runs and a network.
pub struct Scale {
	settings: fn(ServiceClass) -> ClassSettings,
}

/// One person, one machine, no waiting: minutes for days.
pub const DEVELOPMENT: Scale = Scale { settings: impatient };

/// The rules of a live chain.
pub const LOCAL_TESTNET: Scale = Scale { settings: ClassSettings::of };

/// The prices of a live chain, for periods of ten minutes at most.
fn impatient(class: ServiceClass) -> ClassSettings {
	let standard = ClassSettings::of(class);
	ClassSettings {
		period: standard.period.min(BoundedU64::literal::<{ minutes(10) }>()),
		customer_notice: BoundedU64::literal::<{ minutes(2) }>(),
		// The least: news of a cancellation, and the answer to it, have to become final.
		redemption_period: BoundedU64::literal::<{ minutes(3) }>(),
		provider_notice: BoundedU64::literal::<{ minutes(5) }>(),
		price_notice: BoundedU64::literal::<{ minutes(5) }>(),
		metered_term: BoundedU64::literal::<{ days(1) }>(),
		// Stake is unbonded in ten: it is still there when the arbiter rules.
		ruling_period: BoundedU64::literal::<{ minutes(5) }>(),
		..standard
	}
}

/// Every class.
pub fn services(scale: &Scale) -> ServicePaymentsConfig {
	let classes = ServiceClass::ALL.map(|class| (class, (scale.settings)(class)));
	ServicePaymentsConfig { classes: classes.into(), ..Default::default() }
}
