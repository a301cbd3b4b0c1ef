# shellcheck shell=bash disable=SC2154  # server_user, server_bin and server_major come from its neighbours
# One PostgreSQL server on one folder: its process, port, creation, start and stop. Sourced by postgres.sh.

# server_processes DATA: every process that works in the data folder, the backends of a killed server included.
server_processes() {
  find /proc -maxdepth 2 -name cwd -printf '%h\t%l\n' 2>/dev/null |
    while IFS=$'\t' read -r process folder; do
      [[ $folder != "$1" ]] || printf '%s\n' "${process#/proc/}"
    done
}

# server_pid DIR: the running server, or nothing; a pid file left by a killed one does not count.
server_pid() {
  local data=$1/postgres/data pid
  pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 0
  if [[ $pid =~ ^[0-9]+$ && $(readlink "/proc/$pid/cwd" || true) == "$data" ]]; then printf '%s' "$pid"; fi
}

# prepare_folder DIR: the folders around the data, with rights that let the server's user through and nobody read.
prepare_folder() {
  local dir=$1 closed
  if [[ -d $dir/postgres && ! -O $dir/postgres ]]; then
    refuse "数据文件夹 $dir/postgres 属于用户 $(stat -c %U -- "$dir/postgres")，请以该用户运行，或用 LINLI_DATA 另选一个文件夹" \
      "The data folder $dir/postgres belongs to $(stat -c %U -- "$dir/postgres"): run as that user, or choose another folder with LINLI_DATA"
  fi
  (umask 066 && mkdir -p -- "$dir/postgres" 2>/dev/null) ||
    refuse "无法创建文件夹 $dir/postgres，请用 LINLI_DATA 另选一个文件夹" \
      "Cannot create the folder $dir/postgres; choose another one with LINLI_DATA"
  choose_server_user "$dir/postgres/data"
  closed=$(unreachable_parent "$dir/postgres")
  [[ -z $closed ]] ||
    refuse "数据库以用户 $server_user 运行，但它无法进入文件夹 $closed，请用 LINLI_DATA 另选一个文件夹（例如 /var/lib/linli）" \
      "The database runs as $server_user, who may not enter $closed; choose another folder with LINLI_DATA (such as /var/lib/linli)"
}

# create_cluster DIR: initialises beside and moves into place, so that an interrupted one leaves nothing half made.
create_cluster() (
  umask 077
  base=$1/postgres
  new=$base/data.new
  rm -rf "$new"
  mkdir "$new"
  head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$base/password"
  cp "$base/password" "$base/password.initdb"
  give_to_server "$new" "$base/password.initdb"
  say "正在创建数据库（PostgreSQL $server_major）" "Creating the database (PostgreSQL $server_major)"
  if ! {
    as_server "$server_bin/initdb" -D "$new" -U linli -A scram-sha-256 "--pwfile=$base/password.initdb" \
      --locale-provider=icu --icu-locale=und --locale=C.UTF-8 --encoding=UTF8 &&
      as_server "$server_bin/postgres" --single -D "$new" postgres <<<'CREATE DATABASE linli OWNER linli'
  } >"$base/create.log" 2>&1; then
    rm -rf "$new" "$base/password.initdb"
    show_tail "$base/create.log"
    refuse "创建数据库失败，详见 $base/create.log" "Creating the database failed; see $base/create.log"
  fi
  rm "$base/password.initdb"
  mv "$new" "$base/data"
)

# choose_port DIR [new]: the remembered port while it is free, otherwise a free one below the range of the system.
choose_port() {
  local file=$1/postgres/port port try
  port=$(cat "$file" 2>/dev/null || true)
  for try in {1..200}; do
    if [[ $port =~ ^[0-9]+$ && ! (${2:-} == new && $try == 1) ]] && ! port_busy "$port"; then
      printf '%s\n' "$port" >"$file"
      return 0
    fi
    port=$((20000 + RANDOM % 12000))
  done
  refuse '20000 至 32000 之间没有空闲端口' 'No free port between 20000 and 32000'
}

# launch_server DIR FAST: no socket file, so no limit on the length of the path; only this machine can connect.
launch_server() {
  local dir=$1 base=$1/postgres data=$1/postgres/data options attempt
  wait_for_orphans "$data"
  for attempt in first new new; do
    choose_port "$dir" "$attempt"
    options="-p $(<"$base/port") -c listen_addresses=127.0.0.1 -c unix_socket_directories="
    [[ $2 == no ]] || options+=' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300'
    [[ ! -s $base/server.log ]] || mv "$base/server.log" "$base/server.log.1"
    (umask 077 && : >"$base/server.log")
    give_to_server "$base/server.log"
    say "正在启动数据库（PostgreSQL $server_major）" "Starting the database (PostgreSQL $server_major)"
    # Apart from the terminal, and without our locks: the server must not hold them.
    if (
      trap '' INT
      close_locks
      as_server setsid -w "$server_bin/pg_ctl" start -w -s -t 300 -D "$data" -l "$base/server.log" -o "$options"
    ) >/dev/null 2>&1 </dev/null; then
      return 0
    fi
    grep -q 'could not bind\|Address already in use' "$base/server.log" || break
  done
  show_tail "$base/server.log"
  refuse "数据库没有启动，详见 $base/server.log" "The database did not start; see $base/server.log"
}

# close_locks: every descriptor beyond the standard three.
close_locks() {
  local fd
  for fd in /proc/"$BASHPID"/fd/*; do
    fd=${fd##*/}
    if ((fd > 2 && fd != 255)); then exec {fd}>&-; fi
  done
}

# wait_for_orphans DATA: the backends of a killed server end by themselves; a new one would refuse to start before.
wait_for_orphans() {
  local tries=100
  while [[ -n $(server_processes "$1") ]]; do
    ((tries-- > 0)) || refuse "仍有旧的数据库进程：$(server_processes "$1" | tr '\n' ' ')，请先结束它们" \
      "Processes of a former server still run: $(server_processes "$1" | tr '\n' ' '); end them first"
    sleep 0.1
  done
  # Nothing works in the folder any more, so a pid file there only names a stranger that got the same number.
  rm -f "$1/postmaster.pid"
}

stop_server() {
  local dir=$1 pid tries=600
  pid=$(server_pid "$dir")
  [[ -n $pid ]] || return 0
  kill -INT "$pid" 2>/dev/null || true
  while [[ -n $(server_pid "$dir") ]]; do
    if ((tries-- == 0)); then kill -QUIT "$pid" 2>/dev/null || true; fi
    ((tries > -100)) || return 1
    sleep 0.1
  done
}
