package fr.prosante.keycloak.testbed.portal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/** The protocol side of the portal. Discovery waits for the first login, as the realm may start later. */
final class RelyingParty {
    private static final Scope SCOPE = new Scope("openid", "profile", "email");

    private final Issuer issuer;
    private final SSLSocketFactory tls;
    private final URI home;
    private final ClientID client = new ClientID(Portal.CLIENT_ID);
    private Optional<OIDCProviderMetadata> discovered = Optional.empty();

    RelyingParty(URI issuer, X509Certificate serverCa, URI home) {
        this.issuer = new Issuer(issuer);
        this.tls = ServerTrust.in(serverCa).getSocketFactory();
        this.home = home;
    }

    /**
     * Where the browser goes to log in.
     *
     * @param parameters more of them, {@code acr_values} for instance
     */
    URI loginAddress(PortalSession.Attempt attempt, Map<String, String> parameters)
            throws IOException, GeneralException {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, client, callback())
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256);
        parameters.forEach((name, value) -> request.customParameter(name, value));
        return request.build().toURI();
    }

    /** Redeems the code and checks the ID token. */
    PortalSession.Login redeem(String code, PortalSession.Attempt attempt)
            throws IOException, GeneralException, GeneralSecurityException {
        TokenRequest request = new TokenRequest.Builder(
                        metadata().getTokenEndpointURI(),
                        client,
                        new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), attempt.verifier()))
                .build();
        OIDCTokenResponse answer = (OIDCTokenResponse)
                OIDCTokenResponseParser.parse(send(request.toHTTPRequest())).toSuccessResponse();
        JWT idToken = answer.getOIDCTokens().getIDToken();
        Map<String, Object> claims = new TreeMap<>(userInfo(answer.getTokens().getAccessToken()));
        try {
            claims.putAll(validator().validate(idToken, attempt.nonce()).toJSONObject());
            return new PortalSession.Login(
                    idToken.serialize(),
                    claims,
                    accessClaims(answer.getTokens().getAccessToken().getValue()));
        } catch (com.nimbusds.jose.JOSEException | com.nimbusds.jose.proc.BadJOSEException e) {
            throw new GeneralSecurityException("ID token refused", e);
        }
    }

    /** Where the browser goes to log out. */
    URI logoutAddress(Optional<PortalSession.Login> login) throws IOException, GeneralException {
        if (login.isEmpty()) {
            return home;
        }
        try {
            return new LogoutRequest(
                            metadata().getEndSessionEndpointURI(),
                            JWTParser.parse(login.get().idToken()),
                            home.resolve("/"),
                            null)
                    .toURI();
        } catch (java.text.ParseException e) {
            throw new GeneralException(e.getMessage(), e);
        }
    }

    private Map<String, Object> userInfo(AccessToken token) throws IOException, GeneralException {
        UserInfoResponse answer = UserInfoResponse.parse(
                send(new UserInfoRequest(metadata().getUserInfoEndpointURI(), token).toHTTPRequest()));
        return answer.indicatesSuccess()
                ? answer.toSuccessResponse().getUserInfo().toJSONObject()
                : Map.of(
                        "userinfo_error",
                        String.valueOf(answer.toErrorResponse().getErrorObject()));
    }

    private static Map<String, Object> accessClaims(String token) {
        try {
            return new LinkedHashMap<>(JWTParser.parse(token).getJWTClaimsSet().getClaims());
        } catch (java.text.ParseException e) {
            return Map.of();
        }
    }

    private IDTokenValidator validator() throws IOException, GeneralException {
        return new IDTokenValidator(
                issuer,
                client,
                JWSAlgorithm.RS256,
                metadata().getJWKSetURI().toURL(),
                new DefaultResourceRetriever(5000, 5000, 0, false, tls));
    }

    private synchronized OIDCProviderMetadata metadata() throws IOException, GeneralException {
        if (discovered.isEmpty()) {
            discovered = Optional.of(
                    OIDCProviderMetadata.parse(send(new OIDCProviderConfigurationRequest(issuer).toHTTPRequest())
                            .getBodyAsJSONObject()));
        }
        return discovered.get();
    }

    private com.nimbusds.oauth2.sdk.http.HTTPResponse send(HTTPRequest request) throws IOException {
        request.setSSLSocketFactory(tls);
        request.setConnectTimeout(5000);
        request.setReadTimeout(20_000);
        return request.send();
    }

    private URI callback() {
        return home.resolve("/callback");
    }
}
