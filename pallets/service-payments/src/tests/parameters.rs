// SPDX-License-Identifier: Apache-2.0

//! The settings of the classes as parameters.

use crate::{
	mock::*, ClassParameter, ClassSetting, ClassSettings, Classes, Error, NewClass, Parameter,
};
use destra_primitives::{
	time::{days, hours, minutes, seconds},
	Balance, BoundedU128, BoundedU64, Governed, Ranged, ServiceClass, Step, Stepped,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perquintill;

const DSYNC: Balance = 1_000_000_000_000_000_000;

fn of(class: ServiceClass, setting: ClassSetting) -> Parameter {
	Parameter::Class(ClassParameter { class, setting })
}

fn new_class(class: ServiceClass, settings: ClassSettings) -> Parameter {
	Parameter::NewClass(NewClass { class, settings })
}

const fn burn(percent: u64) -> ClassSetting {
	ClassSetting::Burn(Perquintill::from_percent(percent))
}

#[test]
fn every_number_has_its_range_and_its_step() {
	let rows: Vec<_> = Parameter::ranges("new")
		.into_iter()
		.zip(Parameter::steps())
		.map(|(range, step)| (range.name, range.least, range.greatest, step))
		.collect();
	let half = |or| Step::Half { or };
	let period = || half(minutes(1).into());
	let whole = u128::from(Perquintill::one().deconstruct());
	let part = || (0, whole, Step::By(whole / 10));
	let form = [
		(".unit", 1, 16, Step::Any),
		(".min_price", 1, 1_000_000 * DSYNC, half(1)),
		(".max_price", 1, 1_000_000 * DSYNC, half(1)),
		(".min_prepayment", 1, 1_000_000 * DSYNC, half(1)),
	];
	let notice = |least: u64| (least.into(), days(90).into(), period());
	let other = [
		("Period", "period", (seconds(1).into(), days(366).into(), period())),
		("Burn", "burn", part()),
		("Treasury", "treasury", part()),
		("CustomerNotice", "customer_notice", notice(minutes(1))),
		("RedemptionPeriod", "redemption_period", notice(minutes(3))),
		("ProviderNotice", "provider_notice", notice(minutes(1))),
		("PriceNotice", "price_notice", notice(minutes(1))),
		("MeteredTerm", "metered_term", (hours(1).into(), days(731).into(), period())),
		("ProviderDeposit", "provider_deposit", (0, 100_000 * DSYNC, half(DSYNC))),
		("DisputeDeposit", "dispute_deposit", (1, 100_000 * DSYNC, half(1))),
		("LapsePenalty", "lapse_penalty", part()),
		("RulingPeriod", "ruling_period", notice(minutes(1))),
	];
	let mut expected = vec![];
	for form_name in ["Class.setting.Streaming", "Class.setting.Metered"] {
		let name = |part| format!("new.{form_name}{part}");
		expected.extend(form.map(|(part, least, most, step)| (name(part), least, most, step)));
	}
	for (variant, _, (least, most, step)) in other {
		expected.push((format!("new.Class.setting.{variant}"), least, most, step));
	}
	for form_name in ["NewClass.settings.streaming", "NewClass.settings.metered"] {
		let name = |part| format!("new.{form_name}{part}");
		expected.extend(form.map(|(part, least, most, step)| (name(part), least, most, step)));
	}
	for (_, field, (least, most, step)) in other {
		expected.push((format!("new.NewClass.settings.{field}"), least, most, step));
	}
	assert_eq!(rows, expected);
}

#[test]
fn a_parameter_changes_that_setting_of_that_class_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Payments::in_force();
		assert_eq!(before.len(), ServiceClass::ALL.len() * 14);
		let (old, new) = (of(GPU, burn(10)), of(GPU, burn(20)));
		assert_eq!(Payments::value_of(&new), Some(old.clone()));
		assert_ok!(put(new.clone()));
		let after = Payments::in_force();
		let changed: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
		assert_eq!(changed, [(&old, &new)]);
		assert_eq!(Payments::value_of(&of(GPU, burn(30))), Some(new));
		assert_eq!(Payments::value_of(&of(HOSTING, burn(30))), Some(of(HOSTING, burn(10))));
		assert_eq!(Classes::<Test>::get(GPU).unwrap().burn, Perquintill::from_percent(20));
	});
}

