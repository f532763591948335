# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the scripts share: messages, the target directory, the chosen toolchain. Source it, do not run it.
set -euo pipefail

REPO="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
CACHE_DIR="${XDG_CACHE_HOME:-$HOME/.cache}/destra-chain"
# Outside the tree, so that a fresh clone finds what an older one has compiled.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$CACHE_DIR/target}"
# Decisions of scripts/setup that hold for later runs: one file each.
STAMP_DIR="$CACHE_DIR/setup"
# A Node.js of our own, where the distribution's is too old for the journeys.
NODE_HOME="$CACHE_DIR/nodejs"
export REPO STAMP_DIR NODE_HOME

# --- messages: all to stderr, coloured for people, plain for logs -----------------------------------

if [[ -t 2 && -z "${NO_COLOR:-}" && "${TERM:-dumb}" != dumb ]]; then
	BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' YELLOW=$'\e[33m' GREEN=$'\e[32m' PLAIN=$'\e[0m'
else
	BOLD='' DIM='' RED='' YELLOW='' GREEN='' PLAIN=''
fi
export BOLD DIM RED YELLOW GREEN PLAIN

say() { printf '%s\n' "$*" >&2; }
note() { printf '%s%s%s\n' "$DIM" "$*" "$PLAIN" >&2; }
warn() { printf '%swarning:%s %s\n' "$YELLOW" "$PLAIN" "$*" >&2; }
# die "what happened, where, and what to do about it"
die() {
	printf '%serror:%s %s\n' "$RED" "$PLAIN" "$*" >&2
	exit 1
}

# No script ends without a word: what fails unforeseen is named (not what is meant to, under `set +e`).
set -E
trap '[[ $- != *e* ]] || printf "%serror:%s status %s at %s:%s: %s\n" "$RED" "$PLAIN" "$?" "${BASH_SOURCE[0]}" "$LINENO" "$BASH_COMMAND" >&2' ERR

# The seconds in $1 as "1m05s".
duration() {
	if (($1 < 60)); then printf '%ds' "$1"; else printf '%dm%02ds' $(($1 / 60)) $(($1 % 60)); fi
}

# The header of a step, with the time since the script began.
step() { printf '%s==> [%s] %s%s\n' "$BOLD" "$(duration "$SECONDS")" "$*" "$PLAIN" >&2; }

# Runs a command and shows it first; its failure names it.
run() {
	note "+ $*"
	"$@" || die "this command failed with status $?: $*"
}

# The comment block at the head of a script is its help text.
usage() { awk 'NR > 2 && !/^#/ { exit } NR > 2 { sub(/^# ?/, ""); print }' "$0"; }

# --- the toolchain that scripts/setup has chosen ----------------------------------------------------

# A toolchain is a folder with rustc, cargo, rustfmt and clippy. Its programs are called directly, never
# through rustup's proxies: they would try to fetch what rust-toolchain.toml names, wherever they are.
use_toolchain() {
	local bin
	[[ -r "$STAMP_DIR/toolchain" ]] || die "no toolchain has been chosen yet: run scripts/setup"
	bin="$(sed -n 1p "$STAMP_DIR/toolchain")"
	[[ -x "$bin/cargo" ]] || die "the toolchain in $bin is gone: run scripts/setup"
	unset RUSTC RUSTUP_TOOLCHAIN RUSTC_WRAPPER
	export PATH="$bin:$PATH"
	use_nodejs
}

# Puts our own Node.js first, if scripts/setup had to fetch one.
use_nodejs() {
	if [[ -x "$NODE_HOME/node_modules/.bin/node" ]]; then
		export PATH="$NODE_HOME/node_modules/.bin:$PATH"
	fi
}

# --- what a release build leaves --------------------------------------------------------------------

NODE_BIN="$CARGO_TARGET_DIR/release/destra-node"
AGENT_BIN="$CARGO_TARGET_DIR/release/destra-oracle-agent"
RUNTIME_WASM="$CARGO_TARGET_DIR/release/wbuild/destra-runtime/destra_runtime.compact.compressed.wasm"
# The program of `economics` that prints emission targets: the journeys compare with it.
CURVE_BIN="$CARGO_TARGET_DIR/release/examples/curve"
export NODE_BIN AGENT_BIN RUNTIME_WASM CURVE_BIN

# Builds the node and the agent. Both in one call, so that shared crates get one set of features.
build_release() {
	run cargo build --locked --release -p destra-node -p destra-oracle-agent
}
