package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import org.junit.jupiter.api.Test;

/** The same professional, with the same number and address, in two realms of one server. */
@Story
final class TwoRealmsIT {

    private static final String RPPS = "899700098769";

    @Test
    void aCodeOpensTheRealmThatMailedItAndNoOther(
            World world, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        try (var elsewhere = world.opensRealm("other-realm")) {
            elsewhere.realm().accounts().create(account);
            var here = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
            var codeOfHere = letters.codeFor(account.email(), 1);
            var there =
                    elsewhere.visitors().atCodePage(1, RPPS, Account.PASSWORD).get(0);
            var codeOfThere = letters.codeFor(account.email(), 2);

            var refused = there.types(codeOfHere);
            assertThat(refused.isIn()).isFalse();
            elsewhere
                    .realm()
                    .events()
                    .has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "code_wrong"));
            events.hasNone("LOGIN_ERROR");
            realm.accounts().hasFailed(RPPS, 0);

            assertThat(here.types(codeOfHere).isIn()).isTrue();
            assertThat(refused.types(codeOfThere).isIn()).isTrue();
        }
    }
}
