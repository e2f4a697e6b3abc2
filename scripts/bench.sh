#!/usr/bin/env bash
# Measures the program against spaCy over the same texts in one run. TEXT=folder names other texts than the project's.
set -euo pipefail
text=${TEXT:-}
[[ -z $text ]] || text=$(cd "$text" && pwd)
cd "$(dirname "$0")/.."
python=$(scripts/spacy-venv.sh)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" scripts/bench.py \
    .build/release/demarche data/models/en_core_web_sm-3.8.0 "$folder" "${text:-data/samples}"
