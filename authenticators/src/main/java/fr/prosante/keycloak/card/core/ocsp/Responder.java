package fr.prosante.keycloak.card.core.ocsp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One responder: how many questions may be under way at once, whether it is left alone for a while after it failed, and
 * whether it was seen to repeat a nonce. From then on an answer without one is taken for an old one that is played again.
 */
final class Responder {

    private static final int MOST_AT_ONCE = 32;
    private static final Duration REST = Duration.ofSeconds(30);

    private final URI uri;
    private final HttpClient client;
    private final Duration longest;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private volatile Instant restsUntil = Instant.EPOCH;
    private volatile boolean repeatsNonces;

    Responder(URI uri, HttpClient client, Duration longest) {
        this.uri = uri;
        this.client = client;
        this.longest = longest;
    }

    URI uri() {
        return uri;
    }

    boolean rests(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** Asks without waiting; ends, if only in an {@link OcspException}, after the longest time at the latest. */
    CompletableFuture<Answer> ask(Question question, Signatory signatory) {
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(new OcspException("too many questions at once"));
        }
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request(question), Bounded::new);
        // The time of a request ends with its headers: a body that trickles is cut off here.
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> exchange.cancel(true));
        return exchange.handle((response, problem) -> received(response, problem, signatory.now()))
                .thenCompose(body -> body)
                .thenCompose(body -> read(body, question, signatory));
    }

    private HttpRequest request(Question question) {
        return HttpRequest.newBuilder(uri)
                .timeout(longest)
                .header("Content-Type", "application/ocsp-request")
                .header("Accept", "application/ocsp-response")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.der()))
                .build();
    }

    private CompletionStage<byte[]> received(
            @Nullable HttpResponse<byte[]> response, @Nullable Throwable problem, Instant asked) {
        free.release();
        if (response != null) {
            return CompletableFuture.completedFuture(response.body());
        }
        restsUntil = asked.plus(REST);
        return CompletableFuture.failedFuture(new OcspException("cannot be asked: " + Problems.of(problem)));
    }

    private CompletionStage<Answer> read(byte[] body, Question question, Signatory signatory) {
        try {
            Answer answer = Answer.read(body, question, signatory);
            if (repeatsNonces && !answer.fresh()) {
                throw new OcspException("no nonce, although this responder repeats them");
            }
            if (answer.fresh()) {
                // Never taken back: an answer that was on its way longer would open the door to old ones.
                repeatsNonces = true;
            }
            return CompletableFuture.completedFuture(answer);
        } catch (OcspException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
