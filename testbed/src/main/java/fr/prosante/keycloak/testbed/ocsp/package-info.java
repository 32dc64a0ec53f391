/** The responder that the cards of the box name. */
@NullMarked
package fr.prosante.keycloak.testbed.ocsp;

import org.jspecify.annotations.NullMarked;
