/** People in front of a real Chromium, with or without a card in the reader. */
@NullMarked
package fr.prosante.keycloak.e2e.browser;

import org.jspecify.annotations.NullMarked;
