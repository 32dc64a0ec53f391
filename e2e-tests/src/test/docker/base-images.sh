#!/bin/bash
# Makes what stands in for the official images where no registry can be reached: Keycloak's archive, nginx and PostgreSQL
# on a Debian base, laid out like the originals as far as docker/ relies on it, with nothing of ours in them.
#
#   base-images.sh ARCHIVE VERSION    for example base-images.sh keycloak-quarkus-dist-26.7.4.zip 26.7.4
#
# Makes pro-sante-test/keycloak:VERSION, pro-sante-test/nginx:debian and pro-sante-test/postgres:debian, those that are
# missing. Needs root, debootstrap, a JDK and a Docker engine.
set -euo pipefail
archive=$(realpath "$1")
version=$2
cd "$(dirname "$0")"
prefix=pro-sante-test
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

there() {
    docker image inspect "$1" > /dev/null 2>&1
}

# One system for the three: the packages are the same everywhere, and installing them is what takes time.
system() {
    there $prefix/system:debian && return
    debootstrap --variant=minbase \
        --include=openjdk-17-jre-headless,ca-certificates,nginx-light,gettext-base,postgresql-15 \
        bookworm "$work/system" > "$work/debootstrap.log" || { tail -20 "$work/debootstrap.log" >&2; exit 1; }
    rm -rf "$work"/system/var/cache/apt/* "$work"/system/var/lib/apt/lists/* "$work"/system/var/lib/postgresql/* \
        "$work"/system/etc/nginx/sites-enabled/*
    cat >> "$work/system/etc/passwd" << 'END'
keycloak:x:1000:0:keycloak:/opt/keycloak:/sbin/nologin
END
    tar --create --directory "$work/system" . | docker import --change 'ENV LANG=C.UTF-8' - $prefix/system:debian > /dev/null
}

# image NAME < Dockerfile: unless it is there; what it copies is in $work/context
image() {
    there "$1" || DOCKER_BUILDKIT=0 docker build --quiet --network=none --tag "$1" --file - "$work/context" > /dev/null
}

system
mkdir "$work/context"

if ! there $prefix/keycloak:"$version"; then
    (cd "$work/context" && jar --extract --file "$archive" && mv keycloak-* keycloak && chmod +x keycloak/bin/*.sh)
    mkdir -p "$work/context/keycloak/data"
    # As in the original: the group of the user may write where Keycloak writes.
    chmod -R g+rwX "$work/context/keycloak"
fi
image $prefix/keycloak:"$version" << END
FROM $prefix/system:debian
COPY --chown=1000:0 keycloak /opt/keycloak
USER 1000
ENV KC_RUN_IN_CONTAINER=true
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
END

cp nginx-entrypoint.sh postgres-entrypoint.sh "$work/context"
image $prefix/nginx:debian << END
FROM $prefix/system:debian
COPY nginx-entrypoint.sh /docker-entrypoint.sh
STOPSIGNAL SIGQUIT
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["nginx", "-g", "daemon off;"]
END

image $prefix/postgres:debian << END
FROM $prefix/system:debian
ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PGDATA=/var/lib/postgresql/data
RUN install -d -o postgres -g postgres /var/lib/postgresql/data /var/run/postgresql
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
VOLUME /var/lib/postgresql/data
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
END
