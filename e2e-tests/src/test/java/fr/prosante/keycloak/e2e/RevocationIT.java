package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.NewAuthority;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.crl.Fault;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revocation lists that come, do not come, or are not what they should be; nobody's request waits for any of them. */
@Story
final class RevocationIT {

    private static final String DOCTOR = "899700098769";
    private static final String STEP = "pro-sante-card";

    /** A page on a busy machine; the server is given a minute for a list. */
    private static final Duration AN_ANSWER = Duration.ofSeconds(5);

    /** Within which a folder is read again. */
    private static final Duration TEN_SECONDS_AND_MORE = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whereNoListCanBeHadTheAdministratorDecides(Fault fault, Visitors visitors, StoryRealm realm, EventLog events) {
        try (var authority = NewAuthority.called(fault.name()).isTrustedBy(realm)) {
            authority.lists().fail(fault);
            isDecidedByTheAdministrator(authority.issues(DOCTOR), visitors, realm, events);
        }
    }

    @Test
    void whereTheServerOfTheListsIsDeadTheAdministratorDecides(Visitors visitors, StoryRealm realm, EventLog events) {
        var authority = NewAuthority.called("dead").isTrustedBy(realm);
        var card = authority.issues(DOCTOR);
        authority.close();

        isDecidedByTheAdministrator(card, visitors, realm, events);
    }

    private static void isDecidedByTheAdministrator(Card card, Visitors visitors, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(DOCTOR));
        var doctor = visitors.holderOf(card);

        var refused = doctor.choosesCard(doctor.arrives());

        assertThat(says(refused, "proSanteCardRefusedCannotTell")).isTrue();
        events.has(refusal("LOGIN_ERROR", "generic_authentication_error").with("reason", "cannot_tell"));
        events.hasNone("LOGIN");
        realm.option(STEP, "cannotTell", "accept");

        var accepted = doctor.choosesCard(doctor.arrives());

