/** The command that brings a live realm up to date: reads it, plans, and changes it through the admin API. */
@NullMarked
package fr.prosante.keycloak.realm;

import org.jspecify.annotations.NullMarked;
