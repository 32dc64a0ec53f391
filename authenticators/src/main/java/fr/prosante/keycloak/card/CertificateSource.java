package fr.prosante.keycloak.card;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/**
 * Where the certificate of a connection comes from: TLS itself, or a header of a proxy that Keycloak trusts. Keycloak
 * trusts every sender of such a header while {@code proxy-trusted-addresses} is empty, and whoever is in a range of it
 * however wide; the card step does not.
 */
final class CertificateSource {

    private static final Logger LOG = Logger.getLogger(CertificateSource.class);

    /** Look-ups that read the TLS connection: the one of the services, and the one of Quarkus that takes its place. */
    private static final Set<String> FROM_TLS = Set.of("default", "quarkus");

    /** Bits of 10.0.0.0/8 and fc00::/7: no network that somebody can call his own is wider. */
    private static final int WIDEST = 8;

    private static final int WIDEST_V6 = 7;

    private final KeycloakSession session;

    CertificateSource(KeycloakSession session) {
        this.session = session;
    }

    /** What must be set before a certificate can be believed, in English for the log; empty if all is well. */
    Optional<String> problem() {
        Config config = ConfigProvider.getConfig();
        boolean behindProxy =
                config.getOptionalValue("kc.proxy-headers", String.class).isPresent();
        String trusted = config.getOptionalValue("kc.proxy-trusted-addresses", String.class)
                .orElse("");
        String lookup = session.getKeycloakSessionFactory()
                .getProviderFactory(X509ClientCertificateLookup.class)
                .getId();
        return problem(behindProxy, trusted, FROM_TLS.contains(lookup));
    }

    /** @param trusted addresses and ranges with commas between them, as Keycloak took them; empty if there are none */
    static Optional<String> problem(boolean behindProxy, String trusted, boolean fromTls) {
        if (behindProxy && trusted.isBlank()) {
            return Optional.of(
                    "proxy-headers is set and proxy-trusted-addresses is not: anybody could send a certificate");
        }
        Optional<String> everybody = Stream.of(trusted.split(",", -1))
                .map(String::strip)
                .filter(CertificateSource::isTooWide)
                .findFirst();
        if (behindProxy && everybody.isPresent()) {
            return Optional.of("proxy-trusted-addresses trusts " + everybody.get()
                    + ", which is wider than any private network: anybody could send a certificate");
        }
        if (!behindProxy && !fromTls) {
            return Optional.of("the certificate is looked up in a header, but proxy-headers is not set:"
                    + " anybody could send one");
        }
        return Optional.empty();
    }

    private static boolean isTooWide(String addresses) {
        int slash = addresses.indexOf('/');
        return slash >= 0
                && Integer.parseInt(addresses.substring(slash + 1)) < (addresses.contains(":") ? WIDEST_V6 : WIDEST);
    }

    /** The certificate of this request; empty if there is none or if it cannot be decoded. */
    Optional<X509Certificate> certificate() {
        X509ClientCertificateLookup lookup = session.getProvider(X509ClientCertificateLookup.class);
        if (lookup == null) {
            return Optional.empty();
        }
        try {
            X509Certificate[] chain =
                    lookup.getCertificateChain(session.getContext().getHttpRequest());
            return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debugf("certificate cannot be decoded: %s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
