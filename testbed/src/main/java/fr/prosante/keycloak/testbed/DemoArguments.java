package fr.prosante.keycloak.testbed;

import java.util.Iterator;
import java.util.List;

/** The command line of the demo. */
record DemoArguments(int portBase, boolean keep, boolean help) {
    static final String USAGE = """
            Usage: ./demo.sh [--keep] [--port-base N]
              --keep         goes on with the accounts of the last start
              --port-base N  first of the ten ports it uses (default 8440)
            """;

    private static final int DEFAULT_BASE = 8440;

    static DemoArguments parse(List<String> arguments) {
        int base = DEFAULT_BASE;
        boolean keepData = false;
        boolean showHelp = false;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--keep" -> keepData = true;
                case "--port-base" -> base = port(words);
                case "--help", "-h" -> showHelp = true;
                default -> throw new IllegalArgumentException("Unknown argument " + word + "\n" + USAGE);
            }
        }
        return new DemoArguments(base, keepData, showHelp);
    }

    private static int port(Iterator<String> words) {
        String word = words.hasNext() ? words.next() : "";
        if (!word.matches("\\d{4,5}") || Integer.parseInt(word) < 1024 || Integer.parseInt(word) > 65_500) {
            throw new IllegalArgumentException("--port-base takes a number from 1024 to 65500\n" + USAGE);
        }
        return Integer.parseInt(word);
    }
}
