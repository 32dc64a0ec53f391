package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.ClientIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultRawSecret;
import org.keycloak.vault.VaultStringSecret;

/**
 * The client certificate of one instance: whose it is, and where it lies.
 *
 * @param reference a file of the directory of certificates, or a vault reference
 * @param password a vault reference
 */
record InstanceCertificate(String realm, String alias, String instance, String reference, Optional<String> password) {

    /** Of an instance in the realm of the session; empty if it has none. */
    static Optional<InstanceCertificate> of(KeycloakSession session, PscConfig config) {
        return config.certificate()
                .map(reference -> new InstanceCertificate(
                        session.getContext().getRealm().getName(),
                        config.getAlias(),
                        config.getInternalId(),
                        reference,
                        config.certificatePassword()));
    }

    Content read(KeycloakSession session, CertificateFiles files) throws IOException {
        return new Content(bytes(session, files), password(session));
    }

    private byte[] bytes(KeycloakSession session, CertificateFiles files) throws IOException {
        if (!PscConfigCheck.isVaultReference(reference)) {
            return files.read(reference);
        }
        try (VaultRawSecret secret = session.vault().getRawSecret(reference)) {
            return secret.getAsArray()
                    .map(array -> Arrays.copyOf(array, array.length))
                    .orElseThrow(() -> new IOException("the vault has no such entry"));
        }
    }

    private char[] password(KeycloakSession session) throws IOException {
        if (password.isEmpty()) {
            return new char[0];
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(password.get())) {
            return secret.get()
                    .map(String::toCharArray)
                    .orElseThrow(() -> new IOException("the vault has no entry for the password"));
        }
    }

    /** What lay there. */
    static final class Content {

        private final byte[] bytes;
        private final char[] password;

        private Content(byte[] bytes, char[] password) {
            this.bytes = bytes;
            this.password = password;
        }

        /** @throws GeneralSecurityException with an English sentence if there is no key with its certificate in it */
        ClientIdentity identity() throws GeneralSecurityException {
            return ClientIdentity.read(bytes, password);
        }

        /** The same for the same key under the same password. */
        String fingerprint() throws GeneralSecurityException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(new String(password).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
