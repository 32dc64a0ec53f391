package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.Delivery;
import fr.prosante.keycloak.otp.core.EmailCodes;
import fr.prosante.keycloak.otp.core.Issue;
import fr.prosante.keycloak.otp.core.IssuedCode;
import fr.prosante.keycloak.otp.core.MaskedAddress;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** A page with a field for a mailed code. It states what the store says at this moment and nothing else. */
record CodePage(CodeRequest request, Supplier<LoginFormsProvider> forms, String template) {
    /** Name of the field and of its errors. */
    static final String FIELD = "code";

    /** Button: send a new code. */
    static final String RESEND = "resend";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    Response show() {
        return page(form(), state());
    }

    /** The page after a request for a new code that was not granted. */
    Response show(Issue.Refused refused) {
        Map<String, Object> state = state();
        state.put("notice", noticeKey(refused, state.containsKey("again")));
        return page(form(), state);
    }

    /** The page with what is wrong with the typed code. */
    Response show(CodeRefusal refusal) {
        if (refusal.effect() == CodeRefusal.Effect.BARRED) {
            return bar(refusal);
        }
        if (refusal.effect() == CodeRefusal.Effect.NOTHING) {
            return page(
                    form(),
                    Map.of(
                            "state",
                            "unavailable",
                            "notice",
                            refusal.messageKey(),
                            "length",
                            request.desk().policy().length()));
        }
        Map<String, Object> state = state();
        LoginFormsProvider form = form();
        if (List.of("sent", "going").contains(state.get("state"))) {
            form.addError(new FormMessage(
                    FIELD, refusal.messageKey(), request.desk().policy().length()));
        } else {
            form.setError(refusal.messageKey());
        }
        return page(form, state);
    }

    /** The page without a field. */
    Response bar(CodeRefusal refusal) {
        return page(form(), Map.of("state", "barred", "notice", refusal.messageKey()));
    }

    private LoginFormsProvider form() {
        return forms.get();
    }

    private Response page(LoginFormsProvider form, Map<String, Object> state) {
        return form.setAttribute("otp", state).createForm(template);
    }

    private Map<String, Object> state() {
        return request.desk().at(codes -> {
            Map<String, Object> state = new HashMap<>();
            state.put("address", MaskedAddress.of(request.owner().address()));
            state.put("length", request.desk().policy().length());
            Optional<IssuedCode> code = codes.current(request.owner());
            state.put("state", code.map(known -> name(codes, known)).orElse("none"));
            code.ifPresent(known -> times(codes, known, state));
            return state;
        });
    }

    private void times(EmailCodes codes, IssuedCode code, Map<String, Object> state) {
        state.put("at", hour(codes.delivery(request.owner(), code).at()));
        state.put("until", hour(code.expiresAt()));
        Instant again = codes.resendFrom(code);
        state.put("again", SECOND.format(again.atZone(request.options().zone())));
        state.put("wait", waits(codes, code) ? secondsUntil(again) : 0L);
    }

    private String name(EmailCodes codes, IssuedCode code) {
        if (codes.expired(code)) {
            return "expired";
        }
        if (codes.exhausted(request.owner(), code)) {
            return "exhausted";
        }
        Delivery.State state = codes.delivery(request.owner(), code).state();
        return switch (state) {
            case GOING -> "going";
            case HANDED_OVER -> "sent";
            case FAILED -> "failed";
            case BUSY -> "busy";
        };
    }

    /** After a mail that did not leave, a new one may be asked for at once. */
    private boolean waits(EmailCodes codes, IssuedCode code) {
        Delivery.State state = codes.delivery(request.owner(), code).state();
        return state == Delivery.State.GOING || state == Delivery.State.HANDED_OVER;
    }

    private static long secondsUntil(Instant instant) {
        long left = Duration.between(new ServerClock().instant(), instant).toMillis();
        return Math.max(0, (left + 999) / 1000);
    }

    private String hour(Instant instant) {
        return CodeMail.HOUR.format(instant.atZone(request.options().zone()));
    }

    private static String noticeKey(Issue.Refused refused, boolean hourKnown) {
        return switch (refused) {
            case TOO_SOON -> hourKnown ? "proSanteOtpTooSoon" : "proSanteOtpTooSoonUnknown";
            case HOUR_FULL -> "proSanteOtpHourFull";
            case DAY_FULL -> "proSanteOtpDayFull";
        };
    }
}
