package fr.prosante.keycloak.otp.core;

/** An e-mail address that its owner recognises and a passer-by does not: {@code m…@d….fr}. */
public final class MaskedAddress {
    private static final String DOTS = "…";

    private MaskedAddress() {}

    /** Masks; what does not look like an address is hidden whole. */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return DOTS;
        }
        String domain = address.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        String top = dot > 0 ? domain.substring(dot) : "";
        return first(address) + DOTS + "@" + first(domain) + DOTS + top;
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
