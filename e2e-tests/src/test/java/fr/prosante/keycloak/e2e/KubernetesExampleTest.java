package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The example for the Keycloak operator in the documentation: what it names exists there, in the realm and in the image. */
final class KubernetesExampleTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyFieldIsOneOfTheOperators() throws IOException {
        try (var schema = Objects.requireNonNull(
                KubernetesExampleTest.class.getResourceAsStream("/kubernetes/keycloak-v2beta1.schema.json"))) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(example()))
                    .isEmpty();
        }
    }

    @Test
    void everyVariableIsOneOfTheRealms() throws IOException {
        var realm = read("realm-export/pro-sante-realm.json");

        assertThat(values(example().at("/spec/env"), "name"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(realm).contains("${" + name));
    }

    @Test
    void everyFolderIsMountedFromAVolumeAndTheVaultWhereItIsLookedFor() throws IOException {
        var pod = example().at("/spec/unsupported/podTemplate/spec");
        var mounts = pod.at("/containers/0/volumeMounts");

        assertThat(values(mounts, "name")).containsExactlyElementsOf(values(pod.at("/volumes"), "name"));
        var vault = items(example().at("/spec/additionalOptions"))
                .filter(option -> option.path("name").asText().equals("vault-dir"))
                .map(option -> option.path("value").asText())
                .toList();
        assertThat(values(mounts, "mountPath")).containsAll(vault).contains("/opt/keycloak/data", "/tmp");
    }

    @Test
    void theImageIsOfThisVersion() throws IOException {
        var pom = read("pom.xml");

        assertThat(pom)
                .contains("<version>" + example().at("/spec/image").asText().replaceFirst(".*:", "") + "</version>");
    }

    private static JsonNode example() throws IOException {
        var yaml = read("src/site/markdown/kubernetes.md").replaceFirst("(?s).*?```yaml\n(.*?)```.*", "$1");
        return new YAMLMapper().readTree(yaml);
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static List<String> values(JsonNode list, String name) {
        return items(list).map(item -> item.path(name).asText()).toList();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
