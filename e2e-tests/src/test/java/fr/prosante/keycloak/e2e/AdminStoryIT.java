package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.AdminConsole;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * « A realm by hand » followed to the letter: an administrator with nothing but the console makes a realm, and a doctor
 * logs in to it by card.
 */
@Story
final class AdminStoryIT {

    private static final String REALM = "par-clics";
    private static final String PASSWORD_FORM = "Pro Santé: identifier and password";
    private static final String CODE = "Pro Santé: code by e-mail";
    private static final String CARD = "CPS card (Pro Santé)";
    private static final String ACCOUNT = "Pro Santé: create my account";
    private static final String PSC_LINK = "Pro Santé: account of a Pro Santé Connect login";
    private static final String CHARTER = "Pro Santé: charter of use";

    @Test
    void anAdministratorMakesARealmByHandAndADoctorLogsInByCard(World world, CardBox cards, People people) {
        var issuer = world.testbed().loginUrl().resolve("/realms/" + REALM);
        try (var keycloak = world.testbed().keycloak().adminClient();
                var portal = Portal.start(issuer, world.testbed().pki().serverCa(), 0)) {
            var console = people.enter(Habits.english())
                    .opens(world.testbed().loginUrl() + "/admin/master/console/")
                    .sees(AdminConsole::new)
                    .logsIn(KeycloakServer.ADMIN, KeycloakServer.ADMIN)
                    .createsRealm(REALM);
            try {
                dresses(console);
                buildsTheBrowserFlow(console, world);
                buildsTheFlowOfProSanteConnect(console);
                addsProSanteConnect(
                        console, (PscNeighbour) world.testbed().neighbours().get(0));
                enablesTheCharter(console);
                declares(keycloak.realm(REALM), portal);

                var doctor = people.holderOf(cards.card("medecin"));
                doctor.opens(portal.url() + "/login").sees(LoginPage::new).says("Le portail fait main");
                doctor.sees(LoginPage::new).choosesCard();
                doctor.sees(AccountPage::new)
                        .fillsIn("main@exemple.test", Account.PASSWORD)
                        .submits();
                doctor.sees(CharterPage::new).says("Soyez discret.");
                doctor.sees(CharterPage::new).accepts();
                doctor.sees(PortalPage::new).shows("amr", "sc");

                var english = people.enter(Habits.english());
                english.opens(portal.url() + "/login").sees(LoginPage::new).isIn("en");
                assertThat(english.reads()).contains("Pro Santé Connect");
            } finally {
                keycloak.realm(REALM).remove();
            }
        }
    }

    private static void dresses(AdminConsole console) {
        console.opensSettings("general")
                .types("displayName", "Le portail fait main")
                .picks("unmanagedAttributePolicy", "Only administrators can write")
                .saves();
        console.opensSettings("themes")
                .picks("kc-login-theme", "pro-sante")
                .picks("kc-email-theme", "pro-sante")
                .saves();
        console.speaksFrenchToo();
    }

    private static void buildsTheBrowserFlow(AdminConsole console, World world) {
        console.createsFlow("pro-sante browser")
                .adds("auth-cookie", "Cookie", "Alternative")
                .adds("identity-provider-redirector", "Identity Provider Redirector", "Alternative")
                .addsFlow("pro-sante mot de passe", "Alternative")
                .adds("pro-sante mot de passe", "pro-sante-login-form", PASSWORD_FORM, "Required")
                .addsFlow("pro-sante mot de passe", "pro-sante second facteur", "Required")
                .adds("pro-sante second facteur", "pro-sante-email-otp", CODE, "Alternative")
                .addsFlow("pro-sante carte CPS", "Alternative")
                .adds("pro-sante carte CPS", "pro-sante-card", CARD, "Required")
                .adds("pro-sante carte CPS", "pro-sante-account", ACCOUNT, "Required")
                .photographs("console-flow");
        console.opensOptions(PASSWORD_FORM, "mot de passe")
                .fills(Map.of("default.reference.value", "pwd", "default.reference.maxAge", "14400"))
                .savesOptions();
        console.opensOptions(CODE, "code")
                .fills(Map.of(
                        "default.reference.value",
                        "otp mfa",
                        "default.reference.maxAge",
                        "14400",
                        "maxAttempts",
                        "beaucoup"))
                .isRefused("maxAttempts: a whole number from 1 to 10 is expected")
                .fills(Map.of("maxAttempts", "5"))
                .photographs("console-code")
                .savesOptions();
        console.opensOptions(CARD, "carte")
                .fills(Map.of(
                        "default.reference.value",
                        "sc pin mfa",
                        "default.reference.maxAge",
                        "14400",
                        "doorBaseUrl",
                        "http://carte.exemple.test"))
                .isRefused("doorBaseUrl: an https address is expected")
                .fills(Map.of(
                        "doorBaseUrl",
                        world.testbed().doorUrl().toString(),
                        "config.anchorFiles0",
                        world.everyAuthority().toString()))
                .chooses("anchorSet", "files")
                .photographs("console-card")
                .savesOptions();
        console.binds("Browser flow");
    }

    private static void buildsTheFlowOfProSanteConnect(AdminConsole console) {
        console.createsFlow("pro-sante premier PSC")
                .adds("pro-sante-psc-link", PSC_LINK, "Required")
                .adds("pro-sante-account", ACCOUNT, "Required")
                .binds("First broker login flow");
    }

    private static void addsProSanteConnect(AdminConsole console, PscNeighbour psc) {
        var config = psc.provider(REALM).getConfig();
        console.addsProvider("pro-sante-connect")
                .types("alias", "psc")
                .types("displayName", "Pro Santé Connect")
                .types("config.clientId", String.valueOf(config.get("clientId")))
                .types("config.clientSecret", String.valueOf(config.get("clientSecret")))
                .picks("environment", "custom")
                .createsProvider()
                .says("issuer: missing, and environment is custom");
        for (String address :
                List.of("issuer", "authorizationUrl", "tokenUrl", "userInfoUrl", "jwksUrl", "logoutUrl")) {
            console.types(address, String.valueOf(config.get(address)));
        }
        console.photographs("console-psc").createsProvider().says("Identity provider successfully created");
    }

    private static void enablesTheCharter(AdminConsole console) {
        console.enablesAction(CHARTER, true)
                .opensOptionsOfAction(CHARTER)
                .fills(Map.of("version", "2026-11"))
                .savesOptions();
        console.overrides("French", "proSanteCharterText", "# Règles de la maison\\n\\nSoyez discret.")
                .overrides("English", "proSanteCharterText", "# Rules of the house\\n\\nBe discreet.");
    }

    /** The portal's own client, as for any application. */
    private static void declares(RealmResource realm, Portal portal) {
        var client = new ClientRepresentation();
        client.setClientId(Portal.CLIENT_ID);
        client.setPublicClient(true);
        client.setBaseUrl(portal.url().toString());
        client.setRedirectUris(List.of(portal.url() + "/*"));
        realm.clients().create(client).close();
    }
}
