// SPDX-License-Identifier: Apache-2.0

//! Equivocations with real proofs, signed by the real keys: who committed them, and who stands
//! behind those, loses exactly the fraction, once.

use super::{
	chain::account,
	parameters::set_staking,
	signed::sign,
	staking_chain::{
		authority_of, block, block_after, block_with, build, claim, enter, join, next_session,
		on_chain, session_slots, tier, validates, voter,
	},
};
use crate::{
	configs::key_owners::KeyOwners,
	constants::{currency::DSYNC, time::BLOCK_TIME},
	genesis::categories::TREASURY,
	AccountId, Allocation, Babe, Balance, Balances, BlockNumber, Emission, Executive, Grandpa,
	Hash, Header, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Session,
	SessionKeys, SessionLength, StakingLocks, System,
};
use codec::{Decode, Encode};
use destra_primitives::{
	time::{days, hours},
	BurnCause, ProviderInspect, ProviderStatus,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		KeyOwnerProofSystem,
	},
};
use pallet_staking_locks::{Event, HoldReason};
use sp_consensus_babe::{digests::CompatibleDigestItem, KEY_TYPE as BABE};
use sp_core::{crypto::KeyTypeId, proof_of_possession::ProofOfPossessionGenerator, Pair as _};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DigestItem, Perbill,
};
use sp_session::MembershipProof;

/// What each validator of the local network stakes at genesis.
const STAKE: Balance = 100_000 * DSYNC;

/// The time in which governance may cancel a slash there, and what of it a block counts for at most.
const DELAY: u64 = days(2);
const STEP: u64 = hours(1);

/// So much time, in blocks that come an hour after the other.
fn pass(span: u64) {
	(0..span / STEP).for_each(|_| block_after(STEP));
}

/// Proves that a validator of this session owns a key.
fn owns<Id: AsRef<[u8]>>(kind: KeyTypeId, key: Id) -> MembershipProof {
	KeyOwners::prove((kind, key)).expect("the key of a validator")
}

/// Two blocks of a validator for the slot of the present block, and its key.
fn two_blocks(offender: Sr25519Keyring) -> RuntimeCall {
	let slot = Babe::current_slot();
	let sealed = |state: u8| {
		let digest = claim(authority_of(offender), slot);
		let (number, parent) = (System::block_number(), System::parent_hash());
		let root = Hash::repeat_byte(state);
		let mut header = Header::new(number, Default::default(), root, parent, digest);
		let seal = offender.sign(header.hash().as_ref());
		header.digest_mut().push(DigestItem::babe_seal(seal.into()));
		header
	};
	let offender_id = sp_consensus_babe::AuthorityId::from(offender.public());
	let proof = sp_consensus_babe::EquivocationProof {
		offender: offender_id.clone(),
		slot,
		first_header: sealed(1),
		second_header: sealed(2),
	};
	assert!(sp_consensus_babe::check_equivocation_proof(proof.clone()), "as a client sees it");
	RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owns(sp_consensus_babe::KEY_TYPE, offender_id),
	})
}

/// Two votes of a validator in one round of the present set, and its key.
fn two_votes(offender: Sr25519Keyring, round: u64) -> RuntimeCall {
	use sp_consensus_grandpa::{
		localized_payload, AuthorityId, AuthoritySignature, Equivocation, EquivocationProof,
		Message, Prevote, KEY_TYPE,
	};
	let set = pallet_grandpa::CurrentSetId::<Runtime>::get();
	let voter = voter(offender);
	let vote = |block: u8| {
		let vote = Prevote::<Header>::new(Hash::repeat_byte(block), System::block_number());
		let message = Message::<Header>::Prevote(vote.clone());
		let signature = voter.sign(&localized_payload(round, set, &message));
		(vote, AuthoritySignature::from(signature))
	};
	let id = AuthorityId::from(voter.public());
	// As it comes over the wire.
	let votes = (round, id.clone(), vote(1), vote(2)).encode();
	let votes = Decode::decode(&mut &votes[..]).expect("two votes of one voter");
	let proof = EquivocationProof::<Hash, BlockNumber>::new(set, Equivocation::Prevote(votes));
	assert!(sp_consensus_grandpa::check_equivocation_proof(proof.clone()), "as a client sees it");
	RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owns(KEY_TYPE, id),
	})
}

