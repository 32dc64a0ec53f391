/** The text of the charter, its fingerprint, and when it is asked; free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.charter.core;

import org.jspecify.annotations.NullMarked;
