# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the scripts share: messages, the target directory, the chosen toolchain. Source it, do not run it.
set -euo pipefail

REPO="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
CACHE_DIR="${XDG_CACHE_HOME:-$HOME/.cache}/destra-chain"
# Outside the tree, so that a fresh clone finds what an older one has compiled.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$CACHE_DIR/target}"
# A run of CI compiles a crate once: noting what could be used again the next time is wasted there.
[[ -z "${CI:-}" ]] || export CARGO_INCREMENTAL="${CARGO_INCREMENTAL:-0}"
# Decisions of scripts/setup that hold for later runs: one file each.
STAMP_DIR="$CACHE_DIR/setup"
# A Node.js of our own, where the distribution's is too old for the journeys.
NODE_HOME="$CACHE_DIR/nodejs"
# The program that tests the rules of ops/prometheus, where the package is not installed.
PROMTOOL="$CACHE_DIR/promtool"
export REPO STAMP_DIR NODE_HOME PROMTOOL

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

# Puts into the variable $1 the seconds of computation of this shell and of all that it has waited for. (A command
# substitution would be another shell, which has waited for nothing.)
computation() {
	local file
	file="$(mktemp)"
	times >"$file"
	# Two lines of user and system time, of the shell and of what it started: 0m0,120s 1m2,340s.
	printf -v "$1" '%s' "$(tr , . <"$file" | awk -F'[ms ]+' '{ sum += $1 * 60 + $2 + $3 * 60 + $4 } END { printf "%d", sum }')"
	rm "$file"
}

# The seconds of computation in $1 as "12.3 core-minutes".
core_minutes() { printf '%d.%d core-minutes' $(($1 / 60)) $(($1 % 60 / 6)); }

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
	unset RUSTC RUSTUP_TOOLCHAIN RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER
	export PATH="$bin:$PATH"
	use_nodejs
}

# Puts our own Node.js first, if scripts/setup had to fetch one.
use_nodejs() {
	if [[ -x "$NODE_HOME/node_modules/.bin/node" ]]; then
		export PATH="$NODE_HOME/node_modules/.bin:$PATH"
	fi
}

# --- what the builds leave --------------------------------------------------------------------------

NODE_BIN="$CARGO_TARGET_DIR/quick/destra-node"
AGENT_BIN="$CARGO_TARGET_DIR/quick/destra-oracle-agent"
# The place of the runtime within the folder of a profile.
WASM_PLACE=wbuild/destra-runtime/destra_runtime.compact.compressed.wasm
RUNTIME_WASM="$CARGO_TARGET_DIR/quick/$WASM_PLACE"
# The programs that print schedules and targets come with the tests: the journeys compare with one of them.
EXAMPLES="$CARGO_TARGET_DIR/debug/examples"
export NODE_BIN AGENT_BIN WASM_PLACE RUNTIME_WASM EXAMPLES

# Both in one call, so that shared crates get one set of features.
PROGRAMS=(-p destra-node -p destra-oracle-agent)

# Builds the node and the agent for every day. The builder of the wasm knows the common profiles by name, and is told
# which of them the runtime is compiled in.
build_quick() {
	run env WASM_BUILD_TYPE=release cargo build --locked --profile quick "${PROGRAMS[@]}"
}

# The same for work, as anybody would.
build_release() {
	run cargo build --locked --release "${PROGRAMS[@]}"
}

# The same for machines that serve a network. The hash of the metadata, which signing devices check, is only in
# this one: to compute it, the build compiles an executor for itself, and the runtime twice.
build_production() {
	run cargo build --locked --profile production "${PROGRAMS[@]}" \
		--features destra-node/metadata-hash
}

# --- tests ------------------------------------------------------------------------------------------

# What the chain is made of, without the two programs.
CHAIN=(--workspace --exclude destra-node --exclude destra-oracle-agent)
# One feature set for all tests, so that FRAME is compiled once. Benchmarks run as tests with it.
FEATURES=(--features 'runtime-benchmarks,try-runtime')
# Stands in for the compiler, and has Clippy and rustdoc read each crate before its tests are compiled. (So nothing
# under the runtime's feature `wasm`, which is a few lines, and not the build script of the node.)
LINT="$REPO/scripts/lint-rustc"

# Has cargo do $1 to the chain, with the further arguments. A wrapper for the crates of the workspace is part of what
# cargo knows them by: what was compiled without being read is not taken for what was. All who test the chain say the
# same, and so share what was compiled.
chain_cargo() {
	local command="$1"
	shift
	run env RUSTC_WORKSPACE_WRAPPER="$LINT" cargo "$command" --locked "${CHAIN[@]}" "${FEATURES[@]}" "$@"
}

