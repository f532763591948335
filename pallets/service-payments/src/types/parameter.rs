// SPDX-License-Identifier: Apache-2.0

//! What a change of parameters names.

use super::{ClassSetting, ClassSettings};
use destra_primitives::{governed, ServiceClass};

governed! {
	/// A parameter, with a value for it.
	#[frame_support::stored]
	pub enum Parameter {
		/// One setting of a class that is offered.
		#[codec(index = 0)]
		Class(ClassParameter),
		/// A class that is not offered yet.
		#[codec(index = 1)]
		NewClass(NewClass),
	}
}

governed! {
	/// One setting of a class.
	#[frame_support::stored]
	pub struct ClassParameter {
		/// The class.
		pub class: ServiceClass,
		/// What is set, and to what.
		pub setting: ClassSetting,
	}
}

governed! {
	/// A class to be offered. Its settings may be any that agree with each other: there are none that they
	/// would be a step from.
	#[frame_support::stored]
	pub struct NewClass {
		/// The class.
		pub class: ServiceClass,
		/// All of its settings.
		pub settings: ClassSettings,
	}
}
