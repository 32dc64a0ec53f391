package fr.prosante.keycloak.testbed.psc;

import static fr.prosante.keycloak.testbed.psc.FictivePerson.exercice;
import static fr.prosante.keycloak.testbed.psc.FictivePerson.practice;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.Holder;
import java.util.List;
import java.util.Map;

/** Holders of cards, as the register knows them: the same number, name, profession and savoir-faire as on the card. */
final class CardPeople {

    private CardPeople() {}

    static FictivePerson of(Card card) {
        Holder holder = card.holder();
        String family = holder.surname().orElse("");
        String given = holder.givenName().orElse("");
        return new FictivePerson(
                card.idNat(),
                family,
                given,
                "carte « " + card.name() + " »",
                Map.of(origin(card.idNat()), card.idNat()),
                holder.profession()
                        .map(code -> exercices(card.idNat(), String.valueOf(code), holder))
                        .orElse(null));
    }

    /** One for each savoir-faire, at one and the same place. */
    private static List<Map<String, Object>> exercices(String idNat, String profession, Holder holder) {
        String family = holder.surname().orElse("");
        List<Map<String, Object>> place = List.of(practice(idNat, family));
        List<String> specialities = holder.specialities().isEmpty() ? List.of("") : holder.specialities();
        return specialities.stream()
                .map(speciality -> exercice(
                        profession, speciality, family, holder.givenName().orElse(""), place))
                .toList();
    }

    private static String origin(String idNat) {
        return switch (idNat.charAt(0)) {
            case '8' -> "RPPS";
            case '0' -> "ADELI";
            default -> "FINESS";
        };
    }
}
