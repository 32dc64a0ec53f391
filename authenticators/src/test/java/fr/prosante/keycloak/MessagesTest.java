package fr.prosante.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.identity.core.IdProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say the same, in a form that MessageFormat and the admin console leave as it is. */
final class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/theme-resources");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\d+(?:,[a-z]+)?");
    private static final Pattern WORD = Pattern.compile("\\bpro(?:Sante|-sante)[\\w.-]*");
    /** What a page, a mail or the list of ways to log in adds to a key. */
    private static final Pattern ENDING =
            Pattern.compile("(?:Advice|WithCode|Subject|Sentence|-display-name|-help-text)$");
    /** The beginnings of keys whose rest is a name of the server's or of a journey. */
    private static final List<String> BUILT = List.of(
            "proSanteAccountPolicy",
            "proSanteAccountLead.",
            "proSanteCardRefused",
            "proSanteNationalIdKeyCheck",
            "proSantePscMapper");
    /** Keys that templates name outright. */
    private static final Pattern USED = Pattern.compile("msg\\(\"(proSante[A-Za-z0-9]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(read("fr").keySet()).isEqualTo(read("en").keySet());
    }

    @Test
    void bothLanguagesHaveTheSameParameters() {
        Map<String, String> english = read("en");
        read("fr")
                .forEach((key, text) ->
                        assertThat(parameters(text)).as(key).isEqualTo(parameters(english.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void textsSurviveMessageFormat(String language) {
        read(language).forEach((key, text) -> {
            // A typewriter apostrophe is eaten by MessageFormat unless it is doubled.
            assertThat(text.replace("''", "")).as(key).doesNotContain("'").isNotBlank();
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).as(key).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void noKeyIsWrittenTwice(String language) throws IOException {
        try (Stream<String> lines = Files.lines(file(language))) {
            assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("=", 2)[0]))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyOptionHasALabelAndAHelp() throws Exception {
        Map<String, String> french = read("fr");
        var keys = french.keySet();
        for (Configured configured : configured()) {
            for (Option<?> option : configured.options()) {
                assertThat(keys).contains(option.labelKey(), option.helpKey());
                // The console shows texts as they are: a doubled apostrophe would be seen.
                assertThat(french.get(option.labelKey())).doesNotContain("'");
                assertThat(french.get(option.helpKey())).doesNotContain("'");
            }
        }
    }

    /** A refused value is told with the label of its option and with everything that the option says of it. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyRefusalIsASentence(String language) throws Exception {
        Map<String, String> texts = read(language);
        for (Configured configured : configured()) {
            for (Option<?> option : configured.options()) {
                option.problem(Map.of(option.name(), "?\u0001?")).ifPresent(problem -> {
                    assertThat(problem.parameters().get(0)).isEqualTo(option.labelKey());
                    assertThat(parameters(texts.getOrDefault(problem.messageKey(), "")))
                            .as(problem.toString())
                            .hasSameSizeAs(problem.parameters());
                });
            }
        }
    }

    @Test
    void everySentenceThatTemplatesNameExists() throws IOException {
        var keys = read("fr").keySet();
        try (Stream<Path> templates = Files.list(FOLDER.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                List<String> used = USED.matcher(Files.readString(template))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
                assertThat(keys).as(template.toString()).containsAll(used);
            }
        }
    }

    /** A key is written somewhere, or made of what is: an option, a beginning, a key and its ending. */
    @Test
    void noTextIsForNothing() throws Exception {
        Set<String> used = new HashSet<>();
        for (Configured configured : configured()) {
            configured.options().forEach(option -> used.addAll(List.of(option.labelKey(), option.helpKey())));
        }
        Matcher words = WORD.matcher(written());
        while (words.find()) {
            used.add(words.group());
        }

        assertThat(read("fr").keySet())
                .allMatch(key -> used.contains(key)
                        || BUILT.stream().anyMatch(key::startsWith)
                        || used.contains(ENDING.matcher(key).replaceFirst("")));
    }

    /** Everything in which a key can stand: sources, templates, the exported realm. */
    private static String written() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(
                Path.of("src/main/java"), FOLDER.resolve("templates"), Path.of("../themes/src/main/resources"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(name -> name.toString().matches(".*\\.(java|ftl)"))
                        .toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.append(Files.readString(Path.of("../realm-export/pro-sante-realm.json")))
                .toString();
    }

    @Test
    void everyIdProblemHasASentence() {
        assertThat(read("fr").keySet())
                .containsAll(
                        Stream.of(IdProblem.values()).map(IdProblem::messageKey).toList());
    }

    private static List<Configured> configured() throws Exception {
        Path services = Path.of("src/main/resources/META-INF/services");
        try (Stream<Path> files = Files.list(services)) {
            return files.flatMap(MessagesTest::lines)
                    .filter(name -> !name.isBlank() && !name.startsWith("#"))
                    .map(MessagesTest::instance)
                    .filter(Configured.class::isInstance)
                    .map(Configured.class::cast)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object instance(String name) {
        try {
            return Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .collect(Collectors.toList());
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file(language), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static Path file(String language) {
        return FOLDER.resolve("messages/messages_" + language + ".properties");
    }
}
