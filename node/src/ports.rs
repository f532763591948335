// SPDX-License-Identifier: Apache-2.0

//! A node that is told where to listen listens there, or does not start.
//!
//! Left alone, it would serve RPC at another port where somebody has the one it was given, and its metrics and other nodes
//! nowhere, with no more than a line in the log: wallets, agents and Prometheus would go on asking somebody else, and
//! nobody would reach a validator.

use sc_network::multiaddr::{Multiaddr, Protocol};
use sc_service::config::{Configuration, RpcConfiguration};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

/// Fails unless the ports of this node are free. A port 0 is any free one.
pub fn check(config: &Configuration) -> Result<(), String> {
	let rpc = rpc_addresses(&config.rpc).into_iter().map(|address| (address, "--rpc-port"));
	let prometheus = config.prometheus_config.as_ref();
	let prometheus = prometheus.map(|metrics| (metrics.port, "--prometheus-port"));
	let network = config.network.listen_addresses.iter().filter_map(socket);
	are_free(rpc.chain(prometheus).chain(network.map(|address| (address, "--port"))))
}

/// Where other nodes have to be listened for. As with RPC, IPv6 is an offer.
fn socket(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	match (parts.next()?, parts.next()?) {
		(Protocol::Ip4(ip), Protocol::Tcp(port)) => Some((ip, port).into()),
		_ => None,
	}
}

/// Where RPC has to be served. The same at the IPv6 address of this machine is an offer that not every machine can make.
fn rpc_addresses(rpc: &RpcConfiguration) -> Vec<SocketAddr> {
	match &rpc.addr {
		Some(endpoints) => endpoints
			.iter()
			.filter(|endpoint| !endpoint.is_optional)
			.map(|endpoint| endpoint.listen_addr)
			.collect(),
		None => vec![(Ipv4Addr::LOCALHOST, rpc.port).into()],
	}
}

/// Fails at the first address that cannot be listened at, and names it with the option that chose it. All are held until
/// the last is tried, so that one that is named twice counts as taken.
fn are_free(addresses: impl Iterator<Item = (SocketAddr, &'static str)>) -> Result<(), String> {
	let chosen = addresses.filter(|(address, _)| address.port() != 0);
	chosen
		.map(|(address, option)| {
			TcpListener::bind(address).map_err(|error| {
				format!(
					"Cannot listen at {address}: {error}. End the program that does, or choose another port with \
					 `{option}`; 0 takes a free one."
				)
			})
		})
		.collect::<Result<Vec<_>, _>>()
		.map(drop)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn free(port: u16) -> (SocketAddr, &'static str) {
		((Ipv4Addr::LOCALHOST, port).into(), "--some-port")
	}

	#[test]
	fn a_port_that_somebody_has_is_named_with_its_option() {
		let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
		let taken = holder.local_addr().unwrap().port();
		let error = are_free([free(0), free(taken)].into_iter()).unwrap_err();
		assert!(error.contains(&format!("127.0.0.1:{taken}: ")), "{error}");
		assert!(error.contains("`--some-port`"), "{error}");

		drop(holder);
		are_free([free(taken)].into_iter()).unwrap();
		let twice = are_free([free(taken), free(taken)].into_iter());
		assert!(twice.is_err(), "one node cannot listen twice at one port");
	}

	#[test]
	fn any_number_of_free_ports_can_be_asked_for() {
		are_free([free(0), free(0)].into_iter()).unwrap();
	}
}
