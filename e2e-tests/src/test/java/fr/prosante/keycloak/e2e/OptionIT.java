package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import jakarta.ws.rs.ClientErrorException;
import org.junit.jupiter.api.Test;

@Story
final class OptionIT {

    @Test
    void aValueThatCannotBeIsRefusedWithASentenceWhenItIsSaved(StoryRealm realm) {
        assertThatThrownBy(() -> realm.option("pro-sante-email-otp", "maxAttempts", "0"))
                .isInstanceOfSatisfying(ClientErrorException.class, refusal -> {
                    assertThat(refusal.getResponse().getStatus()).isEqualTo(400);
                    assertThat(refusal.getResponse().readEntity(String.class)).contains("from 1 to 10");
                });

        realm.option("pro-sante-email-otp", "maxAttempts", "3");
    }
}
