package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.e2e.realm.LocalAdministrator;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import jakarta.ws.rs.ClientErrorException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;

/** What an administrator is told who saves a value that cannot be. */
@Story
final class OptionIT {

    @Test
    void aValueThatCannotBeIsRefusedWithASentenceWhenItIsSaved(StoryRealm realm) {
        assertThat(refusal(() -> realm.option("pro-sante-email-otp", "maxAttempts", "0")))
                .contains("Attempts per code: a whole number from 1 to 10 is expected.");

        realm.option("pro-sante-email-otp", "maxAttempts", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Essais par code\u00a0: un nombre entier de 1 à 10 est attendu.",
                "en | Attempts per code: a whole number from 1 to 10 is expected.",
            })
    void aStepIsRefusedInTheLanguageOfTheConsole(String language, String sentence, World world, StoryRealm realm) {
        asAdministrator(language, world, realm, administered -> {
            var flows = administered.flows();
            var step = flows.getExecutions("pro-sante second facteur").stream()
                    .filter(execution -> "pro-sante-email-otp".equals(execution.getProviderId()))
                    .findFirst()
                    .orElseThrow();
            var config = flows.getAuthenticatorConfig(step.getAuthenticationConfig());
            var wrong = new TreeMap<>(config.getConfig());
            wrong.put("maxAttempts", "0");
            config.setConfig(wrong);
            assertThat(refusal(() -> flows.updateAuthenticatorConfig(config.getId(), config)))
                    .contains(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Version de la charte\u00a0: des lettres,",
                "en | Version of the charter: letters,",
            })
    void soIsARequiredAction(String language, String sentence, World world, StoryRealm realm) {
        asAdministrator(language, world, realm, administered -> {
            var wrong = new RequiredActionConfigRepresentation();
            wrong.setConfig(Map.of("version", "Version de Noël !"));
            assertThat(refusal(() -> administered.flows().updateRequiredActionConfig("pro-sante-charter", wrong)))
                    .contains(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Délai de réponse\u00a0: un nombre entier de 1 à 20 est attendu. ID du client\u00a0: l’identifiant donné par l’ANS manque.",
                "en | Time to answer: a whole number from 1 to 20 is expected. Client ID: the identifier given by the ANS is missing.",
            })
    void soIsProSanteConnect(String language, String sentences, World world, StoryRealm realm, PscNeighbour psc) {
        asAdministrator(language, world, realm, administered -> {
            var wrong = administered.identityProviders().get(PscNeighbour.ALIAS).toRepresentation();
            wrong.getConfig().putAll(Map.of("clientId", "", "timeout", "0"));
            assertThat(refusal(() -> administered
                            .identityProviders()
                            .get(PscNeighbour.ALIAS)
                            .update(wrong)))
                    .contains(sentences);
        });
    }

    private static void asAdministrator(String language, World world, StoryRealm realm, Consumer<RealmResource> saves) {
        try (var administrator = LocalAdministrator.speaking(language, realm, world.testbed())) {
            saves.accept(administrator.administered());
        }
    }

    private static String refusal(ThrowingCallable saved) {
        var answer = new StringBuilder();
        assertThatThrownBy(saved).isInstanceOfSatisfying(ClientErrorException.class, refusal -> {
            assertThat(refusal.getResponse().getStatus()).isEqualTo(400);
            answer.append(refusal.getResponse().readEntity(String.class));
        });
        return answer.toString();
    }
}
