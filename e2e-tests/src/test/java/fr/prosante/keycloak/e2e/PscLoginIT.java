package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.PracticePage;
import fr.prosante.keycloak.e2e.pages.PscRefusedPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.psc.Call;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

@Story
final class PscLoginIT {

    private static final FictivePerson DOCTOR = FictivePeople.ONE_PRACTICE;
    private static final Call LOGOUT = new Call("GET", "logout");

    private static WalletPage atTheWallet(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesPsc();
        return person.sees(WalletPage::new);
    }

    private static void opensAnAccount(Person person, String email) {
        person.sees(AccountPage::new).fillsIn(email, Account.PASSWORD).submits();
        person.sees(CharterPage::new).accepts();
    }

    @Test
    void theDoorBearsTheOfficialNamesOrTheOfficialPicture(
            PscNeighbour psc, Visitor visitor, Visitor later, StoryRealm realm) {
        var drawn = visitor.arrives();
        assertThat(drawn.says("Pro Santé Connect Un service du ministère chargé de la Santé"))
                .isTrue();
        assertThat(drawn.body())
                .containsIgnoringCase("identifier par e-CPS")
                .contains("En savoir plus sur Pro Santé Connect")
                .doesNotContain("ps-psc-picture");

        realm.text("fr", "proSantePortal.pscButton", "https://portail.exemple.test/psc.svg");
        assertThat(later.arrives().body())
                .contains(
                        "<img src=\"https://portail.exemple.test/psc.svg\" alt=\"S&#39;identifier avec Pro Santé Connect\"");
    }

    @Test
    void aDoctorOpensAnAccountByCardAtProSanteConnectAndComesBackByPhone(
            PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var doctor = people.somebody();
        atTheWallet(doctor).comesByCard(DOCTOR.idNat());
        doctor.sees(AccountPage::new).showsLocked("Nom", DOCTOR.familyName()).showsLocked("Profession", "Médecin");
        assertThat(realm.accounts().count()).as("nothing before the form").isZero();
        opensAnAccount(doctor, "claire@exemple.test");
        doctor.sees(PortalPage::new)
                .showsExactly("national_id", DOCTOR.idNat())
                .shows("profession", "Médecin")
                .shows("amr", "sc");
        assertThat(realm.accounts().ofNationalId(DOCTOR.idNat()).orElseThrow().getAttributes())
                .containsEntry("strongAuthMethod", List.of("psc"))
                .containsKeys("strongAuthAt", "structureName");

        var again = people.somebody();
        psc.simulator().reset();
        atTheWallet(again).comesByPhone(DOCTOR.idNat());
        again.sees(PortalPage::new).showsExactly("national_id", DOCTOR.idNat()).shows("amr", "swk");
        assertThat(psc.simulator().calls())
                .as("outbound calls of a warm login")
                .containsExactly(new Call("POST", "token"), new Call("GET", "userinfo"));
        assertThat(realm.accounts().count()).isOne();
        events.has(event("LOGIN").with("auth_mode", "MOBILE").with("acr", "eidas1"));
    }

    @Test
    void aFirstLoginByPhoneIsTurnedAwayKindlyUnlessAllowed(
            PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var doctor = people.somebody();
        atTheWallet(doctor).comesByPhone(DOCTOR.idNat());
        doctor.sees(PscRefusedPage::new).says("La première connexion à ce service se fait avec votre carte CPS.");
        events.has(refusal("IDENTITY_PROVIDER_FIRST_LOGIN_ERROR", "access_denied")
                .with("reason", "psc_first_account_by_card"));
        doctor.sees(PscRefusedPage::new).goesBackToTheDoors();
        doctor.sees(LoginPage::new).offersItsDoors();
        assertThat(realm.accounts().count()).isZero();

        realm.option("pro-sante-psc-link", "firstAccount", "any");
        var later = people.somebody();
        atTheWallet(later).comesByPhone(DOCTOR.idNat());
        later.sees(AccountPage::new);
    }

    @Test
    void whoHasSeveralPracticesChoosesOnceAndItIsInTheToken(PscNeighbour psc, People people) {
        var doctor = people.somebody();
        var id = FictivePeople.TWO_PRACTICES.idNat();
        atTheWallet(doctor).comesByCard(id);
        doctor.sees(AccountPage::new)
                .fillsIn("adele@exemple.test", Account.PASSWORD)
                .submits();
        doctor.sees(PracticePage::new).submits().says("Choisissez une situation d’exercice.");
        doctor.sees(PracticePage::new).chooses("HOPITAL FICTIF DU RHONE");
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new).says("HOPITAL FICTIF DU RHONE");

        var again = people.somebody();
        atTheWallet(again).comesByCard(id);
        again.sees(PortalPage::new).says("HOPITAL FICTIF DU RHONE");
    }

    @Test
    void cancellingLeadsBackToTheDoors(PscNeighbour psc, People people, EventLog events) {
        var doctor = people.somebody();
        atTheWallet(doctor).cancels();
        doctor.sees(LoginPage::new).offersItsDoors().tellsPlainly("Vous avez interrompu l’identification");
        events.has(refusal("IDENTITY_PROVIDER_LOGIN_ERROR", "access_denied").with("reason", "psc_cancelled"));
    }

    @Test
    void aSessionThatAnAdministratorEndsLeavesProSanteConnectAlone(PscNeighbour psc, People people, StoryRealm realm) {
        var doctor = people.somebody();
        atTheWallet(doctor).comesByCard(DOCTOR.idNat());
        opensAnAccount(doctor, "claire@exemple.test");
        doctor.sees(PortalPage::new);

        realm.administered().logoutAll();

        assertThat(psc.simulator().calls()).doesNotContain(LOGOUT);
    }
}
