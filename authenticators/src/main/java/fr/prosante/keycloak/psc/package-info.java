/** Pro Santé Connect as an identity provider, and the link of its people to accounts. */
@NullMarked
package fr.prosante.keycloak.psc;

import org.jspecify.annotations.NullMarked;
