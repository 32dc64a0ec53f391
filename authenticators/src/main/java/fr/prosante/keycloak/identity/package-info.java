/** Professionals as Keycloak users: attributes, look-up by national identifier, refresh from a strong proof. */
@NullMarked
package fr.prosante.keycloak.identity;

import org.jspecify.annotations.NullMarked;
