// SPDX-License-Identifier: Apache-2.0
//! placeholder until scripts/bench writes it
#![allow(missing_docs)]
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_allocation::WeightInfo for WeightInfo<T> {
	fn grant() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn spend() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn release(_g: u32) -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn revoke() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn exit_early() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn merge() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn offer_grant() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn accept_grant() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn name_successor() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn succeed() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn move_holdings() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn claim_rewards() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn pause_category() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn resume_category() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn create_category() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn set_shares() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn vest_reward() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
	fn slash_unvested() -> Weight {
		T::DbWeight::get().reads_writes(5, 5)
	}
}