/// The same report, as somebody signs and sends it.
fn to_sign(report: RuntimeCall) -> RuntimeCall {
	match report {
		RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof,
			key_owner_proof,
		}) => pallet_babe::Call::report_equivocation { equivocation_proof, key_owner_proof }.into(),
		RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation_unsigned {
			equivocation_proof,
			key_owner_proof,
		}) => {
			pallet_grandpa::Call::report_equivocation { equivocation_proof, key_owner_proof }.into()
		}
		_ => unreachable!("a report"),
	}
}

/// How many reports the chain keeps.
fn kept() -> usize {
	pallet_offences::Reports::<Runtime>::iter().count()
}

/// A block by Charlie in which this report is stale.
fn is_stale(report: RuntimeCall) {
	let results = build(BLOCK_TIME, authority_of(Charlie), vec![report]);
	let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
	assert_eq!(results, [Err(stale)]);
}

/// A block by Charlie with this report, which is valid.
fn submit(report: RuntimeCall) {
	let results = build(BLOCK_TIME, authority_of(Charlie), vec![report]);
	assert_eq!(results, [Ok(Ok(()))]);
}

/// The slashes that the last block reported.
fn reported() -> Vec<(AccountId, Perbill)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::StakingLocks(Event::SlashReported { provider, fraction, .. }) => {
				Some((provider, fraction))
			}
			_ => None,
		})
		.collect()
}

/// What the last block took of the unclaimed rewards of a provider.
fn unclaimed_slashed() -> Balance {
	let slashed = System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::StakingLocks(Event::Slashed { unclaimed, .. }) => Some(unclaimed),
		_ => None,
	});
	slashed.expect("a slash was applied")
}

/// What `offenders` of as many `validators` in one slot cost.
fn fraction(offenders: u32, validators: u32) -> Perbill {
	let squared = Perbill::from_rational(3 * offenders, validators).square();
	squared.max(StakingLocks::settings().penalties.equivocation.fraction)
}

fn delegate(from: Sr25519Keyring, to: Sr25519Keyring, amount: Balance) {
	let origin = RuntimeOrigin::signed(account(from));
	StakingLocks::delegate(origin, account(to), amount).expect("the ratio permits it");
}

fn staked(who: Sr25519Keyring) -> Balance {
	let reason = RuntimeHoldReason::StakingLocks(HoldReason::Stake);
	Balances::balance_on_hold(&reason, &account(who))
}

fn delegated(who: Sr25519Keyring) -> Balance {
	let reason = RuntimeHoldReason::StakingLocks(HoldReason::Delegation);
	Balances::balance_on_hold(&reason, &account(who))
}

/// Where slashed tokens go, and what the author of the report has.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Spoils {
	burned: Balance,
	treasury: Balance,
	reporter: Balance,
}

impl Spoils {
	fn now() -> Self {
		Self {
			burned: Emission::burned(BurnCause::Slash),
			treasury: Balances::balance(&Allocation::pot_account(TREASURY)),
			reporter: Balances::balance(&account(Charlie)),
		}
	}

	/// What came since.
	fn since(self) -> Self {
		let now = Self::now();
		Self {
			burned: now.burned - self.burned,
			treasury: now.treasury - self.treasury,
			reporter: now.reporter - self.reporter,
		}
	}
}

#[test]
fn two_blocks_in_a_slot_cost_validator_and_delegators_exactly_the_fraction() {
	on_chain("local_testnet", || {
		delegate(Eve, Alice, 3 * STAKE);
		submit(two_blocks(Alice));
		let part = fraction(1, 4);
		assert_eq!(part, Perbill::from_rational(9u32, 16u32));
		assert_eq!(reported(), [(account(Alice), part)]);
		assert_eq!(StakingLocks::status(&account(Alice)), Some(ProviderStatus::Jailed));
		assert_eq!(Session::disabled_validators(), [authority_of(Alice)], "at once");

		pass(DELAY - STEP);
		block();
		assert_eq!(staked(Alice), STAKE, "governance may cancel it still");
		block_after(STEP);
		let before = Spoils::now();
		block();
		assert_eq!(staked(Alice), STAKE / 16 * 7);
		let lost = STAKE / 16 * 9;
		let unclaimed = unclaimed_slashed();
		let due = StakingLocks::stake(account(Alice)).due_as_provider;
		assert_eq!(unclaimed, part.mul_ceil(due + unclaimed));
		// The author of the report, who may be whoever stole the key, gets nothing.
		let all = lost + unclaimed;
		let expected = Spoils { burned: all.div_ceil(2), treasury: all / 2, reporter: 0 };
		assert_eq!(before.since(), expected);

		// The delegator's part is worth nothing to it at once, and taken when it is visited.
		let delegation = || StakingLocks::delegation(account(Alice), account(Eve)).expect("there");
		assert_eq!(delegation().bonded, 3 * STAKE / 16 * 7);
		let before = Spoils::now();
		let anyone = RuntimeOrigin::signed(account(Ferdie));
		assert_ok!(StakingLocks::claim_delegation(anyone, account(Alice), account(Eve)));
		assert_eq!(delegated(Eve), 3 * STAKE / 16 * 7);
		let half = 3 * lost / 2;
		assert_eq!(before.since(), Spoils { burned: half, treasury: half, reporter: 0 });

		next_session();
		next_session();
		assert!(!validates(Alice), "jailed");
		assert_eq!(Session::validators().len(), 3);
	});
}

