// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{BoundedU64, Label};
use frame_support::traits::ConstU32;
use sp_runtime::PerThing;

type Percent = BoundedU64<1, 100>;
type Name = Label<4>;

crate::ranged! {
	/// A struct.
	#[frame_support::stored]
	pub struct Flat {
		/// Any number.
		pub id: u16,
		/// A number with a range.
		pub percent: Percent,
		/// A text.
		pub name: Name,
	}
}

crate::ranged! {
	/// An enum of values.
	#[frame_support::stored]
	pub enum Values {
		/// A part.
		#[codec(index = 3)]
		Part(Perbill),
		/// Many.
		#[codec(index = 1)]
		Many(BoundedVec<Flat, ConstU32<2>>),
	}
}

crate::ranged! {
	/// A struct with parts of other kinds.
	#[frame_support::stored]
	pub struct Perhaps {
		/// Perhaps a number.
		pub some: Option<Percent>,
		/// Two.
		pub pair: (u8, Perquintill),
	}
}

crate::ranged! {
	/// A struct with an enum.
	#[frame_support::stored]
	pub struct Others {
		/// Values.
		pub values: Values,
	}
}

crate::ranged! {
	/// An enum of structs.
	#[frame_support::stored]
	pub enum Fields {
		/// Perhaps.
		#[codec(index = 7)]
		Some(Perhaps),
		/// Other values.
		#[codec(index = 2)]
		Others(Others),
	}
}

const GOOD: (u16, u64, &[u8]) = (5, 100, b"name");

/// What comes of `sent`.
fn checked<T: Ranged>(sent: impl Encode) -> Result<T, OutOfRange> {
	let sent = sent.encode();
	let unchecked = Unchecked::<T>::decode(&mut &sent[..]).expect("any value decodes");
	assert_eq!(unchecked.encode(), sent, "the bytes stay");
	unchecked.check("new", || [Perbill::ranges("other"), T::ranges("new")].concat())
}

#[test]
fn what_is_in_range_becomes_the_value() {
	let flat =
		Flat { id: 5, percent: Percent::literal::<100>(), name: Name::try_new("name").unwrap() };
	assert_eq!(checked(GOOD), Ok(flat.clone()));
	assert_eq!(Unchecked::from(flat.clone()).encode(), flat.encode());
	let many = Values::Many(vec![flat.clone(), flat].try_into().unwrap());
	let fields = Fields::Others(Others { values: many });
	assert_eq!(fields.encode()[..2], [2, 1], "the indices of variants stay");
	assert_eq!(checked(fields.clone()), Ok(fields));
	let fields = Fields::Some(Perhaps { some: None, pair: (7, Perquintill::one()) });
	assert_eq!(checked(fields.clone()), Ok(fields));
}

#[test]
fn the_number_of_what_is_out_of_range_is_its_place_in_the_list() {
	let (id, percent, name) = GOOD;
	for out in [0, 101, u64::MAX] {
		assert_eq!(checked::<Flat>((id, out, name)), Err(OutOfRange(1)));
	}
	for out in [&b""[..], b"names", b"a\nb", &[0xff]] {
		assert_eq!(checked::<Flat>((id, percent, out)), Err(OutOfRange(2)), "{out:?}");
	}
	let whole = Perbill::ACCURACY;
	assert!(checked::<Values>((3u8, whole)).is_ok());
	assert_eq!(checked::<Values>((3u8, whole + 1)), Err(OutOfRange(1)));
	assert_eq!(checked::<Values>((1u8, vec![GOOD, (id, 0, name)])), Err(OutOfRange(2)));
	assert_eq!(checked::<Fields>((7u8, Some(0u64), 1u8, 1u64)), Err(OutOfRange(1)));
	let above = Perquintill::ACCURACY + 1;
	assert_eq!(checked::<Fields>((7u8, None::<u64>, 1u8, above)), Err(OutOfRange(2)));
	assert_eq!(checked::<Fields>((2u8, 1u8, vec![(id, percent, &b""[..])])), Err(OutOfRange(5)));
	assert_eq!(checked::<Percent>(0u64), Err(OutOfRange(1)));
}

#[test]
fn a_part_of_a_whole_from_json_may_lie_out_of_range() {
	let read = |json| serde_json::from_str::<Perbill>(json).unwrap();
	assert_eq!(out_of_range("part", &read("1000000000")), None);
	assert_eq!(out_of_range("part", &read("1000000001")), Some("part".into()));
	let pair = (1u8, Perquintill::one());
	assert_eq!(out_of_range("pair", &pair), None);
}

#[test]
fn the_list_names_every_part_with_a_range() {
	let list = Fields::ranges("new");
	let of = |name: &str, of, greatest, least| Range { name: name.into(), of, least, greatest };
	let whole = Perquintill::ACCURACY.into();
	assert_eq!(
		list,
		[
			of("new.Some.some", RangeOf::Number, 100, 1),
			of("new.Some.pair", RangeOf::Number, whole, 0),
			of("new.Others.values.Part", RangeOf::Number, Perbill::ACCURACY.into(), 0),
			of("new.Others.values.Many.percent", RangeOf::Number, 100, 1),
			of("new.Others.values.Many.name", RangeOf::Text, 4, 1),
		]
	);
}

#[test]
fn the_metadata_tells_of_the_value_itself() {
	assert_eq!(Unchecked::<Flat>::type_info(), Flat::type_info());
	let of = |meta: scale_info::MetaType| meta.type_id();
	assert_eq!(of(scale_info::meta_type::<Unchecked<Flat>>()), of(scale_info::meta_type::<Flat>()));
}
