/** Login by CPS card: the authenticator and its door behind mutual TLS. */
@NullMarked
package fr.prosante.keycloak.card;

import org.jspecify.annotations.NullMarked;
