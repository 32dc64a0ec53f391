/** Everything around Keycloak that a login by card needs; started as one by {@link fr.prosante.keycloak.testbed.Testbed}. */
@NullMarked
package fr.prosante.keycloak.testbed;

import org.jspecify.annotations.NullMarked;
