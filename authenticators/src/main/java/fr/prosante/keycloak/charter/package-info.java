/** The charter of use: asked at the first login and at every new version. */
@NullMarked
package fr.prosante.keycloak.charter;

import org.jspecify.annotations.NullMarked;
