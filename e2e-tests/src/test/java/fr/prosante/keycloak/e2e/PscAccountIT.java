package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.PracticePage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person is one account, whichever door came first and whatever else looks alike. */
@Story
final class PscAccountIT {

    private static final FictivePerson MOVED = FictivePeople.TWO_EXERCICES;
    private static final String FORMER = MOVED.otherIds().get("ADELI");

    private int mark;

    @BeforeEach
    void marksTheLog(World world) {
        mark = world.testbed().keycloak().log().mark();
    }

    @AfterEach
    void nothingOfItIsInTheLog(World world, CardBox cards) {
        Discretion.keptSince(mark, world, cards.card("medecin").idNat(), MOVED.idNat(), FORMER);
    }

    private static WalletPage atTheWallet(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesPsc();
        return person.sees(WalletPage::new);
    }

    private static void opensAnAccount(Person person, String email) {
        person.sees(AccountPage::new).fillsIn(email, Account.PASSWORD).submits();
        person.sees(CharterPage::new).accepts();
    }

    private static String idOf(StoryRealm realm, String idNat) {
        return realm.accounts().ofNationalId(idNat).orElseThrow().getId();
    }

    @Test
    void cardFirstThenProSanteConnectThenCode(
            CardBox cards, PscNeighbour psc, People people, StoryRealm realm, Letterbox letters) {
        var card = cards.card("medecin");
        var byCard = people.holderOf(card);
        byCard.opensPortal().sees(LoginPage::new).choosesCard();
        opensAnAccount(byCard, "jeanne@exemple.test");
        byCard.sees(PortalPage::new).showsExactly("profession", "Médecin");
        var account = idOf(realm, card.idNat());

        var byPhone = people.somebody();
        atTheWallet(byPhone).comesByPhone(card.idNat());
        byPhone.sees(PortalPage::new)
                .showsExactly("sub", account)
                .showsExactly("profession", "Médecin")
                .showsExactly("family_name", "MARTIN");

        var byCode = people.somebody();
        byCode.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        byCode.sees(CodePage::new).types(letters.codeFor("jeanne@exemple.test"));
        byCode.sees(PortalPage::new).showsExactly("sub", account).showsExactly("national_id", card.idNat());

        assertThat(realm.accounts().count()).isOne();
        assertThat(realm.accounts().links(card.idNat())).containsEntry(PscNeighbour.ALIAS, card.idNat());
    }

    @Test
    void proSanteConnectFirstThenCard(CardBox cards, PscNeighbour psc, People people, StoryRealm realm) {
        var card = cards.card("pharmacien");
        var atFirst = people.somebody();
        atTheWallet(atFirst).comesByCard(card.idNat());
        atFirst.sees(AccountPage::new).showsLocked("Profession", "Pharmacien");
        opensAnAccount(atFirst, "louise@exemple.test");
        atFirst.sees(PortalPage::new);
        var account = idOf(realm, card.idNat());

        var later = people.holderOf(card);
        later.opensPortal().sees(LoginPage::new).choosesCard();

        later.sees(PortalPage::new).showsExactly("sub", account).showsExactly("profession", "Pharmacien");
        assertThat(realm.accounts().count()).isOne();
    }

    @Test
    void twoPeopleWithTheSameAddressAtProSanteConnectStayTwo(PscNeighbour psc, People people, StoryRealm realm) {
        psc.simulator().fault(Fault.SHARED_EMAIL);
        var one = FictivePeople.ONE_PRACTICE;
        var other = FictivePeople.NO_DETAILS;
        realm.accounts().create(Account.opened(one.idNat()).withEmail("cabinet@exemple.test"));

        var second = people.somebody();
        atTheWallet(second).comesByCard(other.idNat());
        second.sees(AccountPage::new)
                .fillsIn("cabinet@exemple.test", Account.PASSWORD)
                .submits();
        second.sees(AccountPage::new).saysAt("email", "ne peut pas être utilisée");
        assertThat(realm.accounts().count()).isOne();
        opensAnAccount(second, "noe@exemple.test");
        second.sees(PortalPage::new).showsExactly("national_id", other.idNat());

        var first = people.somebody();
        atTheWallet(first).comesByCard(one.idNat());
        first.sees(PortalPage::new).showsExactly("sub", idOf(realm, one.idNat()));
        assertThat(realm.accounts().count()).isEqualTo(2);
        assertThat(realm.accounts().ofNationalId(one.idNat()).orElseThrow().getEmail())
                .isEqualTo("cabinet@exemple.test");
    }

    @Test
    void whoMovedFromAdeliToRppsKeepsTheAccount(PscNeighbour psc, People people, StoryRealm realm, Letterbox letters) {
        var before = Account.opened(FORMER);
        realm.accounts().create(before);
        var account = idOf(realm, FORMER);

        var person = people.somebody();
        atTheWallet(person).comesByPhone(MOVED.idNat());
        person.sees(PracticePage::new).chooses("PHARMACIE FICTIVE");
        person.sees(PortalPage::new).showsExactly("sub", account).showsExactly("national_id", MOVED.idNat());
        assertThat(realm.accounts().ofNationalId(MOVED.idNat()).orElseThrow().getAttributes())
                .containsEntry("adeli", List.of(FORMER))
                .containsEntry("rpps", List.of(MOVED.idNat().substring(1)));

        var byFormerNumber = people.somebody();
        byFormerNumber.opensPortal().sees(LoginPage::new).logsIn(FORMER, Account.PASSWORD);
        byFormerNumber.sees(CodePage::new).types(letters.codeFor(before.email()));
        byFormerNumber.sees(PortalPage::new).showsExactly("sub", account);
    }

