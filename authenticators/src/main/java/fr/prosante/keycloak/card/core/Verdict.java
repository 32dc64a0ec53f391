package fr.prosante.keycloak.card.core;

import fr.prosante.keycloak.identity.core.Professional;
import java.util.Optional;

/**
 * What the judge says of a certificate.
 *
 * @param fault why it is refused; empty if it is accepted
 * @param holder who it belongs to; present if and only if it is accepted
 * @param detail for the event: what exactly, in English, without personal data
 * @param worthWaiting refused only because revocation information is still on its way
 * @param unchecked accepted although revocation could not be told
 */
public record Verdict(
        Optional<CardFault> fault,
        Optional<Professional> holder,
        String detail,
        boolean worthWaiting,
        boolean unchecked) {

    static Verdict accepted(Professional holder, boolean unchecked) {
        return new Verdict(Optional.empty(), Optional.of(holder), "", false, unchecked);
    }

    static Verdict refused(CardFault fault, String detail) {
        return new Verdict(Optional.of(fault), Optional.empty(), detail, false, false);
    }

    static Verdict undecided() {
        return new Verdict(Optional.of(CardFault.CANNOT_TELL), Optional.empty(), "list not loaded yet", true, false);
    }
}
