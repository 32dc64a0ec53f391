package fr.prosante.keycloak.testbed.psc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the access token says: opaque to services by right, and a signed token in the field. */
record AccessTokenClaims(String issuer, Optional<String> acr) {

    private static final long LIFE = 120;

    Map<String, Object> of(Grant grant, Instant now) {
        long issued = now.getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", issued + LIFE);
        claims.put("iat", issued);
        claims.put("auth_time", issued);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iss", issuer);
        claims.put("sub", grant.person().subject());
        claims.put("typ", "Bearer");
        claims.put("azp", grant.client().clientId());
        claims.put("session_state", grant.sessionId());
        acr.ifPresent(level -> claims.put("acr", level));
        claims.put("scope", "openid scope_all");
        claims.put("sid", grant.sessionId());
        grant.authModeIn(Grant.Place.ACCESS_TOKEN).ifPresent(mode -> claims.put("authMode", mode));
        claims.put("preferred_username", grant.person().idNat());
        return claims;
    }
}
