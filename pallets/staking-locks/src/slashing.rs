// SPDX-License-Identifier: Apache-2.0

//! Slashes: reported, pending for a while, then cancelled or applied.

use crate::{
	delegations::delegated_weight,
	token::CreditOf,
	types::{PendingSlash, Position, Provider, SessionIndex, SlashId, SlashKey},
	visit::Visit,
	AccountIdOf, Config, CurrentSettings, Delegations, Error, Event, HoldReason, Operators, Pallet,
	PendingSlashes, Pools, Providers, Rewards, SlashOrder, Slashes, WeightInfo,
};
use destra_primitives::{time::Moment, Balance, RewardVesting, SlashReason, Slasher};
use frame_support::{
	defensive,
	dispatch::DispatchClass,
	pallet_prelude::{DispatchResult, Weight},
	storage::with_storage_layer,
	traits::{Get, Imbalance, OnUnbalanced, Time},
};
use sp_runtime::{ArithmeticError, DispatchError, PerThing, Perbill};

/// What a slash took, in planck.
struct Losses {
	own: Balance,
	unclaimed: Balance,
	unvested: Balance,
	delegated: Balance,
}

// From the report to the end.
impl<T: Config> Pallet<T> {
	/// Reports a slash for `reason`. Whoever stands on the provider's own side earns nothing by it.
	pub(crate) fn do_report_slash(
		who: T::AccountId,
		reason: SlashReason,
		fraction: Option<Perbill>,
		reporter: Option<T::AccountId>,
	) -> DispatchResult {
		let provider = Self::provider_record(&who)?;
		let reporter = reporter.filter(|reporter| !Self::is_tied(reporter, &who));
		Self::queue_slash(who, provider, reason, fraction, reporter)
	}

	/// Whether an account is a provider, its operator, or one of its delegators.
	fn is_tied(account: &T::AccountId, who: &T::AccountId) -> bool {
		account == who
			|| Operators::<T>::get(account).as_ref() == Some(who)
			|| Delegations::<T>::contains_key(who, account)
	}

