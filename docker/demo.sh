#!/bin/sh
# Tries compose.yaml on one machine with all that a login needs around it, on loopback: portal, cards, mailbox, simulator
# of Pro Santé Connect. Passwords, keys and certificates are made at the first start, in docker/demo, for this demo only.
#
#   mvn -Pserver -DskipTests package    # from the sources; the release bundle has no demo
#   docker/demo.sh                      # starts; then « docker/demo.sh logs demo » says where everything is
#   docker/demo.sh down -v              # any words are handed to docker compose
set -eu
cd "$(dirname "$0")"
folder=${DEMO_FOLDER:-$PWD/demo}
image=${KEYCLOAK_IMAGE:-quay.io/keycloak/keycloak:26.7.4}
export DEMO_FOLDER="$folder" SECRETS="$folder/secrets" CARD_AUTHORITIES_FILE="$folder/card-authorities.pem"
export DEMO_USER="$(id -u):$(id -g)" COMPOSE_FILE="${COMPOSE_FILE:-compose.yaml:compose.demo.yaml}"

if [ ! -s "$SECRETS/door.key" ]; then
  (umask 077 && mkdir -p "$SECRETS")
  docker run --rm --network=none --user="$DEMO_USER" --volume="$PWD/../testbed/target:/testbed:ro" --volume="$folder:/demo" \
    --entrypoint=java "$image" -cp '/testbed/*:/testbed/lib/*' fr.prosante.keycloak.testbed.ComposeDemo files /demo
  # Containers read them under other user ids; the folder itself is closed to everybody else.
  chmod 444 "$SECRETS"/*.key
fi
./secrets.sh "$SECRETS" >&2

[ $# -gt 0 ] || set -- up -d --build
if docker compose version >/dev/null 2>&1; then
  exec docker compose --env-file demo.env "$@"
fi
exec docker-compose --env-file demo.env "$@"
