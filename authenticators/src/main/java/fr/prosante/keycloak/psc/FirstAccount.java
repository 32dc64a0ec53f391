package fr.prosante.keycloak.psc;

/** Which means of Pro Santé Connect may open a first account. */
enum FirstAccount {
    /** The card only, at its own door or at Pro Santé Connect: the rule of the user sheet. */
    CARD,
    /** Any means, the e-CPS on the phone too. */
    ANY
}
