package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.console.AdminConsole;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
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
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/**
 * The administrator's story: a realm is clicked together as the page « A realm by hand » says, in the real admin console,
 * and professionals log in to it. Nothing is done by REST but comparing it with the exported one and taking it away; the only thing that is not the
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
    private static final String BROWSER = "pro-sante browser";
    private static final String FIRST_LOGIN = "pro-sante premier PSC";
    private static final String FORGOTTEN = "pro-sante mot de passe oublié";
    private static final String MIDWIFE = "sage.femme@exemple.test";
    private static final String NEW_PASSWORD = "Camomille-Melisse-17";
    private static final String SAVED_CONFIG = "Successfully saved the config";

    @Test
    void aRealmMadeByHandIsTheExportedOneAndLetsProfessionalsIn(
            World world, StoryRealm exported, CardBox cards, PscNeighbour psc, People people, Letterbox letters) {
        var issuer = world.testbed().loginUrl().resolve("/realms/" + REALM);
        psc.declareAt(issuer);
        try (var portal = Portal.start(issuer, world.testbed().pki().serverCa(), 0);
                var rest = world.testbed().adminClient()) {
            var console = administrator(world, people, Habits.english()).createsRealm(REALM);
            try {
                settings(console, world);
                passwordPolicy(console);
                browserFlow(console, world);
                proSanteConnect(console, psc);
                charter(console);
                forgottenPassword(console);
                whatApplicationsAreTold(console);
                portal(console, portal);

                isTheExportedOne(rest.realm(REALM), exported.administered());
                aDoctorLogsInByCard(people.enter(Habits.french().withCard(cards.card("medecin"))), portal, cards);
                var card = cards.card("numero-en-tete");
                aMidwifeReadsEnglish(people.enter(Habits.english().withCard(card)), portal);
                sheForgetsHerPassword(people.enter(Habits.english()), portal, card.idNat(), letters);
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
                        .press(AriaRole.LINK, BROWSER)
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
                .switchOff("#kc-login-with-email-switch")
                .told("Login with email changed successfully")
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
                .click("rs-sessions-tab")
                .fill("login-timeout-input", "30")
                .fill("login-action-timeout-input", "30")
                .click("sessions-tab-save")
                .told(SAVED)
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

    private static void passwordPolicy(AdminConsole console) {
        console.menu("authentication").click("policies");
        rule(console, "Minimum Length").fillNumber("#length", "12");
        for (var name : List.of(
                "Uppercase Characters",
                "Lowercase Characters",
                "Digits",
                "Special Characters",
                "Not Username",
                "Not Email")) {
            rule(console, name);
        }
        rule(console, "Not Recently Used")
                .fillNumber("#passwordHistory", "5")
                .click("save")
                .told("Password policies successfully updated");
    }

    private static AdminConsole rule(AdminConsole console, String name) {
        return console.choose("[data-testid=add-policy]", name);
    }

    private static void browserFlow(AdminConsole console, World world) {
        var flow = console.flows()
                .creates(BROWSER)
                .adds("auth-cookie", "Cookie", "Alternative")
                .adds("identity-provider-redirector", "Identity Provider Redirector", "Alternative")
                .addsSubFlow(PASSWORD, "Alternative")
                .adds(PASSWORD, "pro-sante-login-form", "Pro Santé: identifier and password", "Required")
                .addsSubFlow(PASSWORD, SECOND_FACTOR, "Required")
                .adds(SECOND_FACTOR, "pro-sante-email-otp", "Pro Santé: code by e-mail", "Alternative")
                .adds(SECOND_FACTOR, "auth-otp-form", "OTP Form", "Alternative")
                .adds(SECOND_FACTOR, "webauthn-authenticator", "WebAuthn Authenticator", "Alternative")
                .addsSubFlow(CARDS, "Alternative")
                .adds(CARDS, "pro-sante-card", CARD, "Required")
                .adds(CARDS, "pro-sante-account", "Pro Santé: create my account", "Required");
        console.pictured("console-flow", 1550);
        flow.writes("Pro Santé: identifier and password", reference("mot-de-passe", "pwd"))
                .told(SAVED_CONFIG)
                .writes("Pro Santé: code by e-mail", reference("code", "otp mfa"))
                .told(SAVED_CONFIG)
                .writes("OTP Form", reference("application", "otp mfa"))
                .told(SAVED_CONFIG)
                .writes("WebAuthn Authenticator", reference("cle-d-acces", "hwk mfa"))
                .told(SAVED_CONFIG);

        var card = reference("carte", "sc pin mfa");
        card.put("doorBaseUrl", "http://carte.exemple.test");
        flow.writes(CARD, card);
        console.reads("an https address is expected").pictured("console-card", 1750);
        flow.told("doorBaseUrl: an https address is expected");
        var door = new LinkedHashMap<String, String>();
        door.put("doorBaseUrl", world.testbed().doorUrl().toString());
        door.put("ticketSeconds", "4");
        flow.corrects(door).told("ticketSeconds: ");
        door.put("ticketSeconds", "60");
        door.put("#anchorSet", "files");
        door.put("config.anchorFiles0", world.everyAuthority().toString());
        // Files alone do not take test cards, which those of the box are.
        console.tick("#categories input", "test-card");
        flow.corrects(door).told(SAVED_CONFIG);
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
                .creates(FIRST_LOGIN)
                .adds("pro-sante-psc-link", "Pro Santé: account of a Pro Santé Connect login", "Required")
                .adds("pro-sante-account", "Pro Santé: create my account", "Required")
                .binds("First broker login flow");
        var addresses = psc.provider(REALM).getConfig();
        console.menu("identity-providers")
                .click("pro-sante-connect-card")
                .fill("alias", PscNeighbour.ALIAS)
                .pictured("console-psc", 1400)
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
                .switchOn(actionSwitch("enable", CHARTER))
                .switchOn(actionSwitch("default", CHARTER))
                .switchOn(actionSwitch("enable", "Pro Santé: contact e-mail"))
                .switchOn(actionSwitch("enable", "Pro Santé: choose the practice"))
                .switchOn(actionSwitch("enable", "Pro Santé: back to the login page"))
                .cog(CHARTER)
                .fill("version", "2")
                .click("save")
                .told(SAVED_CONFIG)
                .menu("realm-settings")
                .opensTab("rs-localization-tab", "rs-localization-realm-overrides-tab")
                .click("rs-localization-realm-overrides-tab");
        writesCharter(console, "# Our rules\\n\\nBe kind.\\n- to patients");
        console.choose(".kc-filter-by-locale-select button, button.kc-filter-by-locale-select", "French");
        writesCharter(console, "# Nos règles\\n\\nSoyez gentil.\\n- avec les patients");
    }

    private static String actionSwitch(String what, String action) {
        return "[id='" + what + "-" + action.replace(' ', '-') + "']";
    }

    private static void writesCharter(AdminConsole console, String text) {
        console.click("add-translationBtn")
                .fill("key", "proSanteCharterText")
                .fill("value", text)
                .click("add-translation-confirm-button")
                .told("The translation has been added");
    }

    private static void forgottenPassword(AdminConsole console) {
        console.flows()
                .creates(FORGOTTEN)
                .adds("pro-sante-reset-choose-user", "Pro Santé: choose user", "Required")
                .adds("pro-sante-reset-mail", "Pro Santé: mail the link to a new password", "Required")
                .adds("reset-password", "Reset Password", "Required")
                .binds("Reset credentials flow");
    }

    private static void whatApplicationsAreTold(AdminConsole console) {
        console.menu("client-scopes")
                .press(AriaRole.LINK, "Create client scope")
                .fill("name", "pro-sante")
                .choose("#kc-type", "Default")
                .click("save")
                .told("Client scope created")
                .click("mappers")
                .click("configure-a-new-mapper-empty-action");
        attribute(console, "national_id", "nationalId");
        attribute(another(console), "rpps", "rpps");
        attribute(another(console), "profession", "profession");
        attribute(another(console), "profession_code", "professionCode");
        attributes(another(console), "specialities", "savoirFaire");
        attributes(another(console), "speciality_codes", "savoirFaireCode");
        saved(another(console).pick("Pro Santé: amr").fill("name", "amr"));
        saved(another(console)
                .pick("Pro Santé: practice")
                .fill("name", "practice")
                .fill("claim.name", "practice"));
    }

    private static AdminConsole another(AdminConsole console) {
        return console.press(AriaRole.BUTTON, "Add mapper").press(AriaRole.MENUITEM, "By configuration");
    }

    private static void attribute(AdminConsole console, String claim, String attribute) {
        saved(describes(console, claim, attribute));
    }

    private static void attributes(AdminConsole console, String claim, String attribute) {
        saved(describes(console, claim, attribute).switchOn("#multivalued"));
    }

    private static AdminConsole describes(AdminConsole console, String claim, String attribute) {
        return console.pick("User Attribute")
                .fill("name", claim)
                .fill("config.user🍺attribute", attribute)
                .fill("claim.name", claim);
    }

    private static void saved(AdminConsole console) {
        console.click("save").told("Mapping successfully created");
    }

    private static void portal(AdminConsole console, Portal portal) {
        console.menu("clients")
                .press(AriaRole.LINK, "Create client")
                .fill("clientId", Portal.CLIENT_ID)
                .press(AriaRole.BUTTON, "Next")
                .press(AriaRole.BUTTON, "Next")
                .fill("redirectUris0", portal.url() + "/*")
                .press(AriaRole.BUTTON, "Save")
                .told("Client created successfully");
    }

    /** The page says that everything which the exported realm holds can be clicked. */
    private static void isTheExportedOne(RealmResource made, RealmResource exported) {
        assertThat(settings(made)).isEqualTo(settings(exported));
        for (var flow : List.of(BROWSER, FIRST_LOGIN, FORGOTTEN)) {
            assertThat(steps(made, flow)).as(flow).isEqualTo(steps(exported, flow));
        }
        assertThat(actions(made)).isEqualTo(actions(exported));
        assertThat(claims(made)).isEqualTo(claims(exported));
    }

    private static List<Object> settings(RealmResource realm) {
        var settings = realm.toRepresentation();
        return List.of(
                settings.getBrowserFlow(),
                settings.getFirstBrokerLoginFlow(),
                settings.getResetCredentialsFlow(),
                settings.getLoginTheme(),
                settings.getEmailTheme(),
                settings.getSupportedLocales(),
                settings.getDefaultLocale(),
                settings.getAccessCodeLifespanLogin(),
                settings.getAccessCodeLifespanUserAction(),
                settings.getPasswordPolicy(),
                settings.isLoginWithEmailAllowed(),
                settings.isResetPasswordAllowed(),
                settings.isBruteForceProtected(),
                settings.isPermanentLockout(),
                settings.getFailureFactor());
    }

    /** Depth, requirement and kind of each step, and what it tells applications. */
    private static List<String> steps(RealmResource realm, String flow) {
        var flows = realm.flows();
        return flows.getExecutions(flow).stream()
                .map(step -> String.join(
                        " ",
                        String.valueOf(step.getLevel()),
                        step.getRequirement(),
                        Objects.requireNonNullElse(step.getProviderId(), step.getDisplayName()),
                        Optional.ofNullable(step.getAuthenticationConfig())
                                .map(flows::getAuthenticatorConfig)
                                .map(config -> config.getConfig())
                                .map(config -> config.getOrDefault("default.reference.value", ""))
                                .orElse("")))
                .toList();
    }

    private static List<String> actions(RealmResource realm) {
        return realm.flows().getRequiredActions().stream()
                .filter(action -> action.getAlias().startsWith("pro-sante-"))
                .filter(RequiredActionProviderRepresentation::isEnabled)
                .map(action -> action.getAlias() + " " + action.isDefaultAction())
                .sorted()
                .toList();
    }

    /** What distinguishes a mapper from the others. */
    private static List<String> claims(RealmResource realm) {
        return realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("pro-sante"))
                .flatMap(scope -> scope.getProtocolMappers().stream())
                .map(mapper -> String.join(
                        " ",
                        mapper.getName(),
                        mapper.getProtocolMapper(),
                        mapper.getConfig().get("claim.name"),
                        mapper.getConfig().get("user.attribute"),
                        String.valueOf(Boolean.parseBoolean(mapper.getConfig().get("multivalued"))),
                        mapper.getConfig().get("id.token.claim")))
                .sorted()
                .toList();
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

    private static void aMidwifeReadsEnglish(Person midwife, Portal portal) {
        midwife.opens(portal.url() + "/login").sees(LoginPage::new).choosesPsc();
        midwife.sees(WalletPage::new);
        midwife.opens(portal.url() + "/login").sees(LoginPage::new).choosesCard();
        midwife.sees(AccountPage::new).fillsIn(MIDWIFE, Account.PASSWORD).submits();
        assertThat(midwife.reads()).contains("Our rules", "Be kind.", "to patients");
        midwife.sees(CharterPage::new).isIn("en");
        midwife.sees(CharterPage::new).accepts();
        midwife.sees(PortalPage::new).showsExactly("amr", "sc", "pin", "mfa");
    }

    private static void sheForgetsHerPassword(Person midwife, Portal portal, String idNat, Letterbox letters) {
        midwife.opens(portal.url() + "/login").sees(LoginPage::new).hasForgottenPassword();
        midwife.sees(ForgottenPasswordPage::new).asksForMail(idNat);
        midwife.opens(letters.linkFor(MIDWIFE));
        midwife.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        midwife.sees(LoginPage::new).logsIn(idNat, NEW_PASSWORD);
        midwife.sees(CodePage::new).types(letters.codeFor(MIDWIFE, 2));
        midwife.sees(PortalPage::new).showsExactly("amr", "pwd", "otp", "mfa");
    }
}
