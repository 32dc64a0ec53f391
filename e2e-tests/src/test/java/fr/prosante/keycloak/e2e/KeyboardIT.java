package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.Keyboard;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two journeys without a mouse, with script and without: every stop of the focus, in its order. */
@Story
final class KeyboardIT {

    private static final String SKIP = "ps-skip";
    private static final String LANGUAGE = "ps-languages__link";
    private static final String REVEAL = "ps-reveal__button";

    private static Habits habits(boolean script) {
        return script ? Habits.french() : Habits.french().withoutScript();
    }

    /** The same walk for who has script and who has not, whose page has no button that reveals a password. */
    private static List<String> seen(boolean script, String... stops) {
        return List.of(stops).stream()
                .filter(stop -> script || !stop.equals(REVEAL))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void firstLogin(boolean script, CardBox cards, People people) {
        var doctor = people.enter(habits(script).withCard(cards.card("medecin")));
        doctor.opensPortal().sees(LoginPage::new);
        var keys = doctor.sees(Keyboard::new);
        assertThat(keys.tabsTo("ps-door-card")).containsExactly(SKIP, LANGUAGE, LANGUAGE, "ps-door-card");
        keys.presses("Enter");

        doctor.sees(AccountPage::new);
        fillsInTheAccount(doctor.sees(Keyboard::new), script);

        doctor.sees(CharterPage::new);
        var charter = doctor.sees(Keyboard::new);
        assertThat(charter.tabsTo("accepted")).containsExactly(SKIP, LANGUAGE, LANGUAGE, "accepted");
        charter.presses("Space");
        charter.presses("Tab");
        charter.presses("Enter");
        doctor.sees(PortalPage::new);
    }

    private static void fillsInTheAccount(Keyboard keys, boolean script) {
        assertThat(keys.tabsTo("email")).containsExactly(SKIP, LANGUAGE, LANGUAGE, "email");
        keys.types("clavier@exemple.test");
        assertThat(keys.tabsTo("email-confirm")).containsExactly("email-confirm");
        keys.types("clavier@exemple.test");
        assertThat(keys.tabsTo("password-new")).containsExactly("password-new");
        keys.types(Account.PASSWORD);
        assertThat(keys.tabsTo("password-confirm")).isEqualTo(seen(script, REVEAL, "password-confirm"));
        keys.types(Account.PASSWORD);
        assertThat(keys.tabsTo("streetAddress")).isEqualTo(seen(script, REVEAL, "streetAddress"));
        keys.types("12 rue des Lilas");
        assertThat(keys.tabsTo("postalCode")).containsExactly("postalCode");
        keys.types("38000");
        assertThat(keys.tabsTo("locality")).containsExactly("locality");
        keys.types("Grenoble");
        keys.presses("Tab");
        keys.presses("Enter");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loginByCode(boolean script, CardBox cards, People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(cards.card("medecin").idNat());
        realm.accounts().create(account);
        var doctor = people.enter(habits(script));
        doctor.opensPortal().sees(LoginPage::new);
        logsIn(doctor, account, script);

        doctor.sees(CodePage::new);
        var keys = doctor.sees(Keyboard::new);
        assertThat(keys.focused()).as("the code can be typed at once").isEqualTo("code");
        keys.types(letters.codeFor(account.email())).presses("Enter");
        doctor.sees(PortalPage::new);
    }

    private static void logsIn(Person doctor, Account account, boolean script) {
        var keys = doctor.sees(Keyboard::new);
        assertThat(keys.tabsTo("username")).containsExactly(SKIP, LANGUAGE, LANGUAGE, "ps-door-card", "username");
        keys.types(account.nationalId().toLowerCase(Locale.ROOT));
        assertThat(keys.tabsTo("password")).containsExactly("password");
        keys.types(Account.PASSWORD);
        assertThat(keys.tabsTo("kc-login")).isEqualTo(seen(script, REVEAL, "ps-forgotten", "kc-login"));
        keys.presses("Enter");
    }

    @Test
    void mistakesTakeTheFocusAndLeadToTheirField(People people) {
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn("123", "x");
        doctor.sees(LoginPage::new);

        var keys = doctor.sees(Keyboard::new);
        assertThat(keys.focused()).isEqualTo("ps-summary");
        assertThat(keys.tabsTo("ps-summary__link")).containsExactly("ps-summary__link");
        keys.presses("Enter");
        assertThat(keys.focused()).isEqualTo("username");
    }

    @Test
    void whoSkipsLandsInTheContent(People people) {
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new);
        var keys = doctor.sees(Keyboard::new);

        keys.tabsTo(SKIP);
        keys.presses("Enter");

        assertThat(keys.focused()).isEqualTo("ps-main");
        assertThat(keys.tabsTo("ps-door-card")).containsExactly("ps-door-card");
    }
}
