package fr.prosante.keycloak.testbed.psc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/** Who calls the token endpoint: secret in the header or in the form, certificate, or both, as declared. */
final class ClientAuthentication {

    private ClientAuthentication() {}

    static Optional<PscClient> of(Exchange exchange, Register register) {
        String id = exchange.form("client_id");
        String secret = exchange.form("client_secret");
        String header = exchange.header("Authorization");
        if (header.startsWith("Basic ")) {
            String[] pair = new String(
                            Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                    .split(":", 2);
            id = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
            secret = pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "";
        }
        String given = secret;
        return register.client(id)
                .filter(client ->
                        client.secret().isEmpty() || client.secret().get().equals(given))
                .filter(client -> client.certificateCommonName().isEmpty()
                        || exchange.certificate()
                                .filter(certificate -> isNamed(
                                        certificate,
                                        client.certificateCommonName().get()))
                                .isPresent())
                .filter(client -> client.secret().isPresent()
                        || client.certificateCommonName().isPresent());
    }

    private static boolean isNamed(X509Certificate certificate, String commonName) {
        return ("," + certificate.getSubjectX500Principal().getName() + ",").contains("CN=" + commonName + ",");
    }
}
