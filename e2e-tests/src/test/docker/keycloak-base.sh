#!/bin/bash
# Makes what stands in for the official Keycloak image where no registry can be reached: the same archive on a Debian base,
# laid out like the original, with nothing of ours in it.
#
#   keycloak-base.sh ARCHIVE TAG      for example keycloak-base.sh keycloak-quarkus-dist-26.7.4.zip pro-sante-test/keycloak:26.7.4
#
# Needs root, debootstrap, a JDK and a Docker engine.
set -euo pipefail
archive=$(realpath "$1")
tag=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

debootstrap --variant=minbase --include=openjdk-17-jre-headless,ca-certificates bookworm "$work/system" > "$work/debootstrap.log" \
    || { tail -20 "$work/debootstrap.log" >&2; exit 1; }
rm -rf "$work"/system/var/cache/apt/* "$work"/system/var/lib/apt/lists/*

mkdir "$work/archive"
(cd "$work/archive" && jar --extract --file "$archive")
mv "$work"/archive/keycloak-* "$work/system/opt/keycloak"
chmod +x "$work"/system/opt/keycloak/bin/*.sh
mkdir -p "$work/system/opt/keycloak/data"
echo 'keycloak:x:1000:0:keycloak:/opt/keycloak:/sbin/nologin' >> "$work/system/etc/passwd"
# As in the original: the group of the user may write where Keycloak writes.
chown -R 1000:0 "$work/system/opt/keycloak"
chmod -R g+rwX "$work/system/opt/keycloak"

tar --create --directory "$work/system" . | docker import \
    --change 'ENV LANG=en_US.UTF-8 KC_RUN_IN_CONTAINER=true' \
    --change 'USER 1000' \
    --change 'EXPOSE 8080 8443 9000' \
    --change 'ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]' \
    - "$tag" > /dev/null
