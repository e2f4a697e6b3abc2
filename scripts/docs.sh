#!/usr/bin/env bash
# Writes the reference of every library module to .build/docs, one DocC archive a module.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
docc=$(dirname "$(readlink -f "$(command -v "$swift")")")/docc
"$swift" package dump-symbol-graph --minimum-access-level package --skip-synthesized-members >/dev/null
graphs=$(find .build -type d -name symbolgraph | head -1)
rm -rf .build/docs && mkdir -p .build/docs
for module in Tokens Dates Neural Language Ingest Lexicon Grounding EventCoding Analysis Export Evaluation; do
    [[ -f $graphs/$module.symbols.json ]] || continue
    folder=$(mktemp -d)
    cp "$graphs/$module".symbols.json "$graphs/$module"@*.symbols.json "$folder" 2>/dev/null || true
    "$docc" convert --additional-symbol-graph-dir "$folder" --fallback-display-name "$module" \
        --fallback-bundle-identifier "demarche.$module" --output-path ".build/docs/$module.doccarchive" >/dev/null
    rm -rf "$folder"
    echo ".build/docs/$module.doccarchive"
done
