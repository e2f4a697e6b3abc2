#!/usr/bin/env bash
# Formatting (swift-format in strict mode), length of files, and what the project keeps out of its code.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
"$swift" format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests Fuzz

failed=0
complain() { echo "$1" >&2; failed=1; }

while read -r lines file; do
    [[ $file != total && $lines -gt 500 ]] && complain "$file has $lines lines; 500 are the most"
done < <(git ls-files -z '*.swift' | xargs -0 wc -l)
# What may crash or hide an error has no place outside tests.
if git ls-files -z 'Sources/*.swift' | xargs -0 grep -nE 'try!|as!|fatalError\(|TODO|FIXME'; then
    complain "the lines above crash or put off"
fi
# Pointers and SIMD stay in Neural; a compiled PCRE2 pattern is the one other handle that threads share.
if git ls-files -z 'Sources/*.swift' | grep -zvE '^Sources/Neural/|/RegularExpression.swift$' | xargs -0 grep -nE '@unchecked Sendable|SIMD[0-9]+<'; then
    complain "the lines above belong in Neural"
fi
[[ $failed -eq 0 ]] && echo "lint: clean"
exit $failed
