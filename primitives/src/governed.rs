// SPDX-License-Identifier: Apache-2.0

//! The seam between the pallets that have parameters and the one place that changes them.

use crate::Stepped;
use alloc::vec::Vec;
use codec::{FullCodec, MaxEncodedLen};
use core::fmt::{Debug, Display};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight, PalletError};

/// Has parameters that governance can change, and says whether a value for one agrees with all else.
///
/// Whoever calls [`put`](Self::put) has looked whether the value lies in its range, and how far it moves.
/// Implemented by the pallets with parameters, and by the runtime for all of them.
pub trait Governed {
	/// A parameter, with a value for it.
	type Parameter: Stepped<Wire: Send + Sync> + FullCodec + MaxEncodedLen + Clone + Eq + Debug;

	/// Every parameter, with the value in force.
	fn in_force() -> Vec<Self::Parameter>;

	/// The value in force of what `new` is a value of; `None` of what comes to be, or ceases to.
	fn value_of(new: &Self::Parameter) -> Option<Self::Parameter> {
		Self::in_force().into_iter().find(|value| value.same(new))
	}

	/// Puts `new` in force, unless it contradicts what else is in force. An error leaves nothing behind that
	/// the caller would not roll back.
	fn put(new: Self::Parameter) -> DispatchResult;

	/// The most that [`value_of`](Self::value_of) and [`put`](Self::put) may take together.
	fn weight(new: &Self::Parameter) -> Weight;
}

/// What no change may let come true, whatever else is in force.
#[frame_support::stored]
#[derive(PalletError, Copy)]
pub enum EconomicFault {
	/// A majority of the oracle's reporters could gain more than it puts at stake: their bonds are too small for
	/// what the metrics that they decide release.
	#[codec(index = 0)]
	CorruptionPays,
	/// Over the whole life of the emission a category would come to less, or to more, of the maximum supply than
	/// it ever may.
	#[codec(index = 1)]
	CategoryOutOfRange,
	/// Over the whole life of the emission more would be minted for a category than its share of the maximum
	/// supply.
	#[codec(index = 2)]
	CategoryAboveCap,
}

/// Watches over what holds between the parameters of several pallets. Implemented by the runtime.
pub trait EconomicGuard {
	/// What it looks at, as it stands at a time.
	type Standing;

	/// What it finds, with the figures.
	type Finding: Into<EconomicFault> + Display;

	/// How it stands now.
	fn standing() -> Self::Standing;

	/// Whether `after` may take the place of `before`; `None` at genesis.
	fn permit(before: Option<&Self::Standing>, after: &Self::Standing)
		-> Result<(), Self::Finding>;

	/// Makes both cost as much as they can.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {}
}

/// What is never found.
pub enum Nothing {}

impl From<Nothing> for EconomicFault {
	fn from(nothing: Nothing) -> Self {
		match nothing {}
	}
}

impl Display for Nothing {
	fn fmt(&self, _f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		match *self {}
	}
}

/// Permits everything.
impl EconomicGuard for () {
	type Standing = ();
	type Finding = Nothing;

	fn standing() {}

	fn permit(_before: Option<&()>, _after: &()) -> Result<(), Nothing> {
		Ok(())
	}
}

/// Declares the parameters of a runtime: one variant for each pallet that has some, and the type that is
/// [`Governed`] by handing each to its pallet.
#[macro_export]
macro_rules! parameters {
	(
		$(#[$meta:meta])*
		$vis:vis enum $name:ident;
		$(#[$all_meta:meta])*
		$all_vis:vis struct $all:ident;
		$($(#[doc = $doc:literal])* $index:literal => $variant:ident: $pallet:ty as $parameter:ty),* $(,)?
	) => {
		$crate::governed! {
			$(#[$meta])*
			$vis enum $name {
				$($(#[doc = $doc])* #[codec(index = $index)] $variant($parameter)),*
			}
		}

		$(
			impl From<$parameter> for $name {
				fn from(value: $parameter) -> Self {
					Self::$variant(value)
				}
			}
		)*

		$(#[$all_meta])*
		$all_vis struct $all;

		impl $crate::Governed for $all {
			type Parameter = $name;

			fn in_force() -> $crate::stepped::Vec<$name> {
				let mut all = $crate::stepped::Vec::new();
				$(all.extend(<$pallet as $crate::Governed>::in_force().into_iter().map($name::$variant));)*
				all
			}

			fn value_of(new: &$name) -> Option<$name> {
				match new {
					$($name::$variant(new) => {
						<$pallet as $crate::Governed>::value_of(new).map($name::$variant)
					})*
				}
			}

			fn put(new: $name) -> sp_runtime::DispatchResult {
				match new {
					$($name::$variant(new) => <$pallet as $crate::Governed>::put(new)),*
				}
			}

			fn weight(new: &$name) -> frame_support::weights::Weight {
				match new {
					$($name::$variant(new) => <$pallet as $crate::Governed>::weight(new)),*
				}
			}
		}
	};
}
