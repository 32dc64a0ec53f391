package fr.prosante.keycloak.card.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded authorities are the ones that were compared with the ANS's publication, and no others. */
final class AuthoritiesTest {

    @Test
    void holdsTheNineProductionAuthorities() {
        assertThat(Authorities.igcSante())
                .extracting(AuthoritiesTest::sha256)
                .containsExactlyInAnyOrder(
                        "d834ee5b40686b73573f60547bf6052c6d404d942a5665cdb2c0b9137b5d27b2",
                        "19c1eaeab477b6fbc233cda3b53fbdbc3f4e9bf6cf6973e46f7dfaef89c06c6c",
                        "23f69674002d1dd4b018baecd908dc92687942bb48e5140ff895e2f56bc49c0d",
                        "38284e4f6107456e70c7439c85da7d564d0fe1fe1a968c9eb6d43e1fc0d63c3a",
                        "c0520a2b14fb68836a807bf86ab2b3e07d1b6061d91bc9c7b86a6f8de4b5638e",
                        "6c339ebcb3e1b0102b143c9694225c2a4ab2ef6fedf7d364da8db305e7f7d997",
                        "2d9e22ca19f777c6b745257c723ecb8df3c35fa6f1f6ec36b83600c97346967f",
                        "53d30a19570826bde0c0762501f1f1c7a659f976c6c023123df5239df34a4eea",
                        "5891815e864506c662afb32f8de5b8de38bffa1af721780b69e19a0c050386c3");
    }

    @Test
    void holdsThePublishedTestAuthorities() {
        assertThat(Authorities.igcSanteTest())
                .extracting(AuthoritiesTest::sha256)
                .containsExactlyInAnyOrder(
                        "dc528e3788691b3f7950164076f95b02c64334c68662bdede5750b4e0e5338f6",
                        "67be67df1673552a6c2c110f6603309c4b68fd7b7a2bba847ec87dc5d7c71b1f",
                        "d4562312535334d8f7c885c6f5a8b3df0cf7bb3cd0b32954ec0ce4d82939a3f2",
                        "01325aeb193871eec90fa89556804e4185cb362e0ca87a3d79939c71186da805",
                        "d6059a88efd603feb05405197215ccade2a8b389c6f872f9d343e5f53bfbb426");
    }

    @Test
    void readsFilesAndFolders(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("authority.pem");
        X509Certificate authority = Authorities.igcSante().get(0);
        Files.writeString(
                file,
                "comment\n-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(authority.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("readme.txt"), "not an authority");
        assertThat(Authorities.read(file)).isEqualTo(List.of(authority));
        assertThat(Authorities.read(folder)).isEqualTo(List.of(authority));
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> Authorities.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void namesTheListsOfIntermediates() {
        assertThat(Authorities.igcSante().stream()
                        .flatMap(authority -> DistributionPoints.http(authority).stream())
                        .map(Object::toString))
                .contains("http://igc-sante.esante.gouv.fr/CRL/ACR-FO.crl")
                .allMatch(address -> address.startsWith("http://"));
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
