/** Revocation lists over http, and the ways they can fail. */
@NullMarked
package fr.prosante.keycloak.testbed.crl;

import org.jspecify.annotations.NullMarked;
