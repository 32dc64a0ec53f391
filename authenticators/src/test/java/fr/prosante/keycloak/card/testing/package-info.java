/** Authorities, cards and lists made for tests, in the manner of IGC-Santé and with names of their own. */
@NullMarked
package fr.prosante.keycloak.card.testing;

import org.jspecify.annotations.NullMarked;
