#!/usr/bin/env bash
# Makes the release bundle and its checksum in target/: jars, realm, docker, documents, SBOM of each jar. The same
# sources give the same bytes.
#
#   src/assembly/release.sh [words for Maven]
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -q -Prelease package -pl authenticators,themes,realm-export -am "$@"
mvn -B -q -N -Prelease assembly:single@release
version=$(sed -n '0,/<version>/s:.*<version>\(.*\)</version>.*:\1:p' pom.xml)
bundle=keycloak-pro-sante-$version.zip
cd target
sha256sum "$bundle" >"$bundle.sha256"
cat "$bundle.sha256"
