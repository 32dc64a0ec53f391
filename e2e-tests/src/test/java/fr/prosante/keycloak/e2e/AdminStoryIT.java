package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.console.AdminConsole;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The administrator's story: a realm is clicked together as the page « A realm by hand » says, in the real admin console,
 * and a professional logs in to it. Nothing is done by REST but taking the realm away; the only thing that is not the
 * page's is the file of the imitation's authorities, for real ones come with the bundle.
 */
@Story
final class AdminStoryIT {

    private static final String REALM = "a-la-main";
    private static final String SAVED = "Realm successfully updated";
    private static final String CHARTER = "Pro Santé: charter of use";
    private static final String CARD = "CPS card (Pro Santé)";
    private static final String PASSWORD = "pro-sante mot de passe";
    private static final String SECOND_FACTOR = "pro-sante second facteur";
    private static final String CARDS = "pro-sante carte CPS";

    @Test
    void aRealmMadeByHandLetsAProfessionalInByCard(World world, CardBox cards, PscNeighbour psc, People people) {
        var issuer = world.testbed().loginUrl().resolve("/realms/" + REALM);
        psc.declareAt(issuer);
        try (var portal = Portal.start(issuer, world.testbed().pki().serverCa(), 0);
                var rest = world.testbed().adminClient()) {
            var console = administrator(world, people, Habits.english()).createsRealm(REALM);
            try {
                settings(console, world);
                browserFlow(console, world);
                proSanteConnect(console, psc);
                charter(console);
                whatThePortalIsTold(console, portal);

                var realm = rest.realm(REALM).toRepresentation();
                assertThat(realm.getBrowserFlow()).isEqualTo("pro-sante browser");
                assertThat(realm.isBruteForceProtected()).isTrue();
                assertThat(realm.getFailureFactor()).isEqualTo(5);

                aDoctorLogsInByCard(people.enter(Habits.french().withCard(cards.card("medecin"))), portal, cards);
                var midwife = people.enter(Habits.english().withCard(cards.card("numero-en-tete")));
                midwife.opens(portal.url() + "/login").sees(LoginPage::new).choosesPsc();
                midwife.sees(WalletPage::new);
                midwife.opens(portal.url() + "/login").sees(LoginPage::new).choosesCard();
                midwife.sees(AccountPage::new).isIn("en");
            } finally {
                rest.realm(REALM).remove();
            }
        }
    }

    @Test
    void aFrenchAdministratorReadsOurOptionsInFrench(World world, StoryRealm realm, People people) {
        try (var rest = world.testbed().adminClient()) {
            var before = rest.realm("master").toRepresentation();
            try {
                speaksFrench(administrator(world, people, Habits.english()).menu("realm-settings"));

                administrator(world, people, Habits.french())
                        .menu("realms")
                        .press(AriaRole.LINK, realm.name())
                        .menu("authentication")
                        .press(AriaRole.LINK, "pro-sante browser")
                        .cog(CARD)
                        .reads("Adresse de la porte")
                        .reads("Durée du ticket, en secondes");
            } finally {
                rest.realm("master").update(before);
            }
        }
    }

    private static AdminConsole administrator(World world, People people, Habits habits) {
        return people.enter(habits)
                .opens(world.testbed().loginUrl().resolve("/admin/").toString())
                .sees(page -> AdminConsole.entered(page, KeycloakServer.ADMIN, KeycloakServer.ADMIN));
    }

    private static void settings(AdminConsole console, World world) {
        console.menu("realm-settings")
                .fill("displayName", "Portail fait main")
                .choose("#unmanagedAttributePolicy", "Only administrators can write")
                .click("realmSettingsGeneralTab-save")
                .told(SAVED)
                .click("rs-login-tab")
                .switchOn("#kc-forgot-pw-switch")
                .told("Forgot password changed successfully")
                .click("rs-email-tab")
                .fill("smtpServer.from", "portail@exemple.test")
                .fill("smtpServer.host", "127.0.0.1")
                .fill(
                        "smtpServer.port",
                        String.valueOf(world.testbed().mailbox().smtpPort()))
                .click("email-tab-save")
                .told(SAVED)
                .click("rs-themes-tab")
                .choose("#kc-login-theme", "pro-sante")
                .choose("#kc-email-theme", "pro-sante")
                .click("themes-tab-save")
                .told(SAVED);
        speaksFrench(console)
                .click("rs-security-defenses-tab")
                .click("security-defenses-brute-force-tab")
                .choose("button[aria-label='Select unmanaged attribute policy']", "Lockout temporarily")
                .fillFirstNumber("5")
                .click("brute-force-tab-save")
                .told(SAVED);
    }

    private static AdminConsole speaksFrench(AdminConsole settings) {
        return settings.click("rs-localization-tab")
                .switchOn("#internationalizationEnabled")
                .tick("#supportedLocales input", "French")
                .choose("#defaultLocale", "French")
                .click("localization-tab-save")
                .told(SAVED);
    }

