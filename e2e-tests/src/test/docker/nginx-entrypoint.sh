#!/bin/sh
# The part of the official nginx image's entry point that docker/ relies on: templates filled from the environment.
set -eu
from=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
to=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
if [ -d "$from" ]; then
  names=$(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p' | grep -E "${NGINX_ENVSUBST_FILTER:-.}" | sed 's/.*/${&}/' | tr '\n' ' ')
  (cd "$from" && find . -follow -type f -name '*.template') | while read -r template; do
    mkdir -p "$to/$(dirname "$template")"
    envsubst "$names" <"$from/$template" >"$to/${template%.template}"
  done
fi
exec "$@"
