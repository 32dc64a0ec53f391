/** What {@code ./bench.sh} measures beside stock Keycloak: one class per name. */
@NullMarked
package fr.prosante.keycloak.benchmarks;

import org.jspecify.annotations.NullMarked;
