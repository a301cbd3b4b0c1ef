# shellcheck shell=bash
# The data folder and the database of a command: the one named by LINLI_DATABASE, otherwise a private one.
# Needs postgres.sh.

# settle_data ROOT: sets and exports LINLI_DATA as an absolute path and makes the folder.
settle_data() {
  local root=$1 default=$1/.linli
  if [[ -z ${LINLI_DATA:-} && -z ${LINLI_DATABASE:-} ]] && ((EUID == 0)); then
    choose_server_user "$default/postgres/data"
    # A clone under /root is closed to the database's user, so its data lives where such data belongs.
    if [[ -n $(unreachable_parent "$root") ]]; then
      default=/var/lib/linli/$(basename "$root")-$(printf '%s' "$root" | sha256sum | cut -c 1-8)
      say "数据存放在 $default（数据库用户无法进入 $root）" "The data is in $default (the database's user may not enter $root)"
    fi
  fi
  LINLI_DATA=$(realpath -m -- "${LINLI_DATA:-$default}")
  export LINLI_DATA
  if ! (umask 066 && mkdir -p -- "$LINLI_DATA" 2>/dev/null) || [[ ! -w $LINLI_DATA ]]; then
    refuse "无法写入数据文件夹 $LINLI_DATA，请用 LINLI_DATA 另选一个" \
      "Cannot write to the data folder $LINLI_DATA; choose another one with LINLI_DATA"
  fi
}

# settle_database: sets and exports LINLI_DATABASE, and starts the private server if there is none given.
settle_database() {
  if [[ -z ${LINLI_DATABASE:-} ]]; then
    postgres_start "$LINLI_DATA" --prefer "${LINLI_POSTGRES:-system}"
    LINLI_DATABASE=$(postgres_url "$LINLI_DATA")
  fi
  export LINLI_DATABASE
}
