package fr.prosante.keycloak.testbed.pki;

import java.util.Optional;

/**
 * What a leaf certificate shall say.
 *
 * @param keyName name of its key pair: two requests with one name share the key
 * @param serialSeed text that its serial number is derived from
 * @param upn content of the Microsoft UPN, {@code 8.99700000000@carte-cps.fr}; authentication certificates only
 */
public record LeafRequest(
        String keyName,
        String serialSeed,
        Subject subject,
        Usage usage,
        Optional<String> upn,
        CardData data,
        Validity validity) {}
