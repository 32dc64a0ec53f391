package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.events.ExpectedEvent;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.NewAuthority;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.crl.Fault;
import fr.prosante.keycloak.testbed.ocsp.Mood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and responders in both orders: who is asked first, and who is asked where the first cannot tell. */
@Story
final class ResponderIT {

    private static final String DOCTOR = "899700098769";
    private static final String STEP = "pro-sante-card";

    /** Less than the server gives a responder. */
    private static final Duration AN_ANSWER = Duration.ofSeconds(4);

    enum Book {
        GOOD,
        REVOKED,
        UNKNOWN;

        void isTrueOf(Card card, NewAuthority authority) {
            switch (this) {
                case REVOKED -> authority.ofPersons().revoke(card.certificate());
                case UNKNOWN -> authority.ofPersons().forget(card.certificate());
                default -> {}
            }
        }
    }

    enum End {
        IN,
        REVOKED,
        CANNOT_TELL;

        ExpectedEvent event() {
            return switch (this) {
                case IN -> ExpectedEvent.event("LOGIN").with("username", DOCTOR);
                case REVOKED ->
                    refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "revoked");
                case CANNOT_TELL ->
                    refusal("LOGIN_ERROR", "generic_authentication_error").with("reason", "cannot_tell");
            };
        }
    }

    /** The authority's own list fails as said; that of the authority above it never does. */
    @ParameterizedTest
    @CsvSource({
        // order, list, responder, card, end
        "crl-then-ocsp, NONE, HONEST, GOOD, IN",
        "crl-then-ocsp, NONE, HONEST, REVOKED, REVOKED",
        "crl-then-ocsp, ERROR, HONEST, GOOD, IN",
        "crl-then-ocsp, ERROR, HONEST, REVOKED, REVOKED",
        "crl-then-ocsp, ERROR, HONEST, UNKNOWN, CANNOT_TELL",
        "crl-then-ocsp, ERROR, BROKEN, GOOD, CANNOT_TELL",
        "crl-then-ocsp, ERROR, SILENT, GOOD, CANNOT_TELL",
        "crl-then-ocsp, ERROR, FORGED, REVOKED, CANNOT_TELL",
        "ocsp-then-crl, ERROR, HONEST, GOOD, IN",
        "ocsp-then-crl, ERROR, HONEST, REVOKED, REVOKED",
        "ocsp-then-crl, NONE, HONEST, UNKNOWN, IN",
        "ocsp-then-crl, NONE, BROKEN, GOOD, IN",
        "ocsp-then-crl, NONE, SILENT, REVOKED, REVOKED",
        "ocsp-then-crl, NONE, FORGED, REVOKED, REVOKED",
        "ocsp-then-crl, ERROR, BROKEN, GOOD, CANNOT_TELL",
    })
    void areAskedInTheOrderThatWasSet(
            String order,
            Fault list,
            Mood mood,
            Book book,
            End end,
            Visitors visitors,
            StoryRealm realm,
            EventLog events) {
        realm.accounts().create(Account.opened(DOCTOR));
        realm.option(STEP, "revocation", order);
        try (var authority = NewAuthority.called(String.join("-", order, list.name(), mood.name(), book.name()))
                .isTrustedBy(realm)) {
            var card = authority.issues(DOCTOR);
            book.isTrueOf(card, authority);
            authority.responder().is(mood);
            authority.lists().fail(list, authority.ofPersons().file());
            var doctor = visitors.holderOf(card);

            var page = doctor.choosesCard(doctor.arrives());

            assertThat(doctor.isIn(page)).as(page::text).isEqualTo(end == End.IN);
            events.has(end.event());
            var listDoes = order.startsWith("crl") && list == Fault.NONE;
            assertThat(authority.responder().questions()).isEqualTo(listDoes ? 0 : 1);
            assertThat(doctor.longestWait()).isLessThan(AN_ANSWER);
        }
    }

    @Test
    void aResponderKnowsWhatHappenedSinceTheList(World world, Visitors visitors, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(DOCTOR));
        try (var authority = NewAuthority.called("since-the-list").isTrustedBy(realm)) {
            var card = authority.issues(DOCTOR);
            isAsked(visitors, card);
            events.has(event("LOGIN").with("username", DOCTOR));
            assertThat(authority.responder().questions()).isZero();
            authority.ofPersons().revoke(card.certificate());
            realm.option(STEP, "revocation", "ocsp-then-crl");
            var before = answers(world);

            isAsked(visitors, card);
            isAsked(visitors, card);

            events.has(End.REVOKED.event());
            assertThat(events.count(event("LOGIN"))).isEqualTo(1);
            assertThat(authority.responder().questions()).as("asked once").isEqualTo(1);
            assertThat(answers(world)).isEqualTo(before + 1);
        }
    }

    private static double answers(World world) {
        return world.meter("prosante_card_ocsp_seconds_count", "outcome=\"answered\"");
    }

    @Test
    void aDeadResponderLeavesTheLists(@TempDir Path folder, Visitors visitors, StoryRealm realm, EventLog events)
            throws Exception {
        realm.accounts().create(Account.opened(DOCTOR));
        var authority = NewAuthority.called("dead-responder").isTrustedBy(realm);
        var card = authority.issues(DOCTOR);
        authority.close();
        Files.write(folder.resolve("above.crl"), authority.root().crl().getEncoded());
        realm.option(STEP, "crlUrls", folder.toString());
        realm.option(STEP, "revocation", "crl-then-ocsp");

        isAsked(visitors, card);

        events.has(End.CANNOT_TELL.event());
        var list = Files.write(
                folder.resolve("persons.crl"), authority.ofPersons().crl().getEncoded());
        realm.option(STEP, "crlUrls", list.toString());
        realm.option(STEP, "revocation", "ocsp-then-crl");

        isAsked(visitors, card);

        events.has(End.IN.event());
    }

    private static void isAsked(Visitors visitors, Card card) {
        var doctor = visitors.holderOf(card);
        doctor.choosesCard(doctor.arrives());
    }
}
