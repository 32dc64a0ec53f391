package fr.prosante.keycloak.card.core.ocsp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.testing.AnswerRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What a responder may send. */
final class AnswerFuzzTest {

    private static final TestAuthority PERSONS = TestAuthority.root("RACINE");
    private static final Question QUESTION = Question.about(TestCard.of(PERSONS), PERSONS.certificate());
    private static final Signatory SIGNATORY = new Signatory(
            PERSONS.certificate(), (certificate, issuer, now) -> Revocation.Status.GOOD, TestAuthority.NOW);

    /** As sound as an answer can be that somebody else signed. */
    static Stream<byte[]> seeds() {
        AnswerRecipe forged = new AnswerRecipe(PERSONS).signedWith(TestAuthority.key("elsewhere"));
        return Stream.of(forged.to(QUESTION.der()), AnswerRecipe.error(3));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 1_000_000)
    void isNeverTakenUnsigned(byte[] der) {
        try {
            Answer answer = Answer.read(der, QUESTION, SIGNATORY);
            throw new AssertionError("an answer that nobody signed: " + answer);
        } catch (OcspException e) {
            return;
        }
    }
}
