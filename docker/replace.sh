#!/bin/sh
# Replaces nodes while people log in, one after the other, by containers of what the settings say now: another image, say.
# nginx leaves a node out before it is told to stop, and takes it in again when it is healthy.
#
#   export COMPOSE="docker compose -f docker/compose.yaml --env-file docker/.env"
#   docker/replace.sh keycloak-1 keycloak-2
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
  until [ "$(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$node")")" = healthy ]; do sleep 2; done
  upstreams "s/ down//"
done
