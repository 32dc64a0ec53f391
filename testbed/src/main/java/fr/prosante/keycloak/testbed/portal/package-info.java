/** An ordinary OIDC client that shows who is connected. */
@NullMarked
package fr.prosante.keycloak.testbed.portal;

import org.jspecify.annotations.NullMarked;
