package fr.prosante.keycloak.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.keycloak.representations.idm.CredentialRepresentation;

/** A password as Keycloak keeps it by default, hashed once for a thousand accounts: the server would take minutes. */
final class Argon2 {

    private static final int ITERATIONS = 5;
    private static final int KIB = 7168;
    private static final int LENGTH = 32;

    private Argon2() {}

    static CredentialRepresentation credential(String password) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[LENGTH];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(ITERATIONS)
                .withMemoryAsKB(KIB)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setSecretData("{\"value\":\"" + text(hash) + "\",\"salt\":\"" + text(salt) + "\"}");
        credential.setCredentialData("{\"hashIterations\":" + ITERATIONS
                + ",\"algorithm\":\"argon2\",\"additionalParameters\":{\"hashLength\":[\"" + LENGTH
                + "\"],\"memory\":[\"" + KIB + "\"],\"type\":[\"id\"],\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}}");
        return credential;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
