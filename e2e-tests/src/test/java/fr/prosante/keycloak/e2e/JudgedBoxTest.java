package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.CardJudge;
import fr.prosante.keycloak.card.core.CardRules;
import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.core.Trust;
import fr.prosante.keycloak.card.core.Verdict;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Structure;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every card of the box before the judge of the card step: who it says it is, or why it opens nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JudgedBoxTest {

    private static final String NOBODY = "";

    private HealthPki pki;
    private CardBox cards;

    @BeforeAll
    void fill(@TempDir Path folder) {
        pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        cards = CardBox.fill(pki, folder);
    }

    /** Number, family name, given name, profession code, savoir-faire codes, name of the structure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            medecin                   | 899700001011 MARTIN JEANNE 10 SM26 -
            medecin-sans-specialite   | 899700001029 SANS-SPECIALITE PAUL 10 - -
            medecin-deux-specialites  | 899700001037 DEUX-SPECIALITES ALICE 10 SM04,SM40 -
            kine                      | 899700001045 KINE NORBERT 70 - -
            infirmier-adeli           | 00B6077602 INFIRMIER GUY 60 - -
            pharmacien                | 899700001052 OFFICINE LOUISE 21 - -
            etudiant-cpf              | 899700001060 INTERNE TOM - - -
            medecin-carte-renouvelee  | 899700001011 MARTIN JEANNE 10 SM26 -
            medecin-autre-cle         | 899700001011 MARTIN JEANNE 10 SM26 -
            medecin-production        | 899700001078 PRODUCTION IRENE 10 SM54 -
            cpe                       | 30B0057881/CPET0002 ADMINISTRATIF CHARLES - - HOPITAL_IMITATION
            cpe-sans-nom              | 30B0057881/CPET0003 - - - - HOPITAL_IMITATION
            cpa                       | 30B0057881/CPAT0001 AUTORISEE ODILE - - HOPITAL_IMITATION
            numero-en-tete            | 899700001201 DE_LA_FONTAINE-LEROY MARIE-CLEMENTINE 50 - -
            numero-au-milieu          | 899700001219 DE_LA_FONTAINE-LEROY ZOE 40 - -
            numero-en-queue           | 899900001225 LIBRE MAX 10 SM42 -
            accents-apostrophe        | 899900001233 D'HÉRICOURT-ŒUVRÉ ANAÏS 91 - -
            certificat-logiciel       | UNKNOWN_ISSUER
            certificat-signature      | SIGNATURE_CERTIFICATE
            carte-expiree             | EXPIRED
            carte-future              | NOT_YET_VALID
            carte-revoquee            | REVOKED
            emetteur-etranger         | UNKNOWN_ISSUER
            cle-fausse                | UNREADABLE
            sans-numero               | UNREADABLE
            deux-numeros              | UNREADABLE
            """)
    void isWhoItSaysOrOpensNothing(String name, String expected) {
        assertThat(told(judged(cards.card(name).certificate()))).isEqualTo(expected);
    }

    @Test
    void noCardIsLeftOut() throws Exception {
        var table = JudgedBoxTest.class
                .getDeclaredMethod("isWhoItSaysOrOpensNothing", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        assertThat(cards.cards())
                .extracting(Card::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(table.split("\n"))
                        .map(row -> row.split("\\|")[0].strip())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"medecin", "kine", "cpe"})
    void withOneBitOfItsSignatureWrongItOpensNothing(String name) throws Exception {
        var der = cards.card(name).certificate().getEncoded();
        der[der.length - 7] ^= 1;
        var broken = (X509Certificate) java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(der));

        assertThat(told(judged(broken))).isEqualTo("UNKNOWN_ISSUER");
    }

    private Verdict judged(X509Certificate certificate) {
        var rules = new CardRules(
                Set.of(ProductCategory.CARD, ProductCategory.TEST_CARD),
                EnumSet.allOf(CardType.class),
                Set.of(),
                true,
                false,
                KeyCheck.STRICT);
        return new CardJudge(new Trust(pki.anchors(), Set.of()), rules, this::status)
                .judge(Optional.of(certificate), Instant.now());
    }

    private Revocation.Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        return pki.authorities().stream()
                        .filter(authority -> authority.certificate().equals(issuer))
                        .map(CertificateAuthority::revoked)
                        .anyMatch(revoked -> revoked.containsKey(certificate.getSerialNumber()))
                ? Revocation.Status.REVOKED
                : Revocation.Status.GOOD;
    }

    private static String told(Verdict verdict) {
        return verdict.fault()
                .map(Enum::name)
                .or(() -> verdict.holder().map(JudgedBoxTest::told))
                .orElse(NOBODY);
    }

    private static String told(Professional holder) {
        return java.util.stream.Stream.of(
                        Optional.of(holder.id().value()),
                        holder.familyName(),
                        holder.givenName(),
                        holder.professionCode(),
                        Optional.of(String.join(",", holder.savoirFaireCodes())).filter(codes -> !codes.isEmpty()),
                        holder.structure().flatMap(Structure::name))
                .map(fact -> fact.map(text -> text.replace(' ', '_')).orElse("-"))
                .collect(Collectors.joining(" "));
    }
}
