#!/bin/sh
# Makes the passwords that compose.yaml asks for, each as a random file, in docker/secrets or in the folder given.
# Files that are there stay as they are. With --self-signed, certificates for the hosts given too: for a trial, not for people.
#
#   docker/secrets.sh [--self-signed LOGIN_HOST DOOR_HOST] [FOLDER]
set -eu
self_signed=
if [ "${1:-}" = --self-signed ]; then
  self_signed=1
  login_host=$2
  door_host=$3
  shift 3
fi
folder=${1:-$(dirname "$0")/secrets}
umask 077
mkdir -p "$folder"
cd "$folder"

# Containers read them under other user ids, hence 444; the folder itself is closed to everybody else.
password() {
  [ -s "$1" ] && return
  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1"
  chmod 444 "$1"
  echo "made $1"
}
password db-password
password admin-password
[ -e smtp-password ] || { : >smtp-password; chmod 444 smtp-password; echo "made smtp-password, empty: put the relay's password in"; }

certificate() { # certificate NAME HOST
  [ -s "$1.crt" ] && return
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -keyout "$1.key" -out "$1.crt" \
    -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -addext "extendedKeyUsage=serverAuth" 2>/dev/null
  chmod 444 "$1.key" "$1.crt"
  echo "made $1.crt and $1.key for $2, self-signed"
}
if [ -n "$self_signed" ]; then
  certificate login "$login_host"
  certificate door "$door_host"
else
  for file in login.crt login.key door.crt door.key; do
    [ -s "$file" ] || echo "bring $folder/$file"
  done
fi
