package fr.prosante.keycloak.testbed.psc;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service declared at the simulator. Addresses are compared character for character.
 *
 * @param secret empty: none; then a certificate is needed
 * @param certificateCommonName CN of the client certificate that must be presented; empty: none is needed
 */
public record PscClient(
        String clientId,
        Optional<String> secret,
        Optional<String> certificateCommonName,
        Set<String> redirectUris,
        Set<String> postLogoutRedirectUris) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    public PscClient {
        redirectUris = Set.copyOf(redirectUris);
        postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
    }

    /** A service with a secret, at the addresses that Keycloak needs for this realm and alias. */
    public static PscClient ofRealm(String clientId, String secret, String keycloak, String realm, String alias) {
        String endpoint = keycloak + "/realms/" + realm + "/broker/" + alias + "/endpoint";
        return new PscClient(
                clientId,
                Optional.of(secret),
                Optional.empty(),
                Set.of(endpoint),
                Set.of(endpoint + "/logout_response"));
    }

    /** The same, proving itself by a certificate of this common name instead of or besides its secret. */
    public PscClient withCertificate(String commonName, boolean secretToo) {
        return new PscClient(
                clientId,
                secretToo ? secret : Optional.empty(),
                Optional.of(commonName),
                redirectUris,
                postLogoutRedirectUris);
    }

    void requireLoopback() {
        Stream.of(redirectUris, postLogoutRedirectUris)
                .flatMap(Set::stream)
                .filter(address ->
                        !LOOPBACK.contains(String.valueOf(URI.create(address).getHost())))
                .findFirst()
                .ifPresent(elsewhere -> {
                    throw new IllegalArgumentException("The simulator serves this machine only, not " + elsewhere);
                });
    }
}
