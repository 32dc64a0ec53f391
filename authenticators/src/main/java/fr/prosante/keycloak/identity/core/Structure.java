package fr.prosante.keycloak.identity.core;

import java.util.Optional;

/** Where a person works: the national identifier of the structure (Struct_IdNat) and its name. */
public record Structure(Optional<String> id, Optional<String> name) {}
