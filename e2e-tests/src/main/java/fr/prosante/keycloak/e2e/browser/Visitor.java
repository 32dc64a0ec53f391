package fr.prosante.keycloak.e2e.browser;

import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.pki.ShownCertificate;
import fr.prosante.keycloak.testbed.portal.Portal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks HTTP without a browser, redirect by redirect, as attacks do. */
public final class Visitor {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*/login-actions/[^\"]*)\"");
    private static final Pattern FORGOTTEN = Pattern.compile("href=\"([^\"]*/login-actions/reset-credentials[^\"]*)\"");
    private static final Pattern REQUEST = Pattern.compile("name=\"demande\" value=\"([^\"]+)\"");
    private static final Pattern CARD_DOOR =
            Pattern.compile("name=\"authenticationExecution\" value=\"([^\"]+)\" id=\"ps-door-card\"");

    private final ShownCertificate shown;
    private final HttpClient client;
    private final URI realm;
    private final URI portal;
    private final Map<String, String> headers = new ConcurrentHashMap<>(Map.of("Accept-Language", "fr"));
    private final Set<URI> addresses = ConcurrentHashMap.newKeySet();
    private volatile Duration longestWait = Duration.ZERO;

    /** @param realm address of the realm on the login host */
    public Visitor(X509Certificate serverCa, URI realm, URI portal) {
        this(serverCa, realm, portal, Optional.empty());
    }

    /**
     * @param realm address of the realm on the login host
     * @param card what he shows to every server that asks for a certificate
     */
    public Visitor(X509Certificate serverCa, URI realm, URI portal, Optional<Leaf> card) {
        this.shown = new ShownCertificate(card);
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(ServerTrust.in(serverCa, shown))
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        this.realm = realm;
        this.portal = portal;
    }

    /** Host and port of every server that asked him for a certificate while the connection was made. */
    public Set<String> wasAskedForACardBy() {
        return shown.askers();
    }

    /** Sends more headers with each request from now on. */
    public Visitor sends(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    /** Everything that he asked for so far. */
    public Set<URI> addresses() {
        return Set.copyOf(addresses);
    }

    /** How long the slowest answer so far took. */
    public Duration longestWait() {
        return longestWait;
    }

    /** Asks for the login page, as the portal does. */
    public Answer arrives() {
        return arrivesWith("");
    }

    /** The same with more parameters: {@code kc_action=…}. */
    public Answer arrivesWith(String parameters) {
        return follows(get(URI.create(realm + "/protocol/openid-connect/auth?client_id=" + Portal.CLIENT_ID
                + "&response_type=code&scope=openid&state=s&nonce=n&redirect_uri=" + encoded(portal + "/x") + "&"
                + parameters)));
    }

    /** Types name and password on the login page. */
    public Answer logsIn(Answer loginPage, String name, String password) {
        return follows(submits(loginPage, Map.of("username", name, "password", password)));
    }

    /** Follows « Mot de passe oublié ? » of the login page. */
    public Answer hasForgottenPassword(Answer loginPage) {
        var way = FORGOTTEN.matcher(loginPage.body());
        if (!way.find()) {
            throw new AssertionError("No forgotten password on " + loginPage.address());
        }
        return follows(get(loginPage.address().resolve(way.group(1).replace("&amp;", "&"))));
    }

    /** Types a code on the page that asks for it; a code that is right leads to the portal. */
    public Answer types(Answer codePage, String code) {
        return follows(submits(codePage, Map.of("code", code)));
    }

    /** Sends a form of a page of Keycloak, without following the answer. */
    public Answer submits(Answer page, Map<String, String> fields) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("No form on " + page.address() + ":\n" + page.text());
        }
        return post(page.address().resolve(action.group(1).replace("&amp;", "&")), fields);
    }

    /** Chooses the card on the login page, and goes by way of the door to wherever it leads. */
    public Answer choosesCard(Answer loginPage) {
        return follows(asksForTheDoor(loginPage));
    }

    /** Chooses the card on the login page; the answer is the redirect to the door, not followed. */
    public Answer asksForTheDoor(Answer loginPage) {
        var door = CARD_DOOR.matcher(loginPage.body());
        if (!door.find()) {
            throw new AssertionError("No card door on " + loginPage.address() + ":\n" + loginPage.text());
        }
        return submits(loginPage, Map.of("authenticationExecution", door.group(1)));
    }

    /** Goes through the door to which the answer leads; the answer is the redirect back with the proof, not followed. */
    public Answer showsCardAtTheDoor(Answer redirect) {
        var door = get(redirect.location().orElseThrow());
        while (door.later().isPresent()) {
            door = get(door.later().get().awaited());
        }
        return door;
    }

    /** Chooses Pro Santé Connect on the login page, up to its page or back. */
    public Answer choosesPsc(Answer loginPage) {
        return follows(knocksAt("psc", loginPage));
    }

    /** Chooses an identity provider on the login page; the answer is not followed. */
    public Answer knocksAt(String alias, Answer loginPage) {
        var door = Pattern.compile("href=\"([^\"]*/broker/" + alias + "/login[^\"]*)\"")
                .matcher(loginPage.body());
        if (!door.find()) {
            throw new AssertionError("No door of " + alias + " on " + loginPage.address());
        }
        return get(loginPage.address().resolve(door.group(1).replace("&amp;", "&")));
    }

    /** Shows a card at the wallet; the answer is the redirect to Keycloak, not followed. */
    public Answer showsCard(Answer wallet, String idNat) {
        return post(wallet.address().resolve("/auth/carte"), Map.of("demande", request(wallet), "carte", idNat));
    }

    /** The whole way, from the login page to wherever it ends. */
    public Answer comesBy(String idNat) {
        var wallet = choosesPsc(arrives());
        return wallet.body().contains("name=\"demande\"") ? follows(showsCard(wallet, idNat)) : wallet;
    }

    /** Goes where it is sent, until a page, or the door of the portal. */
    public Answer follows(Answer answer) {
        var current = answer;
        for (var next = next(current); next.isPresent(); next = next(current)) {
            current = get(next.get());
        }
        return current;
    }

    private Optional<URI> next(Answer answer) {
        return isIn(answer)
                ? Optional.empty()
                : answer.location().or(() -> answer.later().map(Later::awaited));
    }

    /** Was the person sent back to the portal with a code? */
    public boolean isIn(Answer answer) {
        return answer.location()
                .map(URI::toString)
                .filter(to -> to.startsWith(portal.toString()))
                .isPresent();
    }

    public Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).GET(), address);
    }

    private Answer post(URI address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                address);
    }

    private Answer send(HttpRequest.Builder request, URI address) {
        var start = Instant.now();
        try {
            headers.forEach(request::setHeader);
            addresses.add(address);
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var time = Duration.between(start, Instant.now());
            longestWait = time.compareTo(longestWait) > 0 ? time : longestWait;
            return Answer.of(address, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String request(Answer wallet) {
        var request = REQUEST.matcher(wallet.body());
        if (!request.find()) {
            throw new AssertionError("Not the wallet but " + wallet.address() + ":\n" + wallet.body());
        }
        return request.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
