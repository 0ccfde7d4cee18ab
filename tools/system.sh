#!/usr/bin/env bash
# Installs Debian packages that are missing: tools/system.sh PACKAGE=COMMAND|/FILE|import:MODULE …
#
# A package counts as there when its command is on the path, its file (may be a pattern) exists or python3 can import its
# module. The package lists are fetched only if something is missing; without root the missing packages are named instead.
set -euo pipefail

there() {
  case "$1" in
    import:*) python3 -c "import ${1#import:}" 2>/dev/null ;;
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

missing=()
for pair in "$@"; do
  there "${pair#*=}" || missing+=("${pair%%=*}")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ]; then
  echo "Please install as root: apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q </dev/null
apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
