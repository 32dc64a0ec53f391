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
import org.junit.jupiter.api.Test;

/**
 * The administrator's story: a realm is clicked together as the page « A realm by hand » says, in the real admin console,
 * and professionals log in to it. Nothing is done by REST but comparing it with the exported
 * one and taking it away.
 */
@Story
final class AdminStoryIT {

    private static final String MIDWIFE = "sage.femme@exemple.test";
    private static final String NEW_PASSWORD = "Camomille-Melisse-17";

    @Test
    void aRealmMadeByHandIsTheExportedOneAndLetsProfessionalsIn(
            World world, StoryRealm exported, CardBox cards, PscNeighbour psc, People people, Letterbox letters) {
        var issuer = world.testbed().loginUrl().resolve("/realms/" + RealmByHand.REALM);
        psc.declareAt(issuer);
        try (var portal = Portal.start(issuer, world.testbed().pki().serverCa(), 0);
                var rest = world.testbed().adminClient()) {
            var console = administrator(world, people, Habits.english()).createsRealm(RealmByHand.REALM);
            try {
                RealmByHand.settings(console, world);
                RealmByHand.passwordPolicy(console);
                RealmByHand.browserFlow(console, world);
                RealmByHand.proSanteConnect(console, psc);
                RealmByHand.charter(console);
                RealmByHand.forgottenPassword(console);
                RealmByHand.whatApplicationsAreTold(console);
                RealmByHand.portal(console, portal);

                RealmLikeness.isTheExportedOne(rest.realm(RealmByHand.REALM), exported.administered());
                aDoctorLogsInByCard(people.enter(Habits.french().withCard(cards.card("medecin"))), portal, cards);
                var card = cards.card("numero-en-tete");
                aMidwifeReadsEnglish(people.enter(Habits.english().withCard(card)), portal);
                sheForgetsHerPassword(people.enter(Habits.english()), portal, card.idNat(), letters);
            } finally {
                rest.realm(RealmByHand.REALM).remove();
            }
        }
    }

    @Test
    void aFrenchAdministratorReadsOurOptionsInFrench(World world, StoryRealm realm, People people) {
        try (var rest = world.testbed().adminClient()) {
            var before = rest.realm("master").toRepresentation();
            try {
                RealmByHand.speaksFrench(
                        administrator(world, people, Habits.english()).menu("realm-settings"));

                administrator(world, people, Habits.french())
                        .menu("realms")
                        .press(AriaRole.LINK, realm.name())
                        .menu("authentication")
                        .press(AriaRole.LINK, RealmByHand.BROWSER)
                        .cog(RealmByHand.CARD)
                        .reads("Adresse de la porte")
                        .reads("Durée du ticket, en secondes")
                        .pictured("console-card-fr", 1750)
                        .fill("ticketSeconds", "4")
                        .click("save")
                        .told("Durée du ticket, en secondes\u00a0: un nombre entier de 5 à 300 est attendu.")
                        .press(AriaRole.BUTTON, "Annuler")
                        .menu("identity-providers")
                        .click("pro-sante-connect-card")
                        .reads("Preuve du service")
                        .pictured("console-psc-fr", 2400);
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
