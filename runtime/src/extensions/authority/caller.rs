// SPDX-License-Identifier: Apache-2.0

//! In whose name a call is made, and who governs.

use crate::{configs::accounts::ProxyType, AccountId, Address, Multisig, Proxy, Runtime};
use alloc::vec::Vec;
use frame_support::traits::Get;
use pallet_utility::derivative_account_id;
use sp_runtime::traits::StaticLookup;

/// Whether `who` may have root make calls. Without a sudo key nobody may.
pub fn is_governor(who: &AccountId) -> bool {
	pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who)
}

/// In whose name a call is made, through the calls around it. Nothing is computed or read before
/// somebody asks for the account.
pub enum Caller<'a> {
	/// Of who signed the transaction.
	Signer(&'a AccountId),
	/// Of a derivative of another account.
	Derivative { of: &'a Caller<'a>, index: u16 },
	/// Of a multisig of `member` and `others`.
	Multisig { threshold: u16, member: &'a Caller<'a>, others: &'a [AccountId] },
	/// Of `real`, if `delegate` is its proxy for everything, without a delay.
	Proxied { real: &'a Address, delegate: &'a Caller<'a>, proxy_type: Option<ProxyType> },
	/// Of whoever announced the call through its proxy, whoever makes it now. Nobody governs so:
	/// whether it was announced is not looked up.
	Announced,
}

impl Caller<'_> {
	/// The account, unless the calls around fail before they come to this one.
	pub fn account(&self) -> Option<AccountId> {
		match self {
			Self::Signer(who) => Some((*who).clone()),
			Self::Derivative { of, index } => Some(derivative_account_id(of.account()?, *index)),
			Self::Multisig { threshold, member, others } => {
				let most: u32 = <Runtime as pallet_multisig::Config>::MaxSignatories::get();
				if others.len() >= usize::try_from(most).ok()? {
					return None;
				}
				let mut signatories: Vec<_> = others.to_vec();
				signatories.push(member.account()?);
				signatories.sort();
				Some(Multisig::multi_account_id(&signatories, *threshold))
			}
			Self::Proxied { real, delegate, proxy_type } => {
				let delegate = delegate.account()?;
				let real =
					<Runtime as frame_system::Config>::Lookup::lookup((*real).clone()).ok()?;
				let proxy = Proxy::find_proxy(&real, &delegate, *proxy_type).ok()?;
				// What another type permits never governs, and a delayed one has to announce first.
				(proxy.proxy_type == ProxyType::Any && proxy.delay == 0).then_some(real)
			}
			Self::Announced => None,
		}
	}
}
