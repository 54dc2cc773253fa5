# Sourced by scripts/run and scripts/test: goes to the top of the tree, installs from Debian's packages what the build
# needs and the machine lacks, and offers `build TARGET`. Everything said here goes to standard error.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "${0##*/}: $*" >&2; }

# Debian 12 calls it libboost1.81-dev; its libboost-dev is 1.74, which is too old. Later releases have libboost-dev.
boost_package() {
  if grep -qs '^VERSION_ID="12"' /etc/os-release; then echo libboost1.81-dev; else echo libboost-dev; fi
}

missing_packages() {
  for package in g++ cmake ninja-build "$(boost_package)" libfmt-dev libyaml-cpp-dev libyaml-dev \
    libhowardhinnant-date-dev libcli11-dev nlohmann-json3-dev libgumbo-dev libmd4c-dev catch2 python3-jsonschema; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

install_missing() {
  local packages as_root=()
  command -v dpkg-query >/dev/null || { say "no Debian packages here; CMakeLists.txt names what the build needs"; return; }
  packages=$(missing_packages | xargs)
  [ -n "$packages" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { say "as root, first run: apt-get install $packages"; exit 2; }
    as_root=(sudo)
  fi
  say "installing with apt-get: $packages"
  "${as_root[@]}" apt-get -q update >&2
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends --no-remove $packages \
    </dev/null >&2
}

build() {
  local quiet=(--quiet)
  if [ ! -f build/release/build.ninja ]; then
    say "building into build/release"
    cmake --preset release >&2
    quiet=()
  fi
  cmake --build --preset release --target "$1" -- "${quiet[@]}" >&2
}

install_missing
