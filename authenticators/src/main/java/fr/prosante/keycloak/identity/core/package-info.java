/** National identifiers and nomenclatures of French health professionals, free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.identity.core;

import org.jspecify.annotations.NullMarked;
