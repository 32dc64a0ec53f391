package fr.prosante.keycloak.e2e.reader;

import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CPS made of software: a SoftHSM token with a code porteur that holds the two certificates of a card under the labels
 * and identifiers that they have on a real one. Its configuration is where {@code SOFTHSM2_CONF} says.
 */
public final class VirtualCps {

    /** The code porteur. */
    public static final String CODE = "1234";

    static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    private static final String TOKEN = "CPS TEST";
    private static final Slot AUTHENTICATION = new Slot("CPS_PRIV_AUT", "20");
    private static final Slot SIGNATURE = new Slot("CPS_PRIV_SIG", "10");

    private final Path folder;

    private VirtualCps(Path folder) {
        this.folder = folder;
    }

    private record Slot(String label, String id) {}

    /** Programs that are not there, by the names of their Debian packages. */
    public static List<String> missing() {
        return Map.of(
                        "softhsm2-util", "softhsm2",
                        "pkcs11-tool", "opensc",
                        "modutil", "libnss3-tools",
                        "Xvfb", "xvfb",
                        "xdotool", "xdotool")
                .entrySet()
                .stream()
                .filter(program -> !Files.isExecutable(Path.of("/usr/bin", program.getKey())))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** A fresh one, without certificates. */
    public static VirtualCps made() {
        var configuration = Path.of(Optional.ofNullable(System.getenv("SOFTHSM2_CONF"))
                .orElseThrow(() -> new IllegalStateException("SOFTHSM2_CONF is not set: run Maven")));
        var folder = configuration.resolveSibling("files");
        try {
            Files.createDirectories(folder);
            var tokens = Files.createTempDirectory(folder, "tokens-");
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tool.run(List.of(
                "softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--so-pin", "12345678", "--pin", CODE));
        return new VirtualCps(folder);
    }

    /** A card is put in, with both of its certificates. */
    public VirtualCps holds(Leaf authentication, Leaf signature) {
        isWrittenTo(AUTHENTICATION, authentication);
        return holdsOnly(signature);
    }

    /** One certificate and no other, in the place of the one for signatures. */
    public VirtualCps holdsOnly(Leaf certificate) {
        isWrittenTo(SIGNATURE, certificate);
        return this;
    }

    /** Nothing of the card can be read any more. */
    public void isTakenOut() {
        for (var slot : List.of(AUTHENTICATION, SIGNATURE)) {
            for (var type : List.of("privkey", "pubkey", "cert")) {
                var unused = Tool.outcome(tool("--delete-object", "--type", type, "--id", slot.id()), Map.of());
            }
        }
    }

    /** What Java presents in TLS: the certificate for authentication, its key staying on the token. */
    public Leaf forAuthentication() {
        return read(AUTHENTICATION);
    }

    /** The certificate for signatures, presented as if it were for authentication. */
    public Leaf forSignature() {
        return read(SIGNATURE);
    }

    private void isWrittenTo(Slot slot, Leaf leaf) {
        var key = Pem.write(folder.resolve(slot.label() + ".key"), Pem.key(leaf.key()));
        Tool.run(List.of(
                "softhsm2-util",
                "--import",
                key.toString(),
                "--token",
                TOKEN,
                "--label",
                slot.label(),
                "--id",
                slot.id(),
                "--pin",
                CODE));
        try {
            var certificate = Files.write(
                    folder.resolve(slot.label() + ".der"), leaf.certificate().getEncoded());
            Tool.run(tool(
                    "--write-object",
                    certificate.toString(),
                    "--type",
                    "cert",
                    "--label",
                    slot.label(),
                    "--id",
                    slot.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tool(String... words) {
        var command = new java.util.ArrayList<>(List.of(
                "pkcs11-tool", "--module", MODULE.toString(), "--token-label", TOKEN, "--login", "--pin", CODE));
        command.addAll(List.of(words));
        return command;
    }

    private static Leaf read(Slot slot) {
        try {
            var token = KeyStore.getInstance("PKCS11", provider());
            token.load(null, CODE.toCharArray());
            var certificate = (X509Certificate) token.getCertificate(slot.label());
            var key = (PrivateKey) token.getKey(slot.label(), null);
            return new Leaf(certificate, key, List.of(certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java cannot read " + slot, e);
        }
    }

    /** One for the whole process: a key is of use to the one that read it only. */
    private static Provider provider() {
        return Optional.ofNullable(Security.getProvider("SunPKCS11-Cps")).orElseGet(() -> {
            var provider = Security.getProvider("SunPKCS11")
                    .configure("--name=Cps\nlibrary=" + MODULE + "\nslotListIndex=0\n");
            Security.addProvider(provider);
            return provider;
        });
    }
}
