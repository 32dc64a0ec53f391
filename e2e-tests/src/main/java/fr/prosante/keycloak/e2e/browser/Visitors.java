package fr.prosante.keycloak.e2e.browser;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.pki.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** As many visitors as a test wants, each with cookies of its own, and what they do at the same time. */
public final class Visitors {

    private final Function<Optional<Leaf>, Visitor> entrance;

    public Visitors(Function<Optional<Leaf>, Visitor> entrance) {
        this.entrance = entrance;
    }

    public Visitor another() {
        return entrance.apply(Optional.empty());
    }

    /** One with a card in his reader. */
    public Visitor holderOf(Card card) {
        return whoShows(card.leaf());
    }

    /** One with another certificate and its key, wherever that is kept. */
    public Visitor whoShows(Leaf certificate) {
        return entrance.apply(Optional.of(certificate));
    }

    /**
     * Each at the page that asks for the code, all of one account: one after the other, because Keycloak refuses a password
     * while it looks at another one of the same account.
     */
    public List<AtCodePage> atCodePage(int count, String name, String password) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var visitor = another();
                    return new AtCodePage(visitor, visitor.logsIn(visitor.arrives(), name, password));
                })
                .toList();
    }

    /** All start at the same instant, each on a thread of its own. */
    public static <A, B> List<B> atOnce(List<A> actors, Function<A, B> deed) {
        var start = new CyclicBarrier(actors.size());
        var threads = Executors.newFixedThreadPool(actors.size());
        try {
            var deeds = actors.stream()
                    .map(actor -> threads.submit(() -> {
                        start.await();
                        return deed.apply(actor);
                    }))
                    .toList();
            return deeds.stream().map(Visitors::done).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T done(Future<T> deed) {
        try {
            return deed.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody and the page he looks at. */
    public record AtCodePage(Visitor visitor, Answer page) {

        public AtCodePage types(String code) {
            return new AtCodePage(visitor, visitor.types(page, code));
        }

        /** The portal took him in. */
        public boolean isIn() {
            return visitor.isIn(page);
        }
    }
}
