package fr.prosante.keycloak.e2e.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does at the keyboard what somebody does when the browser's own window asks for the code porteur. */
final class Hand implements AutoCloseable {

    private static final String TITLE = "Unlock Security Device";
    /** A window that took no notice gets the same again. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Map<String, String> screen;
    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final Map<String, Seen> windows = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private record Seen(List<String> answer, Instant answered) {}

    Hand(Map<String, String> screen) {
        this.screen = screen;
        var unused = thread.scheduleWithFixedDelay(this::look, 0, 150, TimeUnit.MILLISECONDS);
    }

    /** One after the other, for as many windows; the last for all that follow. */
    synchronized void types(List<String> codes) {
        answers.clear();
        codes.forEach(code -> answers.add(List.of("key ctrl+a", "type " + code, "key Return")));
    }

    synchronized void cancels() {
        answers.clear();
        answers.add(List.of("key Escape"));
    }

    /** How many windows asked for a code so far. */
    int windows() {
        return asked.size();
    }

    private synchronized void look() {
        if (answers.isEmpty()) {
            return;
        }
        for (var window :
                xdotool("search", "--onlyvisible", "--name", TITLE).lines().toList()) {
            var seen = windows.get(window);
            if (seen == null) {
                asked.add(window);
                answer(window, answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
            } else if (Instant.now().isAfter(seen.answered().plus(PATIENCE))) {
                answer(window, seen.answer());
            }
        }
    }

    private void answer(String window, List<String> deeds) {
        xdotool("windowfocus", "--sync", window);
        deeds.forEach(deed -> xdotool(deed.split(" ")));
        windows.put(window, new Seen(deeds, Instant.now()));
    }

    private String xdotool(String... words) {
        var command = new java.util.ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        return Tool.outcome(command, screen).output();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
