#!/bin/sh
# Replaces nodes while people log in, one after the other, by containers of what the settings say now: another image, say.
# nginx leaves a node out before it is told to stop, and takes it in again when it is healthy.
#
#   export COMPOSE="docker compose -f docker/compose.yaml --env-file docker/.env"
#   docker/replace.sh keycloak-1 keycloak-2
#
# PATIENCE: seconds to wait for each, 300 unless told; who does not get there is left out, and the next ones are not touched.
set -eu
compose() { ${COMPOSE:-docker compose} "$@"; }
upstreams() { # upstreams SED_EXPRESSION
  compose exec -T nginx sh -c "sed -i '$1' /run/nginx/conf.d/upstream.conf && nginx -c /run/nginx/nginx.conf -s reload"
}

for node in "$@"; do
  address=$(compose exec -T nginx getent hosts "$node" | cut -d' ' -f1)
  upstreams "s/server $address:[0-9]*/& down/"
  compose up -d --no-deps "$node"
  echo "waiting until $node is healthy; nginx leaves it out until then"
  left=${PATIENCE:-300}
  until [ "$(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$node")")" = healthy ]; do
    if [ "$left" -le 0 ]; then
      echo "$node did not become healthy in ${PATIENCE:-300} s. The other nodes go on, nginx leaves it out. Read its log, mend it, call this again." >&2
      exit 1
    fi
    sleep 2
    left=$((left - 2))
  done
  upstreams "s/ down//g"
done
