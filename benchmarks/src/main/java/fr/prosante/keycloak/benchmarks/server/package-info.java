/** What the load is put on: one server with two realms, ours and a stock one that is as strict. */
@NullMarked
package fr.prosante.keycloak.benchmarks.server;

import org.jspecify.annotations.NullMarked;
