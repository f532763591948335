// SPDX-License-Identifier: Apache-2.0

//! What stands between cargo and the compiler while the runtime is compiled to wasm: the same sources are to give the
//! same bytes in whatever folder and home they lie, so that everybody can tell what a runtime on chain was made from.
//!
//! Two things that a compiler is told come from where the sources lie. It embeds the paths of files, for the messages of
//! panics; here a file is called by its package and its place in there. And it derives the names of functions, and with
//! them their order, from an identifier that cargo makes from the folder of each crate of ours; here that identifier is
//! the package, too: its name and version, which no two packages of a runtime share.
//!
//! The build script itself is the program that stands in: a wrapper has to be an executable, and this is one.

use std::{
	env,
	ffi::OsString,
	hash::{DefaultHasher, Hash, Hasher},
	process::{Command, ExitCode},
};

const TARGET: &str = "wasm32v1-none";

/// Has the cargo that compiles the runtime call this program instead of the compiler. Wrappers that somebody has set
/// are left out there, lest a runtime depend on them.
///
/// Yields a flag for the compiler that means nothing, but another thing for each text of this file: cargo does not see
/// who stands in for the compiler, and compiles anew only what was told something else.
pub fn stand_in() -> String {
	let this = env::current_exe().expect("a running program is a file");
	env::set_var("RUSTC_WRAPPER", this);
	env::remove_var("RUSTC_WORKSPACE_WRAPPER");
	let mut text = DefaultHasher::new();
	include_str!("compiler.rs").hash(&mut text);
	format!("--cfg=compiled_by=\"{:016x}\"", text.finish())
}

/// Runs the compiler if this program was called in its place, as the arguments tell: a build script gets none.
pub fn compile() -> Option<ExitCode> {
	let mut arguments = env::args_os().skip(1);
	let compiler = arguments.next()?;
	let arguments = without_folders(arguments.collect());
	let status = Command::new(&compiler)
		.args(arguments)
		.status()
		.unwrap_or_else(|error| panic!("cannot run the compiler {}: {error}", compiler.display()));
	// Ended by a signal it has no code.
	Some(status.code().map_or(ExitCode::FAILURE, |code| ExitCode::from(code as u8)))
}

/// The arguments of the compiler, without what depends on folders where they compile a crate of the runtime. What
/// runs on the building machine, as macros do, stays as it is; and so does what cargo only asks of the compiler.
fn without_folders(mut arguments: Vec<OsString>) -> Vec<OsString> {
	let is_for_runtime =
		arguments.windows(2).any(|pair| pair[0] == "--target" && pair[1] == TARGET);
	let is_identifier = |argument: &OsString| argument.to_string_lossy().starts_with("metadata=");
	let identifier = arguments.iter_mut().find(|argument| is_identifier(argument));
	if let (true, Some(identifier)) = (is_for_runtime, identifier) {
		let variable = |name| env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"));
		let package = format!("{}-{}", variable("CARGO_PKG_NAME"), variable("CARGO_PKG_VERSION"));
		*identifier = format!("metadata={package}").into();
		arguments.extend(renamed("CARGO_MANIFEST_DIR", &package));
		arguments.extend(renamed("OUT_DIR", &format!("{package}/out")));
	}
	arguments
}

/// Has the compiler call the folder in the variable of the environment `variable` by `name`.
fn renamed(variable: &str, name: &str) -> Option<OsString> {
	let mut argument = OsString::from("--remap-path-prefix=");
	argument.push(env::var_os(variable)?);
	argument.push(format!("={name}"));
	Some(argument)
}
