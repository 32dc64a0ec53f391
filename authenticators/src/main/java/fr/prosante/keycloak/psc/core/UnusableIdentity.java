package fr.prosante.keycloak.psc.core;

import java.security.GeneralSecurityException;

/** There is no key with its certificate in a file: a sentence for the log, a message for the administrator. */
public final class UnusableIdentity extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;

    private UnusableIdentity(String sentence, String messageKey) {
        super(sentence);
        this.messageKey = messageKey;
    }

    static UnusableIdentity noKey() {
        return new UnusableIdentity("there is no private key in the file", "proSantePscWrongNoKey");
    }

    static UnusableIdentity noCertificate() {
        return new UnusableIdentity("there is no certificate for the private key", "proSantePscWrongOtherKey");
    }

    static UnusableIdentity unreadable(Exception cause) {
        UnusableIdentity unusable =
                new UnusableIdentity("the key cannot be read: wrong password or format", "proSantePscWrongFormat");
        unusable.initCause(cause);
        return unusable;
    }

    public String messageKey() {
        return messageKey;
    }
}
