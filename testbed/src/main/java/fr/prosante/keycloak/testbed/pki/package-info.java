/** An imitation of IGC-Santé: same shape, own names, made at run time. */
@NullMarked
package fr.prosante.keycloak.testbed.pki;

import org.jspecify.annotations.NullMarked;
