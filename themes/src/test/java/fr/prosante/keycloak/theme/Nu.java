package fr.prosante.keycloak.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu HTML checker, on this machine. */
final class Nu {

    /** A text has no address, so that nothing is of its own origin for the checker; Chromium judges that in the stories. */
    private static final String NO_ORIGIN = "Resource violates Content Security Policy (meta tag)";

    private Nu() {}

    /** What is wrong with a page: one line each, empty when nothing. */
    static String complaints(String html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            return validator
                    .validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                    .lines()
                    .filter(line -> !line.contains(NO_ORIGIN))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
