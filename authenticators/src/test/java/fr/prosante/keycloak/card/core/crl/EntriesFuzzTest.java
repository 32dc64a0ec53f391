package fr.prosante.keycloak.card.core.crl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.card.testing.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of a list, behind a signature that the fuzzer could not forge. */
final class EntriesFuzzTest {

    static Stream<byte[]> seeds() throws IOException {
        TestAuthority authority = TestAuthority.root("RACINE");
        byte[] list = authority.sign(authority.list(List.of(BigInteger.TEN, BigInteger.ONE.shiftLeft(130))));
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (TBSCertList.CRLEntry entry : CertificateList.getInstance(list).getRevokedCertificates()) {
            entries.writeBytes(entry.getEncoded());
        }
        return Stream.of(entries.toByteArray());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 2_500_000)
    void areReadOrRefused(byte[] der) {
        try {
            SerialSet serials = Entries.read(new DerCursor(ByteBuffer.wrap(der)));
            if (serials.contains(BigInteger.TEN) && serials.size() == 0) {
                throw new AssertionError("an empty list revokes");
            }
        } catch (CrlException e) {
            return;
        }
    }
}
