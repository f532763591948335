// SPDX-License-Identifier: Apache-2.0

//! Reporters.

use super::{one_of, Kind, Scene};
use crate::{
	configs::economy::metrics, constants::currency::DSYNC, tests::chain::now, AccountId, KpiOracle,
	Runtime, RuntimeCall,
};
use destra_primitives::{report_commitment, CommitmentSalt, MetricId};
use pallet_kpi_oracle::{types::ReportValues, Commitments, Reporters, Unbondings};

type Call = pallet_kpi_oracle::Call<Runtime>;

pub const KINDS: [Kind; 6] = [
	Kind::new("commit", 40, reporter, commit),
	Kind::new("report", 40, reporter, report),
	Kind::new("bond", 10, reporter, bond),
	Kind::new("stop reporting", 1, reporter, leave),
	Kind::for_anybody("withdraw a bond", 4, withdraw_bond),
	Kind::for_anybody("claim a reporter's reward", 4, claim_reward),
];

fn reporter(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, Reporters::<Runtime>::iter_keys())
}

/// What a reporter has committed to.
pub struct Secret {
	round: u32,
	figures: ReportValues,
	salt: CommitmentSalt,
}

fn is_active(who: &AccountId) -> bool {
	Reporters::<Runtime>::get(who).is_some_and(|reporter| reporter.is_active())
}

/// In the first half of a round.
fn commit(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let round = KpiOracle::round();
	let early = now() < round.reports_from && !Commitments::<Runtime>::contains_key(by);
	if !early || !is_active(by) {
		return None;
	}
	let (round, figures) = (round.round, figures(scene, round.round));
	let mut salt = CommitmentSalt::default();
	salt.fill_with(|| scene.dice.below(256) as u8);
	let commitment = report_commitment(by, round, &figures, &salt);
	scene.secrets.insert(by.clone(), Secret { round, figures: figures.try_into().ok()?, salt });
	Some(Call::commit { round, commitment }.into())
}

/// In the second half.
fn report(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let round = KpiOracle::round();
	if now() < round.reports_from || !Commitments::<Runtime>::contains_key(by) {
		return None;
	}
	let Secret { round, figures: values, salt } =
		scene.secrets.remove(by).filter(|secret| secret.round == round.round)?;
	is_active(by).then(|| Call::report { round, values, salt }.into())
}

/// What the network did in a round, as most see it.
fn figures(scene: &mut Scene, round: u32) -> Vec<(MetricId, u64)> {
	let wave = u64::from(round % 16);
	let mut figures = vec![
		(metrics::PROVEN_STORAGE, 800 + 10 * wave),
		(metrics::GPU_HOURS, 200 + 3 * wave),
		(metrics::AVAILABILITY, 9_900 + wave),
	];
	if scene.dice.chance(10) {
		figures[0].1 *= scene.dice.between(2, 9);
	}
	if scene.dice.chance(5) {
		figures.remove(scene.dice.below(3) as usize);
	}
	figures
}

fn bond(_: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let reporter = Reporters::<Runtime>::get(by)?;
	(reporter.bond() < KpiOracle::settings().bond.get()).then(|| Call::bond {}.into())
}

fn leave(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let free = !Commitments::<Runtime>::contains_key(by) && *by != scene.cast.first_reporter();
	(free && Reporters::<Runtime>::contains_key(by)).then(|| Call::leave {}.into())
}

fn withdraw_bond(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let ripe = Unbondings::<Runtime>::iter().filter(|(_, bond)| bond.until() <= now());
	let (who, _) = one_of(scene, ripe)?;
	Some(Call::withdraw_bond { who }.into())
}

fn claim_reward(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let owed = pallet_kpi_oracle::Rewards::<Runtime>::iter();
	let who = one_of(scene, owed.filter(|(_, owed)| *owed > DSYNC).map(|(who, _)| who))?;
	Some(Call::claim_reward { who }.into())
}
