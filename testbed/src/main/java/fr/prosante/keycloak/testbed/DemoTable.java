package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The running demo for people. */
final class DemoTable {
    private final Testbed testbed;
    private final Duration startTime;

    DemoTable(Testbed testbed, Duration startTime) {
        this.testbed = testbed;
        this.startTime = startTime;
    }

    String text() {
        String addresses = addresses().entrySet().stream()
                .map(line -> String.format(Locale.ROOT, "  %-44s %s", line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n"));
        String cards = testbed.cards().cards().stream().map(DemoTable::card).collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                """

                Prêt en %d s.

                %s
                  %-44s %s / %s

                  %-26s %-24s %-5s %s
                %s

                Pour présenter une carte : importez son fichier .p12 (%s) dans le navigateur,
                le code porteur est le mot de passe ; faites aussi confiance à l'autorité %s.
                Ctrl-C pour arrêter.
                """,
                startTime.toSeconds(),
                addresses,
                "Administrateur",
                KeycloakServer.ADMIN,
                KeycloakServer.ADMIN,
                "Carte",
                "Identifiant",
                "Code",
                "Titulaire",
                cards,
                testbed.cards().cards().get(0).pkcs12().getParent(),
                testbed.serverCa());
    }

    private Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        addresses.put("Portail", testbed.portal().url());
        addresses.put("Messages reçus", testbed.mailbox().page());
        addresses.put("Console Keycloak", testbed.loginUrl().resolve("/admin/"));
        addresses.put("Porte des cartes", testbed.doorUrl());
        testbed.neighbours().forEach(neighbour -> addresses.putAll(neighbour.addresses()));
        return addresses;
    }

    private static String card(Card card) {
        return String.format(
                Locale.ROOT,
                "  %-26s %-24s %-5s %s%s",
                card.name(),
                card.idNat(),
                card.pin(),
                card.description(),
                card.usable() ? "" : " (sera refusée)");
    }
}
