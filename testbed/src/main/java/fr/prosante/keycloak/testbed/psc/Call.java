package fr.prosante.keycloak.testbed.psc;

/** A request that the issuer's host received: {@code token}, {@code userinfo}, {@code certs}, {@code logout}… */
public record Call(String method, String endpoint) {}
