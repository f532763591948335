// SPDX-License-Identifier: Apache-2.0

//! The bytes of calls, made from nothing but what the metadata tells of them, as a client makes them.

use crate::RuntimeCall;
use codec::{Compact, Encode};
use destra_primitives::{Range, RangeOf};
use scale_info::{
	form::PortableForm, Field, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive,
};

/// The types that keep to a range: primitives/src/ranged.rs, and the parts of a whole of the SDK.
const RANGED: [&str; 7] =
	["BoundedId", "BoundedU128", "BoundedU64", "Label", "LinearU64", "Perbill", "Perquintill"];

/// All types of all calls.
pub struct Described {
	registry: PortableRegistry,
	/// The type of all calls.
	root: u32,
}

/// A call and what it is given.
pub struct DescribedCall {
	pub pallet: String,
	pub name: String,
	selector: [u8; 2],
	fields: Vec<Field<PortableForm>>,
}

/// How a number or a sequence of bytes is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
	/// In so many bytes.
	Fixed(usize),
	/// As short as can be, of a number of so many bytes.
	Compact(usize),
	/// With its length.
	Bytes,
}

/// A number or a sequence of bytes in a value, with all the bytes around it.
#[derive(Clone, Debug)]
pub struct Part {
	/// The names of the argument, and of fields and variants within, joined by dots.
	pub name: String,
	pub kind: Kind,
	/// Whether its type keeps to a range.
	pub ranged: bool,
	before: Vec<u8>,
	after: Vec<u8>,
}

impl Part {
	/// The whole, with this number for the part.
	pub fn with_number(&self, number: u128) -> Vec<u8> {
		let number = match self.kind {
			Kind::Fixed(width) => number.to_le_bytes()[..width].to_vec(),
			Kind::Compact(_) => Compact(number).encode(),
			Kind::Bytes => panic!("{} is no number", self.name),
		};
		[&self.before[..], &number, &self.after].concat()
	}

	/// The whole, with these bytes for the part.
	pub fn with_bytes(&self, bytes: &[u8]) -> Vec<u8> {
		assert_eq!(self.kind, Kind::Bytes, "{}", self.name);
		[&self.before[..], &bytes.encode(), &self.after].concat()
	}

	fn between(self, before: &[u8], after: &[u8]) -> Self {
		let Self { before: inner_before, after: inner_after, .. } = &self;
		let before = [before, inner_before].concat();
		let after = [inner_after, after].concat();
		Self { before, after, ..self }
	}
}

/// The greatest number of so many bytes.
pub fn greatest(width: usize) -> u128 {
	u128::MAX >> (8 * (16 - width))
}

impl Described {
	pub fn new() -> Self {
		let mut registry = Registry::new();
		let root = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
		Self { registry: registry.into(), root }
	}

	/// Every call of every pallet.
	pub fn calls(&self) -> Vec<DescribedCall> {
		let mut calls = vec![];
		for (pallet, index, fields) in self.variants(self.root) {
			let [of_pallet] = &fields[..] else { panic!("{pallet} has one field") };
			for (name, call, fields) in self.variants(of_pallet.ty.id) {
				let pallet = pallet.clone();
				calls.push(DescribedCall { pallet, name, selector: [index, call], fields });
			}
		}
		calls
	}

	/// The bytes of the smallest call of this kind: of zeros and nothing, with the least where `ranges`
	/// tells of one.
	pub fn smallest_call(&self, call: &DescribedCall, ranges: &[Range]) -> Vec<u8> {
		[&call.selector[..], &self.smallest_fields(&call.fields, "", ranges)].concat()
	}

	/// Every number and sequence of bytes that a call of this kind can have, each in the smallest call
	/// that has it.
	pub fn parts(&self, call: &DescribedCall, ranges: &[Range]) -> Vec<Part> {
		let parts = self.parts_of_fields(&call.fields, "", ranges);
		parts.into_iter().map(|part| part.between(&call.selector, &[])).collect()
	}

	fn variants(&self, id: u32) -> Vec<(String, u8, Vec<Field<PortableForm>>)> {
		match &self.registry.resolve(id).expect("it is registered").type_def {
			TypeDef::Variant(of) => of
				.variants
				.iter()
				.map(|variant| (variant.name.clone(), variant.index, variant.fields.clone()))
				.collect(),
			other => panic!("{other:?} is no enum"),
		}
	}

	fn smallest(&self, id: u32, name: &str, ranges: &[Range]) -> Vec<u8> {
		let least = || ranges.iter().find(|range| range.name == name);
		match &self.registry.resolve(id).expect("it is registered").type_def {
			TypeDef::Composite(of) => self.smallest_fields(&of.fields, name, ranges),
			TypeDef::Variant(_) => {
				let (variant, index, fields) = self.variants(id).swap_remove(0);
				let name = self.name_within(id, name, &variant);
				[vec![index], self.smallest_fields(&fields, &name, ranges)].concat()
			}
			TypeDef::Array(of) => {
				let one = self.smallest(of.type_param.id, name, ranges);
				one.repeat(of.len.try_into().expect("short arrays"))
			}
			TypeDef::Tuple(of) => {
				of.fields.iter().flat_map(|field| self.smallest(field.id, name, ranges)).collect()
			}
			TypeDef::Primitive(primitive) => {
				let least = least().map_or(0, |range| range.least);
				least.to_le_bytes()[..width(primitive)].to_vec()
			}
			TypeDef::Sequence(_) => match least() {
				Some(Range { of: RangeOf::Text, .. }) => "x".encode(),
				_ => vec![0],
			},
			TypeDef::Compact(_) | TypeDef::BitSequence(_) => vec![0],
		}
	}

