#!/usr/bin/env bash
# Runs libFuzzer on every reader, FUZZ_SECONDS (60) each; TARGETS="html json" chooses. Inputs that crash or hang are kept
# below .build/fuzz/findings, what was learnt below .build/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
seconds=${FUZZ_SECONDS:-60}
targets=${TARGETS:-$(ls Fuzz/Seeds)}
export SWIFT_BACKTRACE=enable=no DEMARCHE_FUZZ=1
# With optimisation, but with all of Swift's checks, and the inside of modules in reach as in tests.
build=(-c release --scratch-path .build/fuzz --sanitize=fuzzer --sanitize=address -Xswiftc -enable-testing)
"$swift" build "${build[@]}" --product fuzz-readers
program=$("$swift" build "${build[@]}" --show-bin-path)/fuzz-readers

failed=0
for target in $targets; do
    corpus=.build/fuzz/corpus/$target
    findings=.build/fuzz/findings/$target
    mkdir -p "$corpus" "$findings"
    log=$findings/log.txt
    if ASAN_OPTIONS=detect_leaks=0 DEMARCHE_FUZZ_TARGET=$target "$program" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -artifact_prefix="$findings/" \
        "$corpus" "Fuzz/Seeds/$target" >"$log" 2>&1; then
        echo "$target: $(awk '/number_of_executed_units/{print $2}' "$log") inputs, no finding"
    else
        echo "$target: FINDING, see $log" >&2
        tail -n 20 "$log" >&2
        failed=1
    fi
done
exit $failed
