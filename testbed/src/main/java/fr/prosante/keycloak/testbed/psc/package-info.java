/** A simulator of Pro Santé Connect with invented people, for tests and the demo; cannot be taken for the real one. */
@NullMarked
package fr.prosante.keycloak.testbed.psc;

import org.jspecify.annotations.NullMarked;
