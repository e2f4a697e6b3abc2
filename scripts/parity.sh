#!/usr/bin/env bash
# parity.sh FOLDER: runs spaCy and the program over every .txt file of a folder and prints how far each layer agrees.
# MODEL=sm (default) or md.
set -euo pipefail
folder=${1:-}
[[ -d $folder ]] || { echo "usage: make parity TEXT=folder [MODEL=sm|md]: '$folder' is no folder" >&2; exit 2; }
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/.."
model=${MODEL:-sm}
scripts/install-model.sh "$model"
python=$(scripts/spacy-venv.sh)
OMP_NUM_THREADS=1 "$python" scripts/parity.py .build/release/demarche "data/models/en_core_web_$model-3.8.0" "$folder"
