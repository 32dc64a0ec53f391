package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.Inert;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PracticePage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.CardMaker;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.mail.ReceivedMail;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write — on a card, at Pro Santé Connect, in a field, in an address — is a text on every page and in every mail. */
@Story
final class HostileIT {

    private static final String ID = FictivePeople.rpps("9970000990");
    private static final String LONG = "W".repeat(500);
    private static final String RPPS = "899700098769";

    private static Person atTheCard(World world, People people, String given, String family) {
        var card = new CardMaker(world).card(ID, given, family);
        var holder = people.enter(Habits.french().withCard(card));
        holder.opensPortal().sees(LoginPage::new).choosesCard();
        return holder;
    }

    @Test
    void namesOnACardAreTexts(World world, StoryRealm realm, People people) {
        var holder = atTheCard(world, people, Inert.MARKUP, "O'\"<b>Brien</b>");

        holder.sees(AccountPage::new).showsLocked("Nom", "O'\"<b>Brien</b>");
        holder.sees(Inert.showing(Inert.MARKUP));
        holder.sees(Inspection.of("hostile-card"));
        holder.sees(AccountPage::new)
                .fillsIn("hostile@exemple.test", Account.PASSWORD)
                .submits();
        holder.sees(Inert::page);
    }

    /** Nobody has such a name, and whoever reads it would be misled about all that stands behind it. */
    @ParameterizedTest
    @ValueSource(strings = {Inert.TURNED, "long"})
    void namesOnACardThatCannotBeShownAreRefused(String name, World world, People people) {
        var holder = atTheCard(world, people, name.equals("long") ? LONG : name, "MARTIN");

        holder.sees(CardRefusedPage::new).explains("proSanteCardRefusedUnreadable", Locale.FRENCH);
        assertThat(holder.reads()).doesNotContain("WWWW", "exe");
        holder.sees(Inert::page);
    }

    @ParameterizedTest
    @ValueSource(strings = {Inert.MARKUP, Inert.TURNED, "long"})
    void namesAtProSanteConnectAreTexts(String name, PscNeighbour psc, People people) {
        var written = name.equals("long") ? LONG : name;
        psc.simulator().know(FictivePerson.doctor(ID, written, written));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(ID);

        doctor.sees(AccountPage::new);
        assertThat(doctor.reads()).doesNotContain("\u202E", "\u2066");
        doctor.sees(Inert::page);
        doctor.sees(Inspection.of("hostile-psc-" + name.length()));
    }

    @Test
    void namesOfPracticesAreTexts(PscNeighbour psc, People people) {
        var known = FictivePeople.TWO_PRACTICES;
        psc.simulator()
                .know(new FictivePerson(
                        ID,
                        "MARTIN",
                        "ALICE",
                        "essai",
                        Map.of("RPPS", ID),
                        hostile(Objects.requireNonNull(known.exercices()))));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(ID);
        doctor.sees(AccountPage::new)
                .fillsIn("hostile@exemple.test", Account.PASSWORD)
                .submits();

        doctor.sees(PracticePage::new);
        doctor.sees(Inert::page);
        doctor.sees(Inspection.of("hostile-practices"));
    }

    /** The same with every name of a place written by somebody who means harm. */
    private static List<Map<String, Object>> hostile(List<Map<String, Object>> exercices) {
        return exercices.stream().map(HostileIT::hostile).toList();
    }

    private static Map<String, Object> hostile(Map<String, Object> part) {
        var copy = new java.util.LinkedHashMap<>(part);
        copy.replaceAll((key, value) -> {
            if (value instanceof List<?> list) {
                return list.stream().map(one -> hostile(asMap(one))).toList();
            }
            return key.equals("raisonSocialeSite") || key.equals("bureauCedex") ? Inert.MARKUP + value : value;
        });
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object map) {
        return (Map<String, Object>) map;
    }

