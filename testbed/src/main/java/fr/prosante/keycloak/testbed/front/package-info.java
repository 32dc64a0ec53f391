/** What stands before Keycloak: the login address and the card door. */
@NullMarked
package fr.prosante.keycloak.testbed.front;

import org.jspecify.annotations.NullMarked;
