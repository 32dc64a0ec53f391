package fr.prosante.keycloak.testbed.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CardBoxTest {
    private HealthPki pki;
    private CardBox box;

    @BeforeAll
    void fill(@TempDir Path folder) {
        pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        box = CardBox.fill(pki, folder);
    }

    @Test
    void everyFileOpensWithItsCode() throws Exception {
        assertThat(box.cards()).hasSizeGreaterThanOrEqualTo(20);
        for (Card card : box.cards()) {
            assertThat(card.pin()).matches("\\d{4}");
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(card.pkcs12())) {
                store.load(in, card.pin().toCharArray());
            }
            assertThat(store.getCertificate(store.aliases().nextElement())).isEqualTo(card.certificate());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "medecin,                  0, 80, 10, SM26",
                "medecin-sans-specialite,  0, 80, 10, -",
                "medecin-deux-specialites, 0, 80, 10, SM04 SM40",
                "kine,                     0, 80, 70, -",
                "infirmier-adeli,          0, 80, 60, -",
                "pharmacien,               0, 80, 21, -",
                "etudiant-cpf,             1, 80, -,  -",
                "cpe,                      2, 80, -,  -",
                "cpe-sans-nom,             2, 80, -,  -",
                "cpa,                      3, 80, -,  -",
                "certificat-logiciel,      -, 83, 10, SM26",
                "medecin-production,       0, 0,  10, SM54"
            })
    void carriesPrivateExtensions(String name, String type, String category, String profession, String skills) {
        X509Certificate certificate = box.card(name).certificate();
        assertThat(value(certificate, "1.2.250.1.71.1.2.2").map(CardBoxTest::number))
                .isEqualTo(Optional.ofNullable(type));
        assertThat(value(certificate, "1.2.250.1.71.1.2.5").map(CardBoxTest::octet))
                .contains(category);
        assertThat(value(certificate, "1.2.250.1.71.1.2.7").map(CardBoxTest::number))
                .isEqualTo(Optional.ofNullable(profession));
        assertThat(value(certificate, "1.2.250.1.71.4.2.5").map(CardBoxTest::strings))
                .isEqualTo(Optional.ofNullable(skills));
        assertThat(value(certificate, "1.2.250.1.71.1.2.3").isPresent()).isEqualTo(type != null);
    }

    @Test
    void authenticationAndSignatureDifferAsOnARealCard() throws Exception {
        X509Certificate authentication = box.card("medecin").certificate();
        assertThat(authentication.getKeyUsage()).startsWith(true, false);
        assertThat(authentication.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");
        assertThat(authentication.getSubjectAlternativeNames().iterator().next().get(0))
                .isEqualTo(0);
        assertThat(authentication.getCriticalExtensionOIDs()).containsExactly("2.5.29.15");
        X509Certificate signature = box.card("certificat-signature").certificate();
        assertThat(signature.getKeyUsage()).startsWith(false, true);
        assertThat(signature.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.4");
        assertThat(signature.getSubjectAlternativeNames()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "numero-en-tete,   CN GIVENNAME SURNAME",
        "numero-au-milieu, GIVENNAME CN SURNAME",
        "numero-en-queue,  GIVENNAME SURNAME CN",
        "sans-numero,      SURNAME GIVENNAME",
        "deux-numeros,     SURNAME GIVENNAME CN CN"
    })
    void placesTheNumberInTheMultiValuedName(String name, String order) {
        assertThat(holder(box.card(name)).map(CardBoxTest::attribute).collect(Collectors.joining(" ")))
                .isEqualTo(order);
    }

    @Test
    void renewedCardIsTheSamePersonWithAnotherSerialAndKey() {
        Card first = box.card("medecin");
        Card renewed = box.card("medecin-carte-renouvelee");
        assertThat(renewed.idNat()).isEqualTo(first.idNat());
        assertThat(renewed.certificate().getSubjectX500Principal())
                .isEqualTo(first.certificate().getSubjectX500Principal());
        assertThat(renewed.certificate().getSerialNumber())
                .isNotEqualTo(first.certificate().getSerialNumber());
        assertThat(renewed.certificate().getPublicKey())
                .isNotEqualTo(first.certificate().getPublicKey());
    }

    @Test
    void secondFillingGivesTheSameCertificates(@TempDir Path other) {
        HealthPki again = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        assertThat(CardBox.fill(again, other).card("medecin").certificate())
                .isEqualTo(box.card("medecin").certificate());
    }

    @Test
    void usableCardsHaveAValidPathAndAreNotRevoked() throws Exception {
        for (Card card : box.cards()) {
            if (card.usable()) {
                validate(card);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"carte-expiree", "carte-future", "carte-revoquee", "emetteur-etranger", "certificat-logiciel"})
    void brokenCardsHaveNoValidPath(String name) {
        Card card = box.card(name);
        assertThatThrownBy(() -> validate(card)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void numbersAreOfTestRangesAndOnlyOneHasAWrongKey() {
        assertThat(box.cards().stream().map(Card::idNat))
                .allMatch(id -> id.matches("8(997|999)\\d{8}|00B\\d{7}|30B0057881/[A-Z0-9]+"));
        assertThat(Luhn.rpps("9990006348")).isEqualTo("899900063480");
        assertThat(Luhn.adeli("0B607760")).isEqualTo("00B6077602");
        assertThat(box.card("cle-fausse").idNat()).isNotEqualTo(Luhn.rpps("9970000116"));
    }

    private void validate(Card card) throws Exception {
        List<X509Certificate> chain = card.leaf().chain();
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
        Set<TrustAnchor> anchors = pki.anchors().stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(authority.getIssuerX500Principal()))
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        PKIXParameters parameters = new PKIXParameters(anchors);
        List<X509CRL> lists =
                pki.authorities().stream().map(authority -> authority.crl()).toList();
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static Stream<AttributeTypeAndValue> holder(Card card) {
        RDN[] names = X500Name.getInstance(
                        card.certificate().getSubjectX500Principal().getEncoded())
                .getRDNs();
        return Stream.of(names[names.length - 1].getTypesAndValues());
    }

    private static String attribute(AttributeTypeAndValue pair) {
        return BCStyle.INSTANCE.oidToDisplayName(pair.getType());
    }

    private static Optional<ASN1Primitive> value(X509Certificate certificate, String oid) {
        return Optional.ofNullable(certificate.getExtensionValue(oid)).map(encoded -> {
            try {
                return ASN1Primitive.fromByteArray(
                        ASN1OctetString.getInstance(encoded).getOctets());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static String number(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getValue().toString();
    }

    private static String octet(ASN1Encodable value) {
        return Integer.toHexString(ASN1OctetString.getInstance(value).getOctets()[0] & 0xFF);
    }

    private static String strings(ASN1Encodable value) {
        return Stream.of(ASN1Sequence.getInstance(value).toArray())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
