package fr.prosante.keycloak.psc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicNameValuePair;
import org.jboss.logging.Logger;

/** Calls to Pro Santé Connect: bounded in time and in size, without redirects, and silent about what they carry. */
final class BackChannel {

    private static final Logger LOG = Logger.getLogger(BackChannel.class);
    private static final int LARGEST_ANSWER = 512 * 1024;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final Deadline deadline;

    BackChannel(CloseableHttpClient client, Duration timeout, Deadline deadline) {
        this.client = client;
        this.timeout = timeout;
        this.deadline = deadline;
    }

    /** @param contentType in lower case, without parameters */
    record Answer(int status, String contentType, String body) {

        boolean isSuccess() {
            return status == 200;
        }

        /** Is it the other side's own fault? */
        boolean isFailure() {
            return status >= 500;
        }
    }

    Answer post(String url, Map<String, String> form, Optional<String> authorization) {
        HttpPost request = new HttpPost(url);
        List<BasicNameValuePair> pairs = form.entrySet().stream()
                .map(entry -> new BasicNameValuePair(entry.getKey(), entry.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        authorization.ifPresent(value -> request.setHeader(HttpHeaders.AUTHORIZATION, value));
        return send(request, "application/json");
    }

    Answer get(String url) {
        return send(new HttpGet(url), "application/json, application/jwk-set+json");
    }

    Answer get(String url, String authorization) {
        HttpGet request = new HttpGet(url);
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        return send(request, "application/json, application/jwt");
    }

    private Answer send(HttpRequestBase request, String accept) {
        int millis = Math.toIntExact(timeout.toMillis());
        request.setHeader(HttpHeaders.ACCEPT, accept);
        request.setConfig(RequestConfig.custom()
                .setConnectTimeout(millis)
                .setConnectionRequestTimeout(millis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .build());
        Future<?> cut = deadline.on(request, timeout);
        try (CloseableHttpResponse response = client.execute(request)) {
            HttpEntity entity = response.getEntity();
            return new Answer(
                    response.getStatusLine().getStatusCode(),
                    contentType(entity),
                    entity == null ? "" : read(entity.getContent(), request));
        } catch (IOException e) {
            LOG.warnf(
                    "no answer from %s%s: %s",
                    request.getURI().getHost(),
                    request.getURI().getPath(),
                    e.getClass().getSimpleName());
            throw new PscRefused(PscRefusal.NO_ANSWER, e);
        } finally {
            cut.cancel(false);
        }
    }

    private static String read(InputStream content, HttpRequestBase request) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            // Else the connection would be read to its end before it is closed.
            request.abort();
            throw new PscRefused(PscRefusal.TOO_LARGE);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String contentType(HttpEntity entity) {
        if (entity == null || entity.getContentType() == null) {
            return "";
        }
        String value = entity.getContentType().getValue();
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
