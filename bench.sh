#!/usr/bin/env bash
# ./bench.sh crl       a revocation list: heap, load and look-up, against the JDK's X509CRL
# ./bench.sh judge     judging one card, against Keycloak's CertificateValidator
# ./bench.sh card      a whole login by card through nginx, against Keycloak's X.509 step
# ./bench.sh psc       a login by Pro Santé Connect, against Keycloak's OpenID Connect provider on the same simulator
# ./bench.sh otp       password and e-mailed code, against password and TOTP
# ./bench.sh relay     what a slow and a hanging mail relay cost, against an instant one
# ./bench.sh start     start and weight, against a server without the bundle
# ./bench.sh cluster   logins per second of one node and of two, memory idle and with 10,000 sessions (11 minutes)
# ./bench.sh pages     the pages on a line of 2 Mb/s and 40 ms, against Keycloak's own theme
# Ends with one line per figure: RESULT <figure> ours=<n> peer=<n> ratio=<ours/peer> unit=<u>
# Each takes some minutes; figures mean something on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    sed -n '2,/^set /s/^# //p' "$0" >&2
    exit 2
}

jmh=fr.prosante.keycloak.card.core.crl.Bench
servers=fr.prosante.keycloak.benchmarks.Main
name="${1:-}"
case "$name" in
    crl | judge) main=$jmh ;;
    card | psc | otp | relay | cluster) main=$servers need="nginx" ;;
    start) main=$servers ;;
    pages)
        # In the real browser, on the server of the stories.
        mvn -q -B -Dquick -Pserver,e2e verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
            -Dit.test=PagesBench -Dfailsafe.failIfNoSpecifiedTests=false
        cat e2e-tests/target/pages-bench.txt
        exit
        ;;
    *) usage ;;
esac

if [ -n "${need:-}" ] && ! command -v "$need" /usr/sbin/"$need" > /dev/null; then
    echo "Missing: $need (Debian: nginx-light)." >&2
    exit 2
fi

mvn -q -B -Dquick -DskipTests -Pserver,bench -pl authenticators,themes,testbed,benchmarks package
# Gatling asks Maven Central for its own latest version: the proxy that is not there keeps it from that.
java -Xmx3g -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9 \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath.txt)" "$main" "$name" \
    | tee "benchmarks/target/$name.log"
echo
grep '^RESULT ' "benchmarks/target/$name.log"
