// SPDX-License-Identifier: Apache-2.0

//! Puts the version and the commit into the binary. Outside a checkout the commit is all zeros.

use substrate_build_script_utils::{generate_cargo_keys, rerun_if_git_head_changed};

fn main() {
	generate_cargo_keys();
	rerun_if_git_head_changed();
}
