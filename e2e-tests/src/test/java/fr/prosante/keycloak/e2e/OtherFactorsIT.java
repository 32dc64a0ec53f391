package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.OneTimePasswordPage;
import fr.prosante.keycloak.e2e.pages.PasskeyPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WaysPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Better second factors beside the mailed code: Keycloak's own authenticator app and passkey. */
@Story
final class OtherFactorsIT {

    private static final String RPPS = "899700098769";
    private static final String SECRET = "abcdefghijklmnopqrst";
    private static final String SECOND_FACTOR = "pro-sante second facteur";

    @Test
    void whoHasAnAppUsesItAndGetsNoMail(People people, StoryRealm realm, Letterbox letters) {
        var account = enrolled(realm);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(OneTimePasswordPage::new).types(appCode());

        doctor.sees(PortalPage::new).showsExactly("amr", "pwd", "otp", "mfa");
        assertThat(letters.countFor(account.email())).isZero();
    }

    @Test
    void theAppIsAtHomeAndTheMailedCodeOffersItOnItsPage(People people, StoryRealm realm, Letterbox letters) {
        var account = enrolled(realm);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(OneTimePasswordPage::new).triesAnotherWay();
        doctor.sees(WaysPage::new).chooses("mail");
        doctor.sees(CodePage::new);
        letters.codeFor(account.email());
        doctor.sees(CodePage::new).choosesInstead("Application");
        doctor.sees(OneTimePasswordPage::new).types(appCode());

        doctor.sees(PortalPage::new);
    }

    @Test
    void anAdministratorMayRequireTheApp(People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = enrolled(realm);
        realm.requirement(SECOND_FACTOR, "pro-sante-email-otp", "DISABLED");
        realm.requirement(SECOND_FACTOR, "auth-otp-form", "REQUIRED");
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(OneTimePasswordPage::new).types(appCode());

        doctor.sees(PortalPage::new);
        assertThat(letters.countFor(account.email())).isZero();
        events.hasNone("SEND_VERIFY_EMAIL");
    }

    @Test
    void withoutTheStepOfTheCodeAPasswordAloneOpensNothing(
            Visitor doctor, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.requirement(SECOND_FACTOR, "pro-sante-email-otp", "DISABLED");

        var end = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

        assertThat(doctor.isIn(end)).isFalse();
        events.has(event("LOGIN_ERROR"));
        events.hasNone("LOGIN");
        assertThat(letters.countFor(account.email())).isZero();
    }

    @Test
    void aPasskeyIsRegisteredAndTakesThePlaceOfTheMail(
            People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.accounts().change(RPPS, user -> user.setRequiredActions(List.of("webauthn-register")));
        var doctor = people.somebody().hasPasskeyDevice();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(account.email()));
        doctor.sees(PasskeyPage::new).usesDevice();
        doctor.sees(PortalPage::new).logsOut();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(PasskeyPage::new).usesDevice();

        doctor.sees(PortalPage::new).showsExactly("amr", "pwd", "hwk", "mfa");
        assertThat(letters.countFor(account.email())).isEqualTo(1);
        events.has(event("UPDATE_CREDENTIAL").with("credential_type", "webauthn"));
    }

    private static Account enrolled(StoryRealm realm) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.accounts().enrolsApp(account, SECRET);
        return account;
    }

    /** RFC 6238 of now. */
    private static String appCode() {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            var counter = ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array();
            var hash = mac.doFinal(counter);
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
