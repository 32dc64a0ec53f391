package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.config.WrongValue;
import fr.prosante.keycloak.otp.core.CodePolicy;
import fr.prosante.keycloak.otp.core.StrongAuthGate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/** The settings of the step, read once per request. */
record EmailCodeOptions(Map<String, String> config) {
    private static final String OWNER = "proSanteOtp";
    private static final String EVERY_CLIENT = "*";

    static final Option<Integer> LENGTH = Option.number(OWNER, "codeLength", 6, 6, 10);
    static final Option<Integer> LIFESPAN = Option.number(OWNER, "codeLifespan", 600, 5, 3600);
    static final Option<Integer> ATTEMPTS = Option.number(OWNER, "maxAttempts", 5, 1, 10);
    static final Option<Integer> ATTEMPTS_PER_DAY = Option.number(OWNER, "maxAttemptsPerDay", 25, 1, 100);
    static final Option<Integer> RESEND_DELAY = Option.number(OWNER, "resendDelay", 60, 1, 3600);
    static final Option<Integer> MAILS_PER_HOUR = Option.number(OWNER, "mailsPerHour", 10, 1, 100);
    static final Option<Integer> MAILS_PER_DAY = Option.number(OWNER, "mailsPerDay", 30, 1, 200);
    static final Option<Integer> WAIT = Option.number(OWNER, "handOverWait", 1500, 0, 10_000);
    static final Option<ZoneId> ZONE =
            Option.parsed(OWNER, "timeZone", ZoneId.of("Europe/Paris"), "Europe/Paris", EmailCodeOptions::zone);

    /** Days; 0: any age. */
    static final Option<Integer> STRONG_AUTH_MAX_AGE = Option.number(OWNER, "strongAuthMaxAge", 0, 0, 3650);

    static final Option<Boolean> STRONG_AUTH_AFTER_PASSWORD = Option.flag(OWNER, "strongAuthAfterPassword", false);
    static final Option<Boolean> CODE_IN_SUBJECT = Option.flag(OWNER, "codeInSubject", false);

    /** Client ids, or {@value #EVERY_CLIENT} for all. */
    static final Option<List<String>> CLOSED_CLIENTS =
            Option.list(OWNER, "closedClients", List.of(), EmailCodeOptions::clientId);

    static List<Option<?>> all() {
        return List.of(
                LIFESPAN,
                LENGTH,
                ATTEMPTS,
                ATTEMPTS_PER_DAY,
                RESEND_DELAY,
                MAILS_PER_HOUR,
                MAILS_PER_DAY,
                WAIT,
                STRONG_AUTH_MAX_AGE,
                STRONG_AUTH_AFTER_PASSWORD,
                CLOSED_CLIENTS,
                CODE_IN_SUBJECT,
                ZONE);
    }

    /** What a change of the contact address has to do with: all but the gate. */
    static List<Option<?>> forContact() {
        List<Option<?>> ofTheGate = List.of(STRONG_AUTH_MAX_AGE, STRONG_AUTH_AFTER_PASSWORD, CLOSED_CLIENTS);
        return all().stream().filter(option -> !ofTheGate.contains(option)).toList();
    }

    static EmailCodeOptions of(@Nullable AuthenticatorConfigModel model) {
        return new EmailCodeOptions(model == null || model.getConfig() == null ? Map.of() : model.getConfig());
    }

    CodePolicy policy() {
        return new CodePolicy(
                LENGTH.value(config),
                Duration.ofSeconds(LIFESPAN.value(config)),
                ATTEMPTS.value(config),
                ATTEMPTS_PER_DAY.value(config),
                Duration.ofSeconds(RESEND_DELAY.value(config)),
                MAILS_PER_HOUR.value(config),
                MAILS_PER_DAY.value(config));
    }

    StrongAuthGate gate() {
        int days = STRONG_AUTH_MAX_AGE.value(config);
        return new StrongAuthGate(
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                STRONG_AUTH_AFTER_PASSWORD.value(config));
    }

    Duration handOverWait() {
        return Duration.ofMillis(WAIT.value(config));
    }

    ZoneId zone() {
        return ZONE.value(config);
    }

    boolean codeInSubject() {
        return CODE_IN_SUBJECT.value(config);
    }

    boolean closedFor(String clientId) {
        List<String> closed = CLOSED_CLIENTS.value(config);
        return closed.contains(EVERY_CLIENT) || closed.contains(clientId);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new WrongValue("proSanteSettingZone");
        }
    }

    private static String clientId(String text) {
        return text;
    }
}