#[test]
fn the_same_proof_is_refused_again() {
	on_chain("local_testnet", || {
		let report = two_blocks(Alice);
		submit(report.clone());
		let again = build(BLOCK_TIME, authority_of(Charlie), vec![report.clone()]);
		let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
		assert_eq!(again, [Err(stale)]);
		assert!(reported().is_empty());

		let RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof,
			key_owner_proof,
		}) = report
		else {
			unreachable!("a report of two blocks");
		};
		let refused = Babe::report_equivocation(
			RuntimeOrigin::signed(account(Ferdie)),
			equivocation_proof,
			key_owner_proof,
		);
		let duplicate = pallet_babe::Error::<Runtime>::DuplicateOffenceReport;
		assert_eq!(refused.map_err(|refused| refused.error), Err(duplicate.into()));
	});
}

#[test]
fn a_proof_that_is_not_one_slashes_nobody() {
	on_chain("local_testnet", || {
		let RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
			mut equivocation_proof,
			key_owner_proof,
		}) = two_blocks(Alice)
		else {
			unreachable!("a report of two blocks");
		};
		equivocation_proof.second_header = equivocation_proof.first_header.clone();
		let refused = Babe::report_equivocation(
			RuntimeOrigin::signed(account(Ferdie)),
			equivocation_proof,
			key_owner_proof,
		);
		let invalid = pallet_babe::Error::<Runtime>::InvalidEquivocationProof;
		assert_eq!(refused.map_err(|refused| refused.error), Err(invalid.into()));
		assert_eq!(StakingLocks::status(&account(Alice)), Some(ProviderStatus::Active));
	});
}

/// What clients report that take off the seals, or prove who owned the key in the session before.
#[test]
fn a_report_that_would_fail_is_in_no_block() {
	on_chain("local_testnet", || {
		let parts = |report| match report {
			RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
				equivocation_proof,
				key_owner_proof,
			}) => (*equivocation_proof, key_owner_proof),
			_ => unreachable!("a report of two blocks"),
		};
		let report = |proof: &sp_consensus_babe::EquivocationProof<Header>,
		              owner: &MembershipProof| {
			RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
				equivocation_proof: Box::new(proof.clone()),
				key_owner_proof: owner.clone(),
			})
		};
		let refused = |report| {
			let results = build(BLOCK_TIME, authority_of(Charlie), vec![report]);
			let bad = TransactionValidityError::Invalid(InvalidTransaction::BadProof);
			assert_eq!(results, [Err(bad)]);
		};
		let (_, of_before) = parts(two_blocks(Alice));
		next_session();
		let (proof, owner) = parts(two_blocks(Alice));
		refused(report(&proof, &of_before));
		let mut bare = proof.clone();
		bare.first_header.digest_mut().pop();
		bare.second_header.digest_mut().pop();
		refused(report(&bare, &owner));
		assert_eq!(StakingLocks::status(&account(Alice)), Some(ProviderStatus::Active));
		assert_eq!(kept(), 0);
		submit(report(&proof, &owner));
	});
}

