package fr.prosante.keycloak.card.core.crl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The entries of a list, behind a signature that the fuzzer could not forge. */
final class EntriesFuzzTest {

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
