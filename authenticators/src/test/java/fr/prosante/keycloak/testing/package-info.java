/** What tests of every feature use. */
@NullMarked
package fr.prosante.keycloak.testing;

import org.jspecify.annotations.NullMarked;
