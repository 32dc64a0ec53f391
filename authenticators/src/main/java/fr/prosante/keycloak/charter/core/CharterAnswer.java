package fr.prosante.keycloak.charter.core;

import java.util.Optional;

/** What the person answered to the charter. */
public enum CharterAnswer {
    ACCEPTED,
    /** « Valider » without the box. */
    UNTICKED,
    /** The page showed another text or version than the one in force: edited meanwhile, or another language. */
    OUTDATED,
    DECLINED;

    /**
     * @param ticked whether the box was ticked
     * @param shown the stamp of the page, see {@link #stamp}
     */
    public static CharterAnswer of(boolean declined, boolean ticked, Optional<String> shown, Charter inForce) {
        if (declined) {
            return DECLINED;
        }
        if (!ticked) {
            return UNTICKED;
        }
        return shown.equals(Optional.of(stamp(inForce))) ? ACCEPTED : OUTDATED;
    }

    /** Travels with the page, so that what is recorded is what was shown. */
    public static String stamp(Charter charter) {
        return charter.fingerprint() + " " + charter.version();
    }
}