	fn smallest_fields(
		&self,
		fields: &[Field<PortableForm>],
		name: &str,
		ranges: &[Range],
	) -> Vec<u8> {
		let smallest = |field: &Field<PortableForm>| {
			self.smallest(field.ty.id, &name_of_field(name, field), ranges)
		};
		fields.iter().flat_map(smallest).collect()
	}

	fn parts_of(&self, id: u32, name: &str, ranges: &[Range]) -> Vec<Part> {
		let part =
			|kind| Part { name: name.into(), kind, ranged: false, before: vec![], after: vec![] };
		let described = self.registry.resolve(id).expect("it is registered");
		match &described.type_def {
			// Another call has parts of its own.
			TypeDef::Variant(_) if id == self.root => vec![],
			TypeDef::Composite(of) => {
				let ranged = described.path.ident().is_some_and(|name| RANGED.contains(&&name[..]));
				let mut parts = self.parts_of_fields(&of.fields, name, ranges);
				parts.iter_mut().for_each(|part| part.ranged |= ranged);
				parts
			}
			TypeDef::Variant(_) => {
				let parts_of = |(variant, index, fields): (String, u8, Vec<_>)| {
					let name = self.name_within(id, name, &variant);
					let parts = self.parts_of_fields(&fields, &name, ranges).into_iter();
					parts.map(move |part| part.between(&[index], &[]))
				};
				self.variants(id).into_iter().flat_map(parts_of).collect()
			}
			TypeDef::Tuple(of) => {
				let members = of.fields.iter().map(|field| (field.id, name.to_string()));
				self.parts_of_all(members.collect(), ranges)
			}
			TypeDef::Sequence(of) if self.width_of(of.type_param.id) == Some(1) => {
				vec![part(Kind::Bytes)]
			}
			TypeDef::Sequence(of) => {
				let parts = self.parts_of(of.type_param.id, name, ranges).into_iter();
				parts.map(|part| part.between(&Compact(1u32).encode(), &[])).collect()
			}
			TypeDef::Compact(of) => {
				let width = self.width_of(of.type_param.id);
				width.map(|width| part(Kind::Compact(width))).into_iter().collect()
			}
			TypeDef::Primitive(TypeDefPrimitive::Bool | TypeDefPrimitive::Str) => vec![],
			TypeDef::Primitive(primitive) => vec![part(Kind::Fixed(width(primitive)))],
			// Hashes and keys: any bytes.
			TypeDef::Array(_) | TypeDef::BitSequence(_) => vec![],
		}
	}

	fn parts_of_fields(
		&self,
		fields: &[Field<PortableForm>],
		name: &str,
		ranges: &[Range],
	) -> Vec<Part> {
		let named = |field: &Field<PortableForm>| (field.ty.id, name_of_field(name, field));
		self.parts_of_all(fields.iter().map(named).collect(), ranges)
	}

	/// The parts of values that follow each other, each between the smallest of the others.
	fn parts_of_all(&self, values: Vec<(u32, String)>, ranges: &[Range]) -> Vec<Part> {
		let smallest: Vec<_> =
			values.iter().map(|(id, name)| self.smallest(*id, name, ranges)).collect();
		let parts = values.iter().enumerate().flat_map(|(at, (id, name))| {
			let (before, after) = (smallest[..at].concat(), smallest[at + 1..].concat());
			let parts = self.parts_of(*id, name, ranges).into_iter();
			parts.map(move |part| part.between(&before, &after))
		});
		parts.collect()
	}

	/// What the fields of a variant are called; it makes no difference whether a value is optional.
	fn name_within(&self, id: u32, name: &str, variant: &str) -> String {
		let described = self.registry.resolve(id).expect("it is registered");
		match described.path.ident().as_deref() {
			Some("Option") => name.into(),
			_ => joined(name, variant),
		}
	}

	/// How many bytes a number has.
	fn width_of(&self, id: u32) -> Option<usize> {
		match &self.registry.resolve(id).expect("it is registered").type_def {
			TypeDef::Primitive(primitive) => Some(width(primitive)),
			_ => None,
		}
	}
}

fn name_of_field(name: &str, field: &Field<PortableForm>) -> String {
	field.name.as_ref().map_or_else(|| name.into(), |field| joined(name, field))
}

fn joined(name: &str, part: &str) -> String {
	if name.is_empty() {
		part.into()
	} else {
		format!("{name}.{part}")
	}
}

/// How many bytes the zero of a primitive type is.
fn width(primitive: &TypeDefPrimitive) -> usize {
	use TypeDefPrimitive::{
		Bool, Char, Str, I128, I16, I256, I32, I64, I8, U128, U16, U256, U32, U64, U8,
	};
	match primitive {
		Bool | Str | U8 | I8 => 1,
		U16 | I16 => 2,
		Char | U32 | I32 => 4,
		U64 | I64 => 8,
		U128 | I128 => 16,
		U256 | I256 => 32,
	}
}
