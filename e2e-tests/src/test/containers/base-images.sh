#!/usr/bin/env bash
# Names the base images of docker/ for a test run, as NAME=image lines on standard output; notes go to standard error.
#
# Each is the official image where a registry answers. Where none does, an image of the same shape is built on this
# machine from Debian packages and from Keycloak's official archive, under the prefix pro-sante-local/: never under the
# official name, so that nobody's engine holds an imitation of somebody else's image.
#
#   base-images.sh [--local] [--keycloak-archive FILE]
#
# Needs a Docker engine; the local images need root and debootstrap besides. Built images are reused.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../../.. && pwd)

local_only=false
keycloak_version=$(sed -n 's:.*<version.keycloak>\(.*\)</version.keycloak>.*:\1:p' "$root/pom.xml")
archive=$root/testbed/target/dist/keycloak-quarkus-dist-$keycloak_version.zip
while [ $# -gt 0 ]; do
  case $1 in
    --local) local_only=true; shift ;;
    --keycloak-archive) archive=$2; shift 2 ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOCKER_BUILDKIT=0

note() { echo "base-images: $*" >&2; }
present() { docker image inspect "$1" >/dev/null 2>&1; }

# pullable IMAGE: the official image is here or can be had within the minute or so that tells "slow" from "no registry".
pullable() {
  ! $local_only || return 1
  present "$1" || timeout "${PULL_TIMEOUT:-300}" docker pull --quiet "$1" >/dev/null 2>"$work/pull" || {
    note "$1 cannot be pulled ($(tail -n 1 "$work/pull" | cut -c 1-120))"
    return 1
  }
}

# registry_answers: asked once, because every refused pull costs its time-out.
registry_answers() {
  [ -n "${answers:-}" ] || {
    answers=no
    ! pullable "quay.io/keycloak/keycloak:$keycloak_version" || answers=yes
  }
  [ "$answers" = yes ]
}

build() { # build IMAGE < Dockerfile: context is $work/context
  mkdir -p "$work/context"
  note "building $1"
  docker build --quiet --tag "$1" --file - "$work/context" >/dev/null 2>"$work/build" || { cat "$work/build" >&2; exit 1; }
}

debian=pro-sante-local/debian:12
java=pro-sante-local/java:17

local_debian() {
  ! present "$debian" || return 0
  [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || { note "no registry answers, and a local base needs root and debootstrap"; exit 3; }
  note "building $debian"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/debian" >"$work/debootstrap" || { tail -n 5 "$work/debootstrap" >&2; exit 1; }
  rm -rf "$work"/debian/var/cache/apt/*.bin "$work"/debian/var/cache/apt/archives/*.deb "$work"/debian/var/lib/apt/lists/*
  tar -C "$work/debian" -c . | docker import --change 'CMD ["bash"]' --change 'ENV LANG=C.UTF-8' - "$debian" >/dev/null
  rm -rf "$work/debian"
}

local_java() {
  local_debian
  present "$java" || build "$java" <<EOF
FROM $debian
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless && rm -rf /var/lib/apt/lists/*
EOF
}

local_keycloak() {
  present "$1" && return
  local_java
  [ -f "$archive" ] || { note "no Keycloak archive at $archive (mvn -Pserver -pl testbed generate-resources)"; exit 3; }
  mkdir -p "$work/context"
  (cd "$work/context" && unzip -q "$archive" && mv keycloak-* keycloak && mkdir keycloak/data && chmod -R g+rwX keycloak)
  build "$1" <<EOF
FROM $java
RUN useradd --uid 1000 --gid 0 --home-dir /opt/keycloak --no-create-home keycloak
COPY --chown=1000:0 keycloak /opt/keycloak
USER 1000
ENV KC_RUN_IN_CONTAINER=true
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
EOF
  rm -rf "$work/context"
}

local_postgres() {
  present "$1" && return
  local_debian
  mkdir -p "$work/context"
  cp postgres-entrypoint.sh "$work/context/"
  build "$1" <<EOF
FROM $debian
RUN groupadd --system --gid 999 postgres && useradd --system --uid 999 --gid 999 --home-dir /var/lib/postgresql postgres \\
 && apt-get update && apt-get install -y --no-install-recommends postgresql-15 && rm -rf /var/lib/apt/lists/* \\
 && rm -rf /var/lib/postgresql/15 /var/lib/postgresql/data && mkdir -p /var/lib/postgresql/data /var/run/postgresql \\
 && chown -R postgres:postgres /var/lib/postgresql /var/run/postgresql
ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PGDATA=/var/lib/postgresql/data
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
VOLUME /var/lib/postgresql/data
STOPSIGNAL SIGINT
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
EOF
  rm -rf "$work/context"
}

local_nginx() {
  present "$1" && return
  local_debian
  mkdir -p "$work/context"
  cp nginx-entrypoint.sh "$work/context/"
  build "$1" <<EOF
FROM $debian
RUN groupadd --system --gid 101 nginx && useradd --system --uid 101 --gid 101 --home-dir /nonexistent nginx \\
 && apt-get update && apt-get install -y --no-install-recommends nginx-light gettext-base && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled/*
COPY nginx-entrypoint.sh /docker-entrypoint.sh
STOPSIGNAL SIGQUIT
EXPOSE 80
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["nginx", "-g", "daemon off;"]
EOF
  rm -rf "$work/context"
}

# choose VARIABLE OFFICIAL LOCAL BUILDER
choose() {
  if registry_answers && pullable "$2"; then
    echo "$1=$2"
  else
    "$4" "$3"
    echo "$1=$3"
  fi
}

official() { sed -n "s/.*\${$1:-\([^}]*\)}.*/\1/p" "$root/docker/compose.yaml" | head -n 1; }

choose KEYCLOAK_IMAGE "quay.io/keycloak/keycloak:$keycloak_version" "pro-sante-local/keycloak:$keycloak_version" local_keycloak
choose POSTGRES_IMAGE "$(official POSTGRES_IMAGE)" pro-sante-local/postgres:15 local_postgres
choose NGINX_IMAGE "$(official NGINX_IMAGE)" pro-sante-local/nginx:1.22 local_nginx
