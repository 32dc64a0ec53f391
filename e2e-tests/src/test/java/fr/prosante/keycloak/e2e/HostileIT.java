package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.Inert;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.PracticePage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.CardMaker;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.mail.ReceivedMail;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody else writes stays a text: on a card, at Pro Santé Connect, in an address, in a field. */
@Story
final class HostileIT {

    private static final String LONG = "Marie-".repeat(83) + "Jo";
    private static final String EMAIL = "hostile@exemple.test";

    static Stream<String> unfit() {
        return Stream.of(Inert.TURNED, LONG, "A\u0007B", "A\u200BB", "A\u2028B");
    }

    /** Every parameter that the server reads before anybody is known. */
    static Stream<String> addresses() {
        var value = URLEncoder.encode(Inert.MARKUP, StandardCharsets.UTF_8);
        return Stream.of(
                        "/protocol/openid-connect/auth?client_id=VALUE&response_type=code",
                        "/protocol/openid-connect/auth?client_id=portail&response_type=code&redirect_uri=VALUE",
                        "/protocol/openid-connect/auth?client_id=portail&response_type=VALUE&scope=VALUE",
                        "/protocol/openid-connect/auth?client_id=portail&response_type=code&kc_locale=VALUE&ui_locales=VALUE",
                        "/protocol/openid-connect/logout?post_logout_redirect_uri=VALUE&client_id=VALUE",
                        "/protocol/openid-connect/logout?id_token_hint=VALUE&state=VALUE",
                        "/login-actions/authenticate?execution=VALUE&client_id=portail&tab_id=VALUE",
                        "/login-actions/authenticate?session_code=VALUE&execution=VALUE&client_id=VALUE&client_data=VALUE",
                        "/login-actions/required-action?execution=VALUE&client_id=portail",
                        "/login-actions/action-token?key=VALUE",
                        "/login-actions/reset-credentials?client_id=VALUE",
                        "/broker/psc/endpoint?state=VALUE&code=VALUE",
                        "/broker/psc/endpoint?error=VALUE&error_description=VALUE",
                        "/broker/psc/endpoint?error=access_denied&error_description=VALUE&state=VALUE",
                        "/broker/VALUE/login?session_code=VALUE",
                        "/VALUE")
                .map(address -> address.replace("VALUE", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void namesOfACardStayTexts(Locale language, World world, People people, Letterbox letters, StoryRealm realm) {
        realm.changed(one -> one.getEventsListeners().add("pro-sante-login-notice"));
        var card = new CardMaker(world).card(FictivePeople.rpps("9970088101"), Inert.MARKUP, "\"D'O'\" <b>&lt;");
        var doctor = people.enter(Habits.in(language).withCard(card));
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new);
        doctor.sees(Inert.showing(Inert.MARKUP));
        doctor.sees(Inert.showing("\"D'O'\" <b>&lt;"));
        doctor.sees(AccountPage::new).submits();
        doctor.sees(AccountPage::new);
        doctor.sees(Inert.showing(Inert.MARKUP));
        doctor.sees(AccountPage::new).fillsIn(EMAIL, Account.PASSWORD).submits();
        doctor.sees(CharterPage::new);
        doctor.sees(Inert::page);
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new).showsExactly("given_name", Inert.MARKUP).logsOut();

        doctor.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        doctor.sees(CodePage::new);
        doctor.sees(Inert::page);
        doctor.sees(CodePage::new).types(lastCode(letters));
        doctor.sees(PortalPage::new);
        letters.letterFor(EMAIL, 3);
        for (int number = 1; number <= letters.countFor(EMAIL); number++) {
            isInert(letters.letterFor(EMAIL, number));
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unfit")
    void aCardWhoseNameCannotBeShownIsRefused(String name, World world, People people, StoryRealm realm) {
        var card = new CardMaker(world).card(FictivePeople.rpps("9970088102"), "JEANNE", name);
        var doctor = people.holderOf(card);

        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        doctor.sees(CardRefusedPage::new);
        doctor.sees(Inert::page);
        assertThat(doctor.reads()).doesNotContain(name);
        assertThat(realm.accounts().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatProSanteConnectTellsStaysAText(Locale language, PscNeighbour psc, People people) {
        var id = FictivePeople.rpps("9970088103");
        var places = List.of(place(Inert.MARKUP, "1"), place("<b>" + Inert.TURNED, "2"), place(LONG, "3"));
        psc.simulator().know(person(id, Inert.MARKUP, "'\"><script>1</script>", places));
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(id);
        doctor.sees(AccountPage::new);
        doctor.sees(Inert.showing(Inert.MARKUP));
        doctor.sees(Inert.showing("'\"><script>1</script>"));
        doctor.sees(AccountPage::new).fillsIn(EMAIL, Account.PASSWORD).submits();

        doctor.sees(PracticePage::new);
        doctor.sees(Inert.showing(Inert.MARKUP));
        assertThat(doctor.reads()).doesNotContain(LONG).doesNotContain("\u202E").contains("<b>");
        doctor.sees(HostileIT::fits);
        doctor.sees(PracticePage::new).submits();
        doctor.sees(Inert.showing(Inert.MARKUP));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unfit")
    void namesOfProSanteConnectAreCleaned(String name, PscNeighbour psc, People people) {
        var id = FictivePeople.rpps("9970088104");
        psc.simulator().know(person(id, name, "ANNE", List.of()));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(id);

        doctor.sees(AccountPage::new);

        doctor.sees(Inert::page);
        doctor.sees(HostileIT::fits);
        assertThat(doctor.reads()).doesNotContain(name);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("addresses")
    void whatAnAddressSaysStaysAText(String address, World world, StoryRealm realm, PscNeighbour psc, People people) {
        var realmUrl =
                world.testbed().loginUrl().resolve("/realms/" + realm.name()).toString();
        for (var visitor : List.of(people.somebody(), people.enter(Habits.english()))) {
            visitor.opens(realmUrl + address).sees(Inert::page);
        }
    }

    @Test
    void whatAnApplicationHintsAtStaysAText(World world, StoryRealm realm, People people) {
        var visitor = people.somebody();
        visitor.opensPortal().sees(LoginPage::new);
        var login = String.valueOf(visitor.sees(Page::url));

        visitor.opens(login + "&login_hint=" + URLEncoder.encode(Inert.MARKUP, StandardCharsets.UTF_8));

        visitor.sees(LoginPage::new);
        visitor.sees(Inert::page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatSomebodyTypesStaysAText(Locale language, CardBox cards, People people) {
        var doctor = people.enter(Habits.in(language).withCard(cards.card("medecin")));
        for (var typed : List.of(Inert.MARKUP, Inert.TURNED, LONG)) {
            doctor.opensPortal().sees(LoginPage::new).logsIn(typed, typed);
            doctor.sees(LoginPage::new);
            stays(doctor);
            doctor.sees(LoginPage::new).hasForgottenPassword();
            doctor.sees(ForgottenPasswordPage::new).asksForMail(typed);
            stays(doctor);
            doctor.opensPortal().sees(LoginPage::new).choosesCard();
            doctor.sees(AccountPage::new)
                    .fills(Map.of("email", typed, "email-confirm", typed, "streetAddress", typed, "locality", typed))
                    .submits();
            doctor.sees(AccountPage::new);
            stays(doctor);
        }
    }

    private static void stays(Person person) {
        person.sees(Inert::page);
        person.sees(HostileIT::fits);
    }

    /** However long a text is, it does not widen the page, not even on a telephone. */
    private static Page fits(Page page) {
        page.setViewportSize(320, 900);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("fits at 320 px: %s", page.url())
                .isEqualTo(true);
        page.setViewportSize(1280, 900);
        return page;
    }

    private static String lastCode(Letterbox letters) {
        letters.letterFor(EMAIL, 2);
        return letters.codeFor(EMAIL, 2);
    }

    private static void isInert(ReceivedMail mail) {
        assertThat(mail.html()).doesNotContain("<script", "<img", "<b>", "javascript:");
        assertThat(mail.subject()).doesNotContain("\n", "\r");
    }

    private static FictivePerson person(
            String id, String familyName, String givenName, List<Map<String, Object>> places) {
        var exercice = Map.<String, Object>of(
                "codeProfession",
                "10",
                "codeCategorieProfessionnelle",
                "C",
                "nomDexercice",
                familyName,
                "prenomDexercice",
                givenName,
                "codeSavoirFaire",
                "<i>SM26</i>",
                "activities",
                places);
        return new FictivePerson(id, familyName, givenName, "hostile", Map.of("RPPS", id), List.of(exercice));
    }

    private static Map<String, Object> place(String name, String number) {
        return Map.of(
                "codeModeExercice", "S",
                "raisonSocialeSite", name,
                "enseigneCommercialeSite", name,
                "libelleVoie", name,
                "bureauCedex", name,
                "numeroFinessSite", "0B099990" + number,
                "identifiantTechniqueDeLaStructure", "F0B099990" + number);
    }
}
