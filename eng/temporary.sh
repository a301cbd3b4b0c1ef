# shellcheck shell=bash
# A folder for a database that is thrown away. Needs postgres-user.sh.

temporary=''

# make_temporary: under TMPDIR, or under /tmp where the database's user may not enter that.
make_temporary() {
  temporary=$(mktemp -d "${TMPDIR:-/tmp}/linli.XXXXXXXX")
  chmod 711 "$temporary"
  choose_server_user "$temporary/postgres/data"
  if [[ -n $(unreachable_parent "$temporary") ]]; then
    rmdir "$temporary"
    temporary=$(mktemp -d /tmp/linli.XXXXXXXX)
    chmod 711 "$temporary"
  fi
}

remove_temporary() { [[ -z $temporary ]] || rm -rf -- "$temporary"; }
