package fr.prosante.keycloak.testbed.psc;

import java.util.List;
import java.util.Map;

/** What userinfo says, rightly or, with a fault, wrongly. */
final class UserinfoClaims {

    static final Map<String, Object> SHARED_EMAIL = Map.of("email", "cabinet@exemple.test", "email_verified", true);

    private UserinfoClaims() {}

    static Map<String, Object> of(Grant grant) {
        FictivePerson person = grant.person();
        Map<String, Object> claims = person.userinfo(grant.authModeIn(Grant.Place.USERINFO));
        switch (grant.fault()) {
            case OTHER_SUBJECT -> claims.put("sub", person.subject() + "0");
            case OTHER_PERSON -> claims.putAll(other(person).userinfo(grant.authModeIn(Grant.Place.USERINFO)));
            case MALFORMED_NUMBER -> {
                claims.put("SubjectNameID", "8-pas-un-numero");
                claims.put("preferred_username", "8-pas-un-numero");
                claims.put("otherIds", List.of(Map.of("identifiant", "zz", "origine", "RPPS", "qualite", 1)));
            }
            case NO_NUMBER -> {
                claims.put("SubjectNameID", "");
                claims.put("preferred_username", "");
                claims.put("otherIds", List.of());
            }
            case ACR_IN_USERINFO -> claims.put("acr", "eidas3");
            case SHARED_EMAIL -> claims.putAll(SHARED_EMAIL);
            default -> {}
        }
        return claims;
    }

    private static FictivePerson other(FictivePerson person) {
        return person.equals(FictivePeople.ONE_PRACTICE) ? FictivePeople.TWO_PRACTICES : FictivePeople.ONE_PRACTICE;
    }
}
