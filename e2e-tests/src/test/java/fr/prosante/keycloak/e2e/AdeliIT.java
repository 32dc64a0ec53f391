package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers of the profession lists that came before the RPPS; they may hold letters. */
@Story
final class AdeliIT {

    @Test
    void aNurseWithAnAdeliNumberOpensAnAccount(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("infirmier-adeli");
        var nurse = people.holderOf(card);

        nurse.opensPortal().sees(LoginPage::new).choosesCard();
        nurse.sees(AccountPage::new)
                .showsLocked("Profession", "Infirmier")
                .fillsIn("guy.infirmier@exemple.test", Account.PASSWORD)
                .submits();
        nurse.sees(CharterPage::new).accepts();

        nurse.sees(PortalPage::new).showsExactly("national_id", card.idNat()).shows("amr", "sc");
        assertThat(realm.accounts().ofNationalId(card.idNat())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "lower"})
    void theNumberWithItsLetterLogsIn(
            String manner, CardBox cards, People people, StoryRealm realm, Letterbox letters) {
        var idNat = cards.card("infirmier-adeli").idNat();
        var account = Account.opened(idNat);
        realm.accounts().create(account);
        var nurse = people.somebody();

        nurse.opensPortal()
                .sees(LoginPage::new)
                .logsIn(
                        "lower".equals(manner) ? idNat.toLowerCase(Locale.ROOT) : manner.formatted(idNat),
                        Account.PASSWORD);
        nurse.sees(CodePage::new).types(letters.codeFor(account.email()));

        nurse.sees(PortalPage::new).showsExactly("national_id", idNat);
    }

    @Test
    void aFormerNumberLeadsToTheAccountThatMovedToRpps(
            CardBox cards, People people, StoryRealm realm, Letterbox letters) {
        var former = cards.card("infirmier-adeli").idNat();
        var account = Account.opened("899700098769").with("adeli", former);
        realm.accounts().create(account);
        var nurse = people.somebody();

        nurse.opensPortal().sees(LoginPage::new).logsIn(former, Account.PASSWORD);
        nurse.sees(CodePage::new).types(letters.codeFor(account.email()));

        nurse.sees(PortalPage::new).showsExactly("national_id", account.nationalId());
    }
}
