/** « Créer mon compte »: the first login of a person whom a strong proof names. */
@NullMarked
package fr.prosante.keycloak.account;

import org.jspecify.annotations.NullMarked;
