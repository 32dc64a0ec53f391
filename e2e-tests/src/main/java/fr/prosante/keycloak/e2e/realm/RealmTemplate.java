package fr.prosante.keycloak.e2e.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.prosante.keycloak.testbed.portal.Portal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.admin.client.Keycloak;

/**
 * The exported realm, to be imported under another name: by admin REST, which replaces no placeholder, unlike an import
 * at start.
 */
public final class RealmTemplate {

    /** {@code ${NAME}} or {@code ${NAME:default}}, but not {@code ${role_default}}: Keycloak's own message keys are lower case. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String exported;
    private final Map<String, String> values;

    public RealmTemplate(Path exported, Map<String, String> values) {
        try {
            this.exported = Files.readString(exported);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.values = Map.copyOf(values);
    }

    /**
     * Imports a copy, with the portal as its client.
     *
     * @param keycloak the server's own address
     * @param portal address of the portal
     */
    public void importInto(URI keycloak, Keycloak administrator, String name, URI portal) {
        var request = HttpRequest.newBuilder(keycloak.resolve("/admin/realms"))
                .header(
                        "Authorization",
                        "Bearer " + administrator.tokenManager().getAccessTokenString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(named(name, portal)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(
                        "The realm was not imported: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String named(String name, URI portal) {
        var realm = parsed(filled());
        realm.remove("id");
        realm.put("realm", name);
        realm.withArray("clients")
                .addObject()
                .put("clientId", Portal.CLIENT_ID)
                .put("publicClient", true)
                .put("baseUrl", portal.toString())
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false)
                .set("redirectUris", JSON.createArrayNode().add(portal + "/*"));
        return realm.toString();
    }

    private String filled() {
        return PLACEHOLDER
                .matcher(exported)
                .replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(values.get(found.group(1)))
                        .or(() -> Optional.ofNullable(found.group(2)))
                        .orElseThrow(() -> new IllegalStateException("No value for " + found.group()))));
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
