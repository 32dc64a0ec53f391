/** Load by Gatling: a crowd logs in again and again, and what it took is kept to the nanosecond. */
@NullMarked
package fr.prosante.keycloak.benchmarks.load;

import org.jspecify.annotations.NullMarked;
