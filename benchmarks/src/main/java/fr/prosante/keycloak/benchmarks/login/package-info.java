/** Ways to log in, ours and Keycloak's own, each as a browser without script does it and each ending with the tokens. */
@NullMarked
package fr.prosante.keycloak.benchmarks.login;

import org.jspecify.annotations.NullMarked;
