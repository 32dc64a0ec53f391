package fr.prosante.keycloak.testbed;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The JDK's small web server on the loopback; all of the testbed's come from here. */
public final class Loopback {

    static {
        // Read once, by the first server of the process. Without it a body waits 40 ms for the headers'
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Loopback() {}

    /** @param port 0 for any */
    public static HttpServer http(int port) throws IOException {
        return HttpServer.create(address(port), 0);
    }

    /** @param port 0 for any */
    public static HttpsServer https(int port) throws IOException {
        return HttpsServer.create(address(port), 0);
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
