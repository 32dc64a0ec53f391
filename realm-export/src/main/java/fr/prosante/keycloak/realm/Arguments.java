package fr.prosante.keycloak.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The command line.
 *
 * @param credentials form fields of the token request
 * @param base the realm file that the live realm was last brought to, if it is not a released one
 * @param target another realm file than this version's
 */
record Arguments(
        String server,
        String realm,
        Map<String, String> credentials,
        Optional<Path> base,
        Optional<Path> target,
        boolean apply) {
    static final String USAGE = """
            pro-sante-realm --server URL (--user NAME --password-file FILE | --client ID --secret-file FILE)
                            [--realm NAME] [--base FILE] [--target FILE] [--apply]

            Says what would change in a live realm to bring it to this version; with --apply, changes it.
              --server URL      Keycloak's address, such as https://connexion.example.fr
              --user, --client  an administrator, or a client with a service account, of the realm « master »
              --realm NAME      default: pro-sante
              --base FILE       the realm file that this realm was last brought to, if you import one of your own
              --target FILE     another realm file than the one of this version
            The placeholders of the realm file are filled from the environment, as at the first import.""";

    private static final List<String> NAMES =
            List.of("server", "user", "password-file", "client", "secret-file", "realm", "base", "target");

    Arguments {
        credentials = Map.copyOf(credentials);
    }

    /** @throws IllegalArgumentException if they make no sense; the message says why */
    static Arguments parse(List<String> words) {
        Map<String, String> given = new TreeMap<>();
        boolean apply = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--apply")) {
                apply = true;
            } else if (word.startsWith("--") && NAMES.contains(word.substring(2)) && rest.hasNext()) {
                given.put(word.substring(2), rest.next());
            } else {
                throw new IllegalArgumentException("Not understood: " + word);
            }
        }
        return new Arguments(
                needed(given, "server"),
                given.getOrDefault("realm", "pro-sante"),
                credentials(given),
                Optional.ofNullable(given.get("base")).map(Path::of),
                Optional.ofNullable(given.get("target")).map(Path::of),
                apply);
    }

    private static Map<String, String> credentials(Map<String, String> given) {
        if (given.containsKey("client")) {
            return Map.of(
                    "grant_type", "client_credentials",
                    "client_id", needed(given, "client"),
                    "client_secret", secret(needed(given, "secret-file")));
        }
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                needed(given, "user"),
                "password",
                secret(needed(given, "password-file")));
    }

    private static String needed(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name))
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
