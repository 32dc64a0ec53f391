package fr.prosante.keycloak.card.core.ocsp;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A question about one certificate.
 *
 * @param id of the certificate; by SHA-1, the only hash that every responder knows, and no secret hangs on it
 * @param nonce DER of the nonce, which a fresh answer repeats (RFC 9654)
 */
record Question(X509Certificate issuer, CertificateID id, DEROctetString nonce) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 32;

    static Question about(X509Certificate certificate, X509Certificate issuer) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        try {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber());
            return new Question(issuer, id, new DEROctetString(random));
        } catch (OperatorCreationException | OCSPException | CertificateEncodingException e) {
            throw new IllegalArgumentException("no question can be made of this certificate", e);
        }
    }

    byte[] der() {
        try {
            Extension withNonce = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce.getEncoded());
            return new OCSPReqBuilder()
                    .addRequest(id)
                    .setRequestExtensions(new Extensions(withNonce))
                    .build()
                    .getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
