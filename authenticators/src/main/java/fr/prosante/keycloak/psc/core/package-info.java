/** What Pro Santé Connect says and how it is judged, free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.psc.core;

import org.jspecify.annotations.NullMarked;
