#!/usr/bin/env bash
# ./test.sh        everything that guards a commit: checks, unit tests, and the stories on a real Keycloak in a real browser
# ./test.sh unit   the fast part: checks and unit tests
# ./test.sh soak   everything, and the long variants: fuzzing, repeated kills, statistics
# ./test.sh fuzz   the fuzzing alone
#
# Further words are handed to Maven, for example: ./test.sh all -Dit.test=FirstLoginIT
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

mode="${1:-all}"
shift || true
stories=yes
case "$mode" in unit | fuzz) stories= ;; esac

missing=()
need() { # command, Debian package
    command -v "$1" > /dev/null || missing+=("$2")
}
# Without them the rest can be tried: the front that is deployed, the card whose code is typed.
wanted=()
want() { # command, Debian package
    PATH="$PATH:/usr/sbin:/sbin" command -v "$1" > /dev/null || wanted+=("$2")
}

need javac openjdk-17-jdk-headless
need mvn maven

if [ -n "$stories" ]; then
    command -v chromium-browser > /dev/null || need chromium chromium
    # A database for two nodes, and clocks that go wrong.
    compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
    compgen -G '/usr/lib/*/faketime/libfaketime.so.1' > /dev/null || missing+=(libfaketime)
    want nginx nginx-light
    want softhsm2-util softhsm2
    want pkcs11-tool opensc
    want modutil libnss3-tools
    want Xvfb xvfb
    want xdotool xdotool
    want dockerd docker.io
    want docker-compose docker-compose
    want debootstrap debootstrap
fi
if [ ${#wanted[@]} -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    missing+=("${wanted[@]}")
    wanted=()
fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
        echo "Missing: ${missing[*]} (names of Debian packages). Install them, or run as root where apt-get is available." >&2
        exit 2
    fi
    export DEBIAN_FRONTEND=noninteractive
    if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        # The tests start their own; none shall run because they were installed.
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    fi
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# The image is tried where a Docker engine answers, or can be started: one that makes no network of its own, for a
# browser drops what it is loading when a network appears. The image to build on is made by root.
engine=
engine_answers() {
    local PATH="$PATH:/usr/sbin:/sbin"
    [ "$(id -u)" -eq 0 ] && command -v debootstrap > /dev/null || return 1
    docker info > /dev/null 2>&1 && return
    command -v dockerd > /dev/null || return 1
    mkdir -p target
    dockerd --bridge=none --iptables=false > target/dockerd.log 2>&1 &
    engine=$!
    timeout 30 sh -c 'until docker info > /dev/null 2>&1; do sleep 0.2; done'
}
# An engine may answer and yet be allowed to run nothing or to connect nothing, and a mirror may be out of reach.
can_make_images() {
    local PATH="$PATH:/usr/sbin:/sbin" scratch able=0
    scratch=$(mktemp -d)
    {
        tar --create --directory / usr/sbin/ldconfig | docker import - pro-sante-test/probe \
            && docker run --rm --network=host pro-sante-test/probe /usr/sbin/ldconfig --version \
            && docker network create pro-sante-test-probe \
            && docker run --rm --network=pro-sante-test-probe pro-sante-test/probe /usr/sbin/ldconfig --version \
            && debootstrap --print-debs bookworm "$scratch/probe"
    } || able=1
    docker network rm pro-sante-test-probe || true
    rm -rf "$scratch"
    return $able
}

image=
if [ "$mode" = all ] || [ "$mode" = soak ]; then
    if engine_answers && can_make_images > /dev/null 2>&1; then image=,image; fi
fi

# What the image brings is compared with what the jar names in its SBOM, which Maven makes only with a network.
sbom=false
if [ -n "$image" ]; then
    mkdir -p target
    if mvn -B -q -Prelease -pl authenticators cyclonedx:makeBom@default > target/sbom.log 2>&1; then sbom=true; fi
fi

warn() {
    if [ -n "$image" ] && [ "$sbom" = false ]; then
        printf '\n*** SKIPPED: the comparison of the image with the SBOM, which could not be made (target/sbom.log). ***\n\n' >&2
    fi
    if [ -n "$stories" ] && [ -z "$image" ]; then
        printf '\n*** SKIPPED: the stories on the image. They need root, docker.io, debootstrap and its mirror, and an engine that starts (target/dockerd.log) and may run containers. ***\n\n' >&2
    fi
    if [ ${#wanted[@]} -gt 0 ]; then
        printf '\n*** NOT TRIED, because these Debian packages are missing: %s ***\n\n' "${wanted[*]}" >&2
    fi
}

finish() {
    if [ -n "$engine" ]; then
        kill "$engine" || true
        wait "$engine" || true
    fi
    warn
}

# Ten million executions are promised, some of every target; the fuzzer says after each how many there were.
count_executions() { # log of Maven, its error stream included
    local counted target
    counted=$(awk '/ Running .*FuzzTest$/ { sub(/.*\./, ""); target = $0 }
        /^Done [0-9]+ runs/ { runs[target] += $2; sum += $2 }
        END { for (target in runs) print target, runs[target]; print "all", sum + 0 }' "$1")
    printf 'Fuzzing, executions:\n%s\n' "$counted"
    for target in $(grep -rlw --include='*.java' '@FuzzTest' authenticators/src/test); do
        grep -qE "^$(basename "$target" .java) [1-9]" <<< "$counted" || {
            echo "Nothing was executed: $target" >&2
            return 1
        }
    done
    [ "$(awk '$1 == "all" { print $2 }' <<< "$counted")" -ge 10000000 ]
}

warn
trap finish EXIT
case "$mode" in
    unit) mvn -B test "$@" ;;
    all) mvn -B verify "-Pserver,e2e$image" "-Dprosante.sbom=$sbom" "$@" ;;
    soak)
        mkdir -p target
        mvn -B verify "-Pserver,e2e$image,soak" "-Dprosante.sbom=$sbom" "$@" 2>&1 | tee target/soak.log
        count_executions target/soak.log
        ;;
    fuzz)
        mkdir -p target
        mvn -B test-compile surefire:test@fuzz -Psoak -pl authenticators "$@" 2>&1 | tee target/fuzz.log
        count_executions target/fuzz.log
        ;;
    *)
        echo "usage: ./test.sh [all|unit|soak|fuzz] [words for Maven]" >&2
        exit 2
        ;;
esac
