/** What a strong proof of identity (card, Pro Santé Connect) said, kept in the authentication session. */
@NullMarked
package fr.prosante.keycloak.proof;

import org.jspecify.annotations.NullMarked;
