// SPDX-License-Identifier: Apache-2.0

//! The file system that holds a path, in bytes.

use super::{Source, SourceError};
use crate::{
	apart::Slot,
	config::{DiskConfig, DiskFigure},
	number::Number,
};
use async_trait::async_trait;
use rustix::fs::{statvfs, StatVfs};

/// A figure of a file system.
pub struct Disk {
	config: DiskConfig,
	slot: Slot,
}

impl Disk {
	/// Reads what `config` names.
	pub fn new(config: DiskConfig) -> Self {
		Self { config, slot: Slot::default() }
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
	fn place(&self) -> String {
		self.config.path.display().to_string()
	}

	async fn read(&self) -> Result<Number, SourceError> {
		let path = self.config.path.clone();
		let figures = self.slot.run(move || statvfs(path)).await?;
		let figures = figures.map_err(|error| SourceError::Down(error.to_string()))?;
		Ok(bytes(&figures, self.config.what))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::apart::tests::endless;
	use num_traits::Signed;
	use std::time::Duration;

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
		assert!(error.to_string().starts_with("source is down: No such file"), "{error}");
	}

	#[tokio::test]
	async fn a_mount_that_hangs_is_asked_once() {
		let disk = Disk::new(DiskConfig { path: "/".into(), what: DiskFigure::Total });
		let (held, work) = endless(&Default::default());
		let hanging = tokio::time::timeout(Duration::from_millis(20), disk.slot.run(work)).await;
		assert!(hanging.is_err());
		assert_eq!(disk.read().await.unwrap_err().reason(), "hangs");
		drop(held);
	}
}
