package fr.prosante.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

/** The page that administrators read names every option of every step, with its default. */
final class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "configuration.md");

    static Stream<Arguments> options() {
        Stream<Arguments> steps = ours(AuthenticatorFactory.class)
                .flatMap(factory -> rows(factory.getId(), factory.getConfigProperties()));
        Stream<Arguments> actions = ours(RequiredActionFactory.class)
                .flatMap(factory -> rows(factory.getId(), factory.getConfigMetadata()));
        return Stream.concat(steps, actions);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("options")
    void thePageNamesTheOptionWithItsDefault(String provider, String option, String fallback) throws IOException {
        String page = Files.readString(PAGE);
        String shown = fallback.isEmpty() ? "empty" : "`" + fallback + "`";

        assertThat(page).contains("`" + provider + "`");
        assertThat(page.lines().filter(line -> line.startsWith("| `" + option + "` |")))
                .as("row of %s", option)
                .anyMatch(line -> line.contains("| " + shown + " |"));
    }

    private static <F extends ProviderFactory<?>> Stream<F> ours(Class<F> type) {
        return ServiceLoader.load(type).stream()
                .filter(provider -> provider.type().getName().startsWith("fr.prosante."))
                .map(ServiceLoader.Provider::get);
    }

    private static Stream<Arguments> rows(String provider, List<ProviderConfigProperty> properties) {
        return properties.stream()
                .filter(property -> !"max_auth_age".equals(property.getName()))
                .map(property ->
                        Arguments.of(provider, property.getName(), Objects.toString(property.getDefaultValue(), "")));
    }
}
