// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores: small machines with private fields that know nothing of a runtime.

mod parameter;
mod state;
mod supply;
mod totals;

pub use destra_economics::emission::YEAR;
pub(crate) use parameter::sums_to_one;
pub use parameter::{
	AnnualCap, Baseline, Budget, CatchUp, DoublingTime, HalfLife, Parameter, Policy, TrackSetting,
	TrackTable, DEFAULT_HALF_LIFE, PERCENTAGE_POINT,
};
pub use state::{EmissionState, Reservoirs, TimeStep};
pub use supply::{SupplyTotals, BURN_WINDOW, MAX_METRICS_EVER};
pub use totals::Totals;

use destra_primitives::Recipient;
use frame_support::traits::ConstU32;

/// What each recipient is owed, in planck. Room for recipients that do not exist yet.
pub type LiabilityTotals = Totals<Recipient, ConstU32<16>>;

/// A bounded table is full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoRoom;

/// The emission is not in the phase that this needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongPhase;
