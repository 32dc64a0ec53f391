/** A Keycloak of its own for each test or demo, from the distribution archive. */
@NullMarked
package fr.prosante.keycloak.testbed.server;

import org.jspecify.annotations.NullMarked;