# The packages of this folder. `npm ci` starts from nothing each time: only when what it installs from has changed.
install_packages() {
	local lock=node_modules/.destra-lock
	if ! cmp -s package-lock.json "$lock"; then
		run npm ci --no-audit --no-fund
		cp package-lock.json "$lock"
	fi
}

# Runs the script $1 of e2e/package.json with what has been built.
run_journeys() {
	cd "$REPO/e2e"
	install_packages
	run env DESTRA_NODE="$NODE_BIN" DESTRA_AGENT="$AGENT_BIN" DESTRA_WASM="$RUNTIME_WASM" \
		DESTRA_CURVE="$EXAMPLES/curve" npm run "$1"
}

# --- programs in the background ---------------------------------------------------------------------

START_PATIENCE=60 # seconds in which a node that starts must have computed for one at least
STOP_LIMIT=20     # seconds that a program has to end by itself

# Starts a program in the background, with its output in the file $1. In a session of its own, so that
# Ctrl-C reaches only the script, which ends all in order; should the script be killed, the program is told.
launch() {
	local log="$1"
	shift
	if [[ -e "$log" ]]; then mv "$log" "$log.1"; fi
	setsid setpriv --pdeathsig TERM "$@" >"$log" 2>&1 </dev/null &
}

# Tells each of the programs with these process ids to end; `stop` waits for them.
tell_to_stop() {
	local pid
	for pid; do kill -TERM "$pid" 2>/dev/null || true; done
}

# Ends the program $2 with the process id $1 and waits for it.
stop() {
	[[ -n "$1" ]] && kill -0 "$1" 2>/dev/null || return 0
	tell_to_stop "$1"
	local left=$((STOP_LIMIT * 10))
	while kill -0 "$1" 2>/dev/null; do
		if ((left-- == 0)); then
			warn "$2 did not end within ${STOP_LIMIT}s: killing it"
			kill -KILL "$1" 2>/dev/null || true
			break
		fi
		sleep 0.1
	done
	wait "$1" 2>/dev/null || true
}

# Shows the end of the log $1.
show_tail() {
	say "the end of $1:"
	tail -n 15 "$1" | sed 's/^/    /' >&2
}

# --- nodes ------------------------------------------------------------------------------------------

# Fails unless the numbers that the options were given are numbers.
check_numbers() {
	local number
	for number; do
		[[ "$number" =~ ^[0-9]{1,9}$ ]] || die "'$number' is not a number: see scripts/${0##*/} --help"
	done
}

# Prints the port to use for $1 (0: any free one), or names who holds it and the option $2 that says another.
choose_port() {
	local holder
	(($1 <= 65535)) || die "there is no port $1: choose another with $2, 65535 is the last one"
	if (($1 == 0)); then
		"$REPO/scripts/port-holder" 0
	elif holder="$("$REPO/scripts/port-holder" "$1")"; then
		die "port $1 is in use by $holder: end it, or choose another with $2"
	else
		echo "$1"
	fi
}

# Calls the method $2 at the RPC port $1, with the parameters in the JSON array $3.
rpc() {
	curl --silent --show-error --fail --max-time 5 -H 'Content-Type: application/json' \
		--data "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":${3:-[]}}" "http://127.0.0.1:$1"
}

# The whole seconds that the process $1 has computed for; nothing if it is gone.
seconds_computed() {
	# After the name, which may hold anything, the twelfth and the thirteenth: user and system time in hundredths.
	sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{ printf "%d", ($12 + $13) / 100 }' || true
}

# Waits until the node $1 with the process id $2 and the log $3 answers at its RPC port $4: as long as it gets on, however
# slowly on a busy machine.
await_node() {
	local begun=$SECONDS moved=$SECONDS shown=$SECONDS computed=0 now
	until rpc "$4" system_health >/dev/null 2>&1; do
		kill -0 "$2" 2>/dev/null || { show_tail "$3"; die "$1 ended before it answered; its log: $3"; }
		now="$(seconds_computed "$2")"
		if [[ "$now" != "$computed" ]]; then computed="$now" moved=$SECONDS; fi
		((SECONDS - moved < START_PATIENCE)) ||
			{ show_tail "$3"; die "$1 does not answer on port $4, and has computed nothing for ${START_PATIENCE}s; its log: $3"; }
		if ((SECONDS - shown >= 10)); then
			shown=$SECONDS
			note "$1 is starting, for $(duration $((SECONDS - begun))) now; it has computed for $(duration "${computed:-0}")"
		fi
		sleep 0.3
	done
}

# --- the folder of a chain --------------------------------------------------------------------------

