package fr.prosante.keycloak.testbed.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server on the way to the mailbox, which hands every mail on until it is told to misbehave at some step. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listener;
    private final int mailbox;
    private volatile Mood mood = new Mood(Whim.none());

    private Relay(int mailbox) throws IOException {
        this.mailbox = mailbox;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** @param smtpPort of the mailbox behind */
    public static Relay before(int smtpPort) {
        try {
            return new Relay(smtpPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From the next step on; whoever hangs on a former whim is cut off. */
    public void has(Whim whim) {
        Mood former = mood;
        mood = new Mood(whim);
        former.over().countDown();
    }

    @Override
    public void close() {
        mood.over().countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whim while it lasts. */
    private record Mood(Whim whim, CountDownLatch over) {
        Mood(Whim whim) {
            this(whim, new CountDownLatch(1));
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            inBackground(() -> {
                try (client) {
                    new Conversation(new Line(client)).run();
                }
            });
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> work.untilTheOtherSideGoes(), "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;

        default void untilTheOtherSideGoes() {
            try {
                run();
            } catch (IOException e) {
                // It has gone, or we have hung up: either way the work is over.
                return;
            }
        }
    }

    /** One connection. A mail is kept until its last line and delivered before that is answered. */
    private final class Conversation {
        private final Line client;
        private final List<String> mail = new ArrayList<>();

        Conversation(Line client) {
            this.client = client;
        }

        void run() throws IOException {
            answers(SmtpStep.GREETING, "220 relay");
            String verb = "";
            while (!verb.equals("QUIT")) {
                String line = client.read();
                verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                step(line, verb);
            }
        }

        private void step(String line, String verb) throws IOException {
            switch (verb) {
                case "EHLO", "HELO" -> answers(SmtpStep.EHLO, "250 relay");
                // Promised, and not kept.
                case "STARTTLS" -> client.write("220 go on\r\nnot a word of TLS");
                case "MAIL", "RCPT" -> {
                    mail.add(line);
                    answers(SmtpStep.valueOf(verb), "250 ok");
                }
                case "DATA" -> {
                    if (goesRight(SmtpStep.DATA)) {
                        body();
                    }
                }
                default -> client.write("250 ok");
            }
        }

        private void body() throws IOException {
            client.write("354 go on");
            List<String> body = new ArrayList<>();
            while (body.isEmpty() || !".".equals(body.get(body.size() - 1))) {
                body.add(client.read());
            }
            if (goesRight(SmtpStep.DOT)) {
                deliver(body);
                client.write("250 queued");
            }
        }

        private void answers(SmtpStep step, String right) throws IOException {
            if (goesRight(step)) {
                client.write(right);
            }
        }

        /** Whether the right word comes, after a delay perhaps; else another one was said. */
        private boolean goesRight(SmtpStep step) throws IOException {
            Mood now = mood;
            if (step != now.whim().step()) {
                return true;
            }
            if (now.whim().passing()) {
                has(Whim.none());
            }
            if (now.whim().cut()) {
                throw new IOException("cut");
            }
            if (!now.whim().reply().isEmpty()) {
                client.write(now.whim().reply());
                return false;
            }
            try {
                if (now.over().await(now.whim().delay().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("cut off");
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private void deliver(List<String> body) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mailbox)) {
                Line server = new Line(socket);
                server.read();
                server.asks("HELO relay");
                for (String line : mail) {
                    server.asks(line);
                }
                server.asks("DATA");
                server.asks(String.join("\r\n", body));
                server.asks("QUIT");
                mail.clear();
            }
        }
    }

    /** A socket that is read and written by lines. */
    private static final class Line {
        private final Socket socket;
        private final BufferedReader in;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        String read() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("gone");
            }
            return line;
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        void asks(String text) throws IOException {
            write(text);
            String answer = read();
            if (answer.compareTo("4") > 0) {
                throw new IOException(answer);
            }
        }
    }
}
