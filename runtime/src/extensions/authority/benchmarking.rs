// SPDX-License-Identifier: Apache-2.0

//! What it takes to find out who governs, at the most that one wrapper of each kind can make of it.

use super::{check, Caller};
use crate::{
	configs::accounts::ProxyType, AccountId, Address, Balance, Balances, Multisig, Proxy, Runtime,
	RuntimeCall, RuntimeOrigin,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{fungible::Mutate, Get},
};

/// The extension, where the benchmarks look for a pallet.
pub struct Pallet<T: Config>(core::marker::PhantomData<T>);

/// What the benchmarks need: this runtime, whose calls the extension looks at.
pub trait Config: frame_system::Config {}

impl Config for Runtime {}

/// Makes `who` as many proxies as one account may have, `delegate` the last of them.
fn fill_proxies(who: &AccountId, delegate: &AccountId) -> Result<(), BenchmarkError> {
	Balances::set_balance(who, Balance::MAX / 4);
	let most: u32 = <Runtime as pallet_proxy::Config>::MaxProxies::get();
	let others = (1..most).map(|seed| account("proxy", seed, 0));
	for proxy in others.chain([delegate.clone()]) {
		let origin = RuntimeOrigin::signed(who.clone());
		Proxy::add_proxy(origin, Address::Id(proxy), ProxyType::Any, 0)?;
	}
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A call of sudo by a full multisig that is one of all the proxies of the governing account.
	#[benchmark]
	fn check_authority() -> Result<(), BenchmarkError> {
		let governor: AccountId = account("governor", 0, 0);
		let signer: AccountId = account("signer", 0, 0);
		let most: u32 = <Runtime as pallet_multisig::Config>::MaxSignatories::get();
		let others: Vec<AccountId> = (1..most).map(|seed| account("signatory", seed, 0)).collect();
		let mut signatories = [others.clone(), vec![signer.clone()]].concat();
		signatories.sort();
		fill_proxies(&governor, &Multisig::multi_account_id(&signatories, 1))?;
		pallet_sudo::Key::<Runtime>::put(&governor);

		let remark = frame_system::Call::<Runtime>::remark { remark: Vec::new() }.into();
		let sudo = pallet_sudo::Call::<Runtime>::sudo { call: Box::new(remark) }.into();
		let real = Address::Id(governor);
		let proxy =
			pallet_proxy::Call::proxy { real, force_proxy_type: None, call: Box::new(sudo) };
		let call: RuntimeCall = pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: others,
			call: Box::new(proxy.into()),
		}
		.into();
		let class = call.get_dispatch_info().class;
		assert_eq!(class, DispatchClass::Normal);

		let checked;
		#[block]
		{
			checked = check(&Caller::Signer(&signer), &call, class);
		}
		assert_eq!(checked, Ok(()));
		Ok(())
	}
}
