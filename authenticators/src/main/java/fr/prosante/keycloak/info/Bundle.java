package fr.prosante.keycloak.info;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this jar: an administrator sees what really runs. */
public final class Bundle {

    /** Written into the jar by Maven. */
    private static final String POM_PROPERTIES =
            "/META-INF/maven/fr.prosante.keycloak/keycloak-pro-sante/pom.properties";

    private static final String UNKNOWN = "unknown";

    private static final String VERSION = readVersion();

    private Bundle() {}

    /** The version of the release; {@code unknown} when the classes do not run from the released jar. */
    public static String version() {
        return VERSION;
    }

    private static String readVersion() {
        try (InputStream in = Bundle.class.getResourceAsStream(POM_PROPERTIES)) {
            if (in == null) {
                return UNKNOWN;
            }
            Properties pom = new Properties();
            pom.load(in);
            return pom.getProperty("version", UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
