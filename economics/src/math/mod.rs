// SPDX-License-Identifier: Apache-2.0

//! Transcendental functions in integers, with a stated error and a stated rounding direction.
//!
//! A number is a [`Real`]: 256 bits of mantissa and a binary exponent. Small values therefore keep
//! their relative precision, `2^(−400)` as well as `0.9`, and the integer part of large ones needs
//! no room of its own.
//!
//! | function | domain | rounds | relative error |
//! |---|---|---|---|
//! | [`exp2_neg`]: `2^(−x)` | `0 ≤ x < 2³⁰` | up | 2⁻²³⁸ |
//! | [`exp2`]: `2^x` | `0 ≤ x < 2³⁰` | down | 2⁻²³⁸ |
//! | [`exp_neg`]: `e^(−x)` | `0 ≤ x < 2²⁹` | up | 2⁻²³⁸ + 2⁻²⁵²·x |
//! | [`ln_1p`]: `ln(1 + x)` | `x ≥ 0` | down | 2⁻²⁴⁴ |
//! | [`ln`]: `ln x` | `x ≥ 1` | down | 2⁻²⁴⁴ |
//! | [`pow_neg_1p`]: `(1 + x)^(−p)` | `p·ln(1 + x) < 2²⁹` | up | 2⁻²³⁸ + 2⁻²⁴²·p·ln(1 + x) |
//! | [`pow_neg`]: `x^(−p)` | `x ≥ 1`, `p·ln x < 2²⁹` | up | 2⁻²³⁸ + 2⁻²⁴²·p·ln x |
//!
//! "Rounds up" means: never below the exact value *of the argument as given*. The functions that
//! yield what a reservoir retains round up, those that feed their argument round down, so that
//! a composition of them errs to one side only: what has been emitted is never overstated.
//!
//! Above its domain a power stays at the value of the domain's end, `2^(∓2³⁰)`.
//!
//! # Why a target never falls
//!
//! The functions are not proven monotone bit by bit; they need not be. From one argument of a
//! stream's target to the next, what the reservoir retains falls by at least 2⁻¹⁹³ of itself: by
//! `ln 2 / H` for each millisecond of the fixed stream, and by `ln 2 · D / (H·(b₀·D + ln 2 · C))`
//! for each unit · millisecond of a KPI stream, with `H`, `b₀` and `D` below 2⁶⁴ and `C` below
//! 2¹²⁸. All errors together stay below 2⁻²³⁰ of it for as long as more than the last planck is
//! left, so a larger argument always retains less.

mod exp;
mod log;
mod real;
mod tables;

pub use exp::{exp2, exp2_neg, exp_neg};
pub use log::{ln, ln_1p, pow_neg, pow_neg_1p};
pub use real::Real;
