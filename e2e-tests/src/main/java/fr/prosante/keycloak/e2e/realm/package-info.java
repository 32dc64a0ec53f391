/** The realm of a story: a copy of the exported one, its settings and its accounts. */
@NullMarked
package fr.prosante.keycloak.e2e.realm;

import org.jspecify.annotations.NullMarked;
