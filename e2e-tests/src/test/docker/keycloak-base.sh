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

debootstrap --variant=minbase --include=openjdk-17-jre-headless,ca-certificates bookworm "$work/root" > "$work/debootstrap.log" \
    || { tail -20 "$work/debootstrap.log" >&2; exit 1; }
rm -rf "$work"/root/var/cache/apt/* "$work"/root/var/lib/apt/lists/*

mkdir "$work/archive"
(cd "$work/archive" && jar --extract --file "$archive")
mv "$work"/archive/keycloak-* "$work/root/opt/keycloak"
chmod +x "$work"/root/opt/keycloak/bin/*.sh
mkdir -p "$work/root/opt/keycloak/data"
echo 'keycloak:x:1000:0:keycloak:/opt/keycloak:/sbin/nologin' >> "$work/root/etc/passwd"
# As in the original: the group of the user may write where Keycloak writes.
chown -R 1000:0 "$work/root/opt/keycloak"
chmod -R g+rwX "$work/root/opt/keycloak"

tar --create --directory "$work/root" . | docker import \
    --change 'ENV LANG=en_US.UTF-8 KC_RUN_IN_CONTAINER=true' \
    --change 'USER 1000' \
    --change 'EXPOSE 8080 8443 9000' \
    --change 'ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]' \
    - "$tag" > /dev/null
