/** Mails that tell a user what happened to the account: a login, a new password. */
@NullMarked
package fr.prosante.keycloak.notice;

import org.jspecify.annotations.NullMarked;
