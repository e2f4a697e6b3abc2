#!/usr/bin/env bash
# Makes a store of EVENTS made-up events (a million by default; kept below .build for the next time) and measures how long
# each filter takes inside the program, and how long a whole query takes with the start of the program.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
events=${EVENTS:-1000000}
store=.build/bench-$events.db
"$swift" build -c release --static-swift-stdlib --product bench-store
bench=.build/release/bench-store
if [[ ! -e $store ]]; then
    echo "making a store of $events events …" >&2
    rm -f "$store.new"*
    "$bench" generate "$store.new" "$events"
    mv "$store.new" "$store"
fi
"$bench" measure "$store"
echo
milliseconds=()
for _ in 1 2 3 4 5 6 7; do
    begin=$(date +%s%N)
    .build/release/demarche query --limit 1 "$store" > /dev/null 2>&1
    milliseconds+=($((($(date +%s%N) - begin) / 1000000)))
done
echo "demarche query --limit 1, with the start of the program: $(printf '%s\n' "${milliseconds[@]}" | sort -n | sed -n 4p) ms (median)"
