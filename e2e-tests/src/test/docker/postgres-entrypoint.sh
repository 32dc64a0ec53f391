#!/bin/sh
# The part of the official PostgreSQL image's entry point that docker/ relies on, for the local stand-in.
set -eu
[ "${1:-}" = postgres ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  chown postgres:postgres "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  chmod 700 "$PGDATA"
  password=${POSTGRES_PASSWORD:-$(cat "$POSTGRES_PASSWORD_FILE")}
  file=$(mktemp)
  printf '%s' "$password" >"$file"
  initdb --username="${POSTGRES_USER:-postgres}" --pwfile="$file" --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8 --locale=C.UTF-8
  rm -f "$file"
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
  database=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
  [ "$database" = postgres ] || createdb --username="${POSTGRES_USER:-postgres}" "$database"
  pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec "$@" -c listen_addresses='*'