#[test]
fn two_votes_in_a_round_cost_exactly_the_fraction() {
	on_chain("local_testnet", || {
		delegate(Eve, Bob, STAKE);
		submit(two_votes(Bob, 1));
		assert_eq!(reported(), [(account(Bob), fraction(1, 4))]);
		pass(DELAY);
		block();
		assert_eq!(staked(Bob), STAKE / 16 * 7);
		let delegation = StakingLocks::delegation(account(Bob), account(Eve)).expect("there");
		assert_eq!(delegation.bonded, STAKE / 16 * 7);
	});
}

#[test]
fn two_nodes_with_one_key_are_one_fault_however_often_they_show() {
	on_chain("local_testnet", || {
		submit(two_blocks(Alice));
		for round in 1..4 {
			is_stale(two_blocks(Alice));
			is_stale(two_votes(Alice, round));
		}
		next_session();
		// Alice is jailed, and in the set until the session after the next.
		block();
		submit(two_blocks(Alice));
		assert!(reported().is_empty(), "of another session, and the same fault");
		let provider = StakingLocks::provider(account(Alice)).expect("a provider");
		assert_eq!(provider.pending_slashes, 1);
	});
}

#[test]
fn a_second_report_of_a_session_pays_and_changes_nothing() {
	on_chain("local_testnet", || {
		let wealth = || Balances::balance(&account(Ferdie));
		let send = |report: RuntimeCall| {
			let (before, transaction) = (wealth(), sign(&Ferdie.pair(), 0, to_sign(report)));
			let applied = block_with(|| Executive::apply_extrinsic(transaction));
			(applied.expect("it is valid"), before - wealth())
		};
		assert_eq!(send(two_votes(Alice, 1)), (Ok(()), 0), "free, as it helps");
		assert_eq!((reported().len(), kept()), (1, 1));
		let disabled = Session::disabled_validators();
		for round in 2..6 {
			let (outcome, paid) = send(two_votes(Alice, round));
			let duplicate = pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport;
			assert_eq!(outcome, Err(duplicate.into()));
			assert!(paid > 0);
		}
		let (outcome, paid) = send(two_blocks(Alice));
		let duplicate = pallet_babe::Error::<Runtime>::DuplicateOffenceReport;
		assert_eq!(outcome, Err(duplicate.into()), "whatever kind it is of");
		assert!(paid > 0);
		assert_eq!((kept(), Session::disabled_validators()), (1, disabled));
	});
}

#[test]
fn what_can_be_reported_no_more_is_kept_no_more() {
	on_chain("local_testnet", || {
		submit(two_blocks(Alice));
		next_session();
		submit(two_votes(Bob, 1));
		assert_eq!(kept(), 2);
		(0..SessionLength::report_sessions()).for_each(|_| next_session());
		assert_eq!(kept(), 1);
		next_session();
		assert_eq!(kept(), 0);
		assert_eq!(pallet_offences::ConcurrentReportsIndex::<Runtime>::iter().count(), 0);
	});
}

#[test]
fn who_served_its_jail_goes_on_whatever_its_old_key_signs() {
	on_chain("local_testnet", || {
		let of_before: Vec<_> = (0..3)
			.map(|_| {
				next_session();
				two_votes(Alice, 1)
			})
			.collect();
		assert_ok!(set_staking(|settings| {
			settings.slash_delay = 0.try_into().expect("in range");
			settings.jail_period = 0.try_into().expect("in range");
		}));
		next_session();
		submit(two_blocks(Alice));
		(0..2).for_each(|_| block());
		assert_eq!(staked(Alice), STAKE / 16 * 7);
		let origin = || RuntimeOrigin::signed(account(Alice));
		assert_ok!(StakingLocks::lock(origin(), STAKE, tier(0).into()));
		assert_ok!(StakingLocks::unjail(origin()));
		next_session();
		let stake = staked(Alice);
		for report in of_before {
			submit(report);
			assert!(reported().is_empty());
			assert!(Session::disabled_validators().is_empty());
		}
		assert_eq!(StakingLocks::status(&account(Alice)), Some(ProviderStatus::Active));
		(0..2).for_each(|_| block());
		assert_eq!(staked(Alice), stake);

		submit(two_blocks(Alice));
		assert_eq!(reported(), [(account(Alice), fraction(1, 4))], "but it answers anew");
		assert_eq!(Session::disabled_validators(), [authority_of(Alice)]);
	});
}

