/** The login form and the first step of the forgotten password: what people may type as identifier. */
@NullMarked
package fr.prosante.keycloak.login;

import org.jspecify.annotations.NullMarked;
