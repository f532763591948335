// SPDX-License-Identifier: Apache-2.0

//! The file system that holds a path, in bytes.

use super::{Source, SourceError};
use crate::{
	config::{DiskConfig, DiskFigure},
	number::Number,
};
use async_trait::async_trait;
use rustix::fs::{statvfs, StatVfs};

/// A figure of a file system.
pub struct Disk {
	config: DiskConfig,
}

impl Disk {
	/// Reads what `config` names.
	pub fn new(config: DiskConfig) -> Self {
		Self { config }
	}
}

fn bytes(figures: &StatVfs, what: DiskFigure) -> Number {
	let blocks = match what {
		DiskFigure::Total => figures.f_blocks,
		DiskFigure::Available => figures.f_bavail,
		DiskFigure::Used => figures.f_blocks.saturating_sub(figures.f_bfree),
	};
	Number::from_integer(blocks.into()) * Number::from_integer(figures.f_frsize.into())
}

#[async_trait]
impl Source for Disk {
	async fn read(&self) -> Result<Number, SourceError> {
		let DiskConfig { path, what } = &self.config;
		let asked = path.clone();
		// A file system may hang, a network one for ever; that must not stop the agent.
		let figures = tokio::task::spawn_blocking(move || statvfs(asked))
			.await
			.map_err(|error| SourceError::Down(error.to_string()))?
			.map_err(|error| SourceError::Down(format!("{}: {error}", path.display())))?;
		Ok(bytes(&figures, *what))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use num_traits::Signed;

	async fn read(path: &str, what: DiskFigure) -> Result<Number, SourceError> {
		Disk::new(DiskConfig { path: path.into(), what }).read().await
	}

	#[test]
	fn figures_are_blocks_times_their_size() {
		let mut figures = statvfs("/").unwrap();
		figures.f_frsize = 4096;
		figures.f_blocks = 1_000;
		figures.f_bfree = 300;
		figures.f_bavail = 250;
		for (what, blocks) in
			[(DiskFigure::Total, 1_000), (DiskFigure::Available, 250), (DiskFigure::Used, 700)]
		{
			assert_eq!(bytes(&figures, what), Number::from_integer((blocks * 4096).into()));
		}
	}

	#[tokio::test]
	async fn a_real_file_system_has_a_size_and_a_missing_path_none() {
		assert!(read("/", DiskFigure::Total).await.unwrap().is_positive());
		let error = read("/nowhere/at/all", DiskFigure::Used).await.unwrap_err();
		assert!(error.to_string().contains("/nowhere/at/all"), "{error}");
	}
}
