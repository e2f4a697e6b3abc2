#!/usr/bin/env bash
# Installs the Debian packages of scripts/packages.txt that are missing. Does nothing when all are there.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
while read -r package _; do
    [[ -z $package || $package == \#* ]] && continue
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done < scripts/packages.txt
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || {
        echo "packages are missing and there is neither root nor sudo to install them: apt-get install ${missing[*]}" >&2
        exit 2
    }
    as_root=(sudo)
fi
echo "installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q >/dev/null || { echo "apt-get update failed: is the network there?" >&2; exit 2; }
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null
