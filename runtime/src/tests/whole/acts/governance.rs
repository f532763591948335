// SPDX-License-Identifier: Apache-2.0

//! What sudo does: parameters, grants, slashes, rulings, halts.

use super::{one_of, sudo, Kind, Scene};
use crate::{
	constants::currency::DSYNC,
	genesis::categories::{INVESTORS, TEAM, TREASURY},
	tests::chain::{now, schedule_of},
	AccountId, Allocation, Balances, Emission, KpiOracle, Runtime, RuntimeCall, ServicePayments,
	StakingLocks,
};
use destra_primitives::{
	apis::EmissionPhase,
	time::{hours, minutes, years, Moment},
	BoundedU64, MetricId, Schedule, SlashReason, Span,
};
use pallet_allocation::{Grants, Notice, Succession, Successors};
use pallet_emission::{Budget, Parameter};
use pallet_kpi_oracle::{Reporters, Unbondings};
use pallet_service_payments::{Disputes, Verdict};
use pallet_staking_locks::{PendingSlashes, Providers};
use sp_runtime::{Perbill, Perquintill};

pub const KINDS: [Kind; 25] = [
	Kind::new("grant", 10, sudo, grant),
	Kind::new("spend", 4, sudo, spend),
	Kind::new("revoke", 3, sudo, revoke),
	Kind::new("move holdings", 1, sudo, move_holdings),
	Kind::new("veto a succession", 1, sudo, veto_succession),
	Kind::new("set the notice of successions", 1, sudo, set_notice),
	Kind::new("pause a category", 1, sudo, pause_category),
	Kind::new("resume a category", 4, sudo, resume_category),
	Kind::new("report a slash", 3, sudo, report_slash),
	Kind::new("cancel a slash", 1, sudo, cancel_slash),
	Kind::new("set the settings of staking", 1, sudo, set_staking),
	Kind::new("admit a reporter", 4, sudo, admit),
	Kind::new("remove a reporter", 1, sudo, remove_reporter),
	Kind::new("slash a reporter", 2, sudo, slash_reporter),
	Kind::new("halt a metric", 1, sudo, halt),
	Kind::new("resume a metric", 4, sudo, resume_metric),
	Kind::new("set the settings of the oracle", 1, sudo, set_oracle),
	Kind::new("redefine a metric", 1, sudo, update_metric),
	Kind::new("rule", 6, sudo, rule),
	Kind::new("set the settings of a class", 1, sudo, set_class),
	Kind::new("announce a change of the emission", 2, sudo, schedule_change),
	Kind::new("cancel a change of the emission", 1, sudo, cancel_change),
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

/// Such that blocks come before a window, in it, and after it.
fn set_notice(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let notice = Notice::try_new(minutes(scene.dice.between(5, 60))).ok()?;
	Some(by_root(Grant::set_succession_notice { notice: notice.into() }))
}

fn pause_category(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let category = *scene.dice.pick(&[TEAM, INVESTORS])?;
	Some(by_root(Grant::pause_category { category }))
}

fn resume_category(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let category = Allocation::categories().into_iter().find(|one| one.paused)?.category;
	Some(by_root(Grant::resume_category { category }))
}

type Staking = pallet_staking_locks::Call<Runtime>;

fn report_slash(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let provider = one_of(scene, Providers::<Runtime>::iter_keys())?;
	let reason = *scene.dice.pick(&SlashReason::ALL)?;
	let reporter = scene.other(&provider).filter(|_| scene.dice.chance(50));
	Some(by_root(Staking::report_slash { provider, reason, reporter }))
}

fn cancel_slash(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let id = one_of(scene, PendingSlashes::<Runtime>::iter_keys())?;
	Some(by_root(Staking::cancel_slash { id }))
}

fn set_staking(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let mut settings = StakingLocks::settings();
	settings.reporter_share = Perbill::from_percent(scene.dice.below(20) as u32);
	settings.author_share = Perbill::from_percent(scene.dice.between(20, 40) as u32);
	Some(by_root(Staking::set_settings { settings: settings.into() }))
}

type Oracle = pallet_kpi_oracle::Call<Runtime>;

fn admit(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let few = Reporters::<Runtime>::iter_keys().count() < 7;
	let who = scene.search(|who| !Reporters::<Runtime>::contains_key(who))?;
	few.then(|| by_root(Oracle::admit_reporter { who }))
}

fn remove_reporter(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let many = Reporters::<Runtime>::iter_keys().count() > 4;
	let who = one_of(scene, Reporters::<Runtime>::iter_keys())?;
	(many && who != scene.cast.first_reporter()).then(|| by_root(Oracle::remove_reporter { who }))
}

fn slash_reporter(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let bonded = Reporters::<Runtime>::iter().filter(|(_, reporter)| reporter.bond() > 0);
	let all: Vec<_> =
		bonded.map(|(who, _)| who).chain(Unbondings::<Runtime>::iter_keys()).collect();
	let who = one_of(scene, all.into_iter())?;
	let part = Perbill::from_percent(scene.dice.between(1, 20) as u32);
	Some(by_root(Oracle::slash_reporter { who, part: part.into() }))
}

fn metric(scene: &mut Scene) -> Option<MetricId> {
	(!scene.dice.chance(20)).then(|| MetricId(scene.dice.below(4) as _))
}

fn halt(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(by_root(Oracle::halt { metric: metric(scene) }))
}

fn resume_metric(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	Some(by_root(Oracle::resume { metric: metric(scene) }))
}

fn set_oracle(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let mut settings = KpiOracle::settings();
	settings.strike_limit = BoundedU64::try_new(scene.dice.between(2, 6)).ok()?;
	settings.strike_slash = Perbill::from_percent(scene.dice.between(5, 15) as u32);
	Some(by_root(Oracle::set_settings { settings: settings.into() }))
}

fn update_metric(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let metric = one_of(scene, KpiOracle::definitions().into_iter())?;
	Some(by_root(Oracle::update_metric { metric: metric.into() }))
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

fn set_class(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let (class, mut settings) = one_of(scene, ServicePayments::classes().into_iter())?;
	settings.burn = Perquintill::from_percent(scene.dice.between(10, 30));
	settings.treasury = Perquintill::from_percent(scene.dice.below(20));
	Some(by_root(Payments::set_class { class, settings: settings.into() }))
}

type EmissionCall = pallet_emission::Call<Runtime>;

fn schedule_change(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let new = match scene.dice.below(3) {
		0 => {
			let half_life = BoundedU64::try_new(years(scene.dice.between(5, 7))).ok()?;
			Parameter::FixedHalfLife(half_life)
		}
		1 => Parameter::AnnualCap(
			BoundedU64::try_new(scene.dice.between(8, 10) * 10_000_000_000_000_000).ok()?,
		),
		_ => {
			let (base, shift) = (Budget::default(), Perquintill::from_percent(scene.dice.below(4)));
			let (provider_work, treasury) = (base.provider_work - shift, base.treasury + shift);
			Parameter::Budget(Budget { provider_work, treasury, ..base })
		}
	};
	Some(by_root(EmissionCall::schedule_change { new: new.into() }))
}

fn cancel_change(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let id = one_of(scene, Emission::pending_changes().into_iter())?.id;
	Some(by_root(EmissionCall::cancel_change { id }))
}

fn pause(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	(Emission::phase() == EmissionPhase::Running).then(|| by_root(EmissionCall::pause {}))
}

fn resume(_: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	(Emission::phase() == EmissionPhase::Paused).then(|| by_root(EmissionCall::resume {}))
}

fn force_transfer(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let from = scene.search(|who| Balances::usable_balance(who) > 50_000 * DSYNC)?;
	let (source, dest) = (from.into(), scene.payee()?.into());
	let value = scene.dice.planck(DSYNC, 100 * DSYNC);
	Some(by_root(pallet_balances::Call::<Runtime>::force_transfer { source, dest, value }))
}
