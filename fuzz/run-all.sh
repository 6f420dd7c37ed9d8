#!/bin/bash
# Runs every fuzz target for that many seconds, one after the other: fuzz/run-all.sh SECONDS
# Prints one table: executions, and what was found. Ends with 1 where something was found.
#
# cargo-fuzz (cargo install cargo-fuzz --locked) wants nightly; RUSTC_BOOTSTRAP lets the stable compiler take its flags.
# FUZZ_SANITIZER: address or none (default; all is safe Rust, and it is faster).
set -u
cd "$(dirname "$0")/.."
seconds=${1:?usage: fuzz/run-all.sh SECONDS}
sanitizer=${FUZZ_SANITIZER:-none}
export RUSTC_BOOTSTRAP=1
fuzz/seed.sh
cargo fuzz build -s "$sanitizer" || exit 2
log=$(mktemp)
table=''
failed=0
for target in $(cargo fuzz list); do
    before=$(find "fuzz/artifacts/$target" -type f 2>/dev/null | wc -l)
    nice -n 15 cargo fuzz run -s "$sanitizer" "$target" -- "-max_total_time=$seconds" -timeout=20 -max_len=16384 -print_final_stats=1 > "$log" 2>&1
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    # A crash ends a run before its statistics.
    [ -n "$runs" ] || runs=$(sed -n 's/^#\([0-9]*\).*/\1/p' "$log" | tail -1)
    found=$(($(find "fuzz/artifacts/$target" -type f 2>/dev/null | wc -l) - before))
    if [ "$found" -gt 0 ]; then
        failed=1
        grep -m1 -A2 'panicked at' "$log" | sed "s/^/$target: /" >&2
    fi
    table+=$(printf '%-16s %12s %9s' "$target" "${runs:-0}" "$found")$'\n'
done
rm -f "$log"
printf '%-16s %12s %9s\n%s' target executions findings "$table"
exit "$failed"
