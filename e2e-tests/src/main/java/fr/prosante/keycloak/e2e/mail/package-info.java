/** The letters that the service sent. */
@NullMarked
package fr.prosante.keycloak.e2e.mail;

import org.jspecify.annotations.NullMarked;
