/** What the server info page of the admin console tells about this bundle. */
@NullMarked
package fr.prosante.keycloak.info;

import org.jspecify.annotations.NullMarked;
