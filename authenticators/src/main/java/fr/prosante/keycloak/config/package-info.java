/** Typed options of the providers and their check when an administrator saves them. */
@NullMarked
package fr.prosante.keycloak.config;

import org.jspecify.annotations.NullMarked;
