#!/usr/bin/env bash
# The private PostgreSQL of a folder: DIR/postgres holds its data, its password and its log.
#
#   eng/postgres.sh start DIR [--unsafe-fast] [--prefer npm|system]   starts it and prints its connection string
#   eng/postgres.sh stop DIR                                          stops it
#   eng/postgres.sh url DIR                                           prints the connection string of the running one
#
# --unsafe-fast gives up durability: for tests only. Sourced, it offers postgres_start, postgres_release and postgres_url.

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then set -euo pipefail; fi
postgres_eng=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=eng/terminal.sh
source "$postgres_eng/terminal.sh"
# shellcheck source=eng/tools.sh
source "$postgres_eng/tools.sh"
# shellcheck source=eng/postgres-user.sh
source "$postgres_eng/postgres-user.sh"
# shellcheck source=eng/postgres-binaries.sh
source "$postgres_eng/postgres-binaries.sh"
# shellcheck source=eng/postgres-server.sh
source "$postgres_eng/postgres-server.sh"

# postgres_start DIR [--unsafe-fast] [--prefer npm|system]: starts the server or joins the running one.
# Until postgres_release this process counts as a user of it, and so do the children that inherit the lock.
postgres_start() {
  local dir prefer=system fast=no lock
  dir=$(realpath -m -- "$1")
  shift
  while (($#)); do
    case $1 in
      --unsafe-fast) fast=yes ;;
      --prefer) prefer=${2:-} && shift ;;
      *) refuse "不认识的参数 $1" "Unknown option $1" 2 ;;
    esac
    shift
  done
  [[ $prefer == npm || $prefer == system ]] || refuse '--prefer 只能是 npm 或 system' '--prefer is npm or system' 2

  prepare_folder "$dir"
  exec {users_lock}>>"$dir/postgres/users.lock"
  flock -s "$users_lock"
  exec {lock}>>"$dir/postgres/start.lock"
  flock "$lock"
  postgres_dir=$dir
  if [[ -z $(server_pid "$dir") ]]; then
    choose_binaries "$prefer" "$(cat "$dir/postgres/data/PG_VERSION" 2>/dev/null)"
    [[ -d $dir/postgres/data ]] || create_cluster "$dir"
    launch_server "$dir" "$fast"
  fi
  exec {lock}>&-
}

# postgres_release: stops the server, unless somebody else uses it or it was started to stay.
postgres_release() {
  [[ -n ${postgres_dir:-} ]] || return 0
  local kept
  kept=$(cat "$postgres_dir/postgres/keep" 2>/dev/null || true)
  if [[ -z $kept || $kept != "$(server_pid "$postgres_dir")" ]] && flock -n -x "$users_lock"; then
    stop_server "$postgres_dir"
  fi
  exec {users_lock}>&-
  postgres_dir=
}

postgres_url() {
  local dir
  dir=$(realpath -m -- "$1")
  [[ -n $(server_pid "$dir") ]] || return 1
  printf 'Host=127.0.0.1;Port=%s;Username=linli;Password=%s;Database=linli\n' \
    "$(<"$dir/postgres/port")" "$(<"$dir/postgres/password")"
}

postgres_command() {
  local command=${1:-} dir=${2:-}
  if [[ ! $command =~ ^(start|stop|url)$ || -z $dir ]]; then
    sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
  fi
  shift 2
  case $command in
    start)
      end_with postgres_release
      postgres_start "$dir" "$@"
      server_pid "$postgres_dir" >"$postgres_dir/postgres/keep"
      postgres_url "$dir"
      ;;
    stop)
      rm -f "$dir/postgres/keep"
      stop_server "$(realpath -m -- "$dir")"
      ;;
    url) postgres_url "$dir" || refuse '数据库没有运行' 'The database is not running' ;;
  esac
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then postgres_command "$@"; fi
