/** What the account page decides and checks; free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.account.core;

import org.jspecify.annotations.NullMarked;
