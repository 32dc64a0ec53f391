package fr.prosante.keycloak.testbed.server;

/** A server that was started somewhere. */
public interface RunningServer extends AutoCloseable {

    boolean alive();

    /** As a crash would: no word to the server. */
    void kill();

    /** The number under which this machine knows its Java. */
    long virtualMachine();

    /** Ends it in good order. */
    @Override
    void close();
}
