package fr.prosante.keycloak.identity.core;

import java.util.Locale;
import java.util.Optional;

/**
 * The national identifier of a person (ANS, PS_IdNat): one digit for the type, then the number, as printed on the card
 * and in the CN of its certificates, for instance {@code 899700218896}. Letters are upper case.
 */
public sealed interface NationalId permits Rpps, Adeli, Employee, TestIdentity {

    String value();

    /** The user name of the account: Keycloak lower-cases user names, so this is the lower-cased value. */
    default String username() {
        return value().toLowerCase(Locale.ROOT);
    }

    /** The 11 digits of the RPPS number, for who has one. */
    default Optional<String> rpps() {
        return Optional.empty();
    }
}
