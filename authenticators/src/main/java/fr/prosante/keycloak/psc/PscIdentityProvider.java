package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.IdTokenRules;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.vault.VaultStringSecret;

/**
 * Pro Santé Connect. Built on Keycloak's OIDC provider for its key cache, signatures and place in the console; the login
 * itself is its own, so that every check has a reason and nothing received is ever logged.
 */
final class PscIdentityProvider extends OIDCIdentityProvider
        implements SocialIdentityProvider<OIDCIdentityProviderConfig> {

    private static final Logger LOG = Logger.getLogger(PscIdentityProvider.class);
    private static final String S256 = "S256";

    private final PscConfig config;
    private final MutualTlsClients clients;
    private final Deadline deadline;
    private final PublishedKeys keys;

    PscIdentityProvider(KeycloakSession session, PscConfig config, MutualTlsClients clients, Deadline deadline) {
        super(session, config);
        this.config = config;
        this.clients = clients;
        this.deadline = deadline;
        this.keys = new PublishedKeys(session, config, this::backChannel);
    }

    PscConfig pscConfig() {
        return config;
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return new PscEndpoint(session, realm, callback, event, this);
    }

    @Override
    public Response performLogin(AuthenticationRequest request) {
        AuthenticationSessionModel authSession = request.getAuthenticationSession();
        LoginNotes notes = LoginNotes.fresh(authSession, config.getAlias());
        UriBuilder url = UriBuilder.fromUri(config.getAuthorizationUrl())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.CLIENT_ID, config.getClientId())
                .queryParam(OAuth2Constants.REDIRECT_URI, request.getRedirectUri())
                .queryParam(OAuth2Constants.SCOPE, config.getDefaultScope())
                .queryParam(OAuth2Constants.STATE, request.getState().getEncoded())
                .queryParam(OIDCLoginProtocol.NONCE_PARAM, notes.nonce())
                .queryParam(OAuth2Constants.CODE_CHALLENGE, PkceUtils.encodeCodeChallenge(notes.codeVerifier(), S256))
                .queryParam(OAuth2Constants.CODE_CHALLENGE_METHOD, S256);
        String acr = PscOptions.ACR_ASKED.value(config.getConfig()).trim();
        if (!acr.isEmpty()) {
            url.queryParam(OAuth2Constants.ACR_VALUES, acr);
        }
        String prompt = authSession.getClientNote(OAuth2Constants.PROMPT);
        if (prompt != null) {
            url.queryParam(OAuth2Constants.PROMPT, prompt);
        }
        return Response.seeOther(url.build()).build();
    }

    PscExchange exchange() {
        boolean needed = PscOptions.CLIENT_PROOF.value(config.getConfig()).needsSecret();
        return new PscExchange(config, backChannel(), needed ? clientSecret() : "", this::verifySignature);
    }

    private String clientSecret() {
        try (VaultStringSecret secret = session.vault().getStringSecret(config.getClientSecret())) {
            return secret.get().orElseThrow(() -> {
                LOG.errorf("the vault has no entry for the client secret of identity provider %s", config.getAlias());
                return new PscRefused(PscRefusal.CLIENT_REFUSED);
            });
        }
    }

    private BackChannel backChannel() {
        return new BackChannel(
                InstanceCertificate.of(session, config)
                        .map(certificate -> clients.get(session, certificate))
                        .orElseGet(() ->
                                session.getProvider(HttpClientProvider.class).getHttpClient()),
                config.timeout(),
                deadline);
    }

    /** Also guards what is inherited (back-channel logout): no symmetric signature, whatever the header says. */
    @Override
    protected boolean verifySignature(JWSInput jws) {
        return IdTokenRules.isAsymmetric(String.valueOf(jws.getHeader().getRawAlgorithm())) && keys.signed(jws);
    }

    @Override
    public boolean reloadKeys() {
        return config.isEnabled() && keys.reload();
    }

    /** The nonce was checked with the rest of the token; here, who may be linked to whom. */
    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession keycloak, RealmModel realm, BrokeredIdentityContext context) {
        new PscLinks(keycloak, realm, config).requireConsistent(context);
    }

    @Override
    public void importNewUser(
            KeycloakSession keycloak, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        // The account page has written the identity already.
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession keycloak, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        new PscArrival(keycloak, realm).refresh(user, context);
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel authSession, BrokeredIdentityContext context) {
        new PscArrival(session, authSession.getRealm()).finish(authSession, context);
    }

    @Override
    protected boolean supportsExternalExchange() {
        return false;
    }

    /**
     * Called when a browser asked to log out, and only then: a session that ends by itself never reaches Pro Santé Connect,
     * whose session is shared by all the services open on the workstation.
     */
    @Override
    public @Nullable Response keycloakInitiatedBrowserLogout(
            KeycloakSession keycloak, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
        String logoutUrl = config.getLogoutUrl();
        String idToken = userSession.getNote(FEDERATED_ID_TOKEN);
        if (!PscOptions.LOGOUT.value(config.getConfig()) || logoutUrl.isBlank() || idToken == null) {
            return null;
        }
        String back = RealmsResource.brokerUrl(uriInfo)
                .path("{alias}/endpoint/logout_response")
                .build(realm.getName(), config.getAlias())
                .toString();
        return Response.seeOther(UriBuilder.fromUri(logoutUrl)
                        .queryParam(OAuth2Constants.STATE, userSession.getId())
                        .queryParam("id_token_hint", idToken)
                        .queryParam("post_logout_redirect_uri", back)
                        .build())
                .build();
    }

    /** Ends by an administrator, by another session or by time do not end the session at Pro Santé Connect. */
    @Override
    public void backchannelLogout(
            KeycloakSession keycloak, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
        // On purpose nothing.
    }
}
