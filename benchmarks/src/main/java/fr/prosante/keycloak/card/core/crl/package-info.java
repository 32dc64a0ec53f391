/** Measures of the card: the index of a revocation list, and the judge. */
@NullMarked
package fr.prosante.keycloak.card.core.crl;

import org.jspecify.annotations.NullMarked;
