package fr.prosante.keycloak.card;

import fr.prosante.keycloak.config.WrongValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;

/**
 * Base address of the door, {@code https://carte.example.fr}. A label {@code {nonce}} in the host is replaced by a new
 * random one at each attempt, so that the browser forgets the certificate that it chose before.
 */
record DoorAddress(String template) {

    private static final String NONCE = "{nonce}";
    private static final String SAMPLE = "0123456789ab";
    private static final char[] NONCE_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".toCharArray();

    /** @return empty for an empty text: the door is on the host of the login itself */
    static Optional<DoorAddress> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String template = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI sample = new URI(template.replace(NONCE, SAMPLE));
            boolean plain = sample.getQuery() == null && sample.getFragment() == null && sample.getUserInfo() == null;
            if ("https".equals(sample.getScheme()) && sample.getHost() != null && plain) {
                return Optional.of(new DoorAddress(template));
            }
        } catch (URISyntaxException notAnAddress) {
            // refused as another scheme is
        }
        throw new WrongValue("proSanteSettingHttps");
    }

    boolean hasNonce() {
        return template.contains(NONCE);
    }

    URI base() {
        String nonce = "c" + SecretGenerator.getInstance().randomString(11, NONCE_LETTERS);
        return URI.create(template.replace(NONCE, nonce));
    }

    /** Whether a request was sent to this door, by host and port. */
    boolean isOf(URI request) {
        String wanted = authority(URI.create(template.replace(NONCE, SAMPLE)));
        String pattern = Pattern.quote(wanted).replace(SAMPLE, "\\E[a-z0-9]{1,63}\\Q");
        return authority(request).matches(pattern);
    }

    static String authority(URI uri) {
        int port = uri.getPort() < 0 ? ("http".equals(uri.getScheme()) ? 80 : 443) : uri.getPort();
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