	/// Judges an offence of `who` against consensus in `session`. It costs `fraction`, or what the
	/// table says for an equivocation if that is more. Of all offences before a return from jail only
	/// the worst counts: a worse one is reported as a slash of what is missing, and of one no worse
	/// nothing comes, even where governance cancelled the earlier slash. Nobody is rewarded: the nodes
	/// report such offences by themselves, and whoever stole a key could else offend with it to report
	/// it. Registers its own weight, since the offences pallet drops what its handler weighs.
	///
	/// Whether it was worse than all that was judged before.
	///
	/// # Errors
	///
	/// [`Error::NotProvider`].
	pub fn judge_offence(
		who: &T::AccountId,
		session: SessionIndex,
		fraction: Perbill,
	) -> Result<bool, DispatchError> {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::judge_offence(),
			DispatchClass::Mandatory,
		);
		let reason = SlashReason::Equivocation;
		let mut provider = Self::provider_record(who)?;
		let penalty = CurrentSettings::<T>::get().penalties.of(reason);
		let fraction = fraction.max(penalty.fraction);
		let (now, window) = (Self::chain_time(), T::ReportWindow::get());
		let missing = provider.judged.judge(session, fraction, now, window);
		if missing.is_some() && !penalty.jail && !provider.jailed {
			// It goes on as one does that returns at once.
			provider.unjail(T::CurrentSession::get());
		}
		match missing {
			Some(_) => Self::queue_slash(who.clone(), provider, reason, missing, None)?,
			None => Providers::<T>::insert(who, provider),
		}
		Ok(missing.is_some())
	}

	/// Puts a slash of a provider into the queue.
	fn queue_slash(
		who: T::AccountId,
		mut provider: Provider<T::AccountId>,
		reason: SlashReason,
		fraction: Option<Perbill>,
		reporter: Option<T::AccountId>,
	) -> DispatchResult {
		let settings = CurrentSettings::<T>::get();
		let penalty = settings.penalties.of(reason);
		let fraction = fraction.unwrap_or(penalty.fraction);
		let (now, delay) = (T::Time::now(), settings.slash_delay.get());
		let mut queue = Slashes::<T>::get();
		let due = queue.time(now, T::MaxElapsed::get()).saturating_add(delay);
		let key = queue.push(due).ok_or(ArithmeticError::Overflow)?;
		let jails_until = match penalty.jail {
			true => now.saturating_add(settings.jail_period.get()),
			false => 0,
		};
		provider.pending = provider.pending.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		if penalty.jail {
			Self::jail(&who, &mut provider, jails_until)?;
		}

		Slashes::<T>::put(queue);
		SlashOrder::<T>::insert(key, ());
		let (id, provider_id) = (key.id(), who.clone());
		let slash =
			PendingSlash { provider: provider_id, reason, fraction, reporter, due, jails_until };
		PendingSlashes::<T>::insert(id, slash);
		Self::store_provider(&who, provider)?;
		let due = now.saturating_add(delay);
		Self::deposit_event(Event::SlashReported { id, provider: who, reason, fraction, due });
		Ok(())
	}

	/// Takes a slash out of the queue.
	fn unqueue_slash(key: SlashKey) -> Option<PendingSlash<T::AccountId>> {
		SlashOrder::<T>::remove(key);
		Slashes::<T>::mutate(|queue| {
			queue.remove(key, || SlashOrder::<T>::iter().next().map(|(first, ())| first));
		});
		PendingSlashes::<T>::take(key.id())
	}

	pub(crate) fn do_cancel_slash(id: SlashId) -> DispatchResult {
		let due = PendingSlashes::<T>::get(id).ok_or(Error::<T>::UnknownSlash)?.due;
		let slash = Self::unqueue_slash(SlashKey::new(due, id)).ok_or(Error::<T>::UnknownSlash)?;
		let mut provider = Self::provider_record(&slash.provider)?;
		provider.end_slash(0);

		Providers::<T>::insert(&slash.provider, provider);
		Self::deposit_event(Event::SlashCancelled { id, provider: slash.provider });
		Ok(())
	}

	/// The clock, less the time in which the chain stood still.
	pub(crate) fn chain_time() -> Moment {
		Slashes::<T>::get().time(T::Time::now(), T::MaxElapsed::get())
	}

	/// Lets chain time go on to the clock's `now`, and applies the slash that is due first, if it is
	/// by then: one in a block.
	pub(crate) fn tick_slashes(now: Moment) -> Weight {
		let time = Slashes::<T>::mutate(|queue| {
			queue.tick(now, T::MaxElapsed::get());
			queue.time(now, T::MaxElapsed::get())
		});
		Self::apply_next_slash(time)
	}

	/// Applies the slash that is due first, if it is at `time` of the chain.
	pub(crate) fn apply_next_slash(time: Moment) -> Weight {
		match Slashes::<T>::get().first().filter(|first| first.due() <= time) {
			None => T::WeightInfo::slash_queue_idle(),
			Some(first) => {
				match Self::unqueue_slash(first) {
					Some(slash) => Self::apply_or_drop(first.id(), slash),
					None => {
						defensive!("a slash that is not there is in the queue");
					}
				}
				T::WeightInfo::apply_slash()
			}
		}
	}

	/// Applies a slash. One that cannot be is dropped, or it would hold up the withdrawals of the
	/// provider for ever.
	fn apply_or_drop(id: SlashId, slash: PendingSlash<T::AccountId>) {
		let provider = slash.provider.clone();
		Providers::<T>::mutate(&provider, |record| {
			if let Some(record) = record {
				record.end_slash(slash.jails_until);
			}
		});
		let applied = with_storage_layer(|| Self::apply_slash(id, &slash));
		Self::deposit_event(match applied {
			Ok(Losses { own, unclaimed, unvested, delegated }) => {
				Event::Slashed { id, provider, own, unclaimed, unvested, delegated }
			}
			Err(error) => Event::SlashFailed { id, provider, error },
		});
	}
}

// What a slash takes.
impl<T: Config> Pallet<T> {
	/// Takes the fraction of all that the provider answers with, and of what is delegated to it.
	fn apply_slash(
		id: SlashId,
		slash: &PendingSlash<T::AccountId>,
	) -> Result<Losses, DispatchError> {
		let PendingSlash { provider, fraction, reporter, .. } = slash;
		let delegated = Self::slash_delegated(provider, *fraction)?;
		let (own, unclaimed) = Self::slash_ledger(provider, *fraction)?;
		let unvested = fraction.mul_ceil(T::Vesting::unvested(provider));

		let mut taken = Self::take_held(HoldReason::Stake, provider, own);
		let own = taken.peek();
		taken.subsume(Self::take_from_pot(unclaimed)?);
		let rewards = T::Vesting::slash_unvested(provider, unvested);
		let unvested = rewards.peek();
		taken.subsume(rewards);
		if let Some(reporter) = reporter {
			taken = Self::reward_reporter(id, reporter, taken);
		}
		T::OnSlash::on_unbalanced(taken);
		Self::jail_if_short(provider)?;
		Ok(Losses { own, unclaimed, unvested, delegated })
	}

