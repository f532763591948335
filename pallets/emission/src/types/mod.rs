// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores: small machines with private fields that know nothing of a runtime.

mod parameter;
mod state;
mod supply;
mod totals;
mod track;
mod year;

pub(crate) use parameter::sums_to_one;
pub use parameter::{
	AnnualCap, Baseline, Budget, CatchUp, ChangeDelay, DoublingTime, HalfLife, Parameter,
	PendingChange, Policy, TrackSetting, TrackTable, DEFAULT_HALF_LIFE, PERCENTAGE_POINT,
};
pub use state::{EmissionState, Reservoirs, TimeStep};
pub use supply::{SupplyTotals, BURN_WINDOW, MAX_METRICS_EVER};
pub use totals::Totals;
pub use track::{FixedTrack, KpiTrack, KpiTracks, Reservoir};
pub use year::{EmissionYear, YEAR};

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

/// A stream could not advance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StreamError {
	/// The parameters describe no stream.
	Invalid,
	/// A sum leaves its type.
	Overflow,
}

impl From<destra_economics::InvalidStream> for StreamError {
	fn from(_: destra_economics::InvalidStream) -> Self {
		Self::Invalid
	}
}
