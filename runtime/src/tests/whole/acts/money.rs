// SPDX-License-Identifier: Apache-2.0

//! Transfers, burns, and notes that take room.

use super::{anybody, poor, Kind, Scene};
use crate::{
	constants::currency::{DSYNC, EXISTENTIAL_DEPOSIT},
	AccountId, Balances, Runtime, RuntimeCall,
};

type Call = pallet_balances::Call<Runtime>;

pub const KINDS: [Kind; 8] = [
	Kind::new("transfer", 80, anybody, transfer),
	Kind::new("transfer all but a deposit", 2, poor, transfer_all),
	Kind::new("give to the poor", 12, anybody, give),
	Kind::new("leave with all", 3, poor, leave_with_all),
	Kind::new("leave dust", 6, poor, leave_dust),
	Kind::new("burn", 8, anybody, burn),
	Kind::new("burn all", 2, poor, burn_all),
	Kind::new("remark", 10, anybody, remark),
];

fn transfer(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let value = scene.spare(by, EXISTENTIAL_DEPOSIT, 100 * DSYNC)?;
	Some(Call::transfer_keep_alive { dest: scene.payee()?.into(), value }.into())
}

/// Only the poor give away all that they have: the others are needed.
fn is_poor(scene: &Scene, who: &AccountId) -> Option<()> {
	scene.cast.poor.contains(who).then_some(())
}

fn transfer_all(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	is_poor(scene, by)?;
	Some(Call::transfer_all { dest: scene.payee()?.into(), keep_alive: true }.into())
}

fn give(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let dest = scene.dice.pick(&scene.cast.poor)?.clone().into();
	let value = scene.spare(by, DSYNC / 2, 2 * DSYNC)?;
	Some(Call::transfer_allow_death { dest, value }.into())
}

fn leave_with_all(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	is_poor(scene, by)?;
	Some(Call::transfer_all { dest: scene.payee()?.into(), keep_alive: false }.into())
}

/// Half of the existential deposit stays behind, more or less.
fn leave_dust(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	is_poor(scene, by)?;
	let dest = || scene.cast.sudo().into();
	let fee =
		scene.cast.fee(by, Call::transfer_allow_death { dest: dest(), value: DSYNC }.into())?;
	let value = Balances::usable_balance(by).checked_sub(fee + EXISTENTIAL_DEPOSIT / 2)?;
	Some(Call::transfer_allow_death { dest: dest(), value }.into())
}

fn burn(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let amount = scene.spare(by, 1, DSYNC)?;
	Some(pallet_emission::Call::<Runtime>::burn { amount, keep_alive: true }.into())
}

fn burn_all(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	is_poor(scene, by)?;
	let amount = Balances::usable_balance(by).checked_sub(DSYNC / 10)?.max(1);
	let keep_alive = scene.dice.chance(30);
	Some(pallet_emission::Call::<Runtime>::burn { amount, keep_alive }.into())
}

fn remark(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let most = if scene.dice.chance(5) { 20_000 } else { 200 };
	let remark = vec![7; scene.dice.below(most) as usize];
	Some(frame_system::Call::<Runtime>::remark_with_event { remark }.into())
}
