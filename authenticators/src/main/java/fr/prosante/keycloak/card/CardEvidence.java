package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.CardCertificate;
import fr.prosante.keycloak.card.core.CardFormatException;
import fr.prosante.keycloak.card.core.Verdict;
import fr.prosante.keycloak.proof.Evidence;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;

/** What the event keeps of a certificate: enough to find it at its issuer, not the name of its holder. */
final class CardEvidence {

    private static final String CATEGORY = "cardCategory";
    private static final String FAULT = "cardFault";
    private static final String UNCHECKED = "cardRevocationUnchecked";

    private CardEvidence() {}

    static Map<String, String> of(Optional<X509Certificate> certificate, Verdict verdict) {
        Map<String, String> evidence = new HashMap<>();
        certificate.ifPresent(x509 -> {
            evidence.put(
                    Details.X509_CERTIFICATE_SERIAL_NUMBER,
                    x509.getSerialNumber().toString(16));
            evidence.put(
                    Details.X509_CERTIFICATE_ISSUER_DISTINGUISHED_NAME,
                    x509.getIssuerX500Principal().getName());
            describe(new CardCertificate(x509), evidence);
        });
        if (!verdict.detail().isEmpty()) {
            evidence.put(FAULT, verdict.detail());
        }
        if (verdict.unchecked()) {
            evidence.put(UNCHECKED, "true");
        }
        return evidence;
    }

    private static void describe(CardCertificate card, Map<String, String> evidence) {
        try {
            card.number().ifPresent(number -> evidence.put(Evidence.CARD_NUMBER, number));
            card.type().ifPresent(type -> evidence.put(Evidence.CARD_TYPE, type.name()));
            card.category().ifPresent(category -> evidence.put(CATEGORY, category.name()));
        } catch (CardFormatException e) {
            evidence.put(FAULT, String.valueOf(e.getMessage()));
        }
    }
}
