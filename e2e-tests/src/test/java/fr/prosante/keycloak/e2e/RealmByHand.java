package fr.prosante.keycloak.e2e;

import com.microsoft.playwright.options.AriaRole;
import fr.prosante.keycloak.e2e.console.AdminConsole;
import fr.prosante.keycloak.e2e.console.FlowEditor;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page « A realm by hand », chapter by chapter. The only thing that is not the page's is the file of the imitation's
 * authorities, for real ones come with the bundle.
 */
final class RealmByHand {

    static final String REALM = "a-la-main";
    private static final String SAVED = "Realm successfully updated";
    private static final String CHARTER = "Pro Santé: charter of use";
    static final String CARD = "CPS card (Pro Santé)";
    private static final String PASSWORD = "pro-sante mot de passe";
    private static final String SECOND_FACTOR = "pro-sante second facteur";
    private static final String CARDS = "pro-sante carte CPS";
    static final String BROWSER = "pro-sante browser";
    static final String FIRST_LOGIN = "pro-sante premier PSC";
    static final String FORGOTTEN = "pro-sante mot de passe oublié";
    private static final String SAVED_CONFIG = "Successfully saved the config";

    private RealmByHand() {}

    static void settings(AdminConsole console, World world) {
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

    static AdminConsole speaksFrench(AdminConsole settings) {
        return settings.click("rs-localization-tab")
                .switchOn("#internationalizationEnabled")
                .tick("#supportedLocales input", "French")
                .choose("#defaultLocale", "French")
                .click("localization-tab-save")
                .told(SAVED);
    }

    static void passwordPolicy(AdminConsole console) {
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

    static void browserFlow(AdminConsole console, World world) {
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
        references(flow);
        cardStep(console, flow, world);
        flow.binds("Browser flow");
    }

    private static void references(FlowEditor flow) {
        flow.writes("Pro Santé: identifier and password", reference("mot-de-passe", "pwd"))
                .told(SAVED_CONFIG)
                .writes("Pro Santé: code by e-mail", reference("code", "otp mfa"))
                .told(SAVED_CONFIG)
                .writes("OTP Form", reference("application", "otp mfa"))
                .told(SAVED_CONFIG)
                .writes("WebAuthn Authenticator", reference("cle-d-acces", "hwk mfa"))
                .told(SAVED_CONFIG);
    }

    /** With a mistake, as people make them. */
    private static void cardStep(AdminConsole console, FlowEditor flow, World world) {
        var card = reference("carte", "sc pin mfa");
        card.put("doorBaseUrl", "http://carte.exemple.test");
        flow.writes(CARD, card);
        console.reads("an https address is expected").pictured("console-card", 1750);
        flow.told("Door address: an https address is expected.");
        var door = new LinkedHashMap<String, String>();
        door.put("doorBaseUrl", world.testbed().doorUrl().toString());
        door.put("ticketSeconds", "4");
        flow.corrects(door).told("Lifetime of the ticket, in seconds: a whole number from 5 to 300 is expected.");
        door.put("ticketSeconds", "60");
        door.put("#anchorSet", "files");
        door.put("config.anchorFiles0", world.everyAuthority().toString());
        // Files alone do not take test cards, which those of the box are.
        console.choose("#categories input", "test-card");
        flow.corrects(door).told(SAVED_CONFIG);
    }

    private static Map<String, String> reference(String alias, String value) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("alias", alias);
        fields.put("default.reference.value", value);
        fields.put("default.reference.maxAge", "14400");
        return fields;
    }

    static void proSanteConnect(AdminConsole console, PscNeighbour psc) {
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

    static void charter(AdminConsole console) {
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

    static void forgottenPassword(AdminConsole console) {
        console.flows()
                .creates(FORGOTTEN)
                .adds("pro-sante-reset-choose-user", "Pro Santé: choose user", "Required")
                .adds("pro-sante-reset-mail", "Pro Santé: mail the link to a new password", "Required")
                .adds("reset-password", "Reset Password", "Required")
                .binds("Reset credentials flow");
    }

    static void whatApplicationsAreTold(AdminConsole console) {
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
        saved(named(another(console).pick("Pro Santé: amr"), "amr"));
        saved(named(another(console).pick("Pro Santé: practice").fill("claim.name", "practice"), "practice"));
    }

    /** The name last: the console empties it when the fields of the type arrive. */
    private static AdminConsole named(AdminConsole console, String name) {
        return console.reads("Add to ID token").fill("name", name);
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
        return named(
                console.pick("User Attribute")
                        .fill("config.user🍺attribute", attribute)
                        .fill("claim.name", claim),
                claim);
    }

    private static void saved(AdminConsole console) {
        console.click("save").told("Mapping successfully created");
    }

    static void portal(AdminConsole console, Portal portal) {
        console.menu("clients")
                .press(AriaRole.LINK, "Create client")
                .fill("clientId", Portal.CLIENT_ID)
                .press(AriaRole.BUTTON, "Next")
                .press(AriaRole.BUTTON, "Next")
                .fill("redirectUris0", portal.url() + "/*")
                .press(AriaRole.BUTTON, "Save")
                .told("Client created successfully");
    }
}
