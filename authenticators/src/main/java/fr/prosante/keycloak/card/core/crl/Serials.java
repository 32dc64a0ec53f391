package fr.prosante.keycloak.card.core.crl;

import java.math.BigInteger;

/** The serial numbers of a list. */
@FunctionalInterface
interface Serials {

    boolean contains(BigInteger serial);
}
