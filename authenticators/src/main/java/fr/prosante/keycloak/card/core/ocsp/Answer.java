package fr.prosante.keycloak.card.core.ocsp;

import fr.prosante.keycloak.card.core.Revocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;

/**
 * What a responder says of a certificate, verified.
 *
 * @param status GOOD, REVOKED, or CANNOT_TELL where the responder does not know the certificate
 * @param until when to ask again
 * @param fresh whether it repeats the nonce of its question, thus was made for it
 */
record Answer(Revocation.Status status, Instant until, boolean fresh) {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LONGEST_KEPT = Duration.ofHours(1);
    /** For an answer without a next update, which means that newer ones are always to be had. */
    private static final Duration SHORTEST_KEPT = Duration.ofMinutes(5);

    static Answer read(byte[] der, Question question, Signatory signatory) throws OcspException {
        try {
            BasicOCSPResp basic = basic(der);
            signatory.requireSigned(basic);
            return content(basic, question, signatory.now());
        } catch (IOException | OCSPException | RuntimeException e) {
            throw new OcspException("malformed: " + e.getClass().getSimpleName(), e);
        }
    }

    private static BasicOCSPResp basic(byte[] der) throws IOException, OCSPException, OcspException {
        OCSPResp response = new OCSPResp(der);
        if (response.getStatus() != OCSPResp.SUCCESSFUL) {
            throw new OcspException("responder answers with error " + response.getStatus());
        }
        if (response.getResponseObject() instanceof BasicOCSPResp basic) {
            return basic;
        }
        throw new OcspException("answer of unknown type");
    }

    private static Answer content(BasicOCSPResp basic, Question question, Instant now) throws OcspException {
        requireKnownExtensions(basic);
        if (instant(basic.getProducedAt()).isAfter(now.plus(SKEW))) {
            throw new OcspException("from the future");
        }
        SingleResp single = about(basic, question);
        return new Answer(status(single.getCertStatus()), until(single, now), fresh(basic, question));
    }

    /** The one of its answers that is about the certificate in question. */
    private static SingleResp about(BasicOCSPResp basic, Question question) throws OcspException {
        for (SingleResp single : basic.getResponses()) {
            if (question.id().equals(single.getCertID())) {
                return single;
            }
        }
        throw new OcspException("about another certificate");
    }

    private static void requireKnownExtensions(BasicOCSPResp basic) throws OcspException {
        boolean critical = !basic.getCriticalExtensionOIDs().isEmpty();
        for (SingleResp single : basic.getResponses()) {
            critical |= !single.getCriticalExtensionOIDs().isEmpty();
        }
        if (critical) {
            throw new OcspException("unknown critical extension");
        }
    }

    /** BouncyCastle says « good » by null. */
    private static Revocation.Status status(@Nullable CertificateStatus told) {
        if (told == CertificateStatus.GOOD) {
            return Revocation.Status.GOOD;
        }
        return told instanceof RevokedStatus ? Revocation.Status.REVOKED : Revocation.Status.CANNOT_TELL;
    }

    private static Instant until(SingleResp single, Instant now) throws OcspException {
        Instant thisUpdate = instant(single.getThisUpdate());
        Optional<Instant> nextUpdate =
                Optional.ofNullable(single.getNextUpdate()).map(Date::toInstant);
        if (thisUpdate.isAfter(now.plus(SKEW))) {
            throw new OcspException("from the future");
        }
        boolean outOfDate = nextUpdate
                .map(next -> !now.isBefore(next))
                .orElseGet(() -> thisUpdate.isBefore(now.minus(LONGEST_KEPT)));
        if (outOfDate) {
            throw new OcspException("expired");
        }
        Instant latest = now.plus(nextUpdate.isPresent() ? LONGEST_KEPT : SHORTEST_KEPT);
        return nextUpdate.filter(latest::isAfter).orElse(latest);
    }

    private static boolean fresh(BasicOCSPResp basic, Question question) throws OcspException {
        Extension repeated = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (repeated == null) {
            return false;
        }
        ASN1Encodable value = repeated.getParsedValue();
        if (!question.nonce().equals(value)) {
            throw new OcspException("answer to another question");
        }
        return true;
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
