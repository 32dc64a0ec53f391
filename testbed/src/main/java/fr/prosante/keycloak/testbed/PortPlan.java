package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.server.Ports;
import java.util.List;
import java.util.stream.IntStream;

/** Which ports the parts listen on; 0 is any free one. */
public record PortPlan(int base) {
    private static final int COUNT = 10;

    /** Ports that nobody uses, as parallel tests need them. */
    public static PortPlan free() {
        return new PortPlan(0);
    }

    /** Ten ports in a row. */
    public static PortPlan from(int base) {
        return new PortPlan(base);
    }

    int portal() {
        return at(0);
    }

    int mailbox() {
        return at(1);
    }

    int crl() {
        return at(2);
    }

    int login() {
        return at(3);
    }

    int door() {
        return at(4);
    }

    int keycloak() {
        return at(5);
    }

    int management() {
        return at(6);
    }

    int smtp() {
        return at(7);
    }

    int neighbour(int index) {
        return at(8 + index);
    }

    /** The fixed ports that somebody else listens on. */
    List<Integer> taken() {
        return base == 0
                ? List.of()
                : IntStream.range(base, base + COUNT)
                        .filter(port -> !Ports.available(port))
                        .boxed()
                        .toList();
    }

    private int at(int offset) {
        return base == 0 ? 0 : base + offset;
    }
}