	/// Takes a part of every position out of the ledger, and of the rewards that were earned as a
	/// provider and not claimed; each rounded up. How many planck of either.
	fn slash_ledger(
		who: &T::AccountId,
		fraction: Perbill,
	) -> Result<(Balance, Balance), DispatchError> {
		let mut visit = Visit::<T>::begin(who.clone())?;
		let mut total: Balance = 0;
		for was in visit.ledger.positions().to_vec() {
			let loss = fraction.mul_ceil(was.amount);
			let amount = was.amount.checked_sub(loss).ok_or(ArithmeticError::Underflow)?;
			match amount {
				0 => visit.take(was.id).map(drop)?,
				_ => visit.replace(Position { amount, ..was })?,
			}
			total = total.checked_add(loss).ok_or(ArithmeticError::Overflow)?;
		}
		visit.collect_income()?;
		let unclaimed = visit.ledger.slash_rewards(fraction);
		visit.state.pay(unclaimed)?;
		visit.end();
		Ok((total, unclaimed))
	}

	/// Pays the reporter its part, rounded down, of what the provider lost. The rest.
	fn reward_reporter(
		id: SlashId,
		reporter: &T::AccountId,
		mut taken: CreditOf<T>,
	) -> CreditOf<T> {
		let amount = CurrentSettings::<T>::get().reporter_share.mul_floor(taken.peek());
		if amount == 0 {
			return taken;
		}
		match Self::pay_reporter(reporter, taken.extract(amount)) {
			Ok(()) => {
				let reporter = reporter.clone();
				Self::deposit_event(Event::ReporterRewarded { id, reporter, amount });
			}
			// Too little for an account that does not exist.
			Err(refused) => taken.subsume(refused),
		}
		taken
	}

	/// Lowers what the shares of all delegators are worth, those on their way out included.
	pub(crate) fn slash_delegated(
		who: &T::AccountId,
		fraction: Perbill,
	) -> Result<Balance, DispatchError> {
		let mut pool = Self::settled_pool(who, Rewards::<T>::get().index())?;
		let (part, whole) = (fraction.deconstruct().into(), Perbill::ACCURACY.into());
		let (bonded, lost) =
			pool.bonded.lose(part, whole).ok_or(ArithmeticError::DivisionByZero)?;
		let (unbonding, lost_too) =
			pool.unbonding.lose(part, whole).ok_or(ArithmeticError::DivisionByZero)?;
		pool.bonded = bonded;
		pool.unbonding = unbonding;
		Self::start_anew(who, &mut pool)?;
		Pools::<T>::insert(who, pool);
		let weight = delegated_weight(lost)?;
		Rewards::<T>::try_mutate(|state| state.remove_weight(weight))?;
		Ok(lost.checked_add(lost_too).ok_or(ArithmeticError::Overflow)?)
	}

	/// Bars a provider whose stake does not suffice any more, until it has made up for that.
	fn jail_if_short(who: &T::AccountId) -> DispatchResult {
		let mut provider = Self::provider_record(who)?;
		let needed = CurrentSettings::<T>::get().min_stakes.sum(&provider.profile.roles);
		if provider.is_active() && Self::own_stake_of(who) < needed {
			Self::jail(who, &mut provider, T::Time::now())?;
			Self::store_provider(who, provider)?;
		}
		Ok(())
	}

	/// Bars a provider from serving.
	fn jail(
		who: &T::AccountId,
		provider: &mut Provider<T::AccountId>,
		until: Moment,
	) -> DispatchResult {
		let was = provider.is_candidate();
		if provider.jail() {
			Self::update_candidacy(who, was, false)?;
			Self::deposit_event(Event::ProviderJailed { provider: who.clone(), until });
		}
		Ok(())
	}
}

impl<T: Config> Slasher<AccountIdOf<T>> for Pallet<T> {
	fn slash(
		who: &T::AccountId,
		reason: SlashReason,
		fraction: Option<Perbill>,
		reporter: Option<T::AccountId>,
	) -> DispatchResult {
		Self::do_report_slash(who.clone(), reason, fraction, reporter)
	}
}
