// SPDX-License-Identifier: Apache-2.0

//! What lies outside a range: a client can send it, and is told what is wrong by a name.

use super::{
	described::{greatest, Described, DescribedCall, Kind, Part},
	signed::{sign, validate},
	staking_chain::{block_with, on_chain},
};
use crate::{
	Allocation, Executive, KpiOracle, ParameterChanges, Runtime, RuntimeCall, RuntimeEvent,
	ServicePayments, StakingLocks, System, UncheckedExtrinsic,
};
use codec::{Decode, DecodeAll, Encode};
use destra_primitives::{Range, RangeOf};
use frame_support::storage::{with_transaction_unchecked, TransactionOutcome};
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::{DispatchError, DispatchResult, ModuleError};
use std::collections::BTreeMap;

/// What a pallet tells of its ranges, and how it says that a value lies outside the one of a number.
struct Told {
	ranges: Vec<Range>,
	refusal: fn(u8) -> DispatchError,
}

/// Every pallet with ranges. One that is missing here is found by what the metadata tells.
fn told() -> BTreeMap<&'static str, Told> {
	macro_rules! told {
		($($pallet:ident: $name:ident),* $(,)?) => {
			[$((stringify!($pallet), Told {
				ranges: $pallet::ranges(),
				refusal: |number| $name::Error::<Runtime>::OutOfRange(number).into(),
			})),*]
		};
	}
	told! {
		Allocation: pallet_allocation,
		KpiOracle: pallet_kpi_oracle,
		ParameterChanges: pallet_parameter_changes,
		ServicePayments: pallet_service_payments,
		StakingLocks: pallet_staking_locks,
	}
	.into()
}

/// The ranges of the pallet that a call is of.
fn ranges_of(told: &BTreeMap<&str, Told>, call: &DescribedCall) -> Vec<Range> {
	told.get(&call.pallet[..]).map(|told| told.ranges.clone()).unwrap_or_default()
}

#[test]
fn every_call_decodes_whatever_numbers_and_texts_it_has() {
	let described = Described::new();
	for call in described.calls() {
		for part in described.parts(&call, &[]) {
			let variants = match part.kind {
				Kind::Fixed(width) | Kind::Compact(width) => {
					[0, greatest(width)].map(|number| part.with_number(number))
				}
				Kind::Bytes => [&b""[..], &[0xff]].map(|bytes| part.with_bytes(bytes)),
			};
			for bytes in variants {
				let decoded = RuntimeCall::decode_all(&mut &bytes[..]).map(|call| call.encode());
				assert_eq!(decoded, Ok(bytes), "{}.{}: {}", call.pallet, call.name, part.name);
			}
		}
	}
}

#[test]
fn the_view_functions_tell_of_every_range() {
	let (described, told) = (Described::new(), told());
	let mut seen = BTreeMap::<_, Vec<_>>::new();
	for call in described.calls() {
		let ranged = described.parts(&call, &[]).into_iter().filter(|part| part.ranged);
		let names = seen.entry(call.pallet).or_default();
		names.extend(ranged.map(|part| part.name));
	}
	for (pallet, mut names) in seen {
		let ranges = told.get(&pallet[..]).map(|told| &told.ranges[..]).unwrap_or_default();
		let mut listed: Vec<_> = ranges.iter().map(|range| range.name.clone()).collect();
		let count = listed.len();
		listed.sort();
		listed.dedup();
		assert_eq!(listed.len(), count, "{pallet} tells twice of a range");
		names.sort();
		names.dedup();
		assert_eq!(listed, names, "{pallet}");
	}
}

/// What is sent for a part, and whether it lies in the range.
fn probes(part: &Part, range: &Range) -> Vec<(Vec<u8>, bool)> {
	let (least, most) = (range.least, range.greatest);
	match (range.of, part.kind) {
		(RangeOf::Number, Kind::Fixed(width) | Kind::Compact(width)) => {
			let below = least.checked_sub(1).map(|number| (number, false));
			let above = most.checked_add(1).filter(|number| *number <= greatest(width));
			let above = above.map(|number| (number, false));
			[Some((least, true)), Some((most, true)), below, above]
				.into_iter()
				.flatten()
				.map(|(number, fits)| (part.with_number(number), fits))
				.collect()
		}
		(RangeOf::Text, Kind::Bytes) => {
			let text = |length| vec![b'x'; usize::try_from(length).expect("short")];
			let fit = [text(least), text(most)].map(|bytes| (bytes, true));
			let unfit = [text(least - 1), text(most + 1), b"\n".to_vec(), vec![0xff]];
			let unfit = unfit.map(|bytes| (bytes, false));
			let all = fit.into_iter().chain(unfit);
			all.map(|(bytes, fits)| (part.with_bytes(&bytes), fits)).collect()
		}
		(of, kind) => panic!("{}: {of:?} and {kind:?}", part.name),
	}
}

/// What becomes of a call that somebody sends: the pool takes it, and a block has it. By Alice, who
/// governs: as herself or, where that is reserved for governance, as root. Nothing stays of it.
fn sent(call: &[u8]) -> DispatchResult {
	let call = RuntimeCall::decode_all(&mut &call[..]).expect("a client can send it");
	let signed = |call: RuntimeCall| {
		let bytes = sign(&Alice.pair(), 0, call).encode();
		UncheckedExtrinsic::decode(&mut &bytes[..]).expect("the bytes of a transaction")
	};
	let as_root = || pallet_sudo::Call::sudo { call: Box::new(call.clone()) };
	let (transaction, root) = match signed(call.clone()) {
		plain if validate(&plain).is_ok() => (plain, false),
		_ => (signed(as_root().into()), true),
	};
	validate(&transaction).expect("the pool takes it");
	with_transaction_unchecked(|| {
		System::reset_events();
		let result = Executive::apply_extrinsic(transaction).expect("a block takes it");
		TransactionOutcome::Rollback(if root { result.and(result_of_root()) } else { result })
	})
}

/// What came of the last call by sudo.
fn result_of_root() -> DispatchResult {
	let result = System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result }) => Some(sudo_result),
		_ => None,
	});
	result.expect("sudo says what came of it")
}

/// Whether two errors are the same but for what they carry.
fn alike(a: DispatchError, b: DispatchError) -> bool {
	let kind = |error| match error {
		DispatchError::Module(ModuleError { index, error, .. }) => Some((index, error[0])),
		_ => None,
	};
	kind(a).is_some() && kind(a) == kind(b)
}

#[test]
fn what_is_sent_beyond_a_range_is_refused_by_name_and_what_is_within_is_not() {
	on_chain("development", || {
		let (described, told) = (Described::new(), told());
		let mut probed = 0;
		block_with(|| {
			for call in described.calls() {
				let ranges = ranges_of(&told, &call);
				for part in described.parts(&call, &ranges).iter().filter(|part| part.ranged) {
					let number = ranges.iter().position(|range| range.name == part.name);
					let number = number.expect("the list has all");
					let refusal = told[&call.pallet[..]].refusal;
					let expected = refusal(u8::try_from(number).expect("few"));
					for (bytes, fits) in probes(part, &ranges[number]) {
						let result = sent(&bytes);
						let what = format!("{}.{}: {}", call.pallet, call.name, part.name);
						match fits {
							true => assert!(
								!result.is_err_and(|error| alike(error, expected)),
								"{what} is in range: {bytes:?}"
							),
							false => assert_eq!(result, Err(expected), "{what}: {bytes:?}"),
						}
						probed += 1;
					}
				}
			}
		});
		assert!(probed > 200, "{probed} values were sent");
	});
}
