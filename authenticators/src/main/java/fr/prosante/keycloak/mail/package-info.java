/** Mails off the request thread: rendered with the realm's e-mail theme, sent by Keycloak's own sender, outcome told. */
@NullMarked
package fr.prosante.keycloak.mail;

import org.jspecify.annotations.NullMarked;
