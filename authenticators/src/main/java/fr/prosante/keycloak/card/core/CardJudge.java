package fr.prosante.keycloak.card.core;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a certificate opens the door, by the same rules at the first login and at every other. The order is:
 * path, dates, authentication certificate, category and type, policy, revocation, identity; a later check never runs on
 * what an earlier one refused.
 */
public final class CardJudge {

    /** A real one is about 2.2 kB. */
    private static final int LARGEST = 16_384;

    private final CardPath cardPath;
    private final CardRules rules;
    private final Revocation revocation;

    public CardJudge(Trust trust, CardRules rules, Revocation revocation) {
        this.cardPath = new CardPath(trust);
        this.rules = rules;
        this.revocation = revocation;
    }

    /** Judges the certificate of the connection, the first of what the client sent; the rest is not looked at. */
    public Verdict judge(Optional<X509Certificate> sent, Instant now) {
        if (sent.isEmpty()) {
            return Verdict.refused(CardFault.NO_CERTIFICATE, "");
        }
        X509Certificate certificate = sent.get();
        try {
            requireSmall(certificate);
            List<X509Certificate> path = cardPath.validate(certificate, now);
            requireDates(certificate, now);
            Use.requireAuthentication(certificate);
            CardCertificate card = new CardCertificate(certificate);
            requireKind(card);
            requirePolicy(certificate);
            boolean unchecked = !requireNotRevoked(path, now);
            return Verdict.accepted(card.holder(rules.keyCheck()), unchecked);
        } catch (Refused e) {
            return e.verdict();
        } catch (CardFormatException e) {
            return Verdict.refused(CardFault.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static void requireSmall(X509Certificate certificate) throws Refused {
        try {
            if (certificate.getEncoded().length > LARGEST) {
                throw new Refused(CardFault.WEAK_OR_OVERSIZED, "certificate too large");
            }
        } catch (CertificateEncodingException e) {
            throw new Refused(CardFault.UNREADABLE, "certificate cannot be encoded");
        }
        if (certificate.getSerialNumber().signum() <= 0) {
            throw new Refused(CardFault.WEAK_OR_OVERSIZED, "serial number is not positive");
        }
    }

    private static void requireDates(X509Certificate certificate, Instant now) throws Refused {
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new Refused(CardFault.NOT_YET_VALID, "");
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new Refused(CardFault.EXPIRED, "");
        }
    }

    private void requireKind(CardCertificate card) throws Refused, CardFormatException {
        ProductCategory category =
                card.category().orElseThrow(() -> new Refused(CardFault.UNSUPPORTED_CARD, "no category of product"));
        if (!rules.categories().contains(category)) {
            boolean onlyForTests = category.forTests() && category.isCard();
            throw new Refused(onlyForTests ? CardFault.TEST_CARD : CardFault.UNSUPPORTED_CARD, "category " + category);
        }
        if (category.isCard()) {
            CardType type = card.type().orElseThrow(() -> new Refused(CardFault.UNSUPPORTED_CARD, "no type of card"));
            if (!rules.types().contains(type)) {
                throw new Refused(CardFault.UNSUPPORTED_CARD, "type " + type);
            }
        }
    }

    private void requirePolicy(X509Certificate certificate) throws Refused, CardFormatException {
        if (!rules.policies().isEmpty() && !Policies.anyOf(rules.policies(), certificate)) {
            throw new Refused(CardFault.POLICY_NOT_ALLOWED, "policy");
        }
    }

    /** Checks the card and every authority below the anchor; false if that could not be told and the rules allow it. */
    private boolean requireNotRevoked(List<X509Certificate> path, Instant now) throws Refused {
        if (!rules.checkRevocation()) {
            return true;
        }
        boolean told = true;
        boolean waiting = false;
        for (int i = 0; i < path.size() - 1; i++) {
            Revocation.Status status = revocation.status(path.get(i), path.get(i + 1), now);
            if (status == Revocation.Status.REVOKED) {
                throw new Refused(CardFault.REVOKED, i == 0 ? "card" : "authority");
            }
            told &= status == Revocation.Status.GOOD;
            waiting |= status == Revocation.Status.NOT_YET;
        }
        if (waiting) {
            throw new Refused(Verdict.undecided());
        }
        if (!told && !rules.acceptWhenCannotTell()) {
            throw new Refused(CardFault.CANNOT_TELL, "no fresh revocation information");
        }
        return told;
    }
}
