package fr.prosante.keycloak.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.testbed.mail.Mailbox;
import fr.prosante.keycloak.testbed.mail.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service wrote to people. */
public final class Letterbox {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private static final Pattern LONG_CODE = Pattern.compile("(?<!\\d)(\\d{10})(?!\\d)");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Mailbox mailbox;
    private boolean broken;

    public Letterbox(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The code of the only mail so far. */
    public String codeFor(String address) {
        return codeFor(address, 1);
    }

    /** The code of the mail of that number to the address, counted from 1. */
    public String codeFor(String address, int number) {
        return first(CODE, letterFor(address, number).text()).group(1);
    }

    /** As {@link #codeFor(String, int)}, of ten digits. */
    public String longCodeFor(String address, int number) {
        return first(LONG_CODE, letterFor(address, number).text()).group(1);
    }

    /** The first address in the only mail so far. */
    public String linkFor(String address) {
        return linkFor(address, 1);
    }

    /** The first address in the mail of that number, counted from 1. */
    public String linkFor(String address, int number) {
        return first(LINK, letterFor(address, number).text()).group();
    }

    public ReceivedMail letterFor(String address, int number) {
        var letter = mailbox.await(address, number, PATIENCE);
        assertThat(letter).as("mail %d to %s", number, address).isPresent();
        return letter.orElseThrow();
    }

    public int countFor(String address) {
        return mailbox.mailsTo(address).size();
    }

    public void isEmptied() {
        if (broken) {
            areDeliveredAgain();
        }
        mailbox.clear();
    }

    /** Waits until the first mail to the address is that old. */
    public void isOlderThan(String address, Duration age) {
        var since = Instant.now();
        letterFor(address, 1);
        await().atMost(age.plusSeconds(5))
                .until(() -> Duration.between(since, Instant.now()).compareTo(age) > 0);
    }

    /** The mail server refuses connections until {@link #areDeliveredAgain()}, or the end of the test. */
    public void breaksDown() {
        broken = true;
        mailbox.breakDown();
    }

    public void areDeliveredAgain() {
        mailbox.repair();
        broken = false;
    }

    private static Matcher first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as("%s in the mail:%n%s", pattern, text).isTrue();
        return found;
    }
}
