// SPDX-License-Identifier: Apache-2.0

//! What sudo does: parameters, grants, slashes, rulings, halts.

use super::{one_of, sudo, Kind, Scene};
use crate::{
	configs::parameters::Parameter,
	constants::currency::DSYNC,
	genesis::categories::{INVESTORS, TEAM, TREASURY},
	tests::chain::{now, schedule_of},
	AccountId, Allocation, Balances, ParameterChanges, Runtime, RuntimeCall,
};
use destra_primitives::{
	apis::EmissionPhase,
	time::{hours, minutes, years, Moment},
	BoundedU64, LinearU64, MetricId, Schedule, ServiceClass, SlashReason, Span, Unchecked,
};
use frame_support::BoundedVec;
use pallet_allocation::{Grants, Notice, Succession, Successors};
use pallet_emission::{Budget, Parameter as Emission};
use pallet_kpi_oracle::{types::Setting, Parameter as Oracle, Reporters, Unbondings};
use pallet_service_payments::{ClassParameter, ClassSetting, Disputes, Verdict};
use pallet_staking_locks::{types::Parameter as Staking, PendingSlashes, Providers};
use sp_runtime::{Perbill, Perquintill};

pub const KINDS: [Kind; 20] = [
	Kind::new("grant", 10, sudo, grant),
	Kind::new("spend", 4, sudo, spend),
	Kind::new("revoke", 3, sudo, revoke),
	Kind::new("move holdings", 1, sudo, move_holdings),
	Kind::new("veto a succession", 1, sudo, veto_succession),
	Kind::new("pause a category", 1, sudo, pause_category),
	Kind::new("resume a category", 4, sudo, resume_category),
	Kind::new("report a slash", 3, sudo, report_slash),
	Kind::new("cancel a slash", 1, sudo, cancel_slash),
	Kind::new("admit a reporter", 4, sudo, admit),
	Kind::new("remove a reporter", 1, sudo, remove_reporter),
	Kind::new("slash a reporter", 2, sudo, slash_reporter),
	Kind::new("halt a metric", 1, sudo, halt),
	Kind::new("resume a metric", 4, sudo, resume_metric),
	Kind::new("rule", 6, sudo, rule),
	Kind::new("announce a change of parameters", 8, sudo, schedule_change),
	Kind::new("cancel a change of parameters", 1, sudo, cancel_change),
	Kind::new("pause the emission", 1, sudo, pause),
	Kind::new("resume the emission", 6, sudo, resume),
	Kind::new("transfer by force", 2, sudo, force_transfer),
];

/// `call`, dispatched by root.
pub fn by_root(call: impl Into<RuntimeCall>) -> RuntimeCall {
	pallet_sudo::Call::<Runtime>::sudo { call: Box::new(call.into()) }.into()
}

type Grant = pallet_allocation::Call<Runtime>;

/// The treasury's vests within the next hours. Of the others' as much has as may by now.
fn grant(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let category = *scene.dice.pick(&[TEAM, INVESTORS, TREASURY])?;
	let beneficiary = scene.search(|who| Grants::<Runtime>::get(who).len() < 5)?;
	// The same for a while, so that two of them can be merged.
	let start = |moment: Moment| moment / hours(3) * hours(3);
	let schedule = if category == TREASURY {
		Schedule {
			start: start(now()),
			upfront: Perquintill::from_percent(10),
			cliff: Span::Millis(0),
			lump: Perquintill::zero(),
			period: Span::Millis(minutes(1)),
			periods: 240,
		}
	} else {
		let schedule = schedule_of(category);
		Schedule { start: start(schedule.start), ..schedule }
	};
	let amount = scene.dice.planck(100 * DSYNC, 5_000 * DSYNC);
	Some(by_root(Grant::grant { category, beneficiary, amount, schedule: schedule.into() }))
}

/// To the poorest of those who should have enough.
fn spend(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let joint = scene.cast.joints.iter().map(|joint| &joint.account);
	let poorest = joint.chain(&scene.cast.rich).min_by_key(|who| Balances::usable_balance(*who));
	let beneficiary = poorest?.clone();
	let amount = scene.dice.planck(1_000 * DSYNC, 20_000 * DSYNC);
	Some(by_root(Grant::spend { category: TREASURY, beneficiary, amount }))
}

fn revoke(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let of_team = |who: &AccountId| {
		Allocation::grants(who.clone()).into_iter().find(|grant| grant.category == TEAM)
	};
	let beneficiary = scene.search(|who| of_team(who).is_some())?;
	Some(by_root(Grant::revoke { grant: of_team(&beneficiary)?.grant }))
}

fn move_holdings(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let from = scene.search(|who| Grants::<Runtime>::contains_key(who))?;
	let to = scene.search(|who| *who != from && Grants::<Runtime>::get(who).len() < 3)?;
	Some(by_root(Grant::move_holdings { from, to }))
}

fn veto_succession(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let announced = |(from, succession): (AccountId, Succession<AccountId>)| {
		succession.window(now()).map(|_| from)
	};
	let from = one_of(scene, Successors::<Runtime>::iter().filter_map(announced))?;
	Some(by_root(Grant::veto_succession { from }))
}

fn pause_category(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let category = *scene.dice.pick(&[TEAM, INVESTORS])?;
	Some(by_root(Grant::pause_category { category }))
}

fn resume_category(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let category = Allocation::categories().into_iter().find(|one| one.paused)?.category;
	Some(by_root(Grant::resume_category { category }))
}

type StakingCall = pallet_staking_locks::Call<Runtime>;

