#!/usr/bin/env bash
# Makes .cache/venv with the spaCy that the engine is compared with, and prints its Python. Not used at run time.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted="spacy==3.8.18"
if [[ ! -f .cache/venv/.complete || $(cat .cache/venv/.complete) != "$wanted" ]]; then
    echo "installing $wanted for comparison" >&2
    rm -rf .cache/venv
    mkdir -p .cache
    python3 -m venv .cache/venv || {
        echo "python3 -m venv failed: apt-get install python3-venv" >&2
        exit 2
    }
    .cache/venv/bin/python -m pip install --quiet --disable-pip-version-check "$wanted" >&2
    echo "$wanted" > .cache/venv/.complete
fi
echo "$PWD/.cache/venv/bin/python"
