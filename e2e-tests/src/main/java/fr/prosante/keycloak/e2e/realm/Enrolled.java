package fr.prosante.keycloak.e2e.realm;

import org.keycloak.representations.idm.CredentialRepresentation;

/** Second factors that somebody enrolled a while ago; nobody has the device at hand. */
public final class Enrolled {

    private Enrolled() {}

    public static CredentialRepresentation application() {
        return of(
                "otp",
                "{\"value\":\"DJmQfC73VGFhw7D4QJ8A\"}",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }

    public static CredentialRepresentation passkey() {
        return of(
                "webauthn",
                "{}",
                "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"AAECAwQFBgcICQ\",\"counter\":0,"
                        + "\"attestationStatementFormat\":\"none\",\"credentialPublicKey\":\"pQECAyYgASFYIAAB\",\"transports\":[\"internal\"]}");
    }

    private static CredentialRepresentation of(String type, String secret, String data) {
        var credential = new CredentialRepresentation();
        credential.setType(type);
        credential.setUserLabel("Cabinet");
        credential.setSecretData(secret);
        credential.setCredentialData(data);
        return credential;
    }
}
