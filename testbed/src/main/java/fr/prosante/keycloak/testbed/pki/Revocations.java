package fr.prosante.keycloak.testbed.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs full revocation lists. */
final class Revocations {
    private Revocations() {}

    static X509CRL sign(CertificateAuthority authority, Instant thisUpdate, Instant nextUpdate) {
        try {
            X509v2CRLBuilder list = new JcaX509v2CRLBuilder(authority.certificate(), Date.from(thisUpdate));
            list.setNextUpdate(Date.from(nextUpdate));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            list.addExtension(
                    Extension.cRLNumber,
                    false,
                    new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.valueOf(thisUpdate.getEpochSecond())));
            authority
                    .revoked()
                    .forEach((serial, when) ->
                            list.addCRLEntry(serial, Date.from(when), CRLReason.cessationOfOperation));
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.key())));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException("No revocation list of " + authority.file(), e);
        }
    }
}