/// The local network with eight validators, in the first session that all of them validate.
fn on_eight_validators(test: impl FnOnce()) {
	on_chain("local_testnet", || {
		for who in [One, Two] {
			let from = RuntimeOrigin::signed(account(Ferdie));
			Balances::transfer_keep_alive(from, account(who).into(), STAKE + 10 * DSYNC)
				.expect("Ferdie has a million");
		}
		for who in [Eve, Ferdie, One, Two] {
			join(who, STAKE);
		}
		enter(&[Eve, Ferdie, One, Two]);
		assert_eq!(Session::validators().len(), 8);
		test();
	});
}

#[test]
fn a_second_offender_of_a_slot_raises_the_slash_of_the_first_to_the_joint_fraction() {
	on_eight_validators(|| {
		delegate(Dave, Alice, 3 * STAKE);
		// Both in the slot of this block; the second report comes a block later.
		let (first, second) = (two_blocks(Alice), two_blocks(Bob));
		submit(first);
		let alone = fraction(1, 8);
		assert_eq!(reported(), [(account(Alice), alone)]);
		submit(second);
		let joint = fraction(2, 8);
		let raise = reported()[0].1;
		assert_eq!(reported(), [(account(Alice), raise), (account(Bob), joint)]);
		assert!(raise < joint, "what is missing only");

		pass(DELAY);
		(0..3).for_each(|_| block());
		assert_eq!(staked(Bob), STAKE - joint * STAKE);
		// Two slashes of whole billionths, in favour of those who are slashed by less than one.
		let billionth = STAKE / 1_000_000_000;
		let exactly_joint = |lost: Balance, of: Balance| {
			let expected = joint * of;
			assert!(lost >= expected && lost - expected < 3 * billionth, "{lost} of {of}");
		};
		exactly_joint(STAKE - staked(Alice), STAKE);
		let delegation = StakingLocks::delegation(account(Alice), account(Dave)).expect("there");
		exactly_joint(3 * STAKE - delegation.bonded, 3 * STAKE);
	});
}

#[test]
fn a_coalition_hides_what_it_does_together_behind_no_light_offence() {
	on_eight_validators(|| {
		let coalition = [Alice, Bob, Dave, Eve];
		// Each has a slot of its own first, and the last round is that of all.
		coalition.into_iter().for_each(|who| submit(two_blocks(who)));
		assert_eq!(reported(), [(account(Eve), Perbill::one())]);
		coalition.into_iter().for_each(|who| is_stale(two_votes(who, 9)));
		pass(DELAY);
		(0..10).for_each(|_| block());
		assert!(coalition.into_iter().all(|who| staked(who) == 0), "half of the validators");
	});
}

#[test]
fn offenders_of_different_sessions_do_not_raise_each_others_slashes() {
	on_eight_validators(|| {
		submit(two_blocks(Alice));
		next_session();
		submit(two_blocks(Bob));
		assert_eq!(reported(), [(account(Bob), fraction(1, 8))]);
		pass(DELAY);
		(0..3).for_each(|_| block());
		for who in [Alice, Bob] {
			assert_eq!(staked(who), STAKE - fraction(1, 8) * STAKE);
		}
	});
}

/// Sets session keys that nobody else has.
fn rotate(who: Sr25519Keyring) {
	let other = |name: &str| format!("//{who:?}//{name}");
	let mut babe = sp_core::sr25519::Pair::from_string(&other("babe"), None).expect("a seed");
	let mut grandpa = sp_core::ed25519::Pair::from_string(&other("grandpa"), None).expect("a seed");
	let owner = account(who).encode();
	let keys = SessionKeys { babe: babe.public().into(), grandpa: grandpa.public().into() };
	let proof =
		(babe.generate_proof_of_possession(&owner), grandpa.generate_proof_of_possession(&owner));
	assert_ok!(Session::set_keys(RuntimeOrigin::signed(account(who)), keys, proof.encode()));
}

#[test]
fn new_session_keys_do_not_hide_what_the_old_ones_sign_until_they_are_replaced() {
	on_chain("local_testnet", || {
		next_session();
		rotate(Alice);
		block();
		// The keys of this session and of the next are the old ones still.
		submit(two_blocks(Alice));
		assert_eq!(reported(), [(account(Alice), fraction(1, 4))]);
		next_session();
		block();
		submit(two_votes(Alice, 1));
		assert!(reported().is_empty(), "proven in another session, and the same fault");
		next_session();
		block();
		let old = sp_consensus_babe::AuthorityId::from(Alice.public());
		let proof = KeyOwners::prove((BABE, old.clone()));
		let owner = proof.and_then(|proof| KeyOwners::check_proof((BABE, old), proof));
		assert_eq!(owner, None, "they sign nothing any more");
	});
}

