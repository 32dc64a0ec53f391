package fr.prosante.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.identity.core.KeyCheck;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

final class OptionTest {

    private static final Option<Integer> LENGTH = Option.number("proSanteThing", "codeLength", 6, 4, 10);
    private static final Option<KeyCheck> CHECK = Option.choice("proSanteThing", "keyCheck", KeyCheck.STRICT);
    private static final Option<List<String>> LINES = Option.list("proSanteThing", "lines", List.of("a"), text -> text);
    private static final Option<List<KeyCheck>> TICKS =
            Option.choices("proSanteThing", "ticks", KeyCheck.STRICT, List.of(KeyCheck.TOLERANT));

    @Test
    void readsValuesAndFallsBackToTheDefault() {
        assertThat(LENGTH.value(Map.of("codeLength", " 8 "))).isEqualTo(8);
        assertThat(LENGTH.value(Map.of())).isEqualTo(6);
        assertThat(LENGTH.value(Map.of("codeLength", "11"))).isEqualTo(6);
        assertThat(LENGTH.value(Map.of("codeLength", "six"))).isEqualTo(6);
        assertThat(CHECK.value(Map.of("keyCheck", "tolerant"))).isEqualTo(KeyCheck.TOLERANT);
        assertThat(LINES.value(Map.of("lines", "b## ##c"))).containsExactly("b", "c");
        assertThat(LINES.value(Map.of())).containsExactly("a");
        assertThat(TICKS.value(Map.of("ticks", "strict##tolerant")))
                .containsExactly(KeyCheck.STRICT, KeyCheck.TOLERANT);
        assertThat(TICKS.value(Map.of())).containsExactly(KeyCheck.TOLERANT);
    }

    @Test
    void saysWhatIsAccepted() {
        assertThat(LENGTH.problem(Map.of("codeLength", "11")))
                .contains(Problem.of("proSanteSettingNumber", "proSanteThingCodeLengthLabel", "4", "10"));
        assertThat(CHECK.problem(Map.of("keyCheck", "maybe")))
                .contains(Problem.of("proSanteSettingChoice", "proSanteThingKeyCheckLabel", "strict, tolerant"));
        assertThat(Option.text("x", "name", "", Pattern.compile("[a-z]*"), "wrongName")
                        .problem(Map.of("name", "A")))
                .contains(Problem.of("wrongName", "xNameLabel"));
        assertThat(Option.flag("x", "on", true).problem(Map.of("on", "yes"))).isPresent();
        assertThat(LENGTH.problem(Map.of("codeLength", "5"))).isEmpty();
        assertThat(LENGTH.problem(Map.of())).isEmpty();
    }

    @Test
    void describesItselfToTheConsole() {
        ProviderConfigProperty property = LENGTH.toProviderConfigProperty();
        assertThat(property.getName()).isEqualTo("codeLength");
        assertThat(property.getLabel()).isEqualTo("proSanteThingCodeLengthLabel");
        assertThat(property.getHelpText()).isEqualTo("proSanteThingCodeLengthHelp");
        assertThat(property.getDefaultValue()).isEqualTo("6");
        assertThat(CHECK.toProviderConfigProperty().getOptions()).containsExactly("strict", "tolerant");
    }

    @Test
    void listsEveryProblemOfAConfiguration() {
        Configured configured = () -> List.of(LENGTH, CHECK, LINES);
        assertThat(configured.problems(Map.of("codeLength", "x", "keyCheck", "y")))
                .hasSize(2);
    }
}
