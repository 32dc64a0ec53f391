package fr.prosante.keycloak.account.core;

import fr.prosante.keycloak.identity.core.Professional;

/** Which names the person types because the proof does not give them, as with many cards of staff (CPE). */
public record AskedNames(boolean familyName, boolean givenName) {

    public static AskedNames of(Professional professional) {
        return new AskedNames(
                professional.familyName().isEmpty(), professional.givenName().isEmpty());
    }
}
