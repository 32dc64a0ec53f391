package fr.prosante.keycloak.card.core.ocsp;

import fr.prosante.keycloak.card.core.Algorithms;
import fr.prosante.keycloak.card.core.Revocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Who may sign an answer (RFC 6960 §4.2.2.2): the authority that issued the certificate in question, or a responder to
 * which that same authority delegated it. Nobody else, not even another authority of the set.
 *
 * @param revocation for the certificate of a delegate that has no « no check » mark
 */
record Signatory(X509Certificate issuer, Revocation revocation, Instant now) {

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final String NO_CHECK = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int MOST_CERTIFICATES = 8;

    void requireSigned(BasicOCSPResp answer) throws OcspException {
        if (!Algorithms.strongSignature(answer.getSignatureAlgOID().getId())) {
            throw new OcspException("signature algorithm is weak or unknown");
        }
        if (!isSigned(answer, signer(answer).getPublicKey())) {
            throw new OcspException("signature is wrong");
        }
    }

    /** The certificate whose name or key the answer gives as its signer's; it may sign for the issuer. */
    private X509Certificate signer(BasicOCSPResp answer) throws OcspException {
        if (isNamed(issuer, answer.getResponderId())) {
            return issuer;
        }
        X509CertificateHolder[] sent = answer.getCerts();
        if (sent.length > MOST_CERTIFICATES) {
            throw new OcspException("too many certificates");
        }
        for (X509CertificateHolder holder : sent) {
            X509Certificate candidate = parse(holder);
            if (isNamed(candidate, answer.getResponderId())) {
                requireDelegate(candidate);
                return candidate;
            }
        }
        throw new OcspException("signer is neither the issuer nor among the certificates");
    }

    private void requireDelegate(X509Certificate delegate) throws OcspException {
        if (!delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !Algorithms.strong(delegate)) {
            throw new OcspException("responder has its certificate from somebody else");
        }
        try {
            delegate.verify(issuer.getPublicKey());
            List<String> purposes = delegate.getExtendedKeyUsage();
            boolean[] usage = delegate.getKeyUsage();
            if (purposes == null
                    || !purposes.contains(OCSP_SIGNING)
                    || (usage != null && !usage[DIGITAL_SIGNATURE])
                    || delegate.hasUnsupportedCriticalExtension()) {
                throw new OcspException("responder may not sign answers");
            }
        } catch (GeneralSecurityException e) {
            throw new OcspException("responder has its certificate from somebody else", e);
        }
        if (now.isBefore(delegate.getNotBefore().toInstant())
                || now.isAfter(delegate.getNotAfter().toInstant())) {
            throw new OcspException("certificate of the responder is out of date");
        }
        if (delegate.getExtensionValue(NO_CHECK) == null
                && revocation.status(delegate, issuer, now) != Revocation.Status.GOOD) {
            throw new OcspException("certificate of the responder may be revoked");
        }
    }

    private static boolean isSigned(BasicOCSPResp answer, PublicKey key) throws OcspException {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OCSPException | OperatorCreationException e) {
            throw new OcspException("signature cannot be verified", e);
        }
    }

    private static boolean isNamed(X509Certificate candidate, RespID name) throws OcspException {
        try {
            return new JcaRespID(candidate.getSubjectX500Principal()).equals(name)
                    || new JcaRespID(
                                    candidate.getPublicKey(),
                                    new JcaDigestCalculatorProviderBuilder()
                                            .build()
                                            .get(RespID.HASH_SHA1))
                            .equals(name);
        } catch (OCSPException | OperatorCreationException e) {
            throw new OcspException("name of the signer is malformed", e);
        }
    }

    /** By the JDK, as every other certificate here. */
    private static X509Certificate parse(X509CertificateHolder holder) throws OcspException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new OcspException("a certificate is malformed", e);
        }
    }
}
