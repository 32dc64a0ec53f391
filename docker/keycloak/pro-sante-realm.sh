#!/bin/bash
# Brings a live realm up to date, see the realm's page; without arguments it says how it is called.
set -eu
exec java -cp "/opt/keycloak/pro-sante/*:$(echo /opt/keycloak/bin/client/keycloak-admin-cli-*.jar)" fr.prosante.keycloak.realm.RealmUpgrade "$@"