#[test]
fn a_class_begins_once_and_changes_from_then_on() {
	let classes = vec![(HOSTING, settings(HOSTING))];
	ExtBuilder::default().classes(classes).build_and_execute(|| {
		assert_noop!(put(of(GPU, burn(20))), Error::<Test>::UnknownClass);
		assert_eq!(Payments::value_of(&of(GPU, burn(20))), None);
		let low = ClassSettings { burn: Perquintill::from_percent(9), ..settings(GPU) };
		assert_noop!(put(new_class(GPU, low)), Error::<Test>::BurnTooLow);

		let new = new_class(GPU, settings(GPU));
		assert_ok!(put(new.clone()));
		assert_eq!(Payments::classes(), [(HOSTING, settings(HOSTING)), (GPU, settings(GPU))]);
		// What is in force are its settings, so nothing is a step from the class.
		assert_eq!(Payments::value_of(&new), None);
		assert_eq!(Payments::value_of(&of(GPU, burn(20))), Some(of(GPU, burn(10))));
		assert_noop!(put(new), Error::<Test>::ClassExists);
		assert_ok!(put(of(GPU, burn(20))));
	});
}

#[test]
fn a_setting_agrees_with_the_others_of_its_class() {
	ExtBuilder::default().build_and_execute(|| {
		let hosting = |setting| put(of(HOSTING, setting));
		let part = Perquintill::from_percent;
		assert_noop!(hosting(burn(9)), Error::<Test>::BurnTooLow);
		assert_noop!(hosting(burn(46)), Error::<Test>::SharesTooHigh);
		assert_noop!(hosting(ClassSetting::Treasury(part(41))), Error::<Test>::SharesTooHigh);
		let free = ClassSetting::LapsePenalty(part(0));
		assert_noop!(hosting(free), Error::<Test>::LapsePenaltyOutOfBounds);
		// With the time to open the next one 21 days and a half, and stake unbonds in 21.
		let slow = ClassSetting::RulingPeriod(BoundedU64::literal::<{ days(18) }>());
		assert_noop!(hosting(slow), Error::<Test>::DisputeTooLong);
		let mut form = settings(HOSTING).streaming.unwrap();
		(form.min_price, form.max_price) =
			(BoundedU128::literal::<3>(), BoundedU128::literal::<2>());
		let empty = ClassSetting::Streaming(Some(form));
		assert_noop!(hosting(empty), Error::<Test>::EmptyPrices);
	});
}

/// Each pair in its order, and never in the other one.
#[test]
fn settings_that_depend_on_each_other_change_together_in_one_order() {
	let customer = |notice: u64| ClassSetting::CustomerNotice(notice.try_into().unwrap());
	let price = |notice: u64| ClassSetting::PriceNotice(notice.try_into().unwrap());
	let deposit = |amount: Balance| ClassSetting::ProviderDeposit(amount.try_into().unwrap());
	let prepayments = |amount: Balance| {
		let mut form = settings(GPU).streaming.unwrap();
		form.min_prepayment = amount.try_into().unwrap();
		[ClassSetting::Streaming(Some(form.clone())), ClassSetting::Metered(Some(form))]
	};
	let [streaming, metered] = prepayments(7_000);
	let [cheap_streaming, cheap_metered] = prepayments(3_000);
	let treasury = |percent| ClassSetting::Treasury(Perquintill::from_percent(percent));
	ExtBuilder::default().build_and_execute(|| {
		for (first, then, error) in [
			(vec![price(days(12))], vec![customer(days(12))], Error::<Test>::NoticeTooShort),
			(vec![customer(days(8))], vec![price(days(8))], Error::<Test>::NoticeTooShort),
			(vec![streaming, metered], vec![deposit(7_000)], Error::<Test>::PrepaymentBelowDeposit),
			(
				vec![deposit(3_000)],
				vec![cheap_streaming, cheap_metered],
				Error::<Test>::PrepaymentBelowDeposit,
			),
			(vec![treasury(0)], vec![burn(50)], Error::<Test>::SharesTooHigh),
			(vec![burn(15)], vec![treasury(35)], Error::<Test>::SharesTooHigh),
		] {
			assert_noop!(put(of(GPU, then[0].clone())), error);
			for setting in first.into_iter().chain(then) {
				assert_ok!(put(of(GPU, setting)));
			}
		}
	});
}
