#!/usr/bin/env bash
# Starts the demo: builds what is needed, then Keycloak and all that a card login needs around it, on loopback.
set -euo pipefail
cd "$(dirname "$0")"

missing() {
    echo "Il manque : $1" >&2
    echo "$2" >&2
    exit 1
}

command -v java >/dev/null || missing "un JDK 17 ou plus récent" "Debian : apt-get install openjdk-17-jdk-headless"
command -v javac >/dev/null || missing "un JDK (seul un JRE est installé)" "Debian : apt-get install openjdk-17-jdk-headless"
[ "$(javac -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 17 ] || missing "un JDK 17 ou plus récent" "Trouvé : $(javac -version 2>&1)"
command -v mvn >/dev/null || missing "Maven 3.8.7 ou plus récent" "Debian : apt-get install maven"

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
    echo "Construction avec Maven (la première fois, quelques minutes)…"
    mvn -q -B -Dquick -DskipTests -P server -pl authenticators,themes,testbed package
    echo "$now" >"$stamp"
fi

exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Dprosante.root="$PWD" \
    -cp "testbed/target/classes:$(cat testbed/target/classpath.txt)" \
    fr.prosante.keycloak.testbed.Demo "$@"
