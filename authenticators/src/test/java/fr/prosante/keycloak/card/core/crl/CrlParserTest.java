package fr.prosante.keycloak.card.core.crl;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CrlParserTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final List<BigInteger> REVOKED = List.of(
            BigInteger.ONE,
            BigInteger.valueOf(127),
            BigInteger.valueOf(128),
            BigInteger.ONE.shiftLeft(63),
            BigInteger.ONE.shiftLeft(64),
            BigInteger.ONE.shiftLeft(127).add(BigInteger.TEN),
            BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE),
            BigInteger.ONE.shiftLeft(128),
            new BigInteger("1120679F809349701A181DE89148CB554116", 16),
            BigInteger.valueOf(-7));

    @Test
    void findsEveryRevokedNumberAndNoNeighbour() throws Exception {
        RevocationList list = parse(PERSONS.sign(PERSONS.list(REVOKED)));
        for (BigInteger serial : REVOKED) {
            assertThat(list.revokes(serial)).as(serial.toString(16)).isTrue();
            BigInteger neighbour = serial.add(BigInteger.valueOf(3));
            assertThat(list.revokes(neighbour)).as(neighbour.toString(16)).isFalse();
        }
        assertThat(list.serials().size()).isEqualTo(REVOKED.size());
        assertThat(list.authority()).isEqualTo(PERSONS.certificate());
    }

    @Test
    void readsAnEmptyList() throws Exception {
        assertThat(parse(PERSONS.sign(PERSONS.list(List.of()))).serials().size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 1000, 20_000})
    void keepsNumbersInOrder(int count) throws Exception {
        Random random = new Random(count);
        List<BigInteger> serials =
                Stream.generate(() -> new BigInteger(127, random)).limit(count).toList();
        RevocationList list = parse(PERSONS.sign(PERSONS.list(serials)));
        assertThat(serials).allMatch(list::revokes);
        assertThat(Stream.generate(() -> new BigInteger(127, random)).limit(1000))
                .noneMatch(list::revokes);
    }

    @Test
    void speaksForItsOwnAuthorityOnly() throws Exception {
        RevocationList list = parse(PERSONS.sign(PERSONS.list(REVOKED)));
        var card = TestCard.of(PERSONS);
        assertThat(list.speaksFor(card, PERSONS.certificate(), NOW)).isTrue();
        assertThat(list.speaksFor(card, ROOT.certificate(), NOW)).isFalse();
        assertThat(list.speaksFor(card, PERSONS.certificate(), NOW.plus(Duration.ofDays(8))))
                .isFalse();
    }

    static Stream<byte[]> unusable() throws Exception {
        TestAuthority stranger = TestAuthority.root("INCONNUE");
        byte[] good = PERSONS.sign(PERSONS.list(REVOKED));
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        return Stream.of(
                stranger.sign(stranger.list(REVOKED)),
                stranger.sign(PERSONS.list(REVOKED)),
                PERSONS.sign(PERSONS.list(REVOKED), "SHA1withRSA"),
                PERSONS.sign(PERSONS.list(REVOKED, NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1))),
                PERSONS.sign(PERSONS.list(REVOKED, NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(1)))),
                PERSONS.sign(with(Extension.deltaCRLIndicator, true, new ASN1Integer(1))),
                PERSONS.sign(with(Extension.deltaCRLIndicator, false, new ASN1Integer(1))),
                PERSONS.sign(with(Extension.issuerAlternativeName, true, DERNull.INSTANCE)),
                PERSONS.sign(with(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, false, false, null, true, false))),
                flipped,
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, 40),
                new byte[0],
                new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                new byte[] {0x30, (byte) 0x80, 0, 0});
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatIsNotAWholeListOfAKnownAuthority(byte[] der) {
        assertThatThrownBy(() -> parse(der)).isInstanceOf(CrlException.class);
    }

    @Test
    void knowsThePartThatAListIs() throws Exception {
        GeneralNames here =
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://list.test/1.crl"));
        RevocationList part = parse(PERSONS.sign(with(
                Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(new DistributionPointName(here), true, false, null, false, false))));
        var inside = TestCard.of(
                PERSONS,
                recipe -> recipe.extension(
                        Extension.cRLDistributionPoints, false, TestCard.listAt("http://list.test/1.crl")));
        var outside = TestCard.of(
                PERSONS,
                recipe -> recipe.extension(
                        Extension.cRLDistributionPoints, false, TestCard.listAt("http://list.test/2.crl")));
        assertThat(part.speaksFor(inside, PERSONS.certificate(), NOW)).isTrue();
        assertThat(part.speaksFor(outside, PERSONS.certificate(), NOW)).isFalse();
        assertThat(part.scope().covers(ROOT.certificate())).isFalse();
    }

    private static X509v2CRLBuilder with(
            org.bouncycastle.asn1.ASN1ObjectIdentifier oid, boolean critical, org.bouncycastle.asn1.ASN1Encodable value)
            throws Exception {
        return PERSONS.list(REVOKED).addExtension(oid, critical, value);
    }

    private static RevocationList parse(byte[] der) throws CrlException {
        return CrlParser.parse(ByteBuffer.wrap(der), List.of(ROOT.certificate(), PERSONS.certificate()), NOW);
    }
}