        assertThat(doctor.isIn(accepted)).as(accepted::text).isTrue();
        events.has(event("LOGIN").with("username", DOCTOR).with("cardRevocationUnchecked", "true"));
        assertThat(doctor.longestWait()).isLessThan(AN_ANSWER);
    }

    @Test
    void aSlowListIsAwaitedAtTheDoorAndNotInTheServer(Visitors visitors, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(DOCTOR));
        try (var authority = NewAuthority.called("slow-enough").isTrustedBy(realm)) {
            authority.lists().delay(Duration.ofSeconds(6));
            authority.lists().fail(Fault.SLOW);
            var doctor = visitors.holderOf(authority.issues(DOCTOR));

            var end = doctor.choosesCard(doctor.arrives());

            assertThat(doctor.isIn(end)).as(end::text).isTrue();
            assertThat(doctor.longestWait())
                    .isLessThan(authority.lists().delay().dividedBy(2));
            events.has(event("LOGIN").with("username", DOCTOR));
            assertThat(events.count(event("LOGIN").with("cardRevocationUnchecked", "true")))
                    .isZero();
        }
    }

    @Test
    void aServerThatHangsHoldsUpNobody(Visitors visitors, StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR));
        try (var silent = NewAuthority.called("silent").isTrustedBy(realm);
                var other = NewAuthority.called("beside-the-silent")) {
            silent.lists().fail(Fault.SILENT);
            var card = silent.issues(DOCTOR);
            var crowd = Stream.generate(() -> visitors.holderOf(card)).limit(8).toList();

            var ends = Visitors.atOnce(crowd, doctor -> doctor.choosesCard(doctor.arrives()));

            assertThat(ends).allMatch(end -> says(end, "proSanteCardRefusedCannotTell"));
            assertThat(crowd).allMatch(doctor -> doctor.longestWait().compareTo(AN_ANSWER) < 0);
            other.isTrustedBy(realm);
            var doctor = visitors.holderOf(other.issues(DOCTOR));
            var end = doctor.choosesCard(doctor.arrives());
            assertThat(doctor.isIn(end)).as(end::text).isTrue();
        }
    }

    @Test
    void aNodeWithoutAWayOutReadsAFolder(@TempDir Path folder, Visitors visitors, StoryRealm realm, EventLog events)
            throws Exception {
        realm.accounts().create(Account.opened(DOCTOR));
        var authority = NewAuthority.called("offline").isTrustedBy(realm);
        var card = authority.issues(DOCTOR);
        authority.close();
        realm.option(STEP, "crlUrls", folder.toString());
        delivers(folder, authority.root());
        delivers(folder, authority.ofPersons());

        var first = visitors.holderOf(card);
        first.choosesCard(first.arrives());

        events.has(event("LOGIN").with("username", DOCTOR));
        assertThat(events.count(event("LOGIN").with("cardRevocationUnchecked", "true")))
                .isZero();
        authority.ofPersons().revoke(card.certificate());
        delivers(folder, authority.ofPersons());

        await().atMost(TEN_SECONDS_AND_MORE).pollInterval(AGAIN).until(() -> {
            var doctor = visitors.holderOf(card);
            return says(doctor.choosesCard(doctor.arrives()), "proSanteCardRefusedRevoked");
        });

        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "revoked"));
    }

    /** Written beside and renamed, as the documentation asks. */
    private static void delivers(Path folder, CertificateAuthority authority) throws Exception {
        var fresh = Files.write(
                folder.resolve(authority.file() + ".new"), authority.crl().getEncoded());
        Files.move(fresh, folder.resolve(authority.file() + ".crl"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void operatorsSeeWhatIsAtHandAndWhatIsNot(World world, Visitors visitors, StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR));
        try (var authority = NewAuthority.called("operated").isTrustedBy(realm)) {
            var lost = authority.issues("899700218896");
            authority.ofPersons().revoke(lost.certificate());
            authority.lists().fail(Fault.ERROR, authority.root().file());
            var good = authority.ofPersons().crlAddress().toString();
            var bad = authority.root().crlAddress().toString();
            var doctor = visitors.holderOf(authority.issues(DOCTOR));

            doctor.choosesCard(doctor.arrives());

            assertThat(meter(world, "entries", good)).isEqualTo(1);
            assertThat(meter(world, "age_seconds", good)).isBetween(0.0, 600.0);
            assertThat(meter(world, "remaining_seconds", good)).isBetween(6.9 * 86_400, 7.1 * 86_400);
            assertThat(meter(world, "failing", good)).isZero();
            assertThat(meter(world, "failing", bad)).isEqualTo(1);
            assertThat(meter(world, "age_seconds", bad)).isNaN();
            assertThat(onTheServersPage(world))
                    .hasEntrySatisfying(
                            "revocation list " + good, told -> assertThat(told).contains("1 entries", "next update"))
                    .hasEntrySatisfying(
                            "revocation list " + bad, told -> assertThat(told).contains("status 500", "none loaded"));
            assertThat(world.testbed().keycloak().log().lines("revocation list " + good))
                    .anyMatch(line -> line.contains("INFO") && line.contains("next update"));
            assertThat(world.testbed().keycloak().log().lines("revocation list " + bad))
                    .anyMatch(line -> line.contains("WARN") && line.contains("status 500"));
        }
    }

    private static double meter(World world, String name, String list) {
        return world.meter("prosante_card_list_" + name, "list=\"" + list + "\"");
    }

    private static Map<String, String> onTheServersPage(World world) {
        try (var administrator = world.testbed().adminClient()) {
            return administrator
                    .serverInfo()
                    .getInfo()
                    .getProviders()
                    .get("authenticator")
                    .getProviders()
                    .get(STEP)
                    .getOperationalInfo();
        }
    }

    @Test
    void thePageSaysThatNobodyCanTell(PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var authority = NewAuthority.called("nobody-can-tell").isTrustedBy(realm);
        var card = authority.issues(DOCTOR);
        authority.close();
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var doctor = people.enter(Habits.in(language).withCard(card));

            doctor.opensPortal().sees(LoginPage::new).choosesCard();

            var page = doctor.sees(CardRefusedPage::new)
                    .isHeaded("proSanteCardInterruptedTitle", language)
                    .explains("proSanteCardRefusedCannotTell", language)
                    .offersItsDoors();
            events.has(refusal("LOGIN_ERROR", "generic_authentication_error")
                    .with("reason", "cannot_tell")
                    .with("incident", page.incident()));
        }
    }

    private static boolean says(Answer page, String key) {
        return page.says(Wording.in(Locale.FRENCH).of(key));
    }
}
