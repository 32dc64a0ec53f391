package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.mail.Relay;
import fr.prosante.keycloak.testbed.mail.SmtpStep;
import fr.prosante.keycloak.testbed.mail.Whim;
import fr.prosante.keycloak.testbed.server.Ports;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail servers as they are: the page, the event and the metric say what happened, and afterwards nothing is lost. */
@Story
final class RelayIT {

    private static final String RPPS = "899700098769";
    private static final Account ACCOUNT = Account.opened(RPPS);
    private static final Wording FRENCH = Wording.in(Locale.FRENCH);

    private World world;
    private StoryRealm realm;
    private Visitor doctor;
    private Letterbox letters;
    private EventLog events;

    @BeforeEach
    void enter(World itsWorld, StoryRealm itsRealm, Visitor visitor, Letterbox itsLetters, EventLog itsEvents) {
        world = itsWorld;
        realm = itsRealm;
        doctor = visitor;
        letters = itsLetters;
        events = itsEvents;
        realm.accounts().create(ACCOUNT);
        realm.option("pro-sante-email-otp", "handOverWait", "200");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void itHangs(SmtpStep step) {
        misbehaves(Whim.hangsAt(step), "mail_timeout");
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.0 closing,               mail_deferred",
        "MAIL,     451 4.3.0 later,                 mail_deferred",
        "RCPT,     450 4.2.0 <%s> greylisted,       mail_deferred",
        "DOT,      452 4.3.1 full,                  mail_deferred",
        "GREETING, 554 5.7.1 not you,               mail_rejected",
        "MAIL,     550 5.7.1 not from there,        mail_rejected",
        "RCPT,     550 5.1.1 <%s> no such mailbox,  mail_rejected",
        "DATA,     554 5.5.1 no,                    mail_rejected",
        "DOT,      554 5.7.1 spam,                  mail_rejected",
    })
    void itSaysLaterOrNo(SmtpStep step, String reply, String reason) {
        misbehaves(Whim.answersAt(step, reply.formatted(ACCOUNT.email())), reason);

        assertThat(world.testbed().keycloak().log().text()).doesNotContain(ACCOUNT.email());
    }

    @Test
    void itSaysLaterOnceAndTheMailGoesWithoutAnyoneAsking() {
        try (var relay = relay("5000")) {
            relay.has(Whim.answersAt(SmtpStep.RCPT, "450 4.2.0 greylisted").once());

            var page = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

            assertThat(doctor.isIn(doctor.types(page, letters.codeFor(ACCOUNT.email()))))
                    .isTrue();
            events.has(event("SEND_VERIFY_EMAIL").with("reason", "mail_handed_over"));
            events.hasNone("SEND_VERIFY_EMAIL_ERROR");
        }
    }

    @Test
    void whereTooManyWaitTheNextOneIsToldAndMayAskAgain(Visitors visitors) {
        try (var relay = relay("60000")) {
            relay.has(Whim.hangsAt(SmtpStep.GREETING));
            for (int waiting = 0; waiting < World.MOST_PENDING_MAILS; waiting++) {
                var account = Account.opened(numbered(waiting));
                realm.accounts().create(account);
                visitors.atCodePage(1, account.nationalId(), Account.PASSWORD);
            }

            var page = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

            assertThat(page.says(FRENCH.of("proSanteOtpBusy"))).isTrue();
            events.has(refusal("SEND_VERIFY_EMAIL_ERROR", "email_send_failed").with("reason", "mail_busy"));
            relay.has(Whim.none());
            var everybody = Account.opened(numbered(0)).email();
            letters.letterFor(everybody, 1);
            await().until(() -> pending() == 0);
            sendsAgain(page);
        }
    }

    @Test
    void itCutsTheLine() {
        misbehaves(Whim.cutsAt(SmtpStep.RCPT), "mail_unreachable");
    }

    @Test
    void itPromisesTlsAndDoesNotSpeakIt() {
        smtp("starttls", "true");
        misbehaves(Whim.answersAt(SmtpStep.EHLO, "250-relay\r\n250 STARTTLS"), "mail_insecure");
    }

    @Test
    void itSpeaksNoTlsWhereItMust() {
        smtp("ssl", "true");
        var page = fails("mail_insecure");

        smtp("ssl", "false");
        sendsAgain(page);
    }

    @Test
    void nobodyListens() {
        smtp("port", String.valueOf(Ports.free()));
        var page = fails("mail_unreachable");

        smtp("port", String.valueOf(world.testbed().mailbox().smtpPort()));
        sendsAgain(page);
    }

