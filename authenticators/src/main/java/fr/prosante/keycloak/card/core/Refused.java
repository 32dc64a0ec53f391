package fr.prosante.keycloak.card.core;

/** Leaves the checks of the judge at the first one that fails. */
final class Refused extends Exception {

    private final transient Verdict verdict;

    Refused(CardFault fault, String detail) {
        this(Verdict.refused(fault, detail));
    }

    Refused(Verdict verdict) {
        super(verdict.detail(), null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
