package fr.prosante.keycloak.card.core.ocsp;

import fr.prosante.keycloak.card.core.Responders;
import fr.prosante.keycloak.card.core.Revocation;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What responders said of certificates, remembered on this node for all realms. Addresses come from certificates whose
 * path was validated; requests only look, and an answer that is on its way is worth a second try.
 */
public final class OcspService implements Revocation {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int MOST_RESPONDERS = 16;

    private final Memory memory = new Memory();
    private final Map<URI, Responder> responders = new ConcurrentHashMap<>();
    private final HttpClient client;
    private final Clock clock;
    private final Revocation ofResponders;
    private final Listener listener;
    private final Duration longest;

    /** Is told, from a background thread, of what a responder gave. */
    @FunctionalInterface
    public interface Listener {

        /** @param problem why there is no answer; empty if there is one */
        void asked(URI responder, Optional<String> problem, Duration time);
    }

    /** @param ofResponders tells whether the certificate of a responder itself was revoked */
    public OcspService(Clock clock, Revocation ofResponders, Listener listener) {
        this(clock, ofResponders, listener, LONGEST);
    }

    OcspService(Clock clock, Revocation ofResponders, Listener listener, Duration longest) {
        this.clock = clock;
        this.ofResponders = ofResponders;
        this.listener = listener;
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .connectTimeout(longest)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        Memory.Key key = new Memory.Key(issuer, certificate.getSerialNumber());
        Optional<Status> known = memory.recall(key, now);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Responder> responder = responder(certificate).filter(found -> !found.rests(now));
        if (responder.isEmpty()) {
            return Status.CANNOT_TELL;
        }
        // Should the answer be lost in spite of all bounds, somebody asks again a little later.
        if (memory.isFirst(key, Status.NOT_YET, now, now.plus(longest.multipliedBy(2)))) {
            ask(responder.get(), certificate, key);
        }
        return Status.NOT_YET;
    }

    private Optional<Responder> responder(X509Certificate certificate) {
        return Responders.http(certificate).stream()
                .findFirst()
                .filter(uri -> responders.containsKey(uri) || responders.size() < MOST_RESPONDERS)
                .map(uri -> responders.computeIfAbsent(uri, any -> new Responder(uri, client, longest)));
    }

    private void ask(Responder responder, X509Certificate certificate, Memory.Key key) {
        Instant start = clock.instant();
        Question question = Question.about(certificate, key.issuer());
        var unused = responder
                .ask(question, new Signatory(key.issuer(), ofResponders, start))
                .whenComplete((answer, problem) -> {
                    remember(key, start, answer);
                    listener.asked(
                            responder.uri(),
                            answer == null ? Optional.of(Problems.of(problem)) : Optional.empty(),
                            Duration.between(start, clock.instant()));
                });
    }

    private void remember(Memory.Key key, Instant asked, @Nullable Answer answer) {
        if (answer == null) {
            memory.keep(key, Status.CANNOT_TELL, asked.plus(RETRY));
        } else {
            memory.keep(key, answer.status(), answer.until());
        }
    }
}
