package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.server.Cluster;
import org.junit.jupiter.api.Test;

/** Two nodes behind a front that sends each request to the other one. */
@Story(nodes = 2)
final class ClusterIT {

    private static final String RPPS = "899700098769";

    @Test
    void aLoginGoesOnWhenItsDatabaseRestartsAndANodeIsKilled(
            Cluster cluster, People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new);
        cluster.database().restart();
        doctor.sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new);
        cluster.kill(1);
        assertThat(cluster.node(1).alive()).isFalse();
        doctor.sees(CodePage::new).types(letters.codeFor(account.email()));
        doctor.sees(PortalPage::new).showsExactly("national_id", RPPS);

        cluster.restart(1);
        doctor.opensPortal().sees(PortalPage::new);
    }
}
