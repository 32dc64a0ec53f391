/** What Keycloak recorded, awaited and judged. */
@NullMarked
package fr.prosante.keycloak.e2e.events;

import org.jspecify.annotations.NullMarked;
