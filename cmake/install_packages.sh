#!/usr/bin/env bash
# Installs the Debian packages named in the files given that are not on this machine yet. Asks apt for nothing, and
# needs no rights, when none is missing. A line of such a file is a package name; # begins a comment.
set -euo pipefail

wanted=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@")

if ! command -v dpkg-query > /dev/null; then
  echo "This is not Debian, so nothing was installed. The build needs what these Debian packages hold:"
  echo "$wanted" | sed 's/^/  /'
  exit 0
fi

installed=$(dpkg-query --show --showformat '${Status} ${Package}\n' 2> /dev/null |
  sed -n 's/^install ok installed //p' | sort -u)
missing=$(comm -23 <(sort -u <<< "$wanted") <(echo "$installed"))
[ -n "$missing" ] || exit 0

echo "== Installing Debian packages that are missing:" $missing
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo > /dev/null; then
    echo "These packages are missing and installing them needs root, but this is not root and there is no sudo." >&2
    echo "Ask someone who may to run:  apt-get install --no-install-recommends" $missing >&2
    exit 1
  fi
  as_root=(sudo)
fi

apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 "$@"
}
apt_get update
apt_get install --yes --no-install-recommends $missing > /dev/null
echo "== Installed."
