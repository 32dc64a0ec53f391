#!/usr/bin/env bash
# ./bench.sh crl     a revocation list: heap, load and look-up, against the JDK's X509CRL
# ./bench.sh judge   judging one card, against Keycloak's CertificateValidator
# Ends with one line per figure: RESULT <figure> ours=<n> peer=<n> ratio=<ours/peer> unit=<u>
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

name="${1:-}"
case "$name" in
    crl | judge) ;;
    *)
        sed -n '2,4s/^# //p' "$0" >&2
        exit 2
        ;;
esac

mvn -q -B -Dquick -DskipTests -Pbench -pl authenticators,benchmarks package
java -Xmx3g -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath.txt)" \
    fr.prosante.keycloak.card.core.crl.Bench "$name" | tee "benchmarks/target/$name.log"
echo
grep '^RESULT ' "benchmarks/target/$name.log"
