package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ContactPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.SameOrigin;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.TokensOnDisk;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store of the codes refuses and comes back: whatever was done meanwhile may be done again, and cost nothing. */
@Story
final class CodeStoreOutageIT {

    private static final String RPPS = "899700098769";
    private static final String NEW = "nouvelle@exemple.test";
    private static final String UNAVAILABLE = "proSanteOtpUnavailable";

    private static TokensOnDisk store;

    private SameOrigin place;
    private StoryRealm realm;
    private Letterbox letters;

    @BeforeAll
    static void starts(World world) {
        store = TokensOnDisk.start(world);
    }

    @AfterAll
    static void ends() {
        store.place().close();
    }

    @BeforeEach
    void enter(Letterbox itsLetters) {
        place = store.place();
        realm = place.realm();
        letters = itsLetters;
    }

    @AfterEach
    void isRestored() {
        store.comesBack();
        realm.isRestored();
        letters.isEmptied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aCodeThatIsTypedMeanwhileIsNotJudged(Locale language) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.option("pro-sante-email-otp", "maxAttempts", "1");
        realm.option("pro-sante-email-otp", "maxAttemptsPerDay", "1");
        var doctor = place.people().enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());
        store.goesAway();

        doctor.sees(CodePage::new).types(otherThan(code));

        doctor.sees(CodePage::new).says(Wording.in(language).of(UNAVAILABLE));
        doctor.sees(CodePage::new).types(code);
        doctor.sees(CodePage::new).says(Wording.in(language).of(UNAVAILABLE));
        store.comesBack();
        doctor.sees(CodePage::new).types(code);
        doctor.sees(PortalPage::new);
        isTold("LOGIN_ERROR");
        assertThat(letters.countFor(account.email())).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoComesMeanwhileIsToldAndMayComeAgain(Locale language) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.option("pro-sante-email-otp", "mailsPerDay", "1");
        var doctor = place.visitors().another().sends(Map.of("Accept-Language", language.getLanguage()));
        var loginPage = doctor.arrives();
        store.goesAway();

        var refused = doctor.logsIn(loginPage, RPPS, Account.PASSWORD);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.says(Wording.in(language).of(UNAVAILABLE)))
                .as(refused::text)
                .isTrue();
        store.comesBack();
        isTold("LOGIN_ERROR");
        assertThat(letters.countFor(account.email())).isZero();
        var codePage = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);
        var end = doctor.types(codePage, letters.codeFor(account.email()));
        assertThat(doctor.isIn(end)).as(end::text).isTrue();
    }

    @Test
    void aNewAddressIsNotLostEither(CardBox cards) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = place.people().holderOf(card);
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);
        doctor.opensPortalWith("kc_action=pro-sante-contact-email");
        var addressPage = doctor.sees(ContactPage::new);
        store.goesAway();

        addressPage.asksForCodeAt(NEW);

        doctor.sees(ContactPage::new).says(Wording.in(Locale.FRENCH).of(UNAVAILABLE));
        store.comesBack();
        isTold("UPDATE_EMAIL_ERROR");
        doctor.sees(ContactPage::new).asksForAnother();
        var code = letters.codeFor(NEW);
        store.goesAway();
        doctor.sees(ContactPage::new).types(code);
        doctor.sees(ContactPage::new).says(Wording.in(Locale.FRENCH).of(UNAVAILABLE));
        store.comesBack();
        realm.events().hasNone("UPDATE_EMAIL");
        doctor.sees(ContactPage::new).types(code);
        doctor.sees(PortalPage::new).showsExactly("email", NEW);
        realm.events().has(event("UPDATE_EMAIL"));
    }

    /** Looked for only now: Keycloak lets no administrator in without the store either. */
    private void isTold(String type) {
        realm.events().has(refusal(type, "generic_authentication_error").with("reason", "store_unavailable"));
    }

    private static String otherThan(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
