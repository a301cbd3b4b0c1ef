# shellcheck shell=bash
# PostgreSQL refuses to run as root: then it runs as a system user without rights. Needs terminal.sh.

server_user=

# choose_server_user DATA: who runs the server on this data folder, which may not exist yet.
choose_server_user() {
  local data=$1 owner uid
  if [[ -d $data ]]; then
    owner=$(stat -c %U -- "$data") uid=$(stat -c %u -- "$data")
    if ((EUID != 0 && uid != EUID)); then
      refuse "数据文件夹 $data 属于用户 $owner，请以该用户（或 root）运行，或用 LINLI_DATA 另选一个文件夹" \
        "The data folder $data belongs to $owner: run as that user (or root), or choose another folder with LINLI_DATA"
    elif ((EUID == 0 && (uid == 0 || (uid >= 1000 && uid != 65534)))) && [[ $owner != linli ]]; then
      refuse "数据文件夹 $data 属于用户 $owner，请以该用户运行，或用 LINLI_DATA 另选一个文件夹" \
        "The data folder $data belongs to $owner: run as that user, or choose another folder with LINLI_DATA"
    fi
    ((EUID != 0)) || server_user=$owner
    return 0
  fi
  ((EUID == 0)) && [[ -z $server_user ]] || return 0
  if ! getent passwd linli >/dev/null; then
    say '创建系统用户 linli，数据库以它运行' 'Creating the system user linli, as which the database runs'
    useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin linli 2>/dev/null || true
  fi
  if getent passwd linli >/dev/null; then server_user=linli; else server_user=nobody; fi
}

# as_server COMMAND...: with the rights of the server's user and nothing of the caller's environment.
as_server() {
  local drop=()
  if ((EUID == 0)); then
    drop=(setpriv "--reuid=$(id -u "$server_user")" "--regid=$(id -g "$server_user")" --clear-groups)
  fi
  (cd / && env -i "PATH=$PATH" LC_ALL=C.UTF-8 "${drop[@]}" "$@")
}

# unreachable_parent FOLDER: the first folder on the way that the server's user may not enter; nothing if all are open.
unreachable_parent() {
  local part path=
  ((EUID == 0)) || return 0
  while IFS= read -r -d / part; do
    path+=$part/
    [[ -e $path ]] || return 0
    as_server test -x "$path" || { printf '%s' "${path%/}"; return 0; }
  done <<<"$1/"
}

give_to_server() { ((EUID != 0)) || chown "$(id -u "$server_user"):$(id -g "$server_user")" -- "$@"; }
