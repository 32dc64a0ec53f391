package fr.prosante.keycloak.testbed.psc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the ID token says, rightly or, with a fault, wrongly. */
record IdTokenClaims(String issuer, Optional<String> acr) {

    private static final long LIFE = 120;
    private static final long LONG_AGO = 3600;

    Map<String, Object> of(Grant grant, String accessToken, Instant now) {
        Fault fault = grant.fault();
        long issued = now.getEpochSecond() + shift(fault);
        String clientId = grant.client().clientId();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", issued + LIFE);
        claims.put("iat", issued);
        claims.put("auth_time", issued);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iss", fault == Fault.WRONG_ISSUER ? issuer + "-autre" : issuer);
        claims.put("aud", fault == Fault.WRONG_AUDIENCE ? "autre-service" : clientId);
        claims.put("sub", grant.person().subject());
        claims.put("typ", "ID");
        claims.put("azp", fault == Fault.WRONG_AZP ? "autre-service" : clientId);
        if (fault != Fault.NO_NONCE) {
            claims.put("nonce", fault == Fault.WRONG_NONCE ? "un-autre-nonce" : grant.parameter("nonce"));
        }
        claims.put("session_state", grant.sessionId());
        claims.put("at_hash", Pkce.leftHalf(fault == Fault.WRONG_AT_HASH ? "un-autre-jeton" : accessToken));
        claims.put("sid", grant.sessionId());
        acr.filter(level -> fault != Fault.ACR_IN_USERINFO).ifPresent(level -> claims.put("acr", level));
        claims.put("auth_level", "1");
        grant.authModeIn(Grant.Place.ID_TOKEN).ifPresent(mode -> claims.put("authMode", mode));
        claims.put("email_verified", false);
        claims.put(
                "preferred_username",
                fault == Fault.OTHER_NUMBER_IN_ID_TOKEN
                        ? FictivePeople.rpps("9970099199")
                        : grant.person().idNat());
        claims.put("given_name", grant.person().givenName());
        claims.put("family_name", grant.person().familyName());
        if (fault == Fault.SHARED_EMAIL) {
            claims.putAll(UserinfoClaims.SHARED_EMAIL);
        }
        return claims;
    }

    private static long shift(Fault fault) {
        return switch (fault) {
            case EXPIRED -> -LONG_AGO;
            case FROM_THE_FUTURE -> LONG_AGO;
            default -> 0;
        };
    }
}
