// SPDX-License-Identifier: Apache-2.0

//! Who receives the emission.

use serde::{Deserialize, Serialize};

/// A recipient of the emission budget.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum Recipient {
	/// Rewards for measured work of service providers.
	#[codec(index = 0)]
	ProviderWork,
	/// Rewards for stake, for validators and for those who keep the network's figures.
	#[codec(index = 1)]
	StakeAndValidators,
	/// Programmes: early adopters, campaigns, performance bonuses.
	#[codec(index = 2)]
	IncentiveProgrammes,
	/// The community pot.
	#[codec(index = 3)]
	Community,
	/// The treasury pot.
	#[codec(index = 4)]
	Treasury,
}

impl Recipient {
	/// How many recipients there are.
	pub const COUNT: usize = 5;

	/// Every recipient, in the order of its index.
	pub const ALL: [Self; Self::COUNT] = [
		Self::ProviderWork,
		Self::StakeAndValidators,
		Self::IncentiveProgrammes,
		Self::Community,
		Self::Treasury,
	];
}

/// Takes emitted tokens on behalf of the recipients. Implemented by the runtime.
pub trait EmissionRecipients<Credit> {
	/// Takes the whole `credit` for `recipient`, or hands the whole of it back.
	fn receive(recipient: Recipient, credit: Credit) -> Result<(), Credit>;
}

/// Nobody takes anything: all of the emission becomes a liability.
impl<Credit> EmissionRecipients<Credit> for () {
	fn receive(_recipient: Recipient, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
}
