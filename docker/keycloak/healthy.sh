#!/bin/bash
# Ready or not, with nothing but bash: the image has no curl.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${KC_HTTP_MANAGEMENT_PORT:-9000}"
printf 'GET %s/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' "${KC_HTTP_MANAGEMENT_RELATIVE_PATH:-}" >&3
read -r _ status _ <&3
[ "$status" = 200 ]
