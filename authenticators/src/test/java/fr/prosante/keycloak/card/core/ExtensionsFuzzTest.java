package fr.prosante.keycloak.card.core;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.params.provider.MethodSource;

/** The private extensions and the principal name, with content of every kind inside a certificate that is sound. */
final class ExtensionsFuzzTest {

    private static final X509Certificate CARD = TestCard.of(
            TestAuthority.root("RACINE"),
            recipe -> recipe.extension(
                            Extension.subjectAlternativeName,
                            false,
                            TestCard.principalName("8.99700218896@carte-cps.fr"))
                    .extension(Extension.cRLDistributionPoints, false, TestCard.listAt("http://list.test/a.crl")));
    private static final List<ASN1ObjectIdentifier> OIDS = List.of(
            TestCard.TYPE,
            TestCard.NUMBER,
            TestCard.CATEGORY,
            TestCard.PROFESSION,
            TestCard.SAVOIR_FAIRE,
            Extension.subjectAlternativeName,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess,
            Extension.certificatePolicies);

    /** What a card has in each of the extensions. */
    static Stream<byte[]> seeds() {
        return IntStream.range(0, OIDS.size())
                .filter(i -> CARD.getExtensionValue(OIDS.get(i).getId()) != null)
                .mapToObj(i -> {
                    byte[] content = CARD.getExtensionValue(OIDS.get(i).getId());
                    ByteArrayOutputStream seed = new ByteArrayOutputStream();
                    seed.write(i);
                    seed.writeBytes(content);
                    return seed.toByteArray();
                });
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "0s", maxExecutions = 2_500_000)
    void areReadOrRefused(byte[] content) {
        if (content.length == 0) {
            return;
        }
        ASN1ObjectIdentifier oid = OIDS.get(Byte.toUnsignedInt(content[0]) % OIDS.size());
        byte[] value = java.util.Arrays.copyOfRange(content, 1, content.length);
        try {
            CardCertificate card = new CardCertificate(new WithExtension(CARD, oid.getId(), value));
            var type = card.type();
            var category = card.category();
            var number = card.number();
            var known = Stream.concat(
                            DistributionPoints.http(card.x509()).stream(), Responders.http(card.x509()).stream())
                    .toList();
            if (Policies.anyOf(java.util.Set.of("1.2.3"), card.x509()) || type.isPresent() || known.isEmpty()) {
                var holder = card.holder(KeyCheck.TOLERANT);
                if (category.isPresent() && number.isPresent()) {
                    holder.savoirFaire();
                }
            }
        } catch (CardFormatException e) {
            return;
        }
    }
}
