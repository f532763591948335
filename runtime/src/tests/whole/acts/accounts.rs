// SPDX-License-Identifier: Apache-2.0

//! Acts for other accounts: proxies of every type, multisigs, derived accounts, batches. What they wrap is any
//! ordinary act that makes sense for the account it is done for.

use super::{anybody, one_of, Kind, Scene};
use crate::{
	configs::accounts::ProxyType, tests::whole::cast::Cast, AccountId, Proxy, Runtime, RuntimeCall,
};
use codec::{DecodeAll, Encode};
use frame_support::{dispatch::GetDispatchInfo, traits::InstanceFilter};
use pallet_multisig::{Multisigs, Timepoint};
use pallet_proxy::{Proxies, ProxyDefinition};
use sp_core::H256;

type Utility = pallet_utility::Call<Runtime>;
type Joint = pallet_multisig::Call<Runtime>;
type ProxyCall = pallet_proxy::Call<Runtime>;

pub const KINDS: [Kind; 17] = [
	Kind::new("batch", 6, anybody, batch),
	Kind::new("batch all", 6, anybody, batch_all),
	Kind::new("force a batch", 4, anybody, force_batch),
	Kind::new("act as a derived account", 6, anybody, as_derivative),
	Kind::new("act for a multisig of one", 8, member_of_one, as_multi_of_one),
	Kind::new("begin for a multisig", 8, member_of_two, begin_multi),
	Kind::new("complete for a multisig", 20, member_of_two, complete_multi),
	Kind::new("cancel for a multisig", 2, member_of_two, cancel_multi),
	Kind::new("add a proxy", 8, anybody, add_proxy),
	Kind::new("remove a proxy", 3, principal, remove_proxy),
	Kind::new("act as a proxy", 16, delegate, act_as_proxy),
	Kind::new("announce as a proxy", 6, delegate, announce),
	Kind::for_anybody("act as announced", 10, act_as_announced),
	Kind::new("reject what was announced", 3, principal, reject),
	Kind::new("create a pure account", 2, anybody, create_pure),
	Kind::new("kill a pure account", 1, spawner, kill_pure),
	Kind::new("act for a multisig through a proxy", 4, delegate, joint_through_proxy),
];

/// How many proxies somebody has at most.
const MOST_PROXIES: usize = 6;

/// A call that a proxy has announced.
pub struct Announced {
	real: AccountId,
	delegate: AccountId,
	call: RuntimeCall,
}

fn several(scene: &mut Scene, by: &AccountId) -> Option<Vec<RuntimeCall>> {
	let calls: Vec<_> = (0..3).filter_map(|_| scene.ordinary_call(by)).collect();
	(calls.len() > 1).then_some(calls)
}

fn batch(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Some(Utility::batch { calls: several(scene, by)? }.into())
}

fn batch_all(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Some(Utility::batch_all { calls: several(scene, by)? }.into())
}

fn force_batch(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	Some(Utility::force_batch { calls: several(scene, by)? }.into())
}

/// Also fills the derived account, while there is too little on it.
fn as_derivative(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let derived = pallet_utility::derivative_account_id(by.clone(), 7);
	match scene.ordinary_call(&derived) {
		Some(call) => Some(Utility::as_derivative { index: 7, call: call.into() }.into()),
		None => fill(scene, by, &derived),
	}
}

/// A transfer to an account that somebody acts for.
fn fill(scene: &mut Scene, by: &AccountId, account: &AccountId) -> Option<RuntimeCall> {
	let least = 1_000 * crate::constants::currency::DSYNC;
	let value = scene.spare(by, least, 2 * least)?;
	let dest = account.clone().into();
	Some(pallet_balances::Call::<Runtime>::transfer_keep_alive { dest, value }.into())
}

fn member(scene: &mut Scene, threshold: u16) -> Option<AccountId> {
	let joints = scene.cast.joints.iter().filter(|joint| joint.threshold == threshold);
	let members: Vec<_> = joints.flat_map(|joint| joint.members.clone()).collect();
	scene.dice.pick(&members).cloned()
}

fn member_of_one(scene: &mut Scene) -> Option<AccountId> {
	member(scene, 1)
}

fn member_of_two(scene: &mut Scene) -> Option<AccountId> {
	member(scene, 2)
}

/// The multisig that `by` belongs to, and the others in it.
fn joint_of(scene: &Scene, by: &AccountId) -> Option<(AccountId, Vec<AccountId>)> {
	let joint = scene.cast.joints.iter().find(|joint| joint.members.contains(by))?;
	let others = joint.members.iter().filter(|member| *member != by).cloned().collect();
	Some((joint.account.clone(), others))
}

fn as_multi_of_one(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (account, other_signatories) = joint_of(scene, by)?;
	let call = match scene.ordinary_call(&account) {
		Some(call) => call.into(),
		None => return fill(scene, by, &account),
	};
	Some(Joint::as_multi_threshold_1 { other_signatories, call }.into())
}

