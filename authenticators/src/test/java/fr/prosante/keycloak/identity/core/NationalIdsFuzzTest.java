package fr.prosante.keycloak.identity.core;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is an identifier or has a problem; what was accepted is accepted again, the same. */
final class NationalIdsFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "899700218896",
                        "99700218896",
                        "0997000005",
                        "3999999999/0001",
                        "ANS20260001",
                        " 8 997 00218896 ")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 2_500_000)
    void isReadOnceAndForAll(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ParsedId parsed = NationalIds.parseTyped(text, KeyCheck.STRICT);
        if (parsed.id().isPresent()) {
            String value = parsed.id().get().value();
            if (!NationalIds.parseOfficial(value, KeyCheck.STRICT).equals(parsed)
                    || !NationalIds.parseTyped(value, KeyCheck.STRICT).equals(parsed)) {
                throw new AssertionError("not the same when read again: " + value);
            }
        }
    }
}
