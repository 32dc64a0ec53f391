package fr.prosante.keycloak.card.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A distinguished name by attribute. CN, GN and SN of a card share one multi-valued RDN whose order depends on their
 * lengths, so the name is never read as text.
 */
record Subject(Map<String, List<String>> values) {

    static final String COUNTRY = "2.5.4.6";
    static final String COMMON_NAME = "2.5.4.3";
    static final String SURNAME = "2.5.4.4";
    static final String ORGANIZATION = "2.5.4.10";
    static final String ORGANIZATIONAL_UNIT = "2.5.4.11";
    static final String TITLE = "2.5.4.12";
    static final String GIVEN_NAME = "2.5.4.42";

    private static final int LONGEST = 4096;

    static Subject of(X500Principal principal) throws CardFormatException {
        Map<String, List<String>> values = new HashMap<>();
        for (RDN rdn : name(principal).getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                String oid = attribute.getType().getId();
                if (attribute.getValue().toASN1Primitive() instanceof ASN1String string) {
                    values.computeIfAbsent(oid, any -> new ArrayList<>()).add(Text.of(string, "attribute " + oid));
                }
            }
        }
        return new Subject(values);
    }

    private static X500Name name(X500Principal principal) throws CardFormatException {
        try {
            return X500Name.getInstance(Der.parse(principal.getEncoded(), LONGEST, "name"));
        } catch (RuntimeException e) {
            throw new CardFormatException("not a distinguished name", e);
        }
    }

    /** The first value, if the attribute has any. */
    Optional<String> first(String oid) {
        return values.getOrDefault(oid, List.of()).stream().findFirst();
    }

    /** The value of an attribute that must be there once: with two, nobody knows who the holder is. */
    String only(String oid) throws CardFormatException {
        List<String> all = values.getOrDefault(oid, List.of());
        if (all.size() != 1) {
            throw new CardFormatException("attribute " + oid + " is there " + all.size() + " times");
        }
        return all.get(0);
    }
}
