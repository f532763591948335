// SPDX-License-Identifier: Apache-2.0

//! All calls of the runtime, as its metadata tells them, and how somebody sends one.

use super::signed::sign;
use crate::{Executive, RuntimeCall};
use codec::Decode;
use scale_info::{
	form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, TypeDefVariant, Variant,
};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::TrailingZeroInput, transaction_validity::TransactionValidityError, DispatchResult,
};
use std::collections::{BTreeMap, BTreeSet};

/// A call of the runtime by its names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CallName {
	pub pallet: String,
	pub call: String,
}

impl CallName {
	pub fn new(pallet: &str, call: &str) -> Self {
		Self { pallet: pallet.into(), call: call.into() }
	}
}

/// What the metadata tells of a call.
pub struct CallInfo {
	/// A call of this kind whose arguments are zeros, or a number and zeros.
	pub sample: RuntimeCall,
	/// Whether it carries another call, or the hash of one.
	pub nests: bool,
}

/// Every call of every pallet.
pub fn all_calls() -> BTreeMap<CallName, CallInfo> {
	let mut registry = Registry::new();
	let root = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
	let types = Types { registry: registry.into(), root };
	let mut calls = BTreeMap::new();
	for pallet in &types.variants(root).variants {
		let [calls_of] = &pallet.fields[..] else { panic!("{} has one field", pallet.name) };
		for call in &types.variants(calls_of.ty.id).variants {
			let sample = (0..=u8::MAX).find_map(|number| {
				let bytes = [pallet.index, call.index, number];
				RuntimeCall::decode(&mut TrailingZeroInput::new(&bytes)).ok()
			});
			let sample = sample.unwrap_or_else(|| panic!("no sample of {}", call.name));
			let info = CallInfo { sample, nests: types.nests(call) };
			calls.insert(CallName::new(&pallet.name, &call.name), info);
		}
	}
	calls
}

struct Types {
	registry: PortableRegistry,
	/// The type of all calls.
	root: u32,
}

impl Types {
	fn variants(&self, id: u32) -> &TypeDefVariant<PortableForm> {
		match &self.registry.resolve(id).expect("it is registered").type_def {
			TypeDef::Variant(variants) => variants,
			other => panic!("{other:?} is no enum"),
		}
	}

	fn nests(&self, call: &Variant<PortableForm>) -> bool {
		call.fields.iter().any(|field| {
			let by_hash = field.name.as_deref() == Some("call_hash");
			by_hash || self.reaches_call(field.ty.id, &mut BTreeSet::new())
		})
	}

	/// Whether a value of the type can contain a call.
	fn reaches_call(&self, id: u32, seen: &mut BTreeSet<u32>) -> bool {
		if id == self.root {
			return true;
		}
		if !seen.insert(id) {
			return false;
		}
		let fields = |fields: &[scale_info::Field<PortableForm>]| -> Vec<u32> {
			fields.iter().map(|field| field.ty.id).collect()
		};
		let inside = match &self.registry.resolve(id).expect("it is registered").type_def {
			TypeDef::Composite(composite) => fields(&composite.fields),
			TypeDef::Variant(of) => {
				of.variants.iter().flat_map(|one| fields(&one.fields)).collect()
			}
			TypeDef::Sequence(of) => vec![of.type_param.id],
			TypeDef::Array(of) => vec![of.type_param.id],
			TypeDef::Tuple(of) => of.fields.iter().map(|field| field.id).collect(),
			TypeDef::Compact(of) => vec![of.type_param.id],
			TypeDef::Primitive(_) | TypeDef::BitSequence(_) => vec![],
		};
		inside.into_iter().any(|id| self.reaches_call(id, seen))
	}
}

/// Sends `call` with the signature of `who`, in an open block.
pub fn send(
	who: Sr25519Keyring,
	call: RuntimeCall,
) -> Result<DispatchResult, TransactionValidityError> {
	Executive::apply_extrinsic(sign(&who.pair(), 0, call))
}
