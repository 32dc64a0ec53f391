package fr.prosante.keycloak.identity.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One code table: UTF-8 lines {@code code<TAB>label}, a line that starts with {@code #} is a comment. */
final class CodeTable {

    private final Map<String, String> labels;

    private CodeTable(Map<String, String> labels) {
        this.labels = labels;
    }

    static CodeTable load(String resource) {
        try (InputStream stream = Objects.requireNonNull(
                        CodeTable.class.getResourceAsStream("nomenclature/" + resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new CodeTable(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    boolean knows(String code) {
        return labels.containsKey(code);
    }

    int size() {
        return labels.size();
    }
}
