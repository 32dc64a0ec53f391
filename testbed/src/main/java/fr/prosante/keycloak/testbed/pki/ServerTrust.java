package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of a client that trusts one authority and no other. */
public final class ServerTrust {
    private ServerTrust() {}

    public static SSLContext in(X509Certificate authority) {
        return in(authority, new KeyManager[0]);
    }

    /** The same, for a client that may be asked who it is. */
    public static SSLContext in(X509Certificate authority, ShownCertificate shown) {
        return in(authority, new KeyManager[] {shown});
    }

    private static SSLContext in(X509Certificate authority, KeyManager[] keys) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
