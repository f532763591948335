// SPDX-License-Identifier: Apache-2.0

//! What an account earned and did not claim, by what it was when it earned it.

use destra_economics::accumulator::Fine;
use destra_primitives::Balance;
use sp_runtime::{ArithmeticError, Perbill};

/// What an account is when it earns something. That decides how the reward is paid, and whether a
/// slash reaches it, whatever the account is by the time of the claim.
#[frame_support::stored]
#[derive(Copy, Default)]
pub enum Capacity {
	/// Answers for nobody's conduct. What it earns is its own at once.
	#[default]
	#[codec(index = 0)]
	Staker,
	/// Answers for its conduct with what it has earned: that vests once it is claimed, and slashes
	/// reach it until then.
	#[codec(index = 1)]
	Provider,
	/// A provider that is not there: its stake weighs nothing, so it earns nothing; it answers all the
	/// same.
	#[codec(index = 2)]
	Idle,
}

/// Rewards that were earned and not claimed, in parts of a planck.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct Earned {
	as_staker: Fine,
	as_provider: Fine,
}

/// The whole planck of [`Earned`], each part rounded down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Due {
	/// Is paid at once.
	pub as_staker: Balance,
	/// Goes under vesting.
	pub as_provider: Balance,
}

impl Due {
	/// All that a claim pays, in planck.
	pub const fn total(&self) -> Balance {
		self.as_staker.saturating_add(self.as_provider)
	}
}

impl Earned {
	/// Adds a reward. One that is idle earns none: its ledger is not settled, and it gets no commission.
	pub fn add(&mut self, capacity: Capacity, reward: Fine) -> Result<(), ArithmeticError> {
		let part = match capacity {
			Capacity::Staker => &mut self.as_staker,
			Capacity::Provider => &mut self.as_provider,
			Capacity::Idle => return Err(ArithmeticError::Overflow),
		};
		*part = part.checked_add(reward).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// The whole planck of it.
	pub fn due(&self) -> Due {
		Due { as_staker: self.as_staker.whole(), as_provider: self.as_provider.whole() }
	}

	/// Takes the whole planck out and leaves the fractions.
	pub fn take_due(&mut self) -> Due {
		Due { as_staker: self.as_staker.take_whole(), as_provider: self.as_provider.take_whole() }
	}

	/// Takes a part, rounded up, of the whole planck that were earned as a provider. How many.
	pub fn slash(&mut self, fraction: Perbill) -> Balance {
		let loss = fraction.mul_ceil(self.as_provider.whole());
		self.as_provider.take(loss)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn planck(amount: Balance) -> Fine {
		Fine::from_planck(amount).unwrap()
	}

	fn earned() -> Earned {
		let mut earned = Earned::default();
		earned.add(Capacity::Staker, planck(1_000)).unwrap();
		earned.add(Capacity::Provider, planck(500)).unwrap();
		earned.add(Capacity::Provider, planck(1).portion(1, 2).unwrap()).unwrap();
		earned
	}

	#[test]
	fn a_slash_takes_a_part_of_what_was_earned_as_a_provider_rounded_up() {
		let mut earned = earned();
		assert_eq!(earned.slash(Perbill::from_parts(1)), 1);
		assert_eq!(earned.slash(Perbill::from_percent(5)), 25);
		assert_eq!(earned.due(), Due { as_staker: 1_000, as_provider: 474 });
		assert_eq!(earned.slash(Perbill::one()), 474);
		assert_eq!(earned.slash(Perbill::one()), 0);
		assert_eq!(earned.due(), Due { as_staker: 1_000, as_provider: 0 });
	}

	#[test]
	fn a_fraction_stays_for_the_next_claim() {
		let mut earned = earned();
		assert_eq!(earned.take_due().total(), 1_500);
		assert_eq!(earned.take_due().total(), 0);
		earned.add(Capacity::Provider, planck(1).portion(1, 2).unwrap()).unwrap();
		assert_eq!(earned.take_due(), Due { as_staker: 0, as_provider: 1 });
	}
}