# Keeps the folder $1, which is made if need be, from others until this script has ended, and all that it has started. The
# keys of nodes come to lie there, and machine code that they run: nobody else may look into it or write there.
lock_folder() {
	umask 077
	mkdir -p "$1"
	local lock
	exec {lock}<"$1"
	flock -n "$lock" ||
		die "scripts/${0##*/} runs on $1 already, or is about to end: end it, or choose another --base-path"
	local database
	for database in "$1"/*/chains/*/paritydb/*/lock; do
		if [[ -e "$database" ]] && ! flock -n "$database" true; then
			die "a node runs on ${database%/chains/*}$(lock_holder "$database"): end it, or choose another --base-path"
		fi
	done
}

# ", process N" of the one that holds the lock on the file $1, if the kernel tells.
lock_holder() {
	awk -v "file=:$(stat -c %i "$1")\$" '$2 == "FLOCK" && $6 ~ file { print ", process " $5; exit }' /proc/locks
}

# Whether no node has begun its chain in the folder $1.
is_new() { ! compgen -G "$1/*/chains" >/dev/null; }

# Deletes the chain in the folder $1: of all that is in it, what the other arguments name. Only what the
# script has made is ever deleted; the first of them must be there to show that.
delete_chain() {
	local base="$1" name
	shift
	[[ -n "$(ls -A "$base")" ]] || return 0
	[[ -e "$base/$1" ]] || die "$base holds no chain of scripts/${0##*/}: not deleting it"
	say "deleting the chain in $base"
	for name; do rm -rf "${base:?}/$name"; done
}

# Says whether the chain in the folder $1 is new; if so, writes the specification of the chain $2 there. Not in raw form:
# that would take the runtime, and to compile it takes longer than all else of a start. The node compiles it once.
prepare_chain() {
	local spec="$1/chain-spec.json"
	if ! is_new "$1"; then
		say "continuing the chain in $1"
	else
		say "a new chain in $1"
		# Of a chain that never began: it may be for another runtime.
		rm -f "$spec"
	fi
	[[ ! -e "$spec" ]] || return 0
	"$NODE_BIN" export-chain-spec --chain "$2" --output "$spec.new" >"$1/chain-spec.log" 2>&1 ||
		{ show_tail "$1/chain-spec.log"; die "the node cannot write the specification of the chain; its log is above"; }
	mv "$spec.new" "$spec"
}

# The hash by which a chain knows the code in the file $1: BLAKE2b of 256 bits.
code_hash() { b2sum -l 256 "$1" | cut -d' ' -f1; }

# A chain keeps the runtime that it began with until an upgrade replaces it. Says so where the one behind the RPC port $1
# runs another than the one just built.
compare_runtime() {
	# The key is ":code".
	[[ "$(rpc "$1" state_getStorageHash '["0x3a636f6465"]')" == *"\"0x$(code_hash "$RUNTIME_WASM")\""* ]] ||
		warn "this chain runs another runtime than the one just built, and keeps it.
         --reset starts a new chain; sudo's system.setCode upgrades this one."
}

# --- oracle agents ----------------------------------------------------------------------------------

# Prints the configuration of an agent that measures this machine: scripts/dev-agent.toml, with the ports $1 of RPC and $2
# of the metrics of its node, and its own, $3; as the account $4, if that is another than it says.
agent_config() {
	local checkout
	# A path in a configuration starts at the folder that it lies in: this checkout in place of the dot.
	# shellcheck disable=SC2001 # what & means in an expansion depends on the version of bash
	checkout="$(sed 's/[\\&|]/\\&/g' <<<"$REPO")"
	sed -e "s|127\.0\.0\.1:9944|127.0.0.1:$1|g" -e "s|127\.0\.0\.1:9615|127.0.0.1:$2|g" \
		-e "s|127\.0\.0\.1:9616|127.0.0.1:$3|g" -e "s|path = \"\.\"|path = \"$checkout\"|" \
		${4:+-e "s|^dev = .*|dev = \"$4\"|"} "$REPO/scripts/dev-agent.toml"
}

# --- what there is to know --------------------------------------------------------------------------

# The polkadot.js Apps, connected to the RPC port $1.
apps() { printf 'https://polkadot.js.org/apps/?rpc=ws%%3A%%2F%%2F127.0.0.1%%3A%s#/explorer' "$1"; }

# Names the accounts with well-known keys and what they are: lines "NAME ROLE" from the input.
list_accounts() {
	local name role address
	printf '  %sAccounts%s    everybody knows their keys: //Alice, //Bob, ...\n' "$BOLD" "$PLAIN"
	while read -r name role; do
		address="$("$NODE_BIN" key inspect "//$name" 2>/dev/null | sed -n 's/^ *SS58 Address: *//p')"
		printf '    %-8s %s  %s\n' "$name" "$address" "$role"
	done
}
