#!/bin/sh
# A program that tests need, from Debian where it is missing and may be installed.
# Usage: tools/need.sh PACKAGE "WHO SKIPS WITHOUT IT" COMMAND...      (any one of the commands will do)
package=$1 without=$2
shift 2
for name in "$@"; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done

install() {
  { "$@" apt-get update -qq && "$@" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$package"; } >/dev/null ||
    echo "$package could not be installed: $without will skip."
}

if ! command -v apt-get >/dev/null 2>&1; then
  echo "No $package here: $without will skip."
elif [ "$(id -u)" = 0 ]; then
  install
elif sudo -n true 2>/dev/null; then
  install sudo -n
else
  echo "No $package here: $without will skip. Install it with: apt-get install $package"
fi
