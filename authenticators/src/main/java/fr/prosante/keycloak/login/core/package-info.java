/** Reads what people type as identifier; free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.login.core;

import org.jspecify.annotations.NullMarked;
