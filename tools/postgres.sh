#!/usr/bin/env bash
# A private PostgreSQL cluster for tests: start | stop | url
#
# It lives in a folder of its own below /tmp (socket paths must be short), listens on a Unix socket only, and trades
# safety against power cuts for speed. var/postgres remembers the folder; stop ends and removes only that one.
# PostgreSQL refuses to run as root, therefore root hands the folder to the user "postgres" of the Debian package.
set -euo pipefail
cd "$(dirname "$0")/.."
memory=var/postgres

folder() { cat "$memory" 2>/dev/null || true; }
url() { echo "postgresql://bildungsnetz@/bildungsnetz?host=$(folder)"; }

as_owner() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && exec setpriv --reuid postgres --regid postgres --init-groups env HOME=/tmp LC_ALL=C.UTF-8 "$@")
  else
    (cd / && exec env LC_ALL=C.UTF-8 "$@")
  fi
}

programs() {
  local newest
  newest=$(find /usr/lib/postgresql -maxdepth 3 -name initdb -path '*/bin/*' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$newest" ] || { echo "PostgreSQL is not installed (package postgresql)." >&2; exit 1; }
  dirname "$newest"
}

running() { [ -n "$(folder)" ] && [ -d "$(folder)/data" ] && as_owner "$bin/pg_ctl" -D "$(folder)/data" status >/dev/null 2>&1; }

start() {
  if running; then url; return; fi
  stop # what a crash may have left
  local place
  place=$(mktemp -d /tmp/bildungsnetz-pg.XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$place"; fi
  mkdir -p var && echo "$place" > "$memory"
  as_owner "$bin/initdb" -D "$place/data" --username=bildungsnetz --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$place/initdb.log"
  as_owner "$bin/pg_ctl" -D "$place/data" -w -t 60 -l "$place/data/server.log" start >/dev/null -o \
    "-c listen_addresses='' -c unix_socket_directories=$place -c fsync=off -c synchronous_commit=off \
     -c full_page_writes=off -c max_connections=60"
  as_owner "$bin/createdb" --host="$place" --username=bildungsnetz bildungsnetz
  url
}

stop() {
  local place
  place=$(folder)
  rm -f "$memory"
  case "$place" in /tmp/bildungsnetz-pg.*) ;; *) return 0 ;; esac
  [ -d "$place" ] || return 0
  as_owner "$bin/pg_ctl" -D "$place/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$place"
}

bin=$(programs)
case "${1:-}" in
  start) start ;;
  stop) stop ;;
  url) if running; then url; else echo "No private cluster runs; tools/postgres.sh start" >&2; exit 1; fi ;;
  *) echo "usage: tools/postgres.sh start|stop|url" >&2; exit 2 ;;
esac
