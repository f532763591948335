// SPDX-License-Identifier: Apache-2.0

//! The table of `docs/events.md` says what the rule says, of every event that the token has.

use super::rule::{entry, Entry};
use crate::{AccountId, Balance, Runtime, RuntimeEvent, RuntimeHoldReason};
use codec::{Decode, Encode};
use frame_support::traits::tokens::BalanceStatus;
use pallet_balances::{Event, UnexpectedKind};
use scale_info::{form::MetaForm, MetaType, TypeDef, TypeInfo, Variant};

const PAGE: &str = include_str!("../../../../docs/events.md");

/// The variants of the events of the token, as clients see them.
fn variants() -> Vec<Variant<MetaForm>> {
	match Event::<Runtime>::type_info().type_def {
		TypeDef::Variant(events) => events.variants,
		_ => unreachable!("events are an enum"),
	}
}

/// The events of the token, by their indices.
pub fn token_events() -> Vec<(u8, &'static str)> {
	variants().into_iter().map(|variant| (variant.index, variant.name)).collect()
}

/// The account of the field number `at`.
fn account(at: usize) -> AccountId {
	[u8::try_from(at).expect("few fields"); 32].into()
}

/// An event of one planck, with an account of its own in each field that names one.
fn sample(variant: &Variant<MetaForm>, status: BalanceStatus) -> RuntimeEvent {
	let is = |ty: &MetaType, of: MetaType| *ty == of;
	let mut bytes = vec![variant.index];
	for (at, field) in variant.fields.iter().enumerate() {
		let ty = &field.ty;
		bytes.extend(if is(ty, MetaType::new::<AccountId>()) {
			account(at).encode()
		} else if is(ty, MetaType::new::<Balance>()) {
			Balance::encode(&1)
		} else if is(ty, MetaType::new::<RuntimeHoldReason>()) {
			let reason = pallet_allocation::HoldReason::Grant;
			RuntimeHoldReason::from(reason).encode()
		} else if is(ty, MetaType::new::<BalanceStatus>()) {
			status.encode()
		} else if is(ty, MetaType::new::<UnexpectedKind>()) {
			UnexpectedKind::BalanceUpdated.encode()
		} else {
			unreachable!("a field of another type in {}", variant.name)
		});
	}
	let event = Event::<Runtime>::decode(&mut &bytes[..]).expect("as it is encoded");
	RuntimeEvent::Balances(event)
}

/// `+ amount`, `− amount` or nothing.
fn signed(change: i128, amount: &str) -> String {
	match change {
		0 => String::new(),
		1 => format!("+ `{amount}`"),
		-1 => format!("− `{amount}`"),
		_ => unreachable!("a sample is of one planck"),
	}
}

/// The rows of an event called `name`.
fn rows(name: &str, variant: &Variant<MetaForm>, event: &RuntimeEvent) -> Vec<String> {
	let amount = variant.fields.iter().find(|field| field.ty == MetaType::new::<Balance>());
	let amount = amount.and_then(|field| field.name).unwrap_or_default();
	let row = |who: &str, free: i128, held: i128, issuance: i128| {
		let [free, held, issuance] = [free, held, issuance].map(|change| signed(change, amount));
		format!("| `{name}` | {who} | {free} | {held} | {issuance} |")
	};
	let Ok(Entry { changes, issuance }) = entry(event) else {
		return vec![row("unclear", 0, 0, 0)];
	};
	if changes.is_empty() {
		return vec![row("", 0, 0, issuance)];
	}
	let field = |who: &AccountId| {
		let at = (0..variant.fields.len()).find(|at| account(*at) == *who);
		let name = at.and_then(|at| variant.fields[at].name).expect("an account of the event");
		format!("`{name}`")
	};
	changes
		.iter()
		.map(|(who, change)| row(&field(who), change.free, change.held, issuance))
		.collect()
}

#[test]
fn the_page_has_a_row_for_each_event_of_the_token_and_says_what_the_rule_says() {
	let mut table = Vec::new();
	for variant in variants() {
		let event = |status| sample(&variant, status);
		if variant.fields.iter().any(|field| field.ty == MetaType::new::<BalanceStatus>()) {
			for (status, to) in
				[(BalanceStatus::Free, "Free"), (BalanceStatus::Reserved, "Reserved")]
			{
				let name = format!("{}({to})", variant.name);
				table.extend(rows(&name, &variant, &event(status)));
			}
		} else {
			table.extend(rows(variant.name, &variant, &event(BalanceStatus::Free)));
		}
	}
	let table = table.join("\n");
	let on_page: Vec<_> = PAGE.lines().filter(|line| line.starts_with("| `")).collect();
	assert_eq!(on_page.join("\n"), table, "the table should be\n{table}");
}