/// The first of two approvals: the call itself, or its hash.
fn begin_multi(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (account, others) = joint_of(scene, by)?;
	let Some(call) = scene.ordinary_call(&account) else {
		return fill(scene, by, &account);
	};
	let hash = sp_io::hashing::blake2_256(&call.encode());
	if Multisigs::<Runtime>::contains_key(&account, hash) {
		return None;
	}
	let first = match scene.dice.chance(50) {
		true => as_multi(others, None, call.clone()),
		false => Joint::approve_as_multi {
			threshold: 2,
			other_signatories: others,
			maybe_timepoint: None,
			call_hash: hash,
			max_weight: call.get_dispatch_info().call_weight,
		}
		.into(),
	};
	scene.joint_calls.insert(hash, call);
	Some(first)
}

fn as_multi(
	other_signatories: Vec<AccountId>,
	maybe_timepoint: Option<Timepoint<u32>>,
	call: RuntimeCall,
) -> RuntimeCall {
	let max_weight = call.get_dispatch_info().call_weight;
	let call = call.into();
	Joint::as_multi { threshold: 2, other_signatories, maybe_timepoint, call, max_weight }.into()
}

/// The second approval of what somebody else has begun.
fn complete_multi(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (account, others) = joint_of(scene, by)?;
	let open = Multisigs::<Runtime>::iter_prefix(&account).filter(|(_, one)| one.depositor != *by);
	let (hash, operation) = one_of(scene, open)?;
	let call = scene.joint_calls.remove(&hash)?;
	Some(as_multi(others, Some(operation.when), call))
}

fn cancel_multi(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (account, other_signatories) = joint_of(scene, by)?;
	let mine = Multisigs::<Runtime>::iter_prefix(&account).filter(|(_, one)| one.depositor == *by);
	let (call_hash, operation) = one_of(scene, mine)?;
	Some(withdrawal(other_signatories, operation.when, call_hash))
}

/// Takes back what was begun for a multisig of two.
fn withdrawal(
	other_signatories: Vec<AccountId>,
	timepoint: Timepoint<u32>,
	call_hash: [u8; 32],
) -> RuntimeCall {
	Joint::cancel_as_multi { threshold: 2, other_signatories, timepoint, call_hash }.into()
}

type Definition = ProxyDefinition<AccountId, ProxyType, u32>;

/// Proxies of those who play: for whom, and the definition.
fn proxies() -> Vec<(AccountId, Definition)> {
	Proxies::<Runtime>::iter()
		.flat_map(|(real, (proxies, _deposit))| {
			proxies.into_iter().map(move |proxy| (real.clone(), proxy))
		})
		.collect()
}

fn delegate(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, proxies().into_iter().map(|(_, proxy)| proxy.delegate))
}

fn principal(scene: &mut Scene) -> Option<AccountId> {
	one_of(scene, Proxies::<Runtime>::iter_keys())
}

/// Somebody that `by` is a proxy of.
fn mandate(scene: &mut Scene, by: &AccountId, delayed: bool) -> Option<(AccountId, Definition)> {
	let mine = proxies()
		.into_iter()
		.filter(|(_, proxy)| proxy.delegate == *by && (proxy.delay > 0) == delayed);
	one_of(scene, mine)
}

fn add_proxy(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	if Proxies::<Runtime>::get(by).0.len() >= MOST_PROXIES {
		return None;
	}
	let types =
		[ProxyType::Any, ProxyType::NonTransfer, ProxyType::CancelProxy, ProxyType::Staking];
	let proxy_type = *scene.dice.pick(&types)?;
	let delegate = scene.other(by)?.into();
	let delay = u32::from(scene.dice.chance(30));
	Some(ProxyCall::add_proxy { delegate, proxy_type, delay }.into())
}

fn remove_proxy(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let proxy = one_of(scene, Proxies::<Runtime>::get(by).0.into_iter())?;
	let ProxyDefinition { delegate, proxy_type, delay } = proxy;
	Some(ProxyCall::remove_proxy { delegate: delegate.into(), proxy_type, delay }.into())
}

/// A call for `real` that a proxy of the type may make.
fn permitted_call(scene: &mut Scene, real: &AccountId, of: ProxyType) -> Option<RuntimeCall> {
	if of == ProxyType::CancelProxy {
		let announced = take_announced(scene, |one| one.real == *real)?;
		let (delegate, call_hash) = (announced.delegate.into(), hash_of(&announced.call));
		return Some(ProxyCall::reject_announcement { delegate, call_hash }.into());
	}
	(0..8).find_map(|_| scene.ordinary_call(real).filter(|call| of.filter(call)))
}

fn act_as_proxy(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (real, proxy) = mandate(scene, by, false)?;
	let call = permitted_call(scene, &real, proxy.proxy_type)?.into();
	let force_proxy_type = Some(proxy.proxy_type).filter(|_| scene.dice.chance(50));
	Some(ProxyCall::proxy { real: real.into(), force_proxy_type, call }.into())
}

fn announce(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (real, proxy) = mandate(scene, by, true)?;
	if Proxy::announcements(by.clone()).0.len() > 8 {
		return None;
	}
	let call = permitted_call(scene, &real, proxy.proxy_type)?;
	let call_hash = hash_of(&call);
	let delegate = by.clone();
	scene.announced.push(Announced { real: real.clone(), delegate, call });
	Some(ProxyCall::announce { real: real.into(), call_hash }.into())
}

