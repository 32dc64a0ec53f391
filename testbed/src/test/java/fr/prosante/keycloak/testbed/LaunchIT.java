package fr.prosante.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.Keycloak;

/** The testbed alone: stock Keycloak, no provider, a small realm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LaunchIT {
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private Testbed testbed;

    @BeforeAll
    void start() {
        testbed = Testbed.builder()
                .jars(List.of())
                .realm("petit", Path.of("src/test/resources/small-realm.json"))
                .server(server -> server.environment("SMALL_REALM_NAME", "Petit royaume"))
                .start();
    }

    @AfterAll
    void stop() {
        testbed.close();
        assertThat(testbed.keycloak().alive()).isFalse();
    }

    @Test
    void importReplacesPlaceholdersFromTheEnvironment() {
        try (Keycloak admin = testbed.keycloak().adminClient()) {
            assertThat(admin.realm("petit").toRepresentation().getDisplayName()).isEqualTo("Petit royaume");
        }
    }

    @Test
    void logIsThereAndStartTimeIsKept() {
        assertThat(testbed.keycloak().log().lines("started in")).isNotEmpty();
        assertThat(testbed.keycloak().startTime()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(3));
    }

    @Test
    void portalLogsInAndOut() throws Exception {
        HttpClient browser = browser();
        assertThat(get(browser, testbed.portal().url()).body()).contains("data-connected=\"false\"");
        String form = get(browser, testbed.portal().url().resolve("/login")).body();
        Matcher action = ACTION.matcher(form);
        assertThat(action.find()).isTrue();
        String home = browser.send(
                        HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "username=essai&password=mot-de-passe-essai&credentialId="))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(home).contains("data-connected=\"true\"", "Essai Testeur");
        JsonNode claims = new ObjectMapper()
                .readTree(
                        get(browser, testbed.portal().url().resolve("/claims")).body());
        assertThat(claims.at("/claims/email").asText()).isEqualTo("essai@exemple.test");
        assertThat(claims.at("/access/iss").asText()).isEqualTo(testbed.issuer().toString());
        HttpResponse<String> out = get(browser, testbed.portal().url().resolve("/logout"));
        assertThat(out.uri().getAuthority()).isEqualTo(testbed.portal().url().getAuthority());
        assertThat(out.body()).contains("data-connected=\"false\"");
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpClient browser() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", testbed.pki().serverCa());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }
}
