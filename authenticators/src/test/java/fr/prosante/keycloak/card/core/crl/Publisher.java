package fr.prosante.keycloak.card.core.crl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;

/** A publisher of lists that answers as it is told, and what the service under test made of its answers. */
final class Publisher implements CrlService.Listener, AutoCloseable {

    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
    private final Queue<String> conditions = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(404, -1);

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    Publisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            conditions.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
            answer.to(exchange);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    void answers(Answer wanted) {
        answer = wanted;
    }

    void answers(byte[] list) {
        answers(exchange -> give(list, exchange));
    }

    static void give(byte[] list, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, list.length);
        exchange.getResponseBody().write(list);
    }

    URI address() {
        return at("127.0.0.1", "/persons.crl");
    }

    /** A card that names the list, after an address that nobody asks. */
    X509Certificate card(TestAuthority issuer) {
        CRLDistPoint lists = TestCard.listAt("ldap://list.test/cn=x", address().toString());
        return TestCard.of(issuer, recipe -> recipe.extension(Extension.cRLDistributionPoints, false, lists));
    }

    /** The same server, as another one to whoever looks at names. */
    URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    /** The validators that came with requests, {@code null} where there was none. */
    Queue<String> conditions() {
        return conditions;
    }

    /** The next thing that the service told: {@code loaded} with the number of entries, {@code failed}, {@code let go}. */
    String outcome() throws InterruptedException {
        return String.valueOf(outcomes.poll(20, TimeUnit.SECONDS));
    }

    /** Passes over whatever else is told before. */
    void tells(String outcome) throws InterruptedException {
        String told = outcome();
        while (!told.equals(outcome)) {
            if (told.equals("null")) {
                throw new AssertionError("never told: " + outcome);
            }
            told = outcome();
        }
    }

    BlockingQueue<String> outcomes() {
        return outcomes;
    }

    @Override
    public void loaded(ListState state) {
        outcomes.add("loaded " + state.entries());
    }

    @Override
    public void failed(ListState state) {
        outcomes.add("failed " + state.problem().orElse("for no reason"));
    }

    @Override
    public void letGo(URI uri) {
        outcomes.add("let go " + uri);
    }

    /** Those who wait for an answer get none. */
    void stops() {
        server.stop(0);
    }

    @Override
    public void close() {
        stops();
        var unused = threads.shutdownNow();
    }
}
