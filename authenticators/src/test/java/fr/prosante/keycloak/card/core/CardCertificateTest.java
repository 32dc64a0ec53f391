package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestCard.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.card.testing.CertificateRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardCertificateTest {

    private static final TestAuthority AUTHORITY = TestAuthority.root("RACINE");

    @ParameterizedTest
    @ValueSource(strings = {"cps-fort-auth-kine-rpps-899700252580"})
    void readsACpsOfAKine(String file) throws Exception {
        CardCertificate card = real(file);
        Professional holder = card.holder(KeyCheck.STRICT);
        assertThat(holder.id().value()).isEqualTo("899700252580");
        assertThat(holder.familyName()).contains("KINE-CH");
        assertThat(holder.givenName()).contains("NORBERT");
        assertThat(holder.professionCode()).contains("70");
        assertThat(holder.profession()).contains("Masseur-Kinésithérapeute");
        assertThat(holder.savoirFaireCodes()).isEmpty();
        assertThat(holder.structure()).isEmpty();
        assertThat(card.type()).contains(CardType.CPS);
        assertThat(card.category()).contains(ProductCategory.TEST_CARD);
        assertThat(card.number()).contains("8025000001/2800383626");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpe-standard-auth-finess-30B0057881_CPET0002", "cpe-standard-auth-BROKEN-SIGNATURE"})
    void readsACpe(String file) throws Exception {
        CardCertificate card = real(file);
        Professional holder = card.holder(KeyCheck.STRICT);
        assertThat(holder.id().value()).isEqualTo("30B0057881/CPET0002");
        assertThat(holder.familyName()).contains("ADMINISTRATIF-CH057880002");
        assertThat(holder.givenName()).contains("CHARLES");
        assertThat(holder.professionCode()).isEmpty();
        assertThat(holder.profession()).contains("Personnel santé ou social");
        assertThat(holder.structure())
                .contains(new Structure(Optional.of("10B0057881"), Optional.of("HOPITAL DES 3 DAMES")));
        assertThat(card.type()).contains(CardType.CPE);
    }

    @Test
    void readsTheFormerGeneration() throws Exception {
        Professional holder = real("cps2ter-auth-medecin-adeli-00B1058110").holder(KeyCheck.STRICT);
        assertThat(holder.id().value()).isEqualTo("00B1058110");
        assertThat(holder.professionCode()).contains("10");
        assertThat(holder.profession()).contains("Médecin");
        assertThat(holder.savoirFaireCodes()).containsExactly("SM36");
        assertThat(holder.structure()).isEmpty();
    }

    /** DER puts the shorter value first: the lengths of the names decide where the number stands. */
    @ParameterizedTest
    @CsvSource({
        "LONG-NOM-DE-FAMILLE, MARIE-CLEMENTINE, 'number given family'",
        "LONG-NOM-COMPOSE, MARIE-CLEMENTINE-ROSE, 'number family given'",
        "D'HÉRICOURT-ŒUVRÉ, ANAÏS, 'given number family'",
        "LI, MARIE-CLEMENTINE, 'family number given'",
        "LIBRE, MAX, 'given family number'",
        "LI, NORBERT, 'family given number'",
    })
    void readsTheNameInEveryOrder(String familyName, String givenName, String order) throws Exception {
        AttributeTypeAndValue[] attributes = {
            text(BCStyle.CN, TestCard.ID), text(BCStyle.SURNAME, familyName), text(BCStyle.GIVENNAME, givenName)
        };
        assertThat(order(TestCard.name(attributes))).isEqualTo(order);
        Professional holder = holder(TestCard.name(attributes));
        assertThat(holder.id().value()).isEqualTo(TestCard.ID);
        assertThat(holder.familyName()).contains(familyName);
        assertThat(holder.givenName()).contains(givenName);
    }

    private static String order(X500Name name) throws IOException {
        RDN[] parts = X500Name.getInstance(name.getEncoded("DER")).getRDNs();
        return Arrays.stream(parts[parts.length - 1].getTypesAndValues())
                .map(attribute -> attribute.getType().equals(BCStyle.CN)
                        ? "number"
                        : attribute.getType().equals(BCStyle.SURNAME) ? "family" : "given")
                .collect(Collectors.joining(" "));
    }

    @Test
    void readsEveryKindOfString() throws Exception {
        Professional holder = holder(TestCard.name(
                new AttributeTypeAndValue(BCStyle.CN, new DERPrintableString(TestCard.ID)),
                new AttributeTypeAndValue(BCStyle.SURNAME, new DERT61String("LÉONIE")),
                new AttributeTypeAndValue(BCStyle.GIVENNAME, new DERUTF8String("ZOË"))));
        assertThat(holder.familyName()).contains("LÉONIE");
        assertThat(holder.givenName()).contains("ZOË");
    }

    @Test
    void doesWithoutNames() throws Exception {
        Professional holder = holder(TestCard.name(text(BCStyle.CN, "30B0057881/CPET0003")));
        assertThat(holder.familyName()).isEmpty();
        assertThat(holder.givenName()).isEmpty();
    }

    static Stream<Arguments> savoirFaire() {
        return Stream.of(
                Arguments.of(new DERSequence(), List.of()),
                Arguments.of(new DERUTF8String("SM04"), List.of("SM04")),
                Arguments.of(new DERSequence(strings("SM04", "sm40")), List.of("SM04", "SM40")));
    }

    @ParameterizedTest
    @MethodSource("savoirFaire")
    void readsNoneOneOrSeveralSavoirFaire(ASN1Encodable value, List<String> codes) throws Exception {
        CardCertificate card = new CardCertificate(
                TestCard.of(AUTHORITY, recipe -> recipe.extension(TestCard.SAVOIR_FAIRE, false, value)));
        assertThat(card.holder(KeyCheck.STRICT).savoirFaireCodes()).isEqualTo(codes);
    }

    static Stream<X500Name> ambiguous() {
        return Stream.of(
                TestCard.name(text(BCStyle.SURNAME, "LIBRE")),
                TestCard.name(text(BCStyle.CN, TestCard.ID), text(BCStyle.CN, "899700252580")),
                TestCard.name(text(BCStyle.CN, "MAX LIBRE")),
                TestCard.name(text(BCStyle.CN, "899700218897")),
                TestCard.name(text(BCStyle.CN, "")),
                TestCard.name(text(BCStyle.CN, TestCard.ID + "\u0000")),
                TestCard.name(text(BCStyle.CN, TestCard.ID), text(BCStyle.SURNAME, "LIB\u202eRE")));
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void refusesAnIdentityThatIsMissingOrAmbiguous(X500Name subject) {
        assertThatThrownBy(() -> holder(subject)).isInstanceOf(CardFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.99700218896@carte-cps.fr", "899700218896@carte-cps.fr", "8.99700218896"})
    void acceptsAPrincipalNameThatAgrees(String name) throws Exception {
        assertThat(withPrincipalName(TestCard.principalName(name))
                        .holder(KeyCheck.STRICT)
                        .id()
                        .value())
                .isEqualTo(TestCard.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.99700252580@carte-cps.fr", "@carte-cps.fr", "x"})
    void refusesAPrincipalNameThatDisagrees(String name) {
        assertThatThrownBy(() -> withPrincipalName(TestCard.principalName(name)).holder(KeyCheck.STRICT))
                .isInstanceOf(CardFormatException.class);
    }

    static Stream<ASN1Encodable> malformed() {
        return Stream.of(
                DERNull.INSTANCE,
                new DERSequence(),
                new DERSequence(new DERSequence()),
                new DEROctetString(new byte[3]),
                new DEROctetString(new byte[5000]),
                new ASN1Integer(java.math.BigInteger.ONE.shiftLeft(80)));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesMalformedExtensions(ASN1Encodable value) {
        CardCertificate card = new CardCertificate(TestCard.of(
                AUTHORITY,
                recipe -> recipe.extension(TestCard.TYPE, false, value)
                        .extension(TestCard.CATEGORY, false, value)
                        .extension(TestCard.PROFESSION, false, value)
                        .extension(Extension.subjectAlternativeName, false, value)));
        assertThatThrownBy(card::type).isInstanceOf(CardFormatException.class);
        assertThatThrownBy(card::category).isInstanceOf(CardFormatException.class);
        assertThatThrownBy(() -> card.holder(KeyCheck.STRICT)).isInstanceOf(CardFormatException.class);
    }

    private static CardCertificate withPrincipalName(ASN1Encodable names) {
        return new CardCertificate(
                TestCard.of(AUTHORITY, recipe -> recipe.extension(Extension.subjectAlternativeName, false, names)));
    }

    private static Professional holder(X500Name subject) throws CardFormatException {
        return new CardCertificate(TestCard.of(AUTHORITY, subject, recipe -> recipe)).holder(KeyCheck.STRICT);
    }

    private static ASN1Encodable[] strings(String... texts) {
        return Stream.of(texts).map(DERUTF8String::new).toArray(ASN1Encodable[]::new);
    }

    private static CardCertificate real(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(CardCertificateTest.class.getResourceAsStream(name + ".cer"))) {
            return new CardCertificate(CertificateRecipe.parse(stream.readAllBytes()));
        }
    }
}
