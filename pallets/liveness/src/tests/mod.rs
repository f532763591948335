// SPDX-License-Identifier: Apache-2.0

//! Tests.

mod finality;
mod heartbeats;
mod history;
mod sets;
