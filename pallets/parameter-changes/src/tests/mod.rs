// SPDX-License-Identifier: Apache-2.0

mod announcement;
mod effect;
mod genesis;
mod notice;
mod properties;
mod try_state;
