// SPDX-License-Identifier: Apache-2.0

//! Redeeming vouchers: each is checked by itself, and all are paid together.

use crate::{
	till::{Till, Unpayable},
	types::{Payable, Terms},
	AgreementOf, Agreements, BatchOf, Config, Event, Pallet, SignedVoucherOf, WeightInfo,
};
use destra_primitives::{payments_api::VoucherRefusal, time::Moment, AgreementId};
use frame_support::{
	dispatch::WithPostDispatchInfo,
	pallet_prelude::{DispatchResult, DispatchResultWithPostInfo, Weight},
	traits::Time,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{Verify, Zero};

/// How many vouchers of a batch went which way.
#[derive(Default)]
struct Tally {
	redeemed: u32,
	/// Refused for their signature.
	forged: u32,
	/// Refused for another reason, which is found without a look at the signature.
	refused: u32,
}

impl Tally {
	fn refuse(&mut self, reason: VoucherRefusal) {
		let count = match reason {
			VoucherRefusal::BadSignature => &mut self.forged,
			_ => &mut self.refused,
		};
		*count = count.saturating_add(1);
	}

	/// What all of them took. Where none was redeemed, nobody was paid either. What a part costs whatever its
	/// size is in each part, so that a mixed batch would come to more than it reserved.
	fn weight<T: Config>(&self) -> Weight {
		let refused = self.refused.saturating_add(self.forged);
		let of = |count, weigh: fn(u32) -> Weight| match count {
			0 => Weight::zero(),
			some => weigh(some),
		};
		of(self.redeemed, T::WeightInfo::redeem)
			.saturating_add(of(refused, T::WeightInfo::refuse))
			.saturating_add(of(self.forged, T::WeightInfo::check_signature))
			.min(T::WeightInfo::redeem(self.redeemed.saturating_add(refused)))
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_redeem(
		provider: T::AccountId,
		vouchers: BatchOf<T>,
	) -> DispatchResultWithPostInfo {
		let now = T::Time::now();
		let genesis = Self::genesis_hash();
		let mut till = Till::<T>::new(provider.clone());
		let mut tally = Tally::default();
		for (index, signed) in (0u32..).zip(&vouchers) {
			let id = signed.voucher.agreement;
			match Self::check_voucher(&genesis, &provider, signed, now) {
				Ok((agreement, payable)) => {
					tally.redeemed = tally.redeemed.saturating_add(1);
					Self::take(&mut till, id, agreement, payable)
						.map_err(|error| error.with_weight(tally.weight::<T>()))?;
				}
				Err(reason) => {
					tally.refuse(reason);
					Self::deposit_event(Event::VoucherRefused { index, id, reason });
				}
			}
		}
		let weight = tally.weight::<T>();
		till.pay_out(now, Unpayable::Fails).map_err(|error| error.with_weight(weight))?;
		Ok(Some(weight).into())
	}

	/// Takes what a voucher yields.
	fn take(
		till: &mut Till<T>,
		id: AgreementId,
		mut agreement: AgreementOf<T>,
		payable: Payable,
	) -> DispatchResult {
		let Payable { now, unpaid } = payable;
		till.take(id, &mut agreement, now)?;
		Agreements::<T>::insert(id, agreement);
		if unpaid > 0 {
			Self::deposit_event(Event::Overdrawn { id, unpaid });
		}
		Ok(())
	}

	/// The agreement of a voucher and what is to be paid. The signature comes last: it is what costs
	/// most.
	pub(crate) fn check_voucher(
		genesis: &[u8; 32],
		provider: &T::AccountId,
		signed: &SignedVoucherOf<T>,
		now: Moment,
	) -> Result<(AgreementOf<T>, Payable), VoucherRefusal> {
		let voucher = &signed.voucher;
		let agreement =
			Agreements::<T>::get(voucher.agreement).ok_or(VoucherRefusal::UnknownAgreement)?;
		let payable = agreement.redeemable(voucher, provider, now)?;
		let Terms::Metered { signer, .. } = &agreement.terms else {
			return Err(VoucherRefusal::NotMetered);
		};
		let payload = voucher.payload(genesis, provider);
		match signed.signature.verify(&payload[..], signer) {
			true => Ok((agreement, payable)),
			false => Err(VoucherRefusal::BadSignature),
		}
	}

	/// What tells this chain from all others.
	pub(crate) fn genesis_hash() -> [u8; 32] {
		let hash = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		// Every hash has 32 bytes, by the integrity test.
		hash.as_ref().try_into().unwrap_or_default()
	}
}
