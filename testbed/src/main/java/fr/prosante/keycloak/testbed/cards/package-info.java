/** A box of cards, each a PKCS#12 file whose password is the code porteur. */
@NullMarked
package fr.prosante.keycloak.testbed.cards;

import org.jspecify.annotations.NullMarked;
