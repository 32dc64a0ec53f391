package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.CardFault;
import fr.prosante.keycloak.card.core.Verdict;
import fr.prosante.keycloak.proof.Method;
import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The only address where a card is asked for. It judges the certificate of the connection and sends the browser back to
 * the login host. It never writes into the waiting login: whoever started a login could then send the door's link to a
 * doctor and become that doctor.
 */
public final class CardDoor {

    private static final Logger LOG = Logger.getLogger(CardDoor.class);
    /** Of a second each: a first list and then a responder may take that long. */
    private static final int MOST_TRIES = 20;

    private final KeycloakSession session;

    CardDoor(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("door")
    public Response enter(@QueryParam("ticket") String handle) {
        Optional<CardTicket> found = CardTicket.take(session, handle);
        RealmModel realm = session.getContext().getRealm();
        if (found.isEmpty() || !found.get().binding().realm().equals(realm.getId())) {
            return page("proSanteCardDoorUnknownTicket", Response.Status.BAD_REQUEST);
        }
        CardTicket ticket = found.get();
        Optional<CardSettings> settings = settings(realm, ticket.binding().execution());
        if (settings.isEmpty() || !isOwnHost(settings.get())) {
            throw new NotFoundException();
        }
        if (new CertificateSource(session).problem().isPresent()) {
            return back(ticket, settings.get(), CardRefusal.PROXY_NOT_TRUSTED, Map.of());
        }
        if (ticket.isLate(settings.get().ticketSeconds())) {
            return back(ticket, settings.get(), CardRefusal.TOO_LATE, Map.of());
        }
        return judge(ticket, settings.get());
    }

    private Response judge(CardTicket ticket, CardSettings settings) {
        Optional<X509Certificate> certificate = new CertificateSource(session).certificate();
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Verdict verdict;
        try {
            verdict = CardAuthenticatorFactory.judges(session).judge(settings).judge(certificate, now);
        } catch (IOException e) {
            LOG.errorf("the authorities of cards cannot be read: %s", e.getMessage());
            return back(ticket, settings, CardRefusal.MISCONFIGURED, Map.of());
        }
        if (verdict.worthWaiting() && ticket.tries() < MOST_TRIES) {
            return wait(ticket.again());
        }
        Map<String, String> evidence = CardEvidence.of(certificate, verdict);
        if (verdict.holder().isEmpty()) {
            return back(ticket, settings, CardRefusal.of(verdict.fault().orElse(CardFault.UNREADABLE)), evidence);
        }
        StrongProof proof = new StrongProof(Method.CARD, verdict.holder().get(), now, evidence);
        return back(ticket, settings, new CardReturn(ticket.binding(), Optional.of(proof), Optional.empty(), evidence));
    }

    private Optional<CardSettings> settings(RealmModel realm, String executionId) {
        AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(executionId);
        if (execution == null || !CardAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator())) {
            return Optional.empty();
        }
        String config = execution.getAuthenticatorConfig();
        return Optional.of(CardSettings.of(config == null ? null : realm.getAuthenticatorConfigById(config)));
    }

    /** The host that the browser asked for, as the trusted proxy reports it; not the fixed host name of the server. */
    private boolean isOwnHost(CardSettings settings) {
        var asked = session.getContext().getHttpRequest().getUri().getRequestUri();
        return settings.door()
                .map(door -> door.isOf(asked))
                .orElseGet(() -> DoorAddress.authority(
                                session.getContext().getUri().getBaseUri())
                        .equals(DoorAddress.authority(asked)));
    }

    private Response back(CardTicket ticket, CardSettings settings, CardRefusal refusal, Map<String, String> evidence) {
        return back(
                ticket, settings, new CardReturn(ticket.binding(), Optional.empty(), Optional.of(refusal), evidence));
    }

    private Response back(CardTicket ticket, CardSettings settings, CardReturn found) {
        return Response.seeOther(UriBuilder.fromUri(ticket.returnUrl())
                        .queryParam(CardAuthenticator.RETURN_PARAMETER, found.put(session, settings.ticketSeconds()))
                        .build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Lets the browser ask again in a second: no thread of the server waits for a revocation list. */
    private Response wait(CardTicket ticket) {
        String again = session.getContext()
                .getHttpRequest()
                .getUri()
                .getRequestUriBuilder()
                .replaceQueryParam("ticket", ticket.put(session))
                .build()
                .toString();
        return Response.fromResponse(page("proSanteCardDoorWait", Response.Status.OK))
                .header("Refresh", "1;url=" + again)
                .build();
    }

    private Response page(String messageKey, Response.Status status) {
        LoginFormsProvider forms = session.getProvider(LoginFormsProvider.class);
        return status == Response.Status.OK
                ? forms.setInfo(messageKey).createInfoPage()
                : forms.setError(messageKey).createErrorPage(status);
    }
}
