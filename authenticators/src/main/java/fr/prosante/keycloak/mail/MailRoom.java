package fr.prosante.keycloak.mail;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends mails on the threads of Keycloak's executor {@value #EXECUTOR}, so that a slow relay costs no request thread. The
 * number of mails that wait or are being sent is bounded: Keycloak's executor has a queue without end, and a relay that
 * hangs would fill it with mails nobody waits for any more.
 */
public final class MailRoom {
    /** Name of the executor; its threads are set with {@code spi-executors--default--pro-sante-mail--min} and {@code --max}. */
    public static final String EXECUTOR = "pro-sante-mail";

    private static final Logger LOG = Logger.getLogger(MailRoom.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A mail that has waited so long for a thread is not worth sending: the person has asked for another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LONGEST_MOMENT = Duration.ofSeconds(1);

    private final String name;
    private final int capacity;
    private final AtomicBoolean watched = new AtomicBoolean();
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * A room for so many mails at a time.
     *
     * @param name tells the rooms of a server apart in its metrics
     */
    public MailRoom(String name, int capacity) {
        this.name = name;
        this.capacity = capacity;
    }

    /**
     * Starts sending and returns at once.
     *
     * @param session of the request; only what a thread of its own can use is taken from it
     * @param kept what whoever waits must find done; on the sending thread, or at once when the room is full
     * @param told what nobody waits for: done after it, on the same thread
     */
    public CompletableFuture<MailOutcome> send(
            KeycloakSession session, Mail mail, Consumer<MailOutcome> kept, Consumer<MailOutcome> told) {
        return send(session, () -> mail, threads(session), kept, told);
    }

    /** Sends when the request has been committed, so that no mail tells of what was rolled back. */
    public void sendAfterCommit(KeycloakSession session, Mail mail, Consumer<MailOutcome> told) {
        AfterCommit.of(session, () -> {
            CompletableFuture<MailOutcome> unused = send(session, mail, outcome -> {}, told);
        });
    }

    /**
     * Writes and sends when the request has been committed, and a moment later that nobody can foretell: what is done for
     * one addressee and not for another must not slow down the answer that is on its way.
     */
    public void writeAfterCommit(KeycloakSession session, Letter letter, Consumer<MailOutcome> told) {
        long moment = ThreadLocalRandom.current().nextLong(LONGEST_MOMENT.toMillis());
        AfterCommit.of(session, () -> {
            Executor later = CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS, threads(session));
            KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
            String realmId = session.getContext().getRealm().getId();
            CompletableFuture<MailOutcome> unused =
                    send(session, () -> written(factory, realmId, letter), later, outcome -> {}, told);
        });
    }

    private CompletableFuture<MailOutcome> send(
            KeycloakSession session,
            Supplier<Mail> mail,
            Executor threads,
            Consumer<MailOutcome> kept,
            Consumer<MailOutcome> told) {
        if (watched.compareAndSet(false, true)) {
            MailMeters.watch(name, pending);
        }
        if (pending.incrementAndGet() > capacity) {
            pending.decrementAndGet();
            return refused(kept.andThen(told));
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        RealmModel realm = session.getContext().getRealm();
        Envelope envelope = new Envelope(factory, realm.getId(), Map.copyOf(realm.getSmtpConfig()), mail);
        long queuedAt = System.nanoTime();
        CompletableFuture<MailOutcome> result = new CompletableFuture<>();
        try {
            threads.execute(() -> run(envelope, queuedAt, kept, told, result));
        } catch (RejectedExecutionException e) {
            pending.decrementAndGet();
            return refused(kept.andThen(told));
        }
        return result;
    }

    private static ExecutorService threads(KeycloakSession session) {
        return session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR);
    }

    /** Waits for the outcome, but no longer than that; empty: still going. */
    public static Optional<MailOutcome> await(CompletableFuture<MailOutcome> mail, Duration limit) {
        try {
            return Optional.of(mail.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.debugf(e, "mail ended by surprise");
            return Optional.of(MailOutcome.UNREACHABLE);
        }
    }

    private static CompletableFuture<MailOutcome> refused(Consumer<MailOutcome> whenKnown) {
        MailMeters.ended(MailOutcome.BUSY, Duration.ZERO);
        whenKnown.accept(MailOutcome.BUSY);
        return CompletableFuture.completedFuture(MailOutcome.BUSY);
    }

    private void run(
            Envelope envelope,
            long queuedAt,
            Consumer<MailOutcome> kept,
            Consumer<MailOutcome> told,
            CompletableFuture<MailOutcome> result) {
        MailOutcome outcome = MailOutcome.BUSY;
        try {
            if (System.nanoTime() - queuedAt < PATIENCE.toNanos()) {
                outcome = envelope.deliver();
            }
            record(kept, outcome);
        } finally {
            pending.decrementAndGet();
            MailMeters.ended(outcome, Duration.ofNanos(System.nanoTime() - queuedAt));
            result.complete(outcome);
        }
        record(told, outcome);
    }

    private static void record(Consumer<MailOutcome> listener, MailOutcome outcome) {
        try {
            listener.accept(outcome);
        } catch (RuntimeException e) {
            LOG.warnf("a mail's outcome was not recorded: %s", e.getClass().getName());
            LOG.debug("the cause", e);
        }
    }

    private static Mail written(KeycloakSessionFactory factory, String realmId, Letter letter) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            session.getContext().setRealm(session.realms().getRealm(realmId));
            try {
                return letter.write(session);
            } catch (EmailException e) {
                throw new NotSent(e);
            }
        });
    }

    /** A mail and what it takes to send it outside of a request. */
    private record Envelope(
            KeycloakSessionFactory factory, String realmId, Map<String, String> smtp, Supplier<Mail> mail) {
        MailOutcome deliver() {
            try {
                return deliver(mail.get());
            } catch (RuntimeException e) {
                LOG.warnf("a mail could not be written: %s", e.getClass().getName());
                LOG.debug("the cause", e);
                return MailOutcome.UNWRITABLE;
            }
        }

        private MailOutcome deliver(Mail mail) {
            if (mail.address().isEmpty()) {
                return MailOutcome.UNADDRESSED;
            }
            MailOutcome first = attempt(mail);
            if (!first.worthAnotherTry()) {
                return first;
            }
            LOG.debugf("mail not sent (%s), one more try", first);
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return first;
            }
            return attempt(mail);
        }

        private MailOutcome attempt(Mail mail) {
            try {
                KeycloakModelUtils.runJobInTransaction(factory, session -> hand(session, mail));
                return MailOutcome.HANDED_OVER;
            } catch (RuntimeException e) {
                LOG.debug("mail not sent", e);
                return MailFailures.of(e);
            }
        }

        private void hand(KeycloakSession session, Mail mail) {
            session.getContext().setRealm(session.realms().getRealm(realmId));
            EmailSenderProvider sender = session.getProvider(EmailSenderProvider.class);
            try {
                SenderLog.silently(() -> sender.send(smtp, mail.address(), mail.subject(), mail.text(), mail.html()));
            } catch (Exception e) {
                throw new NotSent(e);
            }
        }
    }

    /** A mail that is written on the sending thread, in a transaction that is over before it is sent. */
    @FunctionalInterface
    public interface Letter {
        /** Writes it; the realm is that of the request. */
        Mail write(KeycloakSession session) throws EmailException;
    }

    /** Carries a failure through Keycloak's transaction wrapper. */
    private static final class NotSent extends RuntimeException {
        NotSent(Throwable cause) {
            super(cause);
        }
    }
}