    @Test
    void anAccountThatAnAdministratorMadeIsCompletedAndNotDoubled(
            PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var id = FictivePeople.ONE_PRACTICE.idNat();
        realm.accounts().create(Account.prepared(id));
        var account = idOf(realm, id);

        var doctor = people.somebody();
        atTheWallet(doctor).comesByCard(id);
        opensAnAccount(doctor, "claire@exemple.test");

        doctor.sees(PortalPage::new).showsExactly("sub", account).showsExactly("family_name", "MARTIN-TEST");
        assertThat(realm.accounts().count()).isOne();
        events.has(event("FEDERATED_IDENTITY_LINK"));
    }

    @Test
    void whatChangedAtProSanteConnectIsTakenOverAndRecorded(
            PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var person = FictivePerson.doctor(FictivePeople.rpps("9970099150"), "AVANT-TEST", "LOU");
        psc.simulator().know(person);
        realm.accounts().create(Account.opened(person.idNat()));
        var atFirst = people.somebody();
        atTheWallet(atFirst).comesByCard(person.idNat());
        atFirst.sees(PortalPage::new).showsExactly("profession", "Médecin").showsExactly("family_name", "AVANT-TEST");

        psc.simulator().know(person.exercising("21", ""));
        var later = people.somebody();
        atTheWallet(later).comesByPhone(person.idNat());

        later.sees(PortalPage::new).showsExactly("profession", "Pharmacien");
        events.has(event("UPDATE_PROFILE")
                .with("context", "psc")
                .with("previous_professionCode", "10")
                .with("updated_professionCode", "21"));
        var unchanged = events.count(event("UPDATE_PROFILE"));
        var again = people.somebody();
        atTheWallet(again).comesByPhone(person.idNat());
        again.sees(PortalPage::new);
        assertThat(events.count(event("UPDATE_PROFILE"))).isEqualTo(unchanged);
    }

    private static FictivePerson at(String id, String... places) {
        var activities = Stream.of(places)
                .map(place -> Map.of("raisonSocialeSite", place, "codeSecteurDactivite", "SA07"))
                .toList();
        return new FictivePerson(
                id,
                "LIEUX-TEST",
                "LOU",
                "change de lieu",
                Map.of("RPPS", id),
                List.of(Map.of("codeProfession", "10", "activities", activities)));
    }

    @Test
    void thePracticeIsAskedForAgainWhenTheRememberedOneIsGone(PscNeighbour psc, People people, StoryRealm realm) {
        var id = FictivePeople.rpps("9970099151");
        realm.accounts().create(Account.opened(id));
        psc.simulator().know(at(id, "CABINET DES TILLEULS", "CLINIQUE DES ORMES"));
        var atFirst = people.somebody();
        atTheWallet(atFirst).comesByCard(id);
        atFirst.sees(PracticePage::new).chooses("CLINIQUE DES ORMES");
        atFirst.sees(PortalPage::new).says("CLINIQUE DES ORMES");

        psc.simulator().know(at(id, "CABINET DES TILLEULS", "HOPITAL DES ESSAIS"));
        var later = people.somebody();
        atTheWallet(later).comesByCard(id);
        later.sees(PracticePage::new).chooses("HOPITAL DES ESSAIS");
        later.sees(PortalPage::new).says("HOPITAL DES ESSAIS");
    }

    @Test
    void thePracticeIsChangedWhenTheUserWants(PscNeighbour psc, People people, StoryRealm realm) {
        var id = FictivePeople.TWO_PRACTICES.idNat();
        realm.accounts().create(Account.opened(id));
        var doctor = people.somebody();
        atTheWallet(doctor).comesByCard(id);
        doctor.sees(PracticePage::new).chooses("CABINET VASSEUR-TEST");
        doctor.sees(PortalPage::new).says("CABINET VASSEUR-TEST");

        doctor.opensPortalWith("kc_action=pro-sante-practice");
        doctor.sees(PracticePage::new).chooses("HOPITAL FICTIF DU RHONE");

        doctor.sees(PortalPage::new).says("HOPITAL FICTIF DU RHONE");
        assertThat(realm.accounts().ofNationalId(id).orElseThrow().getAttributes())
                .containsEntry("structureName", List.of("HOPITAL FICTIF DU RHONE"));
    }

    @ParameterizedTest(name = "a number on the account: {0}")
    @ValueSource(booleans = {true, false})
    void whoIsInLinksAnAccountOfTheSameNumberAndNoOther(
            boolean numbered, PscNeighbour psc, Visitor visitor, StoryRealm realm, Letterbox letters, EventLog events) {
        var person = FictivePeople.ONE_PRACTICE.idNat();
        realm.option("pro-sante-login-form", "plainNames", "allowed");
        var account = Account.opened("secretariat");
        realm.accounts()
                .imports(numbered ? account.with("nationalId", person) : account.without("nationalId"), Map.of());
        var id = idOf(realm, "secretariat");
        realm.offersLinkingTo(id);
        var code = visitor.logsIn(visitor.arrives(), "secretariat", Account.PASSWORD);
        assertThat(visitor.isIn(visitor.types(code, letters.codeFor(account.email()))))
                .isTrue();

        var asked = visitor.arrivesWith("kc_action=idp_link:" + PscNeighbour.ALIAS);
        var end = visitor.follows(visitor.showsCard(visitor.follows(visitor.submits(asked, Map.of())), person));

        assertThat(visitor.isIn(end)).isEqualTo(numbered);
        assertThat(realm.administered().users().get(id).getFederatedIdentity()).hasSize(numbered ? 1 : 0);
        if (!numbered) {
            events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_linked_to_another"));
        }
    }
}
