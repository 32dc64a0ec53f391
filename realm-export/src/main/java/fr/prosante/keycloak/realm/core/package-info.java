/** What an upgrade changes and what it leaves alone: decided on realm documents, without a server. */
@NullMarked
package fr.prosante.keycloak.realm.core;

import org.jspecify.annotations.NullMarked;