fn report_slash(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let provider = one_of(scene, Providers::<Runtime>::iter_keys())?;
	let reason = *scene.dice.pick(&SlashReason::ALL)?;
	let reporter = scene.other(&provider).filter(|_| scene.dice.chance(50));
	Some(by_root(StakingCall::report_slash { provider, reason, reporter }))
}

fn cancel_slash(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let id = one_of(scene, PendingSlashes::<Runtime>::iter_keys())?;
	Some(by_root(StakingCall::cancel_slash { id }))
}

type OracleCall = pallet_kpi_oracle::Call<Runtime>;

fn admit(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let few = Reporters::<Runtime>::iter_keys().count() < 7;
	let who = scene.search(|who| !Reporters::<Runtime>::contains_key(who))?;
	few.then(|| by_root(OracleCall::admit_reporter { who }))
}

fn remove_reporter(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let many = Reporters::<Runtime>::iter_keys().count() > 4;
	let who = one_of(scene, Reporters::<Runtime>::iter_keys())?;
	(many && who != scene.cast.first_reporter())
		.then(|| by_root(OracleCall::remove_reporter { who }))
}

fn slash_reporter(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let bonded = Reporters::<Runtime>::iter().filter(|(_, reporter)| reporter.bond() > 0);
	let all: Vec<_> =
		bonded.map(|(who, _)| who).chain(Unbondings::<Runtime>::iter_keys()).collect();
	let who = one_of(scene, all.into_iter())?;
	let part = Perbill::from_percent(scene.dice.between(1, 20) as u32);
	Some(by_root(OracleCall::slash_reporter { who, part: part.into() }))
}

fn metric(scene: &mut Scene) -> Option<MetricId> {
	(!scene.dice.chance(20)).then(|| MetricId(scene.dice.below(4) as _))
}

fn halt(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(by_root(OracleCall::halt { metric: metric(scene) }))
}

fn resume_metric(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(by_root(OracleCall::resume { metric: metric(scene) }))
}

type Payments = pallet_service_payments::Call<Runtime>;

fn rule(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let open = Disputes::<Runtime>::iter().filter(|(_, dispute)| now() < dispute.deadline);
	let (id, _) = one_of(scene, open)?;
	let slash = scene.dice.chance(50);
	let verdict = match scene.dice.chance(50) {
		true => Verdict::ForProvider,
		false => Verdict::ForCustomer { slash },
	};
	let granted = Perquintill::from_percent(scene.dice.below(101));
	Some(by_root(Payments::rule { id, granted: granted.into(), verdict }))
}

type Changes = pallet_parameter_changes::Call<Runtime>;

/// One value of any pallet, near the one in force. Many are a step too far, and some contradict each other.
fn value(scene: &mut Scene) -> Option<Parameter> {
	let dice = &mut scene.dice;
	Some(match dice.below(9) {
		0 => {
			let half_life = BoundedU64::try_new(years(dice.between(5, 7))).ok()?;
			Emission::FixedHalfLife(half_life).into()
		}
		1 => {
			let cap = dice.between(8, 10) * 10_000_000_000_000_000;
			Emission::AnnualCap(LinearU64::try_new(cap).ok()?).into()
		}
		2 => {
			let (base, shift) = (Budget::default(), Perquintill::from_percent(dice.below(4)));
			let (provider_work, treasury) = (base.provider_work - shift, base.treasury + shift);
			Emission::Budget(Budget { provider_work, treasury, ..base }).into()
		}
		// Such that blocks come before a window, in it, and after it.
		3 => {
			let notice = Notice::try_new(minutes(dice.between(5, 60))).ok()?;
			pallet_allocation::Parameter::SuccessionNotice(notice).into()
		}
		4 => Staking::ReporterShare(Perbill::from_percent(dice.below(20) as u32)).into(),
		5 => Staking::AuthorShare(Perbill::from_percent(dice.between(20, 40) as u32)).into(),
		6 => {
			let limit = BoundedU64::try_new(dice.between(2, 6)).ok()?;
			Oracle::Setting(Setting::StrikeLimit(limit)).into()
		}
		7 => {
			let slash = Perbill::from_percent(dice.between(5, 15) as u32);
			Oracle::Setting(Setting::StrikeSlash(slash)).into()
		}
		_ => {
			let class = *dice.pick(&ServiceClass::ALL)?;
			let setting = match dice.chance(50) {
				true => ClassSetting::Burn(Perquintill::from_percent(dice.between(10, 30))),
				false => ClassSetting::Treasury(Perquintill::from_percent(dice.below(20))),
			};
			pallet_service_payments::Parameter::Class(ClassParameter { class, setting }).into()
		}
	})
}

fn schedule_change(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let more = scene.dice.chance(20).then(|| value(scene)).flatten();
	let values = value(scene).into_iter().chain(more).map(Unchecked::from).collect();
	Some(by_root(Changes::schedule_change { values: BoundedVec::truncate_from(values) }))
}

fn cancel_change(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let id = one_of(scene, ParameterChanges::pending_changes().into_iter())?.id;
	Some(by_root(Changes::cancel_change { id }))
}

type EmissionCall = pallet_emission::Call<Runtime>;

fn pause(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	(crate::Emission::phase() == EmissionPhase::Running).then(|| by_root(EmissionCall::pause {}))
}

fn resume(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	(crate::Emission::phase() == EmissionPhase::Paused).then(|| by_root(EmissionCall::resume {}))
}

fn force_transfer(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let from = scene.search(|who| Balances::usable_balance(who) > 50_000 * DSYNC)?;
	let (source, dest) = (from.into(), scene.payee()?.into());
	let value = scene.dice.planck(DSYNC, 100 * DSYNC);
	Some(by_root(pallet_balances::Call::<Runtime>::force_transfer { source, dest, value }))
}
