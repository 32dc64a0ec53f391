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

                Ready in %d s.

                %s
                  %-44s %s / %s

                  %-26s %-24s %-5s %s
                %s

                To present a card, import its .p12 file (%s) into the browser; its
                code is the password. Trust the authority %s too.
                Ctrl-C stops everything.
                """,
                startTime.toSeconds(),
                addresses,
                "Administrator",
                KeycloakServer.ADMIN,
                KeycloakServer.ADMIN,
                "Card",
                "Identifier",
                "Code",
                "Holder",
                cards,
                testbed.cards().cards().get(0).pkcs12().getParent(),
                testbed.serverCa());
    }

    private Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        addresses.put("Portal", testbed.portal().url());
        addresses.put("Mailbox", testbed.mailbox().page());
        addresses.put("Keycloak console", testbed.loginUrl().resolve("/admin/"));
        addresses.put("Card door", testbed.doorUrl());
        testbed.neighbours().forEach(neighbour -> addresses.putAll(neighbour.addresses()));
        return addresses;
    }

    /** A line about a card. */
    static String card(Card card) {
        return String.format(
                Locale.ROOT,
                "  %-26s %-24s %-5s %s%s",
                card.name(),
                card.idNat(),
                card.pin(),
                card.description(),
                card.usable() ? "" : " (will be refused)");
    }
}
