#!/usr/bin/env bash
# install-program.sh PREFIX: copies the program to PREFIX/bin and its data to PREFIX/share/demarche.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${1:?usage: install-program.sh PREFIX}
mkdir -p "$prefix/bin" "$prefix/share/demarche"
install -m 755 .build/release/demarche "$prefix/bin/demarche"
cp -R data/. "$prefix/share/demarche/"
echo "installed $prefix/bin/demarche with $prefix/share/demarche"
