// SPDX-License-Identifier: Apache-2.0

//! Signs a voucher, and verifies one.
//!
//! ```text
//! cargo run -p destra-vouchers --example vouchers -- sign --genesis 0x… --provider 5FHneW… \
//!     --agreement 42 --amount 1500000000000000000 --valid-until 1924991999999 --suri //Alice
//! cargo run -p destra-vouchers --example vouchers -- verify --genesis 0x… --provider 5FHneW… \
//!     --signer 5Grwva… 0x2a00…
//! ```
//!
//! The exit status is 2 where the input is bad, 1 where a voucher is none of this signer for this
//! provider on this chain.

mod options;

use destra_vouchers::{client::Signer, SignedVoucher};
use options::{Command, Options, Place, Request};
use sp_core::bytes::to_hex;
use std::{
	error::Error,
	io::{self, Read},
	process::ExitCode,
};

fn main() -> ExitCode {
	match Options::parse(std::env::args().skip(1)).and_then(run) {
		Ok(code) => code,
		Err(error) => {
			eprintln!("vouchers: {error}");
			ExitCode::from(2)
		}
	}
}

fn run(options: Options) -> Result<ExitCode, Box<dyn Error>> {
	let Options { place, command } = options;
	match command {
		Command::Sign(request) => {
			println!("{}", sign(&place, &request)?);
			Ok(ExitCode::SUCCESS)
		}
		Command::Verify { signer, text } => {
			let signed = SignedVoucher::from_bytes(&options::bytes("the voucher", &text)?)?;
			let voucher = signed.voucher;
			println!(
				"agreement {}, {} planck in all, valid until {}, {}",
				voucher.agreement,
				voucher.amount,
				voucher.valid_until,
				signed.signature.scheme()
			);
			if signed.is_signed_by(&signer, &place.genesis_hash, &place.provider) {
				println!("signed by {signer}");
				return Ok(ExitCode::SUCCESS);
			}
			eprintln!("vouchers: {signer} did not sign this for {} on this chain", place.provider);
			Ok(ExitCode::FAILURE)
		}
	}
}

fn sign(place: &Place, request: &Request) -> Result<String, Box<dyn Error>> {
	let suri = match request.suri.as_str() {
		"-" => first_line(io::stdin())?,
		suri => suri.into(),
	};
	let signer = Signer::from_suri(request.scheme, &suri, None)?;
	let signed = signer.sign(request.voucher, &place.genesis_hash, &place.provider);
	Ok(to_hex(&signed.to_bytes(), false))
}

fn first_line(mut input: impl Read) -> Result<String, io::Error> {
	let mut text = String::new();
	input.read_to_string(&mut text)?;
	Ok(text.lines().next().unwrap_or_default().trim().into())
}

#[cfg(test)]
mod tests {
	use super::*;

	const GENESIS: &str = "0x00000000000000000000000000000000000000000000000000000000000000aa";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	/// With the place of the tests, where the line names none.
	fn options(line: &str) -> Result<Options, Box<dyn Error>> {
		let place = [("--genesis", GENESIS), ("--provider", BOB)];
		let missing = place.into_iter().filter(|(option, _)| !line.contains(option));
		let place = missing.flat_map(|(option, value)| [option, value]);
		Options::parse(line.split_whitespace().chain(place).map(String::from))
	}

	fn verify(text: &str, signer: &str) -> Result<ExitCode, Box<dyn Error>> {
		run(options(&format!("verify --signer {signer} {text}"))?)
	}

	#[test]
	fn what_it_signs_it_verifies() {
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let line = "sign --agreement 42 --amount 1500 --valid-until 9 --suri //Alice";
		let Options { place, command: Command::Sign(request) } = options(line).unwrap() else {
			panic!("that is to be signed");
		};
		let text = sign(&place, &request).unwrap();
		assert_eq!(verify(&text, alice).unwrap(), ExitCode::SUCCESS);
		assert_eq!(verify(&text, BOB).unwrap(), ExitCode::FAILURE);

		let cut = &text[..text.len() - 2];
		let error = verify(cut, alice).unwrap_err().to_string();
		assert_eq!(
			error,
			"the voucher is cut off: it has 96 bytes, with its signature it must have 97"
		);
		let error = verify("0x2g", alice).unwrap_err().to_string();
		assert!(
			error.starts_with("the voucher '0x2g' is not bytes in hexadecimal digits"),
			"{error}"
		);
	}

	#[test]
	fn bad_input_is_named() {
		let error = |line: &str| options(line).err().unwrap().to_string();
		let base = "sign --agreement 42 --amount 1500 --valid-until 9 --suri //Alice";
		for (line, expected) in [
			("", "say what to do"),
			("sing", "unknown command 'sing'"),
			("sign --agreement 1", "--amount is missing"),
			("verify 0x", "--signer is missing"),
			(&base.replace("1500", "1.5"), "--amount '1.5' is not a whole number"),
			(&base.replace("42", "-1"), "--agreement '-1' is not a whole number"),
			(&format!("{base} --scheme rsa"), "unknown scheme 'rsa'"),
			(&format!("{base} --genesis 0x12"), "--genesis '0x12' is not 32 bytes"),
			(&format!("{base} --provider nobody"), "--provider 'nobody' is not an account"),
			(&format!("{base} --colour red"), "unknown option --colour"),
			(&format!("{base} --amount 2"), "--amount is given twice, first as '1500'"),
			(&format!("{base} --scheme"), "--scheme of what?"),
			(&format!("{base} more"), "'more' is too much"),
		] {
			let error = error(line);
			assert!(error.starts_with(expected), "{line}: {error}");
		}
		let Options { command: Command::Sign(request), place } =
			options(&base.replace("//Alice", "nonsense")).unwrap()
		else {
			panic!("that is to be signed");
		};
		assert!(sign(&place, &request).is_err());
	}
}
