package fr.prosante.keycloak.card;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/**
 * Where the certificate of a connection comes from: TLS itself, or a header of a proxy that Keycloak trusts. Keycloak
 * trusts every sender of such a header while {@code proxy-trusted-addresses} is empty; the card step does not.
 */
final class CertificateSource {

    private static final Logger LOG = Logger.getLogger(CertificateSource.class);

    /** Look-ups that read the TLS connection: the one of the services, and the one of Quarkus that takes its place. */
    private static final Set<String> FROM_TLS = Set.of("default", "quarkus");

    private final KeycloakSession session;

    CertificateSource(KeycloakSession session) {
        this.session = session;
    }

    /** What must be set before a certificate can be believed, in English for the log; empty if all is well. */
    Optional<String> problem() {
        Config config = ConfigProvider.getConfig();
        boolean behindProxy =
                config.getOptionalValue("kc.proxy-headers", String.class).isPresent();
        boolean trustedNamed = config.getOptionalValue("kc.proxy-trusted-addresses", String.class)
                .isPresent();
        String lookup = session.getKeycloakSessionFactory()
                .getProviderFactory(X509ClientCertificateLookup.class)
                .getId();
        return problem(behindProxy, trustedNamed, FROM_TLS.contains(lookup));
    }

    static Optional<String> problem(boolean behindProxy, boolean trustedNamed, boolean fromTls) {
        if (behindProxy && !trustedNamed) {
            return Optional.of(
                    "proxy-headers is set and proxy-trusted-addresses is not: anybody could send a certificate");
        }
        if (!behindProxy && !fromTls) {
            return Optional.of("the certificate is looked up in a header, but proxy-headers is not set:"
                    + " anybody could send one");
        }
        return Optional.empty();
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
