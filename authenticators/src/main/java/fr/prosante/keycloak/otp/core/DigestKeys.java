package fr.prosante.keycloak.otp.core;

import java.util.Optional;

/** The realm's keys for digests. */
public interface DigestKeys {
    /** Key for a new code. */
    DigestKey active();

    /** Key of that id, if the realm still has it. */
    Optional<DigestKey> find(String id);
}
