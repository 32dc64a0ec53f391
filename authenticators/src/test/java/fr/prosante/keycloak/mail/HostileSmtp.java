package fr.prosante.keycloak.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that takes mails until a chosen step, and then misbehaves in a chosen way. */
final class HostileSmtp implements AutoCloseable {
    /** Where it misbehaves. */
    enum Step {
        GREETING,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        DOT,
        NEVER
    }

    /** Ends the connection without a word. */
    static final String DROP = "drop";
    /** Says nothing any more. */
    static final String HANG = "hang";

    private final ServerSocket listener;
    private final Step step;
    private final String deed;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Misbehaves at that step: {@link #DROP}, {@link #HANG}, or the reply it gives instead of the right one. */
    HostileSmtp(Step step, String deed) throws IOException {
        this.step = step;
        this.deed = deed;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "hostile-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> mails() {
        return mails;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> talk(socket), "hostile-smtp-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            boolean on = say(socket, Step.GREETING, "220 here");
            while (on) {
                String line = in.readLine();
                on = line != null && answer(socket, in, line.toUpperCase(Locale.ROOT));
            }
        } catch (IOException e) {
            // the other side has gone: nothing to do
        }
    }

    private boolean answer(Socket socket, BufferedReader in, String line) throws IOException {
        if (line.startsWith("EHLO")) {
            return say(socket, Step.EHLO, "250 hello");
        }
        if (line.startsWith("MAIL")) {
            return say(socket, Step.MAIL, "250 ok");
        }
        if (line.startsWith("RCPT")) {
            return say(socket, Step.RCPT, "250 ok");
        }
        if (line.startsWith("DATA")) {
            return say(socket, Step.DATA, "354 go on") && (step == Step.DATA || mail(socket, in));
        }
        return say(socket, Step.NEVER, "250 ok") && !line.startsWith("QUIT");
    }

    private boolean mail(Socket socket, BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        if (step != Step.DOT) {
            mails.add(text.toString());
        }
        return say(socket, Step.DOT, "250 queued");
    }

    private boolean say(Socket socket, Step at, String right) throws IOException {
        if (at != step || step == Step.NEVER) {
            return write(socket, right);
        }
        return switch (deed) {
            case DROP -> false;
            case HANG -> waitForEnd();
            default -> write(socket, deed);
        };
    }

    private boolean waitForEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean write(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
