package fr.prosante.keycloak.testbed.psc;

import fr.prosante.keycloak.testbed.pki.Leaf;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A simulator of Pro Santé Connect on two loopback addresses, as the real one is on two hosts: the issuer
 * ({@code https://localhost:<port>/auth/realms/simulateur-wallet}) and the wallet with the login page
 * ({@code https://127.0.0.1:<port>/auth}). Names of its own and a banner on every page: it cannot be taken for the real
 * one, and refuses to listen elsewhere than on the loopback.
 */
public final class PscSimulator implements AutoCloseable {

    private final Register register = new Register();
    private final SigningKeys keys = new SigningKeys();
    private volatile Settings settings = Settings.USUAL;
    private volatile Duration ahead = Duration.ZERO;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Server issuerServer;
    private final Server walletServer;
    private final String issuer;

    private PscSimulator(SSLContext tls, int issuerPort, int walletPort) {
        issuerServer = new Server(tls, issuerPort);
        walletServer = new Server(tls, walletPort);
        issuer = "https://localhost:" + issuerServer.port() + "/auth/realms/simulateur-wallet";
        Issuer endpoints = new Issuer(this, register, keys);
        issuerServer.serve(endpoints::answer);
        walletServer.serve(new Wallet(this, register)::answer);
        FictivePeople.all().forEach(register::add);
    }

    /**
     * @param tls certificate of both addresses, and a trust manager that takes every client certificate
     * @param issuerPort 0 for any
     * @param walletPort 0 for any
     */
    public static PscSimulator start(SSLContext tls, int issuerPort, int walletPort) {
        return new PscSimulator(tls, issuerPort, walletPort);
    }

    /** On any ports, under this certificate. */
    public static PscSimulator start(Leaf identity) {
        return start(SimulatorTls.of(identity), 0, 0);
    }

    /** The {@code iss} of its tokens. */
    public String issuer() {
        return issuer;
    }

    public URI authorization() {
        return URI.create("https://127.0.0.1:" + walletServer.port() + "/auth");
    }

    public URI token() {
        return endpoint("token");
    }

    public URI userinfo() {
        return endpoint("userinfo");
    }

    public URI keySet() {
        return endpoint("certs");
    }

    public URI logout() {
        return endpoint("logout");
    }

    /** Not at the standard address, like the real one. */
    public URI discovery() {
        return URI.create(issuer + "/.well-known/wallet-openid-configuration");
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    /**
     * Makes a service known.
     *
     * @throws IllegalArgumentException if one of its addresses is not on this machine: nobody else is to meet invented people
     */
    public void declare(PscClient client) {
        client.requireLoopback();
        register.add(client);
    }

    public void know(FictivePerson person) {
        register.add(person);
    }

    public List<FictivePerson> people() {
        return register.people();
    }

    public Settings settings() {
        return settings;
    }

    public synchronized void set(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    /** A fault for the logins that begin from now on. */
    public void fault(Fault fault) {
        set(now -> now.withFault(fault));
    }

    public void acr(Optional<String> acr) {
        set(now -> now.withAcr(acr));
    }

    public void reset() {
        set(any -> Settings.USUAL);
        ahead = Duration.ZERO;
        calls.clear();
    }

    /** Puts the simulator's clock ahead of everybody else's: codes and tokens age at once, and its tokens come too early. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** A new signing key; the one before it stays published. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** What the issuer's host was asked, oldest first. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many connections the issuer's host has seen; each costs the other side a handshake. */
    public int connections() {
        return issuerServer.connections();
    }

    void record(Call call) {
        calls.add(call);
    }

    @Override
    public void close() {
        issuerServer.close();
        walletServer.close();
    }
}
