// SPDX-License-Identifier: Apache-2.0

//! Tasks that end because the node does are no failures.
//!
//! An essential task that ends by itself stops the node with an error. When the node is stopped, its tasks are
//! dropped wherever they wait; but one of the transaction pool waits by blocking its thread, until the pool is gone,
//! and so ends by itself after all. Its end was reported as a failure at every clean stop.

use futures::future::BoxFuture;
use sc_service::SpawnEssentialTaskHandle;
use sp_core::traits::SpawnEssentialNamed;

/// Spawns essential tasks whose end counts as a failure only while the node runs.
#[derive(Clone)]
pub struct WhileRunning(pub SpawnEssentialTaskHandle);

/// The task, with one more look at whether the node is being stopped between its end and the report of it: whoever
/// polls it looks there first. A panic is reported at once.
async fn with_a_last_look(task: BoxFuture<'static, ()>) {
	task.await;
	tokio::task::yield_now().await;
}

impl SpawnEssentialNamed for WhileRunning {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		task: BoxFuture<'static, ()>,
	) {
		self.0.spawn_blocking(name, group, with_a_last_look(task));
	}

	fn spawn_essential(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		task: BoxFuture<'static, ()>,
	) {
		self.0.spawn(name, group, with_a_last_look(task));
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::FutureExt;
	use sc_service::TaskManager;
	use std::sync::mpsc;
	use substrate_prometheus_endpoint::Registry;

	/// How many tasks of that name ended for this reason.
	fn ended(registry: &Registry, reason: &str) -> u64 {
		let families = registry.gather();
		let ended =
			families.iter().find(|family| family.get_name() == "substrate_tasks_ended_total");
		let metrics = ended.map(|family| family.get_metric()).unwrap_or_default();
		let of_reason = metrics
			.iter()
			.filter(|metric| metric.get_label().iter().any(|label| label.get_value() == reason));
		of_reason.map(|metric| metric.get_counter().get_value() as u64).sum()
	}

	/// A task manager with a task that ends, its thread blocked until then, when the sender is gone.
	fn with_task(runtime: &tokio::runtime::Runtime) -> (TaskManager, Registry, mpsc::Sender<()>) {
		let registry = Registry::new();
		let manager = TaskManager::new(runtime.handle().clone(), Some(&registry)).unwrap();
		let (sender, receiver) = mpsc::channel::<()>();
		let (begun, has_begun) = mpsc::channel();
		let task = async move {
			begun.send(()).unwrap();
			while receiver.recv().is_ok() {}
		};
		WhileRunning(manager.spawn_essential_handle()).spawn_essential_blocking(
			"blocks",
			None,
			task.boxed(),
		);
		has_begun.recv().unwrap();
		(manager, registry, sender)
	}

	#[test]
	fn a_task_that_ends_after_the_node_was_stopped_is_interrupted() {
		let runtime = tokio::runtime::Runtime::new().unwrap();
		let (manager, registry, sender) = with_task(&runtime);
		drop(manager);
		drop(sender);
		// Waits for the threads that are blocked.
		drop(runtime);
		assert_eq!((ended(&registry, "interrupted"), ended(&registry, "finished")), (1, 0));
	}

	#[test]
	fn a_task_that_ends_while_the_node_runs_stops_it() {
		let runtime = tokio::runtime::Runtime::new().unwrap();
		let (mut manager, registry, sender) = with_task(&runtime);
		drop(sender);
		assert!(runtime.block_on(manager.future()).is_err());
		drop(runtime);
		assert_eq!((ended(&registry, "interrupted"), ended(&registry, "finished")), (0, 1));
	}
}
