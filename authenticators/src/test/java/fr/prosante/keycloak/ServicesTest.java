package fr.prosante.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;

/** The service files and the factories name each other. */
final class ServicesTest {

    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

    @Test
    void everyNamedClassIsAProviderOfItsKind() throws Exception {
        for (Path file : files()) {
            Class<?> kind = Class.forName(file.getFileName().toString());
            for (String name : names(file)) {
                Class<?> type = Class.forName(name);
                assertThat(kind).as(name).isAssignableFrom(type);
                assertThat(type.getDeclaredConstructor().newInstance()).isNotNull();
            }
        }
    }

    @Test
    void everyFactoryIsNamed() throws Exception {
        List<String> named = new ArrayList<>();
        for (Path file : files()) {
            named.addAll(names(file));
        }
        Set<String> factories = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.prosante.keycloak").stream()
                        .filter(type -> type.isAssignableTo(ProviderFactory.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(named).containsAll(factories).doesNotHaveDuplicates();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SERVICES)) {
            return files.toList();
        }
    }

    private static List<String> names(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
