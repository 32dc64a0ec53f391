/** Asking responders (OCSP, RFC 6960) about one certificate, in the background, and remembering what they said. */
@NullMarked
package fr.prosante.keycloak.card.core.ocsp;

import org.jspecify.annotations.NullMarked;
