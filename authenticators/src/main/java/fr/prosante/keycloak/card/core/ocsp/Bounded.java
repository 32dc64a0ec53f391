package fr.prosante.keycloak.card.core.ocsp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer of status 200, up to a size; anything longer or otherwise ends the exchange. */
final class Bounded implements HttpResponse.BodySubscriber<byte[]> {

    private static final int LARGEST = 65_536;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final int status;
    private Optional<Flow.Subscription> subscribed = Optional.empty();

    Bounded(HttpResponse.ResponseInfo response) {
        status = response.statusCode();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscribed = Optional.of(subscription);
        if (status == 200) {
            subscription.request(Long.MAX_VALUE);
        } else {
            refuse("status " + status);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (received.size() + part.remaining() > LARGEST) {
                refuse("too large");
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            received.writeBytes(bytes);
        }
    }

    private void refuse(String why) {
        subscribed.ifPresent(Flow.Subscription::cancel);
        boolean unused = whole.completeExceptionally(new IOException(why));
    }

    @Override
    public void onError(Throwable problem) {
        boolean unused = whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        boolean unused = whole.complete(received.toByteArray());
    }
}
