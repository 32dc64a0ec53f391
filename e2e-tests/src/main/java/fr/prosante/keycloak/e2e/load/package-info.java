/** People who log in one after the other while something else happens, and what became of each login. */
@NullMarked
package fr.prosante.keycloak.e2e.load;

import org.jspecify.annotations.NullMarked;
