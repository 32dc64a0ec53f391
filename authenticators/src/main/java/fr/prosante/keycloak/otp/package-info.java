/** The step « Authentification forte par e-mail »: a code by mail as second factor beside the password. */
@NullMarked
package fr.prosante.keycloak.otp;

import org.jspecify.annotations.NullMarked;
