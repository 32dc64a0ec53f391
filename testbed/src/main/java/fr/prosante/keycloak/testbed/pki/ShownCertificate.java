package fr.prosante.keycloak.testbed.pki;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The keys of a TLS client: a certificate or none, shown to whoever asks for one in a handshake, and who did. */
public final class ShownCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "card";

    private final Optional<Leaf> leaf;
    private final Set<String> askers = ConcurrentHashMap.newKeySet();

    /** @param leaf empty for a client that has none, and still hears the question */
    public ShownCertificate(Optional<Leaf> leaf) {
        this.leaf = leaf;
    }

    /** Host and port of everybody whose handshake held a request for a certificate. */
    public Set<String> askers() {
        return Set.copyOf(askers);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        askers.add(engine.getPeerHost() + ":" + engine.getPeerPort());
        return leaf.isPresent() ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        askers.add(socket.getInetAddress().getHostName() + ":" + socket.getPort());
        return leaf.isPresent() ? ALIAS : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return leaf.orElseThrow().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return leaf.orElseThrow().key();
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return leaf.isPresent() ? new String[] {ALIAS} : new String[0];
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }
}
