package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import org.junit.jupiter.api.Test;

/** What impatient and forgetful people do: one account, one mail, and no page about an error. */
@Story
final class ConcurrencyIT {

    private static final String RPPS = "899700098769";

    @Test
    void pressingTwiceMakesOneAccount(CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        var doctor = people.holderOf(card);
        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        doctor.sees(AccountPage::new)
                .fillsIn("jeanne@exemple.test", Account.PASSWORD)
                .submitsTwice();
        doctor.sees(CharterPage::new).accepts();

        doctor.sees(PortalPage::new).showsExactly("national_id", card.idNat());
        assertThat(realm.accounts().count()).isEqualTo(1);
        assertThat(events.count(event("REGISTER"))).isEqualTo(1);
    }

    @Test
    void theAccountPageInTwoTabsMakesOneAccount(CardBox cards, People people, StoryRealm realm) {
        var doctor = people.holderOf(cards.card("medecin"));
        var second = doctor.anotherTab();
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        var firstForm = doctor.sees(AccountPage::new);
        second.opensPortal().sees(LoginPage::new).choosesCard();
        var secondForm = second.sees(AccountPage::new);

        firstForm.fillsIn("jeanne@exemple.test", Account.PASSWORD).submits();
        doctor.sees(CharterPage::new);
        secondForm.fillsIn("jeanne@exemple.test", Account.PASSWORD).submits();
        second.sees(CharterPage::new).accepts();

        second.sees(PortalPage::new);
        assertThat(realm.accounts().count()).isEqualTo(1);
    }

    @Test
    void theBackButtonAfterTheAccountPageLeadsOn(CardBox cards, People people, StoryRealm realm) {
        var doctor = people.holderOf(cards.card("medecin"));
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new)
                .fillsIn("jeanne@exemple.test", Account.PASSWORD)
                .submits();
        doctor.sees(CharterPage::new);

        doctor.goesBack();
        doctor.refreshes().continuesIfThePageExpired();
        doctor.sees(CharterPage::new).accepts();

        doctor.sees(PortalPage::new);
        assertThat(realm.accounts().count()).isEqualTo(1);
    }

    @Test
    void refreshingTheCodePageSendsNoSecondMail(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());
        doctor.sees(CodePage::new);

        doctor.refreshes().sees(CodePage::new);
        doctor.refreshes().sees(CodePage::new).types(code);

        doctor.sees(PortalPage::new);
        assertThat(letters.countFor(account.email())).isEqualTo(1);
    }

    @Test
    void theCodePageInTwoTabsSendsOneMailAndEitherTabTakesTheCode(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        var second = doctor.anotherTab();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());
        doctor.sees(CodePage::new);
        second.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        second.sees(CodePage::new).types(code);

        second.sees(PortalPage::new);
        assertThat(letters.countFor(account.email())).isEqualTo(1);
    }

    @Test
    void pressingTwiceOnTheCodePageLogsInOnce(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        doctor.sees(CodePage::new).typesAndPressesTwice(letters.codeFor(account.email()));

        doctor.sees(PortalPage::new);
    }
}
