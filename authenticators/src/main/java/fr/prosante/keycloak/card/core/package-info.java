/** Reading and judging a card certificate, free of Keycloak types. */
@NullMarked
package fr.prosante.keycloak.card.core;

import org.jspecify.annotations.NullMarked;
