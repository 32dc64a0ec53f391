package fr.prosante.keycloak.card.core;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the JDK takes for a certificate is read or refused, never anything else. */
final class CardCertificateFuzzTest {

    static Stream<byte[]> seeds() throws Exception {
        return Stream.of(
                TestCard.of(TestAuthority.root("RACINE")).getEncoded(),
                real("cps-fort-auth-kine-rpps-899700252580"),
                real("cpe-standard-auth-finess-30B0057881_CPET0002"));
    }

    private static byte[] real(String name) throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(CardCertificateFuzzTest.class.getResourceAsStream(name + ".cer"))) {
            return stream.readAllBytes();
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 2_500_000)
    void isReadOrRefused(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            CardCertificate card = new CardCertificate(certificate);
            var type = card.type();
            var category = card.category();
            var number = card.number();
            var holder = card.holder(KeyCheck.STRICT);
            if (type.isPresent() && category.isPresent() && number.isPresent()) {
                holder.profession();
            }
        } catch (CertificateException | CardFormatException e) {
            return;
        }
    }
}
