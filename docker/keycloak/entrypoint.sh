#!/bin/bash
# Reads secrets from files, as orchestrators mount them, so that they are in no image, no command line and no
# « docker inspect »: for each NAME_PASSWORD_FILE or NAME_SECRET_FILE in the environment, NAME_PASSWORD or NAME_SECRET
# gets the file's first line. A file that cannot be read stops the start. Then Keycloak, as ever.
set -eu
for name in "${!KC_@}" "${!PRO_SANTE_@}"; do
  case $name in
    *_PASSWORD_FILE | *_SECRET_FILE)
      if [ -n "${!name}" ]; then
        IFS= read -r value <"${!name}" || [ -n "$value" ]
        export "${name%_FILE}=$value"
      fi
      unset "$name"
      ;;
  esac
done
exec /opt/keycloak/bin/kc.sh "$@"
