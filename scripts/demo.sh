#!/usr/bin/env bash
# Codes a sample report and prints its events under the sentences that say them.
set -euo pipefail
cd "$(dirname "$0")/.."
report=data/samples/2024-03-14-border-posts.txt
date=$(basename "$report" | grep -oE '^[0-9]{4}-[0-9]{2}-[0-9]{2}')
echo "demarche code --date $date $report"
.build/release/demarche code --date "$date" "$report"
