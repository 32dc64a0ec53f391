package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.Revocation;

/**
 * How revocation is checked. There is no « OCSP alone »: the authorities of IGC-Santé name a responder for cards and none
 * for themselves, so that lists are needed for the rest of the chain in any case.
 */
enum RevocationMode {
    CRL {
        @Override
        Revocation of(Revocation lists, Revocation responders) {
            return lists;
        }
    },
    CRL_THEN_OCSP {
        @Override
        Revocation of(Revocation lists, Revocation responders) {
            return lists.orElse(responders);
        }
    },
    OCSP_THEN_CRL {
        @Override
        Revocation of(Revocation lists, Revocation responders) {
            return responders.orElse(lists);
        }
    },
    OFF {
        @Override
        Revocation of(Revocation lists, Revocation responders) {
            return (certificate, issuer, now) -> Revocation.Status.CANNOT_TELL;
        }
    };

    abstract Revocation of(Revocation lists, Revocation responders);
}
