package fr.prosante.keycloak.otp.core;

import java.time.Duration;

/**
 * The limits of the code path.
 *
 * @param length digits of a code
 * @param lifespan time a code is accepted, from its making
 * @param attempts guesses that are looked at per code
 * @param attemptsPerDay guesses that are looked at per user within 24 hours, over all codes: a fresh code must not buy
 *     fresh guesses without end
 * @param resendDelay least time between two mails
 * @param mailsPerHour mails within one hour
 * @param mailsPerDay mails within 24 hours
 */
public record CodePolicy(
        int length,
        Duration lifespan,
        int attempts,
        int attemptsPerDay,
        Duration resendDelay,
        int mailsPerHour,
        int mailsPerDay) {}