    @ParameterizedTest
    @ValueSource(strings = {Inert.MARKUP, Inert.TURNED, "long"})
    void whatIsTypedIsATextAgain(String typed, People people) {
        var written = typed.equals("long") ? LONG : typed;
        var somebody = people.somebody();
        somebody.opensPortal().sees(LoginPage::new).logsIn(written, written);
        somebody.sees(LoginPage::new);
        somebody.sees(Inert::page);
        somebody.sees(LoginPage::new).hasForgottenPassword();
        somebody.sees(ForgottenPasswordPage::new).asksForMail(written);
        somebody.sees(Inert::page);
    }

    @Test
    void whatIsTypedForTheAccountIsATextAgain(World world, People people) {
        var holder = atTheCard(world, people, "ALICE", "MARTIN");
        holder.sees(AccountPage::new)
                .fills(Map.of(
                        "email", Inert.MARKUP,
                        "email-confirm", Inert.TURNED,
                        "streetAddress", Inert.MARKUP,
                        "postalCode", "\"'><b>1",
                        "locality", Inert.MARKUP))
                .submits();

        holder.sees(AccountPage::new);
        String again = holder.sees(page -> page.locator("#locality").inputValue());
        assertThat(again).isEqualTo(Inert.MARKUP);
        holder.sees(Inert::page);
    }

    @Test
    void whatIsInAnAddressIsATextAgain(StoryRealm realm, PscNeighbour psc, People people) {
        var hostile = URLEncoder.encode(Inert.MARKUP, StandardCharsets.UTF_8);
        var somebody = people.somebody();
        var login = String.valueOf(somebody.opensPortal().sees(Page::url));
        var realmAddress = login.replaceFirst("/protocol/.*", "");
        for (String address : List.of(
                login + "&login_hint=" + hostile,
                login + "&kc_locale=" + hostile,
                login + "&ui_locales=" + hostile,
                login + "&error=" + hostile + "&error_description=" + hostile,
                login.replaceFirst("client_id=[^&]*", "client_id=" + hostile),
                login.replaceFirst("redirect_uri=[^&]*", "redirect_uri=" + hostile),
                realmAddress + "/login-actions/authenticate?client_id=portail&tab_id=" + hostile + "&execution="
                        + hostile,
                realmAddress + "/login-actions/action-token?key=" + hostile,
                realmAddress + "/login-actions/required-action?execution=" + hostile,
                realmAddress + "/login-actions/detached-info?kc_state_checker=" + hostile,
                realmAddress + "/broker/psc/endpoint?error=" + hostile + "&error_description=" + hostile,
                realmAddress + "/broker/psc/endpoint?state=" + hostile + "&error=" + hostile,
                realmAddress + "/broker/psc/endpoint/logout_response?state=" + hostile,
                realmAddress + "/protocol/openid-connect/logout?client_id=portail&post_logout_redirect_uri=" + hostile,
                realmAddress + "/device?user_code=" + hostile,
                realmAddress + "/" + hostile)) {
            somebody.opens(address);
            somebody.sees(Inert::page);
        }
    }

    @Test
    void nameOfTheServiceAndOfTheApplicationAreTextsOnPagesAndInMails(
            StoryRealm realm, People people, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.changed(settings -> {
            settings.setDisplayName("Portail " + Inert.MARKUP);
            settings.setEventsListeners(
                    List.of("jboss-logging", "pro-sante-login-notice", "pro-sante-password-notice"));
        });
        var doctor = people.somebody();
        doctor.opensPortal().sees(Inert.showing("Portail <script>"));
        doctor.sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail(RPPS);
        isInert(letters.letterFor(account.email(), 1));

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new);
        doctor.sees(Inert::page);
        isInert(letters.letterFor(account.email(), 2));
        doctor.sees(CodePage::new).types(letters.codeFor(account.email(), 2));
        isInert(letters.letterFor(account.email(), 3));
    }

    private static void isInert(ReceivedMail mail) {
        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script", "<img");
        assertThat(mail.text()).contains("Portail <script>");
        assertThat(mail.subject()).doesNotContain("\n", "\r");
    }
}
