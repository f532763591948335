// SPDX-License-Identifier: Apache-2.0

//! The versions that docs/versions.md binds together.

use crate::VERSION;

/// The version of a runtime whose crates have the version `crates`.
fn spec_version_of(crates: &str) -> u32 {
	let numbers: Vec<u32> =
		crates.split('.').map(|number| number.parse().expect("three numbers")).collect();
	let [major, minor, patch] = numbers[..] else { panic!("{crates} is not three numbers") };
	assert!(minor < 100 && patch < 100, "{crates} would have the version of another release");
	10_000 * major + 100 * minor + patch
}

#[test]
fn the_version_of_the_runtime_is_that_of_the_crates() {
	assert_eq!(spec_version_of("1.2.3"), 10_203);
	assert_eq!(VERSION.spec_version, spec_version_of(env!("CARGO_PKG_VERSION")));
}
