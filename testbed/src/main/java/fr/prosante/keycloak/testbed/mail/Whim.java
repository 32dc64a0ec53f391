package fr.prosante.keycloak.testbed.mail;

import java.time.Duration;

/**
 * What a {@link Relay} does at a step.
 *
 * @param reply what it answers instead of the right word; empty: nothing
 * @param delay before the right word; not with a reply
 * @param cut whether it ends the connection
 * @param passing whether one time is enough
 */
public record Whim(SmtpStep step, String reply, Duration delay, boolean cut, boolean passing) {
    public static Whim none() {
        return new Whim(SmtpStep.NEVER, "", Duration.ZERO, false, false);
    }

    public static Whim hangsAt(SmtpStep step) {
        return waitsAt(step, Duration.ofHours(1));
    }

    public static Whim waitsAt(SmtpStep step, Duration delay) {
        return new Whim(step, "", delay, false, false);
    }

    public static Whim answersAt(SmtpStep step, String reply) {
        return new Whim(step, reply, Duration.ZERO, false, false);
    }

    public static Whim cutsAt(SmtpStep step) {
        return new Whim(step, "", Duration.ZERO, true, false);
    }

    public Whim once() {
        return new Whim(step, reply, delay, cut, true);
    }
}
