#!/usr/bin/env bash
# fetch-wheel.sh REQUIREMENT FILE SHA256 [pip options…]: makes sure .cache/wheels/FILE is there and is the pinned one.
# Downloads only when it is not; a file with another hash is removed and named, never used.
set -euo pipefail
cd "$(dirname "$0")/.."
requirement=$1 file=$2 sha256=$3
shift 3
folder=.cache/wheels
mkdir -p "$folder"

verify() { echo "$sha256  $folder/$file" | sha256sum --check --status; }

if [[ -f $folder/$file ]]; then
    verify && exit 0
    echo "$folder/$file is not the pinned file (sha256 $sha256): downloading it again" >&2
    rm -f "$folder/$file"
fi
echo "downloading $requirement"
partial=$(mktemp -d "$folder/partial.XXXXXX")
trap 'rm -rf "$partial"' EXIT
python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$partial" "$@" "$requirement" || {
    echo "$requirement could not be downloaded; run the same command again" >&2
    exit 2
}
[[ -f $partial/$file ]] || { echo "the download of $requirement holds $(ls "$partial"), not $file" >&2; exit 2; }
mv "$partial/$file" "$folder/$file"
verify || {
    rm -f "$folder/$file"
    echo "$file is not the pinned file: its sha256 is not $sha256; it was removed" >&2
    exit 2
}
