/** What tokens say of a login: by which means the person came. */
@NullMarked
package fr.prosante.keycloak.token;

import org.jspecify.annotations.NullMarked;
