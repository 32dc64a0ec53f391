#!/usr/bin/env bash
# Starts the demo: builds what is needed, then Keycloak and all that a card login needs around it, on loopback.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
javac -version 2>&1 | grep -qE '^javac (1[7-9]|[2-9][0-9])' || missing+=(openjdk-17-jdk-headless)
command -v mvn > /dev/null || missing+=(maven)
if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
        echo "Missing: a JDK 17 or later, or Maven 3.8.7 or later (Debian: ${missing[*]})." >&2
        exit 2
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# What the last build was made from; Maven is skipped when nothing of it changed.
stamp=testbed/target/demo.stamp
state() {
    find pom.xml .mvn authenticators themes testbed \
        \( -name target -prune \) -o -type f -print0 \
        | sort -z | xargs -0 sha256sum | sha256sum
}
built() {
    [ -f testbed/target/classpath.txt ] && [ -f testbed/target/keycloak-pro-sante-testbed-*.jar ] \
        && ls authenticators/target/keycloak-pro-sante-*.jar themes/target/keycloak-pro-sante-theme-*.jar \
            testbed/target/dist/*.zip >/dev/null 2>&1
}
now=$(state)
if ! built || [ "$now" != "$(cat "$stamp" 2>/dev/null)" ]; then
    echo "Building with Maven (some minutes the first time)…"
    mvn -q -B -Dquick -DskipTests -P server -pl authenticators,themes,testbed package
    echo "$now" >"$stamp"
fi

exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Dprosante.root="$PWD" \
    -cp "testbed/target/classes:$(cat testbed/target/classpath.txt)" \
    fr.prosante.keycloak.testbed.Demo "$@"
