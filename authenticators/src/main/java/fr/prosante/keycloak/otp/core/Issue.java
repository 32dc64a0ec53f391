package fr.prosante.keycloak.otp.core;

import java.util.List;

/** Whether a new code was made. */
public sealed interface Issue {
    /**
     * A new code; its mail has still to be sent.
     *
     * @param code as kept
     * @param digits for the mail and for nothing else
     * @param claims slots to give back when the mail fails
     */
    record Made(IssuedCode code, String digits, List<String> claims) implements Issue {
        /** Never tells the digits, whatever logs it. */
        @Override
        public String toString() {
            return "Made[" + code.id() + "]";
        }
    }

    /** No new code, and why. */
    enum Refused implements Issue {
        /** The last mail is younger than the re-send delay. */
        TOO_SOON,
        /** The hour's mails are used up. */
        HOUR_FULL,
        /** The day's mails are used up. */
        DAY_FULL
    }
}