    private static void browserFlow(AdminConsole console, World world) {
        var flow = console.flows()
                .creates("pro-sante browser")
                .adds("auth-cookie", "Cookie", "Alternative")
                .adds("identity-provider-redirector", "Identity Provider Redirector", "Alternative")
                .addsSubFlow(PASSWORD, "Alternative")
                .adds(PASSWORD, "pro-sante-login-form", "Pro Santé: identifier and password", "Required")
                .addsSubFlow(PASSWORD, SECOND_FACTOR, "Required")
                .adds(SECOND_FACTOR, "pro-sante-email-otp", "Pro Santé: code by e-mail", "Alternative")
                .addsSubFlow(CARDS, "Alternative")
                .adds(CARDS, "pro-sante-card", CARD, "Required")
                .adds(CARDS, "pro-sante-account", "Pro Santé: create my account", "Required");
        flow.writes("Pro Santé: identifier and password", reference("mot-de-passe", "pwd"))
                .told("Successfully saved the config")
                .writes("Pro Santé: code by e-mail", reference("code", "otp mfa"))
                .told("Successfully saved the config");

        var card = reference("carte", "sc pin mfa");
        card.put("doorBaseUrl", "la porte de la carte");
        flow.writes(CARD, card).told("doorBaseUrl: an https address is expected");
        var door = new LinkedHashMap<String, String>();
        door.put("doorBaseUrl", world.testbed().doorUrl().toString());
        door.put("ticketSeconds", "4");
        flow.corrects(door).told("ticketSeconds: ");
        door.put("ticketSeconds", "60");
        door.put("#anchorSet", "files");
        door.put("config.anchorFiles0", world.everyAuthority().toString());
        // Files alone do not take test cards, which those of the box are.
        console.tick("#categories input", "test-card");
        flow.corrects(door).told("Successfully saved the config");
        flow.binds("Browser flow");
    }

    private static Map<String, String> reference(String alias, String value) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("alias", alias);
        fields.put("default.reference.value", value);
        fields.put("default.reference.maxAge", "14400");
        return fields;
    }

    private static void proSanteConnect(AdminConsole console, PscNeighbour psc) {
        console.flows()
                .creates("pro-sante premier PSC")
                .adds("pro-sante-psc-link", "Pro Santé: account of a Pro Santé Connect login", "Required")
                .adds("pro-sante-account", "Pro Santé: create my account", "Required")
                .binds("First broker login flow");
        var addresses = psc.provider(REALM).getConfig();
        console.menu("identity-providers")
                .click("pro-sante-connect-card")
                .fill("alias", PscNeighbour.ALIAS)
                .fill("config.clientId", addresses.get("clientId"))
                .fill("config.clientSecret", addresses.get("clientSecret"))
                .choose("button#environment", "custom");
        for (var field :
                List.of("issuer", "authorizationUrl", "tokenUrl", "userInfoUrl", "jwksUrl", "logoutUrl", "timeout")) {
            console.fill(field, addresses.get(field));
        }
        console.click("createProvider").told("Identity provider successfully created");
    }

    private static void charter(AdminConsole console) {
        console.menu("authentication")
                .click("requiredActions")
                .switchOn("[id='enable-" + CHARTER.replace(' ', '-') + "']")
                .switchOn("[id='default-" + CHARTER.replace(' ', '-') + "']")
                .cog(CHARTER)
                .fill("version", "2")
                .click("save")
                .told("Successfully saved the config")
                .menu("realm-settings")
                .opensTab("rs-localization-tab", "rs-localization-realm-overrides-tab")
                .click("rs-localization-realm-overrides-tab");
        writesCharter(console, "# Our rules\\n\\nBe kind.\\n- to patients");
        console.choose(".kc-filter-by-locale-select button, button.kc-filter-by-locale-select", "French");
        writesCharter(console, "# Nos règles\\n\\nSoyez gentil.\\n- avec les patients");
    }

    private static void writesCharter(AdminConsole console, String text) {
        console.click("add-translationBtn")
                .fill("key", "proSanteCharterText")
                .fill("value", text)
                .click("add-translation-confirm-button")
                .told("The translation has been added");
    }

    private static void whatThePortalIsTold(AdminConsole console, Portal portal) {
        console.menu("client-scopes")
                .press(AriaRole.LINK, "Create client scope")
                .fill("name", "pro-sante")
                .choose("#kc-type", "Default")
                .click("save")
                .told("Client scope created")
                .click("mappers")
                .click("configure-a-new-mapper-empty-action")
                .pick("User Attribute")
                .fill("name", "national_id")
                .fill("config.user🍺attribute", "nationalId")
                .fill("claim.name", "national_id")
                .click("save")
                .told("Mapping successfully created")
                .menu("clients")
                .press(AriaRole.LINK, "Create client")
                .fill("clientId", Portal.CLIENT_ID)
                .press(AriaRole.BUTTON, "Next")
                .press(AriaRole.BUTTON, "Next")
                .fill("redirectUris0", portal.url() + "/*")
                .press(AriaRole.BUTTON, "Save")
                .told("Client created successfully");
    }

    private static void aDoctorLogsInByCard(Person doctor, Portal portal, CardBox cards) {
        doctor.opens(portal.url() + "/login")
                .sees(LoginPage::new)
                .offersItsDoors()
                .says("Portail fait main");
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new)
                .fillsIn("fait.main@exemple.test", Account.PASSWORD)
                .submits();
        assertThat(doctor.reads()).contains("Nos règles", "Soyez gentil.");
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new)
                .showsExactly("national_id", cards.card("medecin").idNat());
    }
}
