package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.psc.core.AcrPolicy;
import fr.prosante.keycloak.psc.core.NationalIdChoice;
import fr.prosante.keycloak.psc.core.PscPerson;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns what Pro Santé Connect answered into a brokered identity, or refuses it. */
final class PscLogin {

    /** Event details. */
    static final String ACR = "acr";

    static final String AUTH_MODE = "auth_mode";

    private static final int SHOWN = 4;

    private final PscIdentityProvider provider;
    private final AuthenticationSessionModel authSession;
    private final Supplier<PscExchange.Believed> exchange;

    PscLogin(
            PscIdentityProvider provider,
            AuthenticationSessionModel authSession,
            Supplier<PscExchange.Believed> exchange) {
        this.provider = provider;
        this.authSession = authSession;
        this.exchange = exchange;
    }

    BrokeredIdentityContext complete(EventBuilder event) {
        PscExchange.Believed believed = exchange.get();
        Optional<String> acr = Optional.of(believed.idToken().text("acr")).filter(level -> !level.isEmpty());
        Optional<String> authMode = believed.authMode();
        event.detail(ACR, acr.orElse(null)).detail(AUTH_MODE, authMode.orElse(null));
        requireLevel(acr);
        PscPerson person = PscPerson.read(believed.userinfo());
        NationalIdChoice ids = NationalIdChoice.of(person, PscOptions.KEY_CHECK.value(config().getConfig()));
        NationalId id = ids.main().orElseThrow(() -> new PscRefused(PscRefusal.NO_NATIONAL_ID));
        requireSameNumber(believed.idToken(), ids);
        return context(PscIdentity.of(person, ids, authMode, acr, Instant.now()), id, believed);
    }

    private BrokeredIdentityContext context(PscIdentity who, NationalId id, PscExchange.Believed believed) {
        PscConfig config = config();
        BrokeredIdentityContext context = new BrokeredIdentityContext(id.value(), config);
        context.setIdp(provider);
        context.setAuthenticationSession(authSession);
        String subject = believed.idToken().text("sub");
        // Links of the former plugin are by sub; Keycloak moves the link to the new identifier when it finds one.
        context.setLegacyId(subject);
        context.setUsername(masked(id));
        context.setModelUsername(id.username());
        // No names: with sync mode "force" Keycloak would write the civil ones over those of exercise at each login.
        context.setBrokerUserId(config.getAlias() + "." + subject);
        String sid = believed.idToken().text("sid");
        if (!sid.isEmpty()) {
            context.setBrokerSessionId(config.getAlias() + "." + sid);
        }
        context.getContextData().put(OIDCIdentityProvider.FEDERATED_ID_TOKEN, believed.rawIdToken());
        who.writeTo(context);
        return context;
    }

    private void requireLevel(Optional<String> acr) {
        AcrPolicy.Verdict verdict = config().acrPolicy().judge(acr);
        if (verdict != AcrPolicy.Verdict.ENOUGH) {
            throw new PscRefused(PscRefusal.valueOf("ACR_" + verdict.name()));
        }
    }

    /** The ID token is signed: when it names a national identifier, userinfo must be about the same one. */
    private void requireSameNumber(SignedJwt idToken, NationalIdChoice ids) {
        NationalIds.parseOfficial(idToken.text("preferred_username"), PscOptions.KEY_CHECK.value(config().getConfig()))
                .id()
                .filter(named -> !ids.ids().contains(named))
                .ifPresent(other -> {
                    throw new PscRefused(PscRefusal.NUMBER_DIFFERS);
                });
    }

    /** For events and lists of links: enough to recognise, too little to be the identifier in a log. */
    private static String masked(NationalId id) {
        String value = id.value();
        return "…" + value.substring(Math.max(0, value.length() - SHOWN));
    }

    private PscConfig config() {
        return provider.pscConfig();
    }
}