fn hash_of(call: &RuntimeCall) -> H256 {
	sp_io::hashing::blake2_256(&Box::new(call.clone()).encode()).into()
}

/// What a proxy has announced: for whom, and the hashes of the calls.
pub fn announcements(delegate: &AccountId) -> Vec<(AccountId, H256)> {
	// The pallet shows nobody its fields.
	let fields = Proxy::announcements(delegate.clone()).0.encode();
	let all = Vec::<(AccountId, H256, u32)>::decode_all(&mut &fields[..]);
	let all = all.expect("account, hash and height");
	all.into_iter().map(|(real, call_hash, _height)| (real, call_hash)).collect()
}

/// Takes one of what was announced, and forgets the oldest where there is too much.
fn take_announced(scene: &mut Scene, is: impl Fn(&Announced) -> bool) -> Option<Announced> {
	let excess = scene.announced.len().saturating_sub(64);
	scene.announced.drain(..excess);
	let waits = |one: &Announced| {
		announcements(&one.delegate).contains(&(one.real.clone(), hash_of(&one.call)))
	};
	let at = scene.announced.iter().position(|one| waits(one) && is(one))?;
	Some(scene.announced.remove(at))
}

fn act_as_announced(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let Announced { real, delegate, call } =
		take_announced(scene, |one| !Proxy::announcements(one.delegate.clone()).0.is_empty())?;
	let (delegate, real, call) = (delegate.into(), real.into(), call.into());
	Some(ProxyCall::proxy_announced { delegate, real, force_proxy_type: None, call }.into())
}

fn reject(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let announced = take_announced(scene, |one| one.real == *by)?;
	let (delegate, call_hash) = (announced.delegate.into(), hash_of(&announced.call));
	Some(ProxyCall::reject_announcement { delegate, call_hash }.into())
}

/// An account without a key, as the event of its creation names it.
pub struct Pure {
	account: AccountId,
	spawner: AccountId,
	height: u32,
	ext_index: u32,
}

/// Remembers an account without a key that an event tells of.
pub fn note_pure(scene: &mut Scene, event: &pallet_proxy::Event<Runtime>) {
	if let pallet_proxy::Event::PureCreated { pure, who, at, extrinsic_index, .. } = event {
		let (account, spawner) = (pure.clone(), who.clone());
		scene.pures.push(Pure { account, spawner, height: *at, ext_index: *extrinsic_index });
	}
}

fn create_pure(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let few = scene.pures.len() < 20;
	let proxy_type = ProxyType::Any;
	few.then(|| ProxyCall::create_pure { proxy_type, delay: 0, index: 0 }.into())
}

fn spawner(scene: &mut Scene) -> Option<AccountId> {
	// One whose end the pool has refused is still there.
	scene.pures.retain(Pure::is_there);
	scene.dice.pick(&scene.pures).map(|pure| pure.spawner.clone())
}

/// The end of an account without a key: only it can ask for that, through whoever created it.
fn kill_pure(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	scene.pures.iter().find(|pure| pure.spawner == *by && pure.is_there()).map(Pure::kill)
}

impl Pure {
	/// Whether it has not been ended.
	fn is_there(&self) -> bool {
		Proxies::<Runtime>::contains_key(&self.account)
	}

	/// The call of its spawner that ends it.
	fn kill(&self) -> RuntimeCall {
		let Self { account, spawner, height, ext_index } = self;
		let (spawner, real) = (spawner.clone().into(), account.clone().into());
		let (height, ext_index, proxy_type) = (*height, *ext_index, ProxyType::Any);
		let call = ProxyCall::kill_pure { spawner, proxy_type, index: 0, height, ext_index };
		ProxyCall::proxy { real, force_proxy_type: None, call: Box::new(call.into()) }.into()
	}
}

/// A proxy of a member acts for the multisig of one: which types let it through is for the filter to say.
fn joint_through_proxy(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let (real, proxy) = mandate(scene, by, false)?;
	let call = as_multi_of_one(scene, &real).filter(|call| proxy.proxy_type.filter(call))?;
	let (real, call) = (real.into(), call.into());
	Some(ProxyCall::proxy { real, force_proxy_type: None, call }.into())
}

/// The ends of all accounts without a key that are left, each by whoever created it.
pub fn pure_exits(scene: &Scene) -> Vec<(AccountId, RuntimeCall)> {
	let left = scene.pures.iter().filter(|pure| pure.is_there());
	left.map(|pure| (pure.spawner.clone(), pure.kill())).collect()
}

/// The withdrawals of all calls of multisigs that wait for approval, each by whoever began.
pub fn joint_exits(cast: &Cast) -> Vec<(AccountId, RuntimeCall)> {
	let open = Multisigs::<Runtime>::iter().filter_map(|(account, hash, operation)| {
		let joint = cast.joints.iter().find(|joint| joint.account == account)?;
		let by = operation.depositor;
		let others = joint.members.iter().filter(|member| **member != by).cloned().collect();
		Some((by, withdrawal(others, operation.when, hash)))
	});
	open.collect()
}
