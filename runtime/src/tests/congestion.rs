// SPDX-License-Identifier: Apache-2.0

//! Fees rise while blocks are full, of whatever, and fall while they are not.

use super::{
	chain::account,
	signed::sign,
	staking_chain::{block, block_with, on_chain},
};
use crate::{
	configs::{
		congestion::{fullness, next, CongestionPricing},
		fees::BYTE_FEE,
		system::{RuntimeBlockLength, RuntimeBlockWeights},
	},
	constants::{
		currency::{DSYNC, MAXIMUM_SUPPLY},
		time::BLOCK_TIME,
	},
	Balance, Executive, Runtime, RuntimeCall, System, TransactionPayment,
};
use destra_primitives::time::{days, hours};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::Get,
	weights::Weight,
};
use pallet_transaction_payment::{
	Multiplier, MultiplierUpdate, NextFeeMultiplier, TargetedFeeAdjustment,
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
use sp_runtime::{
	traits::{Convert, One},
	FixedPointNumber, Perquintill,
};

type Call = frame_system::Call<Runtime>;

/// Bytes that fill what normal transactions may take of a block, but for a transaction's frame.
fn bytes() -> RuntimeCall {
	Call::remark { remark: vec![7; 3_900_000] }.into()
}

/// Small calls, as many as come to nearly the weight that one transaction may have.
fn weight() -> RuntimeCall {
	let transfer: RuntimeCall =
		pallet_balances::Call::transfer_keep_alive { dest: account(Alice).into(), value: 1 }.into();
	let batch = |calls| pallet_utility::Call::batch { calls: vec![transfer.clone(); calls] }.into();
	let time = |call: RuntimeCall| call.get_dispatch_info().call_weight.ref_time();
	let (one, two) = (time(batch(1)), time(batch(2)));
	let most = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
	let most = most.expect("transactions are limited").ref_time();
	batch(((most - one) / (two - one)) as usize * 99 / 100)
}

/// An operational transaction of that length.
fn operational() -> RuntimeCall {
	let call: RuntimeCall = Call::kill_storage { keys: vec![vec![7; 3_900_000]] }.into();
	pallet_sudo::Call::sudo { call: Box::new(call) }.into()
}

/// A block with `call` in it, and how full it was before it was finalised.
fn block_full_of(who: Sr25519Keyring, call: &RuntimeCall) -> Perquintill {
	block_with(|| {
		let transaction = sign(&who.pair(), 0, call.clone());
		Executive::apply_extrinsic(transaction).expect("fits into the block").expect("succeeds");
		fullness()
	})
}

fn multiplier() -> Multiplier {
	TransactionPayment::next_fee_multiplier()
}

fn full() -> Perquintill {
	Perquintill::one()
}

/// The multiplier after so many blocks of this fullness.
fn after(blocks: u64, fullness: Perquintill, start: Multiplier) -> Multiplier {
	(0..blocks).fold(start, |multiplier, _| next(multiplier, fullness))
}

#[test]
fn a_block_full_of_bytes_makes_fees_rise() {
	on_chain("development", || {
		assert!(block_full_of(Bob, &bytes()) > Perquintill::from_percent(99));
		assert!(multiplier() > Multiplier::one());
	});
}

#[test]
fn a_block_full_of_weight_makes_fees_rise() {
	on_chain("development", || {
		let info = weight().get_dispatch_info();
		assert_eq!(info.class, DispatchClass::Normal);
		assert!(block_full_of(Bob, &weight()) > Perquintill::from_percent(75));
		assert!(multiplier() > Multiplier::one());
	});
}

#[test]
fn a_block_full_of_operational_calls_makes_fees_rise() {
	on_chain("development", || {
		assert_eq!(operational().get_dispatch_info().class, DispatchClass::Operational);
		assert!(block_full_of(Alice, &operational()) > Perquintill::from_percent(99));
		assert!(multiplier() > Multiplier::one());
	});
}

#[test]
fn operational_weight_counts_like_any_other() {
	on_chain("development", || {
		let limits = RuntimeBlockWeights::get();
		let normal = limits.get(DispatchClass::Normal).max_total.expect("a limit");
		let fullness = block_with(|| {
			System::register_extra_weight_unchecked(normal / 2, DispatchClass::Operational);
			fullness()
		});
		assert!((Perquintill::from_percent(50)..Perquintill::from_percent(51)).contains(&fullness));
	});
}

#[test]
fn what_the_chain_does_by_itself_does_not_make_fees_rise() {
	on_chain("development", || {
		NextFeeMultiplier::<Runtime>::put(Multiplier::from_u32(2));
		let most = RuntimeBlockWeights::get().max_block;
		for hooks in [Weight::zero(), most / 2, most, most.saturating_mul(3)] {
			let before = multiplier();
			let fullness = block_with(|| {
				System::register_extra_weight_unchecked(hooks, DispatchClass::Mandatory);
				fullness()
			});
			assert!(fullness < Perquintill::from_percent(1), "{hooks}: {fullness:?}");
			assert!(multiplier() < before, "{hooks}");
		}
	});
}

#[test]
fn where_hooks_leave_less_room_that_is_what_there_is_to_fill() {
	on_chain("development", || {
		let most = RuntimeBlockWeights::get().max_block;
		let fullness = block_with(|| {
			let hooks = *System::block_weight().get(DispatchClass::Mandatory);
			let more = most / 2 - hooks;
			System::register_extra_weight_unchecked(more, DispatchClass::Mandatory);
			System::register_extra_weight_unchecked(most / 4, DispatchClass::Normal);
			fullness()
		});
		assert_eq!(fullness, Perquintill::from_percent(50));
	});
}

#[test]
fn fees_stay_at_the_base_on_an_idle_chain() {
	on_chain("development", || {
		for _ in 0..20 {
			block();
			assert_eq!(multiplier(), Multiplier::one());
		}
	});
}

#[test]
fn ten_full_blocks_are_seen_and_a_longer_time_is_dear() {
	let one = Multiplier::one();
	let percent = |percent: u32| Multiplier::saturating_from_rational(percent, 100);
	let blocks = |time| time / BLOCK_TIME;
	assert!(after(10, full(), one) > percent(101));
	assert!(after(60, full(), one) > percent(106));
	let hour = after(blocks(hours(1)), full(), one);
	assert!(hour > percent(190) && hour < percent(200), "{hour}");
	// And back again, three times as slowly.
	let empty = after(blocks(hours(3)), Perquintill::zero(), hour);
	assert!(empty < percent(103), "{empty}");
	// From one block to the next a fee changes by little more than a thousandth.
	assert!(next(one, full()) < Multiplier::saturating_from_rational(1_002, 1_000));
	let target = CongestionPricing::target();
	assert_eq!(next(percent(300), target), percent(300), "at the target nothing changes");
}

#[test]
fn the_real_chain_charges_more_after_ten_full_blocks() {
	on_chain("development", || {
		let info = bytes().get_dispatch_info();
		let quoted = TransactionPayment::compute_fee(3_900_150, &info, 0);
		for _ in 0..10 {
			block_full_of(Bob, &bytes());
		}
		assert!(multiplier() > Multiplier::saturating_from_rational(1_011, 1_000));
		let now = TransactionPayment::compute_fee(3_900_150, &info, 0);
		assert!(now > quoted + quoted / 100, "{quoted} {now}");
	});
}

/// What the bytes of blocks cost that are full for so long, in planck; `None` for more than can be
/// counted.
fn cost_of_full_blocks(time: u64) -> Option<Balance> {
	let bytes = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
	let fee = Balance::from(bytes).checked_mul(BYTE_FEE)?;
	let mut multiplier = Multiplier::one();
	let mut cost: Balance = 0;
	for _ in 0..time / BLOCK_TIME {
		cost = cost.checked_add(multiplier.checked_mul_int(fee)?)?;
		multiplier = next(multiplier, full());
	}
	Some(cost)
}

#[test]
fn a_day_of_full_blocks_costs_more_than_there_is() {
	let hours = |count| cost_of_full_blocks(hours(count)).map(|cost| cost / DSYNC);
	// The table of docs/fees.md.
	let table = [33_676, 1_970_124, 115_050_140];
	assert_eq!([1, 6, 12].map(hours), table.map(Some));
	assert!(cost_of_full_blocks(days(1)).is_none_or(|cost| cost > 100 * MAXIMUM_SUPPLY));
}

#[test]
fn the_fee_for_length_follows_the_multiplier() {
	on_chain("development", || {
		let info = bytes().get_dispatch_info();
		let of_length = |length| {
			let fee = TransactionPayment::compute_fee_details(length, &info, 0).inclusion_fee;
			fee.expect("it pays").len_fee
		};
		assert_eq!(of_length(1_000), 1_000 * BYTE_FEE);
		NextFeeMultiplier::<Runtime>::put(Multiplier::saturating_from_rational(7, 2));
		assert_eq!(of_length(1_000), 3_500 * BYTE_FEE);
		NextFeeMultiplier::<Runtime>::put(CongestionPricing::max());
		assert_eq!(of_length(u32::MAX), Balance::MAX, "it saturates");
	});
}

/// The parameters of the chain, as the types that the SDK's formula takes.
macro_rules! parameter {
	($name:ident, $type:ty, $value:expr) => {
		struct $name;
		impl Get<$type> for $name {
			fn get() -> $type {
				$value
			}
		}
	};
}

parameter!(Target, Perquintill, CongestionPricing::target());
parameter!(Variability, Multiplier, CongestionPricing::variability());
parameter!(Min, Multiplier, CongestionPricing::min());
parameter!(Max, Multiplier, CongestionPricing::max());

#[test]
fn the_formula_is_that_of_the_sdk() {
	type Sdk = TargetedFeeAdjustment<Runtime, Target, Variability, Min, Max>;
	on_chain("development", || {
		let limits = RuntimeBlockWeights::get();
		let normal = limits.get(DispatchClass::Normal).max_total.expect("a limit").ref_time();
		for percent in [0, 10, 25, 26, 60, 100] {
			let filled = Weight::from_parts(normal / 100 * percent, 0);
			System::set_block_consumed_resources(filled, 0);
			for before in [1, 2, 1_000_000].map(Multiplier::from_u32) {
				let (ours, sdk) = (CongestionPricing::convert(before), Sdk::convert(before));
				let off = if ours > sdk { ours - sdk } else { sdk - ours };
				assert!(
					off < before / Multiplier::from_u32(1_000_000_000),
					"{percent}: {ours} {sdk}"
				);
			}
		}
	});
}
