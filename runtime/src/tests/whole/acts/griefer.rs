// SPDX-License-Identifier: Apache-2.0

//! What must not work: calls of others' origins, more than one has, and transactions that are wrong in themselves.

use super::{money, poor, staking::provider, Aim, Flaw, Kind, Scene};
use crate::{constants::currency::DSYNC, AccountId, Balances, Runtime, RuntimeCall, System};
use destra_primitives::SlashReason;
use pallet_balances::Call;

/// One that must fail.
const fn vain(
	name: &'static str,
	weight: u64,
	call: fn(&mut Scene, &AccountId) -> Option<RuntimeCall>,
) -> Kind {
	let aim = Aim::Failure;
	Kind { aim, ..Kind::new(name, weight, griefer, call) }
}

/// An ordinary transfer, sent in a way that is wrong.
const fn flawed(name: &'static str, weight: u64, flaw: Flaw) -> Kind {
	let aim = Aim::Failure;
	Kind { aim, flaw, ..Kind::new(name, weight, griefer, transfer_again) }
}

pub const KINDS: [Kind; 12] = [
	vain("usurp root", 8, usurp_root),
	vain("usurp sudo", 3, usurp_sudo),
	vain("transfer by force without a right", 3, force_transfer),
	vain("free what is on hold", 3, force_unreserve),
	vain("burn past the ledger", 3, burn_uncounted),
	vain("transfer more than there is", 6, overdraw),
	vain("act for a stranger", 4, act_for_stranger),
	vain("set the storage", 3, set_storage),
	flawed("use a number twice", 3, Flaw::StaleNonce),
	flawed("leave a number out", 2, Flaw::NonceGap),
	flawed("sign with another key", 3, Flaw::WrongKey),
	flawed("tip more than there is", 3, Flaw::Unaffordable),
];

/// The last of the players.
fn griefer(scene: &mut Scene) -> Option<AccountId> {
	scene.cast.rich.last().cloned()
}

fn transfer(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	(money::KINDS[0].call)(scene, by)
}

/// By somebody who has used a number before.
fn transfer_again(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	transfer(scene, by).filter(|_| System::account_nonce(by) > 0)
}

fn usurp_root(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let provider = provider(scene)?;
	let reason = SlashReason::Equivocation;
	let slash = pallet_staking_locks::Call::<Runtime>::report_slash {
		provider: provider.clone(),
		reason,
		reporter: None,
	};
	let pause = pallet_emission::Call::<Runtime>::pause {};
	let admit = pallet_kpi_oracle::Call::<Runtime>::admit_reporter { who: provider };
	let calls: [RuntimeCall; 3] = [slash.into(), pause.into(), admit.into()];
	scene.dice.pick(&calls).cloned()
}

fn usurp_sudo(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let call = Box::new(pallet_sudo::Call::<Runtime>::set_key { new: by.clone().into() }.into());
	Some(pallet_sudo::Call::<Runtime>::sudo { call }.into())
}

fn force_transfer(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (source, dest) = (scene.other(by)?.into(), by.clone().into());
	Some(Call::<Runtime>::force_transfer { source, dest, value: DSYNC }.into())
}

fn force_unreserve(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Some(Call::<Runtime>::force_unreserve { who: by.clone().into(), amount: DSYNC }.into())
}

fn burn_uncounted(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(Call::<Runtime>::burn { value: DSYNC, keep_alive: true }.into())
}

fn overdraw(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	// Whatever comes in before.
	let value = Balances::free_balance(by) + 10_000_000 * DSYNC;
	Some(Call::<Runtime>::transfer_allow_death { dest: scene.other(by)?.into(), value }.into())
}

/// A poor account has let nobody act for it.
fn act_for_stranger(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let real = poor(scene)?.into();
	let call = Box::new(transfer(scene, by)?);
	Some(pallet_proxy::Call::<Runtime>::proxy { real, force_proxy_type: None, call }.into())
}

fn set_storage(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let size = if scene.dice.chance(5) { 200_000 } else { 100 };
	let items = vec![(b"key".to_vec(), vec![0; size])];
	Some(frame_system::Call::<Runtime>::set_storage { items }.into())
}
