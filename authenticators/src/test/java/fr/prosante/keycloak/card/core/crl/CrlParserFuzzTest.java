package fr.prosante.keycloak.card.core.crl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.card.testing.TestAuthority;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole list, and the extensions of one. */
final class CrlParserFuzzTest {

    static Stream<byte[]> seeds() {
        TestAuthority authority = TestAuthority.root("RACINE");
        return Stream.of(
                authority.sign(authority.list(List.of())),
                authority.sign(authority.list(List.of(BigInteger.TEN, BigInteger.ONE.shiftLeft(130)))));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 1_500_000)
    void isNeverTakenUnsigned(byte[] der) {
        try {
            CrlParser.parse(ByteBuffer.wrap(der), List.of(), TestAuthority.NOW);
            throw new AssertionError("a list that nobody signed");
        } catch (CrlException e) {
            readExtensions(der);
        }
    }

    private static void readExtensions(byte[] der) {
        try {
            Scope scope = CrlExtensions.scope(new DerCursor(ByteBuffer.wrap(der)));
            if (scope.addresses().contains("")) {
                return;
            }
        } catch (CrlException e) {
            return;
        }
    }
}
