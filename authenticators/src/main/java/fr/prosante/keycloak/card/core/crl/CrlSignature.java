package fr.prosante.keycloak.card.core.crl;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Map;

/** The signature over a list. */
final class CrlSignature {

    /** By the hexadecimal of the identifier's content; anything weaker makes the list unusable. */
    private static final Map<String, String> NAMES = Map.of(
            "2a864886f70d01010b", "SHA256withRSA",
            "2a864886f70d01010c", "SHA384withRSA",
            "2a864886f70d01010d", "SHA512withRSA",
            "2a8648ce3d040302", "SHA256withECDSA",
            "2a8648ce3d040303", "SHA384withECDSA",
            "2a8648ce3d040304", "SHA512withECDSA");

    private static final int LONGEST_OID = 16;

    private final byte[] algorithm;
    private final byte[] bits;
    private final ByteBuffer signed;

    /** @param algorithm DER of the AlgorithmIdentifier */
    CrlSignature(byte[] algorithm, byte[] bits, ByteBuffer signed) {
        this.algorithm = algorithm.clone();
        this.bits = bits.clone();
        this.signed = signed;
    }

    boolean isOf(PublicKey key) throws CrlException {
        DerCursor oid = new DerCursor(ByteBuffer.wrap(algorithm))
                .enter(DerCursor.SEQUENCE)
                .enter(DerCursor.OBJECT_IDENTIFIER);
        String name =
                oid.length() > LONGEST_OID ? null : NAMES.get(HexFormat.of().formatHex(oid.rest()));
        if (name == null) {
            throw new CrlException("signature algorithm is weak or unknown");
        }
        try {
            Signature signature = Signature.getInstance(name);
            signature.initVerify(key);
            signature.update(signed.duplicate());
            return signature.verify(bits);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
