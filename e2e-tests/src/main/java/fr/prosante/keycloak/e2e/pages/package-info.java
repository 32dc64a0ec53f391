/** What a person sees and does, one class per page; a constructor proves its page. */
@NullMarked
package fr.prosante.keycloak.e2e.pages;

import org.jspecify.annotations.NullMarked;
