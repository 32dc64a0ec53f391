package fr.prosante.keycloak.testbed.mail;

import java.time.Instant;
import java.util.List;

/**
 * A message as it arrived.
 *
 * @param id counts from 1
 * @param date when it was sent
 * @param text content of the plain part, empty if there is none
 * @param html content of the HTML part, empty if there is none
 */
public record ReceivedMail(
        int id, String from, List<String> to, String subject, Instant date, String text, String html) {
    public ReceivedMail {
        to = List.copyOf(to);
    }
}
