package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ContactPage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.server.Cluster;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

/** Where a code, an address or a name must not be found: the tests look there. */
@Story(nodes = 2)
final class SecrecyIT {

    private static final String RPPS = "899700098769";
    private static final String NEW = "nouvelle.adresse@exemple.test";
    private static final String NEW_PASSWORD = "Camomille-Melisse-17";

    @Test
    void aCodeIsNowhereInClearAndTheLogKnowsNobody(
            Cluster cluster, CardBox cards, People people, StoryRealm realm, Letterbox letters, EventLog events)
            throws Exception {
        var marks = cluster.nodes().stream().map(node -> node.log().mark()).toList();
        realm.option("pro-sante-email-otp", "resendDelay", "1");
        var account = present(realm, RPPS);
        var card = cards.card("medecin");
        var owner = present(realm, card.idNat());

        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var replaced = letters.codeFor(account.email());
        doctor.sees(CodePage::new).types(other(replaced));
        doctor.sees(CodePage::new).asksForAnother();
        var pending = letters.codeFor(account.email(), 2);
        var changer = wantsAnotherAddress(people.holderOf(card));
        var contact = letters.codeFor(NEW);
        changer.sees(ContactPage::new);

        // The cluster-wide store of codes and the login sessions are in memory.
        cluster.nodes().forEach(node -> keepsNone(node, account, replaced, pending, contact));

        doctor.sees(CodePage::new).types(pending);
        doctor.sees(PortalPage::new);
        changer.sees(ContactPage::new).types(contact);
        changer.sees(PortalPage::new).showsExactly("email", NEW);
        var link = forgetsThePassword(people.somebody(), letters, account);
        events.has(event("UPDATE_CREDENTIAL"));

        var codes = List.of(replaced, pending, contact);
        assertThat(cluster.database().dump())
                .contains(account.email())
                .doesNotContain(link)
                .doesNotContainPattern(standingAlone(codes));
        eventsTellNoAddress(realm, codes, account.email(), owner.email());
        knowsNobody(
                logs(cluster, marks),
                codes,
                account.email(),
                owner.email(),
                card.holder().surname().orElseThrow());
    }

    /** A name may be in the events: which one a card has changed is told there. */
    private static void eventsTellNoAddress(StoryRealm realm, List<String> codes, String... addresses)
            throws Exception {
        var administered = realm.administered();
        var told = JsonSerialization.writeValueAsString(
                administered.getEvents(null, null, null, null, null, null, 0, 5000));
        assertThat(told).contains("code_wrong", "UPDATE_EMAIL").doesNotContainPattern(standingAlone(codes));
        assertThat(JsonSerialization.writeValueAsString(administered.getAdminEvents()))
                .doesNotContainPattern(standingAlone(codes));
        Stream.concat(Stream.of(addresses), Stream.of(NEW))
                .forEach(address -> assertThat(told).doesNotContainIgnoringCase(address));
    }

    private static void knowsNobody(String logs, List<String> codes, String... persons) {
        assertThat(logs).doesNotContainPattern(standingAlone(codes));
        Stream.concat(Stream.of(persons), Stream.of(NEW, "Durand"))
                .forEach(person -> assertThat(logs).doesNotContainIgnoringCase(person));
    }

    private static Person wantsAnotherAddress(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesCard();
        person.sees(PortalPage::new);
        person.opensPortalWith("kc_action=pro-sante-contact-email")
                .sees(ContactPage::new)
                .asksForCodeAt(NEW);
        return person;
    }

    private static Account present(StoryRealm realm, String nationalId) {
        var account = Account.opened(nationalId);
        realm.accounts().create(account);
        return account;
    }

    private static void keepsNone(KeycloakServer node, Account account, String... codes) {
        try (var memory = node.memory()) {
            assertThat(memory.strings(account.email()))
                    .as("strings that are there are found")
                    .isPositive();
            for (var code : codes) {
                assertThat(memory.strings(code)).as("code %s", code).isZero();
            }
        }
    }

    private static String forgetsThePassword(Person person, Letterbox letters, Account account) {
        person.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        person.sees(ForgottenPasswordPage::new).asksForMail(RPPS);
        var link = letters.linkFor(account.email(), 3);
        person.opens(link).continuesIfAsked();
        person.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        person.sees(LoginPage::new);
        return link.substring(link.indexOf("key=") + 4);
    }

    private static String logs(Cluster cluster, List<Integer> marks) {
        return Stream.of(1, 2)
                .flatMap(node -> cluster.node(node).log().since(marks.get(node - 1)).stream())
                .collect(Collectors.joining("\n"));
    }

    /** Six digits may be part of a time or of an identifier. */
    private static Pattern standingAlone(List<String> codes) {
        return Pattern.compile("(?<![0-9A-Za-z])(" + String.join("|", codes) + ")(?![0-9A-Za-z])");
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
