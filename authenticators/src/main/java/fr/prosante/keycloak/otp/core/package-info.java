/** What the e-mailed code decides, free of Keycloak types: when a code is made, when it is accepted, what a page may say. */
@NullMarked
package fr.prosante.keycloak.otp.core;

import org.jspecify.annotations.NullMarked;
