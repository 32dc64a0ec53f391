/** A card reader made of software: a token with a code porteur, and a browser with windows that reads it. */
@NullMarked
package fr.prosante.keycloak.e2e.reader;

import org.jspecify.annotations.NullMarked;
