package fr.prosante.keycloak.card.testing;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP answer to be: good, signed by the issuer and fresh; each test changes one thing of it. */
public final class AnswerRecipe {

    private static final ASN1ObjectIdentifier UNHEARD_OF = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");

    private X509Certificate signer;
    private KeyPair keys;
    private Optional<X509Certificate> sentAlong = Optional.empty();
    private String algorithm = "SHA256withRSA";
    private @Nullable CertificateStatus status = CertificateStatus.GOOD;
    private Instant thisUpdate = NOW.minus(Duration.ofMinutes(1));
    private Optional<Instant> nextUpdate = Optional.of(NOW.plus(Duration.ofHours(8)));
    private Instant producedAt = NOW;
    private Optional<TestAuthority> aboutIssuer = Optional.empty();
    private Optional<BigInteger> aboutSerial = Optional.empty();
    private boolean byKey;
    private boolean nonce = true;
    private final List<Extension> extensions = new ArrayList<>();

    public AnswerRecipe(TestAuthority issuer) {
        signer = issuer.certificate();
        keys = issuer.keys();
    }

    /** Signs with another certificate, which is sent along. */
    public AnswerRecipe signedBy(X509Certificate certificate, KeyPair pair) {
        signer = certificate;
        keys = pair;
        sentAlong = Optional.of(certificate);
        return this;
    }

    public AnswerRecipe signedWith(KeyPair pair) {
        keys = pair;
        return this;
    }

    public AnswerRecipe alone() {
        sentAlong = Optional.empty();
        return this;
    }

    public AnswerRecipe named(boolean key) {
        byKey = key;
        return this;
    }

    public AnswerRecipe algorithm(String name) {
        algorithm = name;
        return this;
    }

    public AnswerRecipe revoked() {
        status = new RevokedStatus(Date.from(NOW.minus(Duration.ofDays(1))));
        return this;
    }

    public AnswerRecipe unknown() {
        status = new UnknownStatus();
        return this;
    }

    public AnswerRecipe of(Instant time) {
        thisUpdate = time;
        return this;
    }

    public AnswerRecipe until(Optional<Instant> time) {
        nextUpdate = time;
        return this;
    }

    public AnswerRecipe producedAt(Instant time) {
        producedAt = time;
        return this;
    }

    public AnswerRecipe about(TestAuthority issuer) {
        aboutIssuer = Optional.of(issuer);
        return this;
    }

    public AnswerRecipe about(BigInteger serial) {
        aboutSerial = Optional.of(serial);
        return this;
    }

    public AnswerRecipe withoutNonce() {
        nonce = false;
        return this;
    }

    public AnswerRecipe otherNonce() {
        return withoutNonce().extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, new DEROctetString(new byte[32]));
    }

    public AnswerRecipe critical() {
        extensions.add(new Extension(UNHEARD_OF, true, new DEROctetString(encoded(DERNull.INSTANCE))));
        return this;
    }

    private AnswerRecipe extension(ASN1ObjectIdentifier oid, DEROctetString value) {
        extensions.add(new Extension(oid, false, new DEROctetString(encoded(value))));
        return this;
    }

    public byte[] to(byte[] question) {
        try {
            OCSPReq asked = new OCSPReq(question);
            BasicOCSPRespBuilder basic = new BasicOCSPRespBuilder(name());
            basic.addResponse(
                    id(asked.getRequestList()[0].getCertID()),
                    status,
                    Date.from(thisUpdate),
                    nextUpdate.map(Date::from).orElse(null),
                    null);
            List<Extension> all = new ArrayList<>(extensions);
            Extension repeated = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce && repeated != null) {
                all.add(repeated);
            }
            basic.setResponseExtensions(all.isEmpty() ? null : new Extensions(all.toArray(Extension[]::new)));
            X509CertificateHolder[] sent = sentAlong.isEmpty()
                    ? new X509CertificateHolder[0]
                    : new X509CertificateHolder[] {new JcaX509CertificateHolder(sentAlong.get())};
            return new OCSPRespBuilder()
                    .build(
                            OCSPResp.SUCCESSFUL,
                            basic.build(
                                    new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()),
                                    sent,
                                    Date.from(producedAt)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | IOException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without any content, as responders say « try later » and the like. */
    public static byte[] error(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RespID name() throws OCSPException, OperatorCreationException {
        return byKey ? new JcaRespID(signer.getPublicKey(), sha1()) : new JcaRespID(signer.getSubjectX500Principal());
    }

    private CertificateID id(CertificateID asked)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        if (aboutIssuer.isEmpty() && aboutSerial.isEmpty()) {
            return asked;
        }
        X509Certificate issuer = aboutIssuer.map(TestAuthority::certificate).orElse(signer);
        return new CertificateID(
                sha1(), new JcaX509CertificateHolder(issuer), aboutSerial.orElse(asked.getSerialNumber()));
    }

    private static DigestCalculator sha1() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1);
    }

    private static byte[] encoded(org.bouncycastle.asn1.ASN1Object value) {
        try {
            return value.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
