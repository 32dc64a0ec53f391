package fr.prosante.keycloak.otp.core;

import java.util.Locale;

/**
 * Whom a code belongs to. The address is part of it: a code mailed to an address that was replaced since opens nothing.
 *
 * @param realmId id of the realm, so that one user id in two realms never shares a code
 * @param userId id of the user
 * @param address e-mail address, compared without regard to case
 */
public record CodeOwner(String realmId, String userId, String address) {
    public CodeOwner {
        address = address.trim().toLowerCase(Locale.ROOT);
    }

    /** Prefix of every key of this owner in the store. */
    String prefix() {
        return "pro-sante-email-otp:" + realmId + ":" + userId + ":";
    }
}
