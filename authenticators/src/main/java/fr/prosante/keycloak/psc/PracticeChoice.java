package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.core.Nomenclature;
import fr.prosante.keycloak.psc.core.Practice;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of the page that asks for the practice, in the form that the radios of the page take. */
final class PracticeChoice {

    private PracticeChoice() {}

    static Map<String, String> of(Practice practice) {
        String profession =
                practice.professionCode().map(Nomenclature::professionLabel).orElse("");
        String hint = Stream.of(
                        practice.name().map(name -> profession),
                        practice.sector().map(Nomenclature::sectorLabel),
                        practice.town())
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" – "));
        return Map.of("value", practice.key(), "label", practice.name().orElse(profession), "hint", hint);
    }
}