    @Test
    void itTakesTenSeconds() {
        try (var relay = relay("20000")) {
            relay.has(Whim.waitsAt(SmtpStep.DOT, Duration.ofSeconds(10)));

            var page = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

            assertThat(page.says(FRENCH.of("proSanteOtpRefresh"))).isTrue();
            assertThat(page.says(FRENCH.of("proSanteOtpSent"))).isFalse();
            assertThat(events.count(event("SEND_VERIFY_EMAIL"))).isZero();
            var code = letters.codeFor(ACCOUNT.email());
            events.has(event("SEND_VERIFY_EMAIL").with("reason", "mail_handed_over"));
            var later = doctor.submits(page, Map.of("refresh", "true"));
            assertThat(later.says(FRENCH.of("proSanteOtpSent"))).isTrue();
            assertThat(doctor.isIn(doctor.types(later, code))).isTrue();
        }
    }

    @Test
    void itTakesTenSecondsAndNobodyWaitsWhoForgotThePassword() {
        try (var relay = relay("20000")) {
            relay.has(Whim.waitsAt(SmtpStep.DOT, Duration.ofSeconds(10)));

            var known = forgets(RPPS);
            var unknown = forgets("899700218896");

            assertThat(known.text()).isEqualTo(unknown.text());
            assertThat(doctor.longestWait()).isLessThan(Duration.ofSeconds(10));
            assertThat(letters.linkFor(ACCOUNT.email())).contains("action-token");
            events.has(event("SEND_RESET_PASSWORD").with("reason", "mail_handed_over"));
        }
    }

    @Test
    void itRefusesAndNobodyIsToldWhoForgotThePassword() {
        try (var relay = relay("1000")) {
            relay.has(Whim.answersAt(SmtpStep.RCPT, "550 5.1.1 <%s> no such mailbox".formatted(ACCOUNT.email())));

            var known = forgets(RPPS);

            events.has(refusal("SEND_RESET_PASSWORD_ERROR", "email_send_failed").with("reason", "mail_rejected"));
            assertThat(known.text()).isEqualTo(forgets("899700218896").text());
            assertThat(world.testbed().keycloak().log().text()).doesNotContain(ACCOUNT.email());
        }
    }

    private Answer forgets(String number) {
        return doctor.follows(
                doctor.submits(doctor.hasForgottenPassword(doctor.arrives()), Map.of("username", number)));
    }

    private void misbehaves(Whim whim, String reason) {
        try (var relay = relay("1000")) {
            relay.has(whim);
            var page = fails(reason);
            relay.has(Whim.none());
            smtp("starttls", "false");
            sendsAgain(page);
        }
    }

    /** A login whose mail does not go: page, event and metric. */
    private Answer fails(String reason) {
        var before = failures(reason);

        var page = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

        assertThat(page.says(FRENCH.of("proSanteOtpSent"))).isFalse();
        events.has(refusal("SEND_VERIFY_EMAIL_ERROR", "email_send_failed").with("reason", reason));
        await().until(() -> failures(reason) == before + 1);
        var later = doctor.submits(page, Map.of("refresh", "true"));
        assertThat(later.says(FRENCH.of("proSanteOtpFailed"))).isTrue();
        assertThat(later.says(FRENCH.of("proSanteOtpSent"))).isFalse();
        return later;
    }

    /** At once, because a mail that failed does not count. */
    private void sendsAgain(Answer page) {
        var again = doctor.submits(page, Map.of("resend", "true"));
        assertThat(doctor.isIn(doctor.types(again, letters.codeFor(ACCOUNT.email()))))
                .isTrue();
    }

    private double pending() {
        return world.meter("prosante_mail_pending", "room=\"pro-sante-email-otp\"");
    }

    /** An employee's number of an establishment made up for tests. */
    private static String numbered(int number) {
        return "3999999999/%04d".formatted(number);
    }

    private double failures(String reason) {
        return world.meter("prosante_mail_seconds_count", "outcome=\"" + reason + "\"");
    }

    /** @param timeout milliseconds of patience with it */
    private Relay relay(String timeout) {
        var relay = Relay.before(world.testbed().mailbox().smtpPort());
        smtp("port", String.valueOf(relay.port()));
        smtp("timeout", timeout);
        return relay;
    }

    private void smtp(String setting, String value) {
        realm.changed(one -> one.getSmtpServer().put(setting, value));
    }
}
