/** Keycloak's own admin console, as an administrator uses it: menus, dialogs and switches, nothing by REST. */
@NullMarked
package fr.prosante.keycloak.e2e.console;

import org.jspecify.annotations.NullMarked;
