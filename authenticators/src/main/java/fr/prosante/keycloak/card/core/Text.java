package fr.prosante.keycloak.card.core;

import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1String;

/** Strings of a certificate: UTF8String, PrintableString, T61String (read as ISO 8859-1) and the rest alike. */
final class Text {

    private static final int LONGEST = 255;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFD]");

    private Text() {}

    static String of(ASN1String string, String part) throws CardFormatException {
        String text;
        try {
            text = string.getString().strip();
        } catch (RuntimeException e) {
            throw new CardFormatException(part + " is not text", e);
        }
        if (text.isEmpty() || text.length() > LONGEST || UNFIT.matcher(text).find()) {
            throw new CardFormatException(part + " is not fit to be shown");
        }
        return text;
    }
}
