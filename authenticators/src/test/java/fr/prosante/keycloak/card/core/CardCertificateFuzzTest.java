package fr.prosante.keycloak.card.core;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Whatever the JDK takes for a certificate is read or refused, never anything else. */
final class CardCertificateFuzzTest {

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
