package fr.prosante.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.prosante.keycloak.realm.core.Change;
import fr.prosante.keycloak.realm.core.Merge;
import fr.prosante.keycloak.realm.core.RealmDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Brings a live realm to the realm of this version and keeps what its administrators changed, its users, clients and
 * keys. Says what it would do; does it only with {@code --apply}. Ends with 0 if nothing is left to do, with 2 if a dry
 * run found something to do, with 1 if it failed.
 */
public final class RealmUpgrade {
    static final int PENDING = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Arguments arguments;
    private final LiveRealm realm;

    private RealmUpgrade(Arguments arguments) {
        this.arguments = arguments;
        this.realm = new LiveRealm(new AdminApi(arguments.server(), arguments.realm(), arguments.credentials()));
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    /** The exit code. */
    static int run(List<String> words) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
            return 1;
        }
        try {
            return new RealmUpgrade(arguments).upgrade();
        } catch (AdminApiException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int upgrade() {
        JsonNode live = realm.read();
        JsonNode target =
                document(arguments.target().map(RealmUpgrade::file).orElseGet(() -> resource("pro-sante-realm.json")));
        Merge merge = Merge.of(base(live, target), target, live);
        merge.changes().forEach(change -> System.out.println(change));
        long pending = merge.changes().stream().filter(Change::changesTheRealm).count();
        if (pending == 0) {
            System.out.println("Nothing to change in « " + arguments.realm() + " ».");
            return 0;
        }
        if (!arguments.apply()) {
            System.out.println(pending + " changes to make; run again with --apply.");
            return PENDING;
        }
        realm.change(live, merge.merged());
        System.out.println(pending + " changes made.");
        return 0;
    }

    private JsonNode base(JsonNode live, JsonNode target) {
        if (arguments.base().isPresent()) {
            return document(file(arguments.base().get()));
        }
        Optional<String> version = RealmDocument.version(live);
        if (version.isPresent() && version.equals(RealmDocument.version(target))) {
            // It was brought here already: what it lacks, somebody took out since.
            return target;
        }
        JsonNode released =
                version.map(number -> resource("released/" + number + ".json")).orElse(MissingNode.getInstance());
        if (released.isMissingNode()) {
            System.out.println("Which version this realm was made from is not known"
                    + version.map(number -> " (« " + number + " »)").orElse("")
                    + ": what is missing is added, nothing that exists is changed.");
            return released;
        }
        return document(released);
    }

    private static JsonNode document(JsonNode export) {
        return RealmDocument.ofExport(export, name -> Optional.ofNullable(System.getenv(name)));
    }

    private static JsonNode file(Path path) {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("No realm in " + path, e);
        }
    }

    /** Missing if there is no such resource. */
    private static JsonNode resource(String name) {
        try (InputStream in = RealmUpgrade.class.getResourceAsStream(name)) {
            return in == null ? MissingNode.getInstance() : JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
