package fr.prosante.keycloak.testbed.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes every mail sent to its SMTP port, whoever it is for, and shows them at an address. */
public final class Mailbox implements AutoCloseable {
    private final int smtpPort;
    private final MailboxPages pages;
    private volatile GreenMail smtp;

    private Mailbox(ServerSetup setup, int webPort) {
        this.smtp = listen(setup);
        this.smtpPort = smtp.getSmtp().getPort();
        this.pages = MailboxPages.start(this, webPort);
    }

    /**
     * Listens on both ports.
     *
     * @param smtpPort 0 for any
     * @param webPort 0 for any
     */
    public static Mailbox start(int smtpPort, int webPort) {
        return new Mailbox(setup(smtpPort), webPort);
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** The list for people. */
    public URI page() {
        return pages.base();
    }

    /** The list for programs: JSON, oldest first; DELETE empties the box. */
    public URI json() {
        return pages.base().resolve("/messages");
    }

    /** Oldest first. */
    public List<ReceivedMail> mails() {
        MimeMessage[] messages = smtp.getReceivedMessages();
        List<ReceivedMail> mails = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            mails.add(MessageReader.read(i + 1, messages[i]));
        }
        return mails;
    }

    public List<ReceivedMail> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** Waits until as many mails as this came to the address and returns the last of them; empty when the time is over. */
    public Optional<ReceivedMail> await(String address, int count, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (true) {
            List<ReceivedMail> mails = mailsTo(address);
            if (mails.size() >= count) {
                return Optional.of(mails.get(count - 1));
            }
            if (Instant.now().isAfter(end)) {
                return Optional.empty();
            }
            smtp.waitForIncomingEmail(100, smtp.getReceivedMessages().length + 1);
        }
    }

    public void clear() {
        try {
            smtp.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail server goes away; connections are refused until {@link #repair()}. Keeps nothing. */
    public synchronized void breakDown() {
        smtp.stop();
    }

    /** The mail server comes back at the same port. */
    public synchronized void repair() {
        smtp = listen(setup(smtpPort));
    }

    @Override
    public void close() {
        pages.close();
        smtp.stop();
    }

    private static ServerSetup setup(int port) {
        return new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    private static GreenMail listen(ServerSetup setup) {
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }
}
