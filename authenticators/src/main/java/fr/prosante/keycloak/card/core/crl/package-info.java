/** Revocation lists, fetched in the background and asked without waiting. */
@NullMarked
package fr.prosante.keycloak.card.core.crl;

import org.jspecify.annotations.NullMarked;
