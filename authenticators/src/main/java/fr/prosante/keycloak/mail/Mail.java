package fr.prosante.keycloak.mail;

/**
 * A rendered mail.
 *
 * @param address recipient; empty: nobody
 * @param subject subject line
 * @param text plain body
 * @param html HTML body
 */
public record Mail(String address, String subject, String text, String html) {
    /** For whoever has no account or no address. */
    public static final Mail TO_NOBODY = new Mail("", "", "", "");

    /** Tells neither address nor content, whatever logs it. */
    @Override
    public String toString() {
        return "Mail";
    }
}
