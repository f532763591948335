// SPDX-License-Identifier: Apache-2.0

//! Stands in for the crate `wasm-opt`, the C++ optimiser that `substrate-wasm-builder` runs over a
//! runtime, and which takes longer to compile than all of the chain.
//!
//! The builder asks it for two passes and no optimisation: to lower the operators that came after
//! the first version of WebAssembly, and to drop debug information. The target `wasm32v1-none`
//! emits nothing that would have to be lowered, so here the first pass is a *check*: a module that
//! uses anything later is refused, with the place and the reason, and nothing is written. The code
//! itself stays as the compiler made it, and no installed tool has a say in what a runtime is.
//!
//! Only what `substrate-wasm-builder` calls is here: another version of it that asks for more does
//! not compile, instead of getting less than it asked for.

#![deny(missing_docs)]

use std::{fs, io, path::Path};
use wasmparser::{BinaryReaderError, Parser, Payload, Validator, WasmFeatures};

/// What `wasm32v1-none` may emit: the first version of WebAssembly, and globals that can be
/// imported and exported although they change.
const FEATURES: WasmFeatures = WasmFeatures::WASM1;

/// The magic number and the version, before the first section.
const HEADER: usize = 8;

/// Why a module was refused.
#[derive(Debug, thiserror::Error)]
pub enum OptimizationError {
	/// The module could not be read.
	#[error("cannot read {0}: {1}")]
	Read(String, #[source] io::Error),
	/// The result could not be written.
	#[error("cannot write {0}: {1}")]
	Write(String, #[source] io::Error),
	/// The module is no WebAssembly of the first version.
	#[error(
		"{0} is no module of WebAssembly 1.0, which every executor of a runtime understands: {1}. \
		 Build it for the target wasm32v1-none, without RUSTFLAGS that switch on later features"
	)]
	Invalid(String, #[source] BinaryReaderError),
}

/// What is done to a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
	/// Drop debug information in the format DWARF.
	StripDwarf,
	/// Nothing to do: a module with operators that would have to be lowered is refused.
	SignextLowering,
}

/// The passes over a module.
#[derive(Clone, Debug, Default)]
pub struct OptimizationOptions {
	strip_dwarf: bool,
}

impl OptimizationOptions {
	/// No optimisation, which is all there is.
	pub fn new_opt_level_0() -> Self {
		Self::default()
	}

	/// Always so.
	pub fn mvp_features_only(&mut self) -> &mut Self {
		self
	}

	/// The names of functions stay, always.
	pub fn debug_info(&mut self, _: bool) -> &mut Self {
		self
	}

	/// Adds a pass.
	pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
		self.strip_dwarf |= pass == Pass::StripDwarf;
		self
	}

	/// Checks the module in `infile` and writes it to `outfile`, which may be the same.
	pub fn run(
		&self,
		infile: impl AsRef<Path>,
		outfile: impl AsRef<Path>,
	) -> Result<(), OptimizationError> {
		let name = |path: &Path| path.display().to_string();
		let (infile, outfile) = (infile.as_ref(), outfile.as_ref());
		let module =
			fs::read(infile).map_err(|error| OptimizationError::Read(name(infile), error))?;
		let kept = check(&module)
			.and_then(
				|()| if self.strip_dwarf { without_dwarf(&module) } else { Ok(module.clone()) },
			)
			.map_err(|error| OptimizationError::Invalid(name(infile), error))?;
		fs::write(outfile, kept).map_err(|error| OptimizationError::Write(name(outfile), error))
	}
}

fn check(module: &[u8]) -> Result<(), BinaryReaderError> {
	Validator::new_with_features(FEATURES).validate_all(module).map(|_| ())
}

/// The module without its sections `.debug_*`, all else byte for byte.
fn without_dwarf(module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
	let mut kept = module[..HEADER].to_vec();
	// Where the next section begins, with its number and length.
	let mut begin = HEADER;
	for payload in Parser::new(0).parse_all(module) {
		let payload = payload?;
		let Some((_, contents)) = payload.as_section() else { continue };
		let is_dwarf =
			matches!(&payload, Payload::CustomSection(s) if s.name().starts_with(".debug_"));
		if !is_dwarf {
			kept.extend_from_slice(&module[begin..contents.end]);
		}
		begin = contents.end;
	}
	Ok(kept)
}

#[cfg(test)]
mod tests {
	use super::*;

	const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

	/// A module with one function from `i32` to `i32` that applies `operator` to its argument.
	fn with_operator(operator: u8) -> Vec<u8> {
		let types = [1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f];
		let functions = [3, 2, 1, 0];
		let code = [10, 7, 1, 5, 0, 0x20, 0, operator, 0x0b];
		[EMPTY, &types, &functions, &code].concat()
	}

	fn custom(name: &str, contents: &[u8]) -> Vec<u8> {
		let length = (1 + name.len() + contents.len()) as u8;
		[&[0, length, name.len() as u8], name.as_bytes(), contents].concat()
	}

	/// What comes out for `module`, with the passes of the builder.
	fn run(module: &[u8]) -> Result<Vec<u8>, OptimizationError> {
		let folder = tempfile::tempdir().expect("a folder can be made");
		let (from, to) = (folder.path().join("from.wasm"), folder.path().join("to.wasm"));
		fs::write(&from, module).expect("the module can be written");
		OptimizationOptions::new_opt_level_0()
			.mvp_features_only()
			.debug_info(true)
			.add_pass(Pass::StripDwarf)
			.add_pass(Pass::SignextLowering)
			.run(&from, &to)
			.inspect_err(|_| {
				assert!(!to.exists(), "nothing is written of a module that is refused")
			})?;
		Ok(fs::read(&to).expect("the result was written"))
	}

	#[test]
	fn a_module_of_the_first_version_stays_as_it_is() {
		// i32.eqz
		let module = with_operator(0x45);
		assert_eq!(run(&module).unwrap(), module);
	}

	#[test]
	fn debug_information_goes_and_all_else_stays() {
		let code = with_operator(0x45);
		let dwarf = custom(".debug_info", b"where it came from");
		let names = custom("name", b"");
		let version = custom("runtime_version", b"0123");
		let module = [&code[..], &dwarf, &names, &custom(".debug_line", b""), &version].concat();
		assert_eq!(run(&module).unwrap(), [code, names, version].concat());
	}

	#[test]
	fn an_operator_of_a_later_version_is_refused_by_name() {
		// i32.extend8_s, of the proposal that the builder wants lowered.
		let error = run(&with_operator(0xc0)).unwrap_err().to_string();
		assert!(error.contains("sign extension") && error.contains("wasm32v1-none"), "{error}");
	}

	#[test]
	fn what_is_no_module_is_refused() {
		assert!(matches!(run(b"not a module"), Err(OptimizationError::Invalid(..))));
		assert!(matches!(run(&EMPTY[..5]), Err(OptimizationError::Invalid(..))));
		let missing = OptimizationOptions::new_opt_level_0().run("/nowhere/from", "/nowhere/to");
		assert!(matches!(missing, Err(OptimizationError::Read(..))));
	}
}
