// SPDX-License-Identifier: Apache-2.0

//! Addresses. Their user, password and query may be secrets, and are shown nowhere.

use reqwest::Url;
use serde::{de, Deserialize, Deserializer};
use std::fmt;

/// An address whose secrets stay hidden.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

/// What stands in the place of a secret.
const HIDDEN: &str = "***";

impl Address {
	/// The address with everything in it: for whoever connects, and nobody else.
	pub fn exposed(&self) -> &Url {
		&self.0
	}

	/// Whether what goes there can be read on the way: neither encrypted nor within this machine.
	pub fn is_overheard(&self) -> bool {
		let encrypted = matches!(self.0.scheme(), "https" | "wss");
		let own = match self.0.host_str() {
			Some("localhost") => true,
			Some(host) => {
				let host = host.trim_start_matches('[').trim_end_matches(']');
				host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
			}
			None => false,
		};
		!encrypted && !own
	}

	/// `text` of somebody who knows the address, without its secrets.
	pub fn scrub(&self, text: &str) -> String {
		let secrets = [Some(self.0.as_str()), self.0.password(), self.0.query()];
		let replacements = [self.to_string(), HIDDEN.into(), HIDDEN.into()];
		secrets.into_iter().zip(replacements).fold(text.into(), |text: String, (secret, shown)| {
			match secret {
				Some(secret) if !secret.is_empty() => text.replace(secret, &shown),
				_ => text,
			}
		})
	}

	/// This address, below which `path` is.
	pub fn join(mut self, path: &str) -> Self {
		let path = format!("{}/{path}", self.0.path().trim_end_matches('/'));
		self.0.set_path(&path);
		self
	}
}

impl From<Url> for Address {
	fn from(url: Url) -> Self {
		Self(url)
	}
}

impl fmt::Display for Address {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "{}://", self.0.scheme())?;
		if !self.0.username().is_empty() || self.0.password().is_some() {
			write!(f, "{HIDDEN}@")?;
		}
		f.write_str(self.0.host_str().unwrap_or_default())?;
		if let Some(port) = self.0.port() {
			write!(f, ":{port}")?;
		}
		f.write_str(self.0.path())?;
		if self.0.query().is_some() {
			write!(f, "?{HIDDEN}")?;
		}
		Ok(())
	}
}

impl fmt::Debug for Address {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

/// Reads an `http` or `https` address.
pub fn http<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Address, D::Error> {
	address_of(deserializer, ["http", "https"])
}

/// Reads a `ws` or `wss` address.
pub fn web_socket<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Address, D::Error> {
	address_of(deserializer, ["ws", "wss"])
}

fn address_of<'de, D: Deserializer<'de>>(
	deserializer: D,
	schemes: [&str; 2],
) -> Result<Address, D::Error> {
	let text = String::deserialize(deserializer)?;
	let [plain, secure] = schemes;
	// What cannot be taken apart is not repeated: nobody knows which part of it is a secret.
	let url = Url::parse(&text).map_err(|error| {
		de::Error::custom(format!(
			"is no address such as {plain}://127.0.0.1:8080/ or {secure}://…: {error}"
		))
	})?;
	let address = Address(url);
	if schemes.contains(&address.0.scheme()) {
		Ok(address)
	} else {
		Err(de::Error::custom(format!("`{address}` must start with {plain}:// or {secure}://")))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn address(text: &str) -> Address {
		Url::parse(text).unwrap().into()
	}

	#[test]
	fn neither_user_nor_password_nor_query_is_shown() {
		for (text, shown) in [
			("http://127.0.0.1:8080/status", "http://127.0.0.1:8080/status"),
			("ws://[::1]:9944", "ws://[::1]:9944/"),
			("https://me:hunter2@a.example/x", "https://***@a.example/x"),
			("https://hunter2@a.example/", "https://***@a.example/"),
			("wss://:hunter2@a.example:1/", "wss://***@a.example:1/"),
			("https://a.example/x?key=hunter2#hunter2", "https://a.example/x?***"),
		] {
			let address = address(text);
			assert_eq!((address.to_string(), format!("{address:?}")), (shown.into(), shown.into()));
		}
	}

	#[test]
	fn what_others_say_of_it_is_scrubbed() {
		let address = address("wss://me:hunter2@a.example/x?key=abc");
		let said = "no way to wss://me:hunter2@a.example/x?key=abc with hunter2, asked for key=abc";
		let shown = "no way to wss://***@a.example/x?*** with ***, asked for ***";
		assert_eq!(address.scrub(said), shown);
		let plain = super::Address::from(Url::parse("ws://a.example").unwrap());
		assert_eq!(plain.scrub("refused"), "refused");
	}

	#[test]
	fn only_encryption_and_this_machine_keep_a_secret() {
		for text in ["http://a.example/", "ws://10.0.0.1/", "http://[2001:db8::1]/"] {
			assert!(address(text).is_overheard(), "{text}");
		}
		for text in
			["https://a.example/", "http://127.0.0.9:1/", "http://[::1]/", "http://localhost/"]
		{
			assert!(!address(text).is_overheard(), "{text}");
		}
	}

	#[test]
	fn a_path_is_put_below_the_one_that_is_there() {
		for text in ["http://a.example/base", "http://a.example/base/"] {
			assert_eq!(address(text).join("api/v1").to_string(), "http://a.example/base/api/v1");
		}
	}
}
