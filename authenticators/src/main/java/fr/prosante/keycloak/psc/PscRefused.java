package fr.prosante.keycloak.psc;

import org.keycloak.broker.provider.IdentityBrokerException;

/** Ends a login by Pro Santé Connect; never carries what was received, which may be tokens. */
final class PscRefused extends IdentityBrokerException {

    private static final long serialVersionUID = 1L;

    private final PscRefusal refusal;

    PscRefused(PscRefusal refusal) {
        super(refusal.reason());
        this.refusal = refusal;
        withMessageCode(refusal.messageKey());
    }

    PscRefused(PscRefusal refusal, Throwable cause) {
        super(refusal.reason(), cause);
        this.refusal = refusal;
        withMessageCode(refusal.messageKey());
    }

    PscRefusal refusal() {
        return refusal;
    }
}