#[test]
fn an_offence_can_be_proven_in_later_sessions_whoever_sets_new_keys_meanwhile() {
	on_chain("local_testnet", || {
		next_session();
		rotate(Bob);
		next_session();
		rotate(Alice);
		let offences = [two_blocks(Alice), two_votes(Bob, 1)];
		rotate(Dave);
		next_session();
		next_session();
		block();
		let [of_alice, of_bob] = offences;
		submit(of_alice);
		assert_eq!(reported().len(), 1);
		submit(of_bob);
		assert_eq!(reported().len(), 2, "they offended together");
	});
}

#[test]
fn while_a_forced_change_waits_an_offence_can_be_proven() {
	on_chain("local_testnet", || {
		next_session();
		assert_ok!(Grandpa::note_stalled(RuntimeOrigin::root(), 1_000, System::block_number()));
		next_session();
		rotate(Bob);
		next_session();
		next_session();
		let voters = Grandpa::grandpa_authorities();
		let old = sp_consensus_grandpa::AuthorityId::from(voter(Bob).public());
		assert!(voters.iter().any(|(voter, _)| *voter == old), "the change waits");
		let key = sp_consensus_babe::AuthorityId::from(Bob.public());
		assert!(!Babe::authorities().iter().any(|(author, _)| *author == key));
		for who in [Alice, Charlie, Dave] {
			let (babe, grandpa) = (
				sp_consensus_babe::AuthorityId::from(who.public()),
				sp_consensus_grandpa::AuthorityId::from(voter(who).public()),
			);
			let owner = KeyOwners::check_proof((BABE, babe.clone()), owns(BABE, babe));
			assert_eq!(owner, Some((account(who), ())));
			let kind = sp_consensus_grandpa::KEY_TYPE;
			let owner = KeyOwners::check_proof((kind, grandpa.clone()), owns(kind, grandpa));
			assert_eq!(owner, Some((account(who), ())));
		}
		submit(two_blocks(Alice));
		assert_eq!(reported(), [(account(Alice), fraction(1, 4))]);
	});
}

#[test]
fn a_set_that_stays_as_it_is_answers_with_its_new_keys() {
	on_chain("local_testnet", || {
		rotate(Charlie);
		next_session();
		next_session();
		block();
		assert_eq!(Session::validators().len(), 4);
		let report = two_blocks(Alice);
		submit(report.clone());
		assert_eq!(reported(), [(account(Alice), fraction(1, 4))]);
		next_session();
		let again = build(BLOCK_TIME, authority_of(Charlie), vec![report]);
		let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
		assert_eq!(again, [Err(stale)], "the proof holds when the session is over");
	});
}

#[test]
fn a_proof_of_a_session_to_come_or_gone_for_too_long_is_none() {
	on_chain("local_testnet", || {
		let key = sp_consensus_babe::AuthorityId::from(Alice.public());
		let proof = owns(BABE, key.clone());
		let owner = |proof| KeyOwners::check_proof((BABE, key.clone()), proof);
		assert_eq!(owner(proof.clone()), Some((account(Alice), ())));
		let later = MembershipProof { session: proof.session + 1, ..proof.clone() };
		assert_eq!(owner(later), None);
		(0..=SessionLength::report_sessions()).for_each(|_| {
			assert!(owner(proof.clone()).is_some());
			next_session();
		});
		assert_eq!(owner(proof), None);
	});
}

#[test]
fn a_node_gets_a_proof_for_the_session_of_the_slot_and_for_no_other() {
	on_chain("local_testnet", || {
		let id = sp_consensus_babe::AuthorityId::from(Alice.public());
		let prove = |slot: u64| {
			use sp_consensus_babe::runtime_decl_for_babe_api::BabeApiV2;
			<Runtime as BabeApiV2<crate::Block>>::generate_key_ownership_proof(
				slot.into(),
				id.clone(),
			)
		};
		next_session();
		let start = *Babe::current_epoch_start();
		assert!(prove(start).is_some());
		assert!(prove(start + session_slots() - 1).is_some());
		assert!(prove(start - 1).is_none());
		assert!(prove(start + session_slots()).is_none());
	});
}
