package fr.prosante.keycloak.testbed.pki;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Builds the distinguished name of a holder: single attributes, then one RDN with given name, surname and national id.
 * The RDN is a DER SET, so the shortest attribute comes first: the lengths of the names decide where the id stands.
 */
public final class Subject {
    private final X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "FR");
    private final List<AttributeTypeAndValue> holder = new ArrayList<>();

    private Subject() {}

    public static Subject french() {
        return new Subject();
    }

    public Subject department(String department) {
        return attribute(BCStyle.ST, department);
    }

    public Subject organisation(String organisation) {
        return attribute(BCStyle.O, organisation);
    }

    public Subject unit(String unit) {
        return attribute(BCStyle.OU, unit);
    }

    public Subject title(String title) {
        return attribute(BCStyle.T, title);
    }

    public Subject givenName(String givenName) {
        return holder(BCStyle.GIVENNAME, givenName);
    }

    public Subject surname(String surname) {
        return holder(BCStyle.SURNAME, surname);
    }

    public Subject commonName(String commonName) {
        return holder(BCStyle.CN, commonName);
    }

    X500Name toName() {
        if (!holder.isEmpty()) {
            name.addMultiValuedRDN(holder.toArray(AttributeTypeAndValue[]::new));
        }
        return name.build();
    }

    private Subject attribute(ASN1ObjectIdentifier type, String value) {
        name.addRDN(type, new DERUTF8String(value));
        return this;
    }

    private Subject holder(ASN1ObjectIdentifier type, String value) {
        holder.add(new AttributeTypeAndValue(type, new DERUTF8String(value)));
        return this;
    }
}
