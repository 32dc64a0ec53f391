package fr.prosante.keycloak.psc.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One situation in which the person works: a profession at a place. Pro Santé Connect sends them all and leaves the
 * choice to the service. {@code key} names it in a way that survives from login to login.
 */
public record Practice(
        String key,
        Optional<String> professionCode,
        Optional<String> savoirFaireCode,
        Optional<String> mode,
        Optional<String> sector,
        Optional<String> role,
        Optional<String> structureId,
        Optional<String> finess,
        Optional<String> siret,
        Optional<String> name,
        Optional<String> town) {

    static List<Practice> of(PscPerson person) {
        Map<String, Practice> byKey = new LinkedHashMap<>();
        person.exercices().stream()
                .flatMap(exercice -> exercice.activities().isEmpty()
                        ? Stream.of(withoutPlace(exercice))
                        : exercice.activities().stream().map(activity -> at(exercice, activity)))
                .forEach(practice -> byKey.putIfAbsent(practice.key, practice));
        if (byKey.isEmpty()) {
            return topLevel(person.situation()).stream().toList();
        }
        return List.copyOf(byKey.values());
    }

    private static Practice at(Exercice exercice, Activity activity) {
        StructureNumbers numbers = activity.numbers();
        String place = numbers.technicalId()
                .or(numbers::nationalId)
                .or(() -> activity.name().map(name -> name.toLowerCase(Locale.ROOT)))
                .orElse("");
        return new Practice(
                exercice.key() + ":" + place,
                exercice.exercised(),
                exercice.savoirFaireCode(),
                activity.mode(),
                activity.sector(),
                activity.role(),
                numbers.nationalId(),
                numbers.finess(),
                numbers.siret(),
                activity.name(),
                activity.town());
    }

    private static Practice withoutPlace(Exercice exercice) {
        return new Practice(
                exercice.key() + ":",
                exercice.exercised(),
                exercice.savoirFaireCode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Practice> topLevel(PscPerson.Situation situation) {
        if (situation.organization().isEmpty() && situation.roleCode().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Practice(
                situation.roleCode().orElse("") + ":"
                        + situation.organizationId().orElse(""),
                situation.roleCode(),
                Optional.empty(),
                Optional.empty(),
                situation.sector(),
                Optional.empty(),
                situation.organizationId(),
                Optional.empty(),
                Optional.empty(),
                situation.organization(),
                Optional.empty()));
    }

    /** Texts only, absent ones left out; read again by {@link #fromMap}. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("key", key);
        professionCode.ifPresent(value -> map.put("professionCode", value));
        savoirFaireCode.ifPresent(value -> map.put("savoirFaireCode", value));
        mode.ifPresent(value -> map.put("mode", value));
        sector.ifPresent(value -> map.put("sector", value));
        role.ifPresent(value -> map.put("role", value));
        structureId.ifPresent(value -> map.put("structureId", value));
        finess.ifPresent(value -> map.put("finess", value));
        siret.ifPresent(value -> map.put("siret", value));
        name.ifPresent(value -> map.put("name", value));
        town.ifPresent(value -> map.put("town", value));
        return map;
    }

    public static Practice fromMap(Map<String, String> map) {
        return new Practice(
                map.getOrDefault("key", ""),
                Optional.ofNullable(map.get("professionCode")),
                Optional.ofNullable(map.get("savoirFaireCode")),
                Optional.ofNullable(map.get("mode")),
                Optional.ofNullable(map.get("sector")),
                Optional.ofNullable(map.get("role")),
                Optional.ofNullable(map.get("structureId")),
                Optional.ofNullable(map.get("finess")),
                Optional.ofNullable(map.get("siret")),
                Optional.ofNullable(map.get("name")),
                Optional.ofNullable(map.get("town")));
    }
}
