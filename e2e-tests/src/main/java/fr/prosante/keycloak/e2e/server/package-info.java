/** The one world of a test run, Keycloak and its surroundings, and how a story asks for its parts. */
@NullMarked
package fr.prosante.keycloak.e2e.server;

import org.jspecify.annotations.NullMarked;
