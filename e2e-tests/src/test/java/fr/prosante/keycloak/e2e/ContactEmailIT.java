package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ContactPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new address for codes: who owns it owns the second factor. */
@Story
final class ContactEmailIT {

    private static final String ACTION = "pro-sante-contact-email";
    private static final String NEW = "nouvelle@exemple.test";

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoCameByCardProvesTheNewAddressAndTheOldOneIsTold(
            Locale language, CardBox cards, People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var card = cards.card("medecin");
        var account = Account.opened(card.idNat());
        realm.accounts().create(account);
        var doctor = people.enter(Habits.in(language).withCard(card));
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);

        doctor.opensPortalWith("kc_action=" + ACTION).sees(ContactPage::new).asksForCodeAt(NEW);
        var code = letters.codeFor(NEW);
        doctor.sees(ContactPage::new).types(other(code));
        doctor.sees(ContactPage::new).saysAt(CodePage.CODE, Wording.in(language).of("proSanteOtpWrong"));
        assertThat(address(realm, account)).isEqualTo(account.email());
        doctor.sees(ContactPage::new).types(code);

        doctor.sees(PortalPage::new).showsExactly("email", NEW);
        assertThat(address(realm, account)).isEqualTo(NEW);
        events.has(event("UPDATE_EMAIL"));
        events.has(refusal("UPDATE_EMAIL_ERROR", "invalid_user_credentials").with("reason", "code_wrong"));
        events.holdNowhere(NEW);
        events.holdNowhere(account.email());
        var notice = letters.letterFor(account.email(), 1);
        assertThat(notice.subject())
                .isEqualTo(Wording.in(language).of("proSanteContactNoticeSubject", "Portail Pro Santé"));
        assertThat(notice.text()).doesNotContain(NEW).contains("n…@e….test");
    }

    @Test
    void proSanteConnectIsAProofToo(
            PscNeighbour psc, Visitor doctor, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(FictivePeople.ONE_PRACTICE.idNat());
        realm.accounts().create(account);

        var page = asksForCode(doctor, account);
        assertThat(doctor.isIn(confirms(doctor, page, letters.codeFor(NEW)))).isTrue();

        assertThat(address(realm, account)).isEqualTo(NEW);
        events.has(event("UPDATE_EMAIL"));
        letters.letterFor(account.email(), 1);
    }

    /** All of them want the same address at the same instant: the check of each sees it free, the database gives it once. */
    @Test
    void ofAChangeThatDidNotComeAboutNothingIsTold(
            World world, PscNeighbour psc, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var crowd = IntStream.range(0, 8)
                .mapToObj(
                        number -> FictivePerson.doctor(FictivePeople.rpps("997009920" + number), "FOULE-TEST", "ANNE"))
                .toList();
        List<Supplier<Answer>> confirmations = new ArrayList<>();
        for (var person : crowd) {
            psc.simulator().know(person);
            var account = Account.opened(person.idNat());
            realm.accounts().create(account);
            var visitor = visitors.another();
            var page = asksForCode(visitor, account);
            var code = letters.codeFor(NEW, confirmations.size() + 1);
            confirmations.add(() -> confirms(visitor, page, code));
        }

        var ends = Visitors.atOnce(confirmations, Supplier::get);

        assertThat(ends.stream().filter(end -> end.location().isPresent())).hasSize(1);
        assertThat(ends.stream().filter(end -> end.location().isEmpty())).allSatisfy(end -> {
            assertThat(end.status()).as(end::text).isEqualTo(200);
            assertThat(end.says("Cette adresse mail est déjà celle d’un compte."))
                    .as(end::text)
                    .isTrue();
            assertThat(end.body()).contains("name=\"" + ContactPage.ADDRESS + "\"");
        });
        events.has(event("UPDATE_EMAIL"));
        assertThat(events.count(event("UPDATE_EMAIL"))).isOne();
        assertThat(events.count(refusal("UPDATE_EMAIL_ERROR", "email_in_use").with("reason", "address_in_use")))
                .isEqualTo(crowd.size() - 1);
        events.holdNowhere(NEW);
        await().until(() ->
                world.testbed().keycloak().metrics().sum("prosante_mail_pending", "room=\"" + ACTION + "\"") == 0);
        assertThat(crowd.stream()
                        .map(person -> Account.opened(person.idNat()).email())
                        .mapToInt(letters::countFor)
                        .sum())
                .isOne();
    }

    /** One code, typed in two tabs at the same instant. */
    @RepeatedTest(3)
    void ofTwoTabsOneChangesAndTheOtherHasAPageOfOurs(
            PscNeighbour psc, Visitor doctor, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(FictivePeople.ONE_PRACTICE.idNat());
        realm.accounts().create(account);
        var first = asksForCode(doctor, account);
        var second = doctor.submits(doctor.arrivesWith("kc_action=" + ACTION), Map.of(ContactPage.ADDRESS, NEW));
        var code = letters.codeFor(NEW);

        var ends = Visitors.atOnce(
                Stream.of(first, second)
                        .<Supplier<Answer>>map(tab -> () -> confirms(doctor, tab, code))
                        .toList(),
                Supplier::get);

        assertThat(ends.stream().filter(doctor::isIn)).hasSize(1);
        assertThat(ends.stream().filter(end -> !doctor.isIn(end))).allSatisfy(end -> {
            assertThat(end.status()).as(end::text).isEqualTo(200);
            assertThat(end.text()).contains(Wording.in(Locale.FRENCH).of("proSanteContactTitle"));
        });
        assertThat(address(realm, account)).isEqualTo(NEW);
        assertThat(events.count(event("UPDATE_EMAIL"))).isOne();
    }

    private static Answer asksForCode(Visitor visitor, Account account) {
        assertThat(visitor.isIn(visitor.comesBy(account.nationalId()))).isTrue();
        return visitor.submits(visitor.arrivesWith("kc_action=" + ACTION), Map.of(ContactPage.ADDRESS, NEW));
    }

    private static Answer confirms(Visitor visitor, Answer page, String code) {
        return visitor.follows(visitor.submits(page, Map.of(ContactPage.ADDRESS, NEW, CodePage.CODE, code)));
    }

    @Test
    void whoCameByPasswordMayNot(People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened("899700098769");
        realm.accounts().create(account);
        var thief = people.somebody();
        thief.opensPortal().sees(LoginPage::new).logsIn("899700098769", Account.PASSWORD);
        thief.sees(CodePage::new).types(letters.codeFor(account.email()));
        thief.sees(PortalPage::new);

        thief.opensPortalWith("kc_action=" + ACTION);

        thief.sees(ContactPage::new).says(Wording.in(Locale.FRENCH).of("proSanteContactNotStrong"));
        events.has(refusal("UPDATE_EMAIL_ERROR", "access_denied").with("reason", "not_strong"));
    }

    @ParameterizedTest
    @CsvSource({
        "pas-une-adresse@,   address_invalid",
        "prise@exemple.test, address_in_use",
        "THE SAME,           address_unchanged",
    })
    void anAddressThatWillNotDo(
            String typed,
            String reason,
            CardBox cards,
            People people,
            StoryRealm realm,
            Letterbox letters,
            EventLog events) {
        var card = cards.card("medecin");
        var account = Account.opened(card.idNat());
        realm.accounts().create(account);
        realm.accounts().create(Account.opened("899700218896").withEmail("prise@exemple.test"));
        var doctor = atTheAction(people.holderOf(card));

        doctor.sees(ContactPage::new).asksForCodeAt(typed.equals("THE SAME") ? account.email() : typed);

        events.has(event("UPDATE_EMAIL_ERROR").with("reason", reason));
        doctor.sees(ContactPage::new).asksForCodeAt(NEW);
        letters.codeFor(NEW);
    }

    private static Person atTheAction(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesCard();
        person.sees(PortalPage::new);
        return person.opensPortalWith("kc_action=" + ACTION);
    }

    private static String address(StoryRealm realm, Account account) {
        return realm.accounts().ofNationalId(account.nationalId()).orElseThrow().getEmail();
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
