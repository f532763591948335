// SPDX-License-Identifier: Apache-2.0

//! The supply ledger: every planck minted and burned, by cause.

use super::{NoRoom, Totals};
use codec::{Decode, Encode, MaxEncodedLen};
use destra_primitives::{
	time::{days, Millis, Moment},
	Balance, BurnCause, MetricId, MintCause, Recipient,
};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::ArithmeticError;

/// How many metrics the ledger can ever count, retired ones included. A metric id is never used
/// again, so its row is never given to another one.
pub const MAX_METRICS_EVER: u32 = 64;

/// One row for each metric and one for the fixed stream.
type MaxMintCauses = ConstU32<{ MAX_METRICS_EVER + 1 }>;

/// Room for causes that do not exist yet.
type MaxBurnCauses = ConstU32<16>;

/// The span over which burning is measured.
pub const BURN_WINDOW: Millis = days(30);

/// The least time between two samples of what was burned.
const SAMPLE_INTERVAL: Millis = days(1);

/// Samples a day apart cover the window, both of its ends included.
type MaxSamples = ConstU32<31>;

/// Everything burned until a moment.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
struct BurnSample {
	at: Moment,
	burned: Balance,
}

/// Minted and burned totals by cause, and minted ones by recipient.
///
/// `genesis + Σ minted − Σ burned` is the total issuance, always, and as much is received as is minted.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Debug, Default)]
pub struct SupplyTotals {
	genesis: Balance,
	minted: Totals<MintCause, MaxMintCauses>,
	burned: Totals<BurnCause, MaxBurnCauses>,
	/// Minted, by whom it was minted for. Room for recipients that do not exist yet.
	received: Totals<Recipient, ConstU32<16>>,
	samples: BoundedVec<BurnSample, MaxSamples>,
}

impl SupplyTotals {
	/// A ledger of a chain that starts with an issuance of `genesis`.
	pub fn new(genesis: Balance) -> Self {
		Self { genesis, ..Self::default() }
	}

	/// The issuance the chain started with.
	pub fn genesis(&self) -> Balance {
		self.genesis
	}

	/// Minted totals by cause.
	pub fn minted(&self) -> &Totals<MintCause, MaxMintCauses> {
		&self.minted
	}

	/// Minted totals by recipient, those that the pot keeps among them.
	pub fn received(&self) -> &Totals<Recipient, ConstU32<16>> {
		&self.received
	}

	/// Burned totals by cause.
	pub fn burned(&self) -> &Totals<BurnCause, MaxBurnCauses> {
		&self.burned
	}

	/// The total issuance that the ledger accounts for; `None` where more was burned than existed.
	pub fn issuance(&self) -> Option<Balance> {
		self.genesis.checked_add(self.minted.sum())?.checked_sub(self.burned.sum())
	}

	/// Opens the row of a metric, so that minting for it cannot fail later.
	pub fn admit(&mut self, metric: MetricId) -> Result<(), NoRoom> {
		// The row of the fixed stream is opened first and so never lacks.
		self.minted.open(MintCause::Fixed)?;
		self.minted.open(MintCause::Kpi(metric))
	}

	/// Counts what was minted.
	pub fn mint(&mut self, cause: MintCause, amount: Balance) -> Result<(), ArithmeticError> {
		self.minted.add(cause, amount)
	}

	/// Counts for whom something was minted.
	pub fn receive(
		&mut self,
		recipient: Recipient,
		amount: Balance,
	) -> Result<(), ArithmeticError> {
		self.received.add(recipient, amount)
	}

	/// Counts what was burned.
	pub fn burn(&mut self, cause: BurnCause, amount: Balance) -> Result<(), ArithmeticError> {
		self.burned.add(cause, amount)
	}

	/// Remembers how much was burned until `now`, at most once a day. A bounded number of moves.
	pub fn sample(&mut self, now: Moment) {
		let due =
			self.samples.last().is_none_or(|last| now.saturating_sub(last.at) >= SAMPLE_INTERVAL);
		if due {
			let sample = BurnSample { at: now, burned: self.burned.sum() };
			if self.samples.is_full() {
				self.samples.remove(0);
			}
			// The line above made room.
			let _: Result<(), BurnSample> = self.samples.try_push(sample);
		}
	}

	/// What was burned in the trailing window, and how long that window is: shorter than
	/// [`BURN_WINDOW`] on a young chain, zero where nothing was sampled in it.
	pub fn burned_lately(&self, now: Moment) -> (Balance, Millis) {
		let start = self.samples.iter().find(|sample| now.saturating_sub(sample.at) <= BURN_WINDOW);
		start.map_or((0, 0), |sample| {
			(self.burned.sum().saturating_sub(sample.burned), now.saturating_sub(sample.at))
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_identity_holds_by_construction() {
		let mut supply = SupplyTotals::new(100);
		supply.mint(MintCause::Fixed, 30).unwrap();
		supply.mint(MintCause::Kpi(MetricId(1)), 20).unwrap();
		supply.burn(BurnCause::Dust, 5).unwrap();
		assert_eq!(supply.issuance(), Some(145));
		supply.burn(BurnCause::Slash, 146).unwrap();
		assert_eq!(supply.issuance(), None);
	}

	#[test]
	fn the_ledger_admits_64_metrics_besides_the_fixed_stream() {
		let mut supply = SupplyTotals::new(0);
		for id in 0..MAX_METRICS_EVER as u16 {
			assert_eq!(supply.admit(MetricId(id)), Ok(()));
		}
		assert_eq!(supply.admit(MetricId(0)), Ok(()), "it is there already");
		assert_eq!(supply.admit(MetricId(64)), Err(NoRoom));
		assert_eq!(supply.mint(MintCause::Fixed, 1), Ok(()));
	}

	#[test]
	fn burning_is_measured_over_the_trailing_window_only() {
		let mut supply = SupplyTotals::new(1_000_000);
		for day in 0..100 {
			supply.sample(days(day));
			supply.burn(BurnCause::TransactionFee, 10).unwrap();
		}
		assert_eq!(supply.burned_lately(days(99)), (310, days(30)));
		// Another sample on the same day changes nothing.
		supply.sample(days(99) + 5);
		assert_eq!(supply.burned_lately(days(99)), (310, days(30)));
	}

	#[test]
	fn a_young_chain_has_a_short_window() {
		let mut supply = SupplyTotals::new(1_000);
		assert_eq!(supply.burned_lately(days(1)), (0, 0));
		supply.sample(days(1));
		supply.burn(BurnCause::Slash, 7).unwrap();
		assert_eq!(supply.burned_lately(days(3)), (7, days(2)));
	}

	#[test]
	fn what_was_burned_before_a_long_silence_is_not_lately() {
		let mut supply = SupplyTotals::new(1_000);
		supply.sample(days(1));
		supply.burn(BurnCause::Slash, 7).unwrap();
		assert_eq!(supply.burned_lately(days(60)), (0, 0));
	}
}
