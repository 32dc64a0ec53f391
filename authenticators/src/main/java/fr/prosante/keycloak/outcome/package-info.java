/** Refusals: event error, flow error and message key kept together. */
@NullMarked
package fr.prosante.keycloak.outcome;

import org.jspecify.annotations.NullMarked;
