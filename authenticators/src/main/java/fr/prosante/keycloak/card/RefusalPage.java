package fr.prosante.keycloak.card;

import fr.prosante.keycloak.outcome.Refusal;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.SecretGenerator;

/** The page that says why a card was refused and what to do, with a number that finds the event. */
final class RefusalPage {

    static final String TEMPLATE = "pro-sante-card-refused.ftl";
    static final String INCIDENT_DETAIL = "incident";

    private static final Logger LOG = Logger.getLogger(RefusalPage.class);
    /** Without the letters and digits that are mixed up on the phone. */
    private static final char[] INCIDENT_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();

    private RefusalPage() {}

    /** Ends the step with the page and a LOGIN_ERROR event; a refused card is no guess and counts for no lock-out. */
    static void show(AuthenticationFlowContext context, CardRefusal refusal, Map<String, String> evidence) {
        String incident = SecretGenerator.getInstance().randomString(8, INCIDENT_LETTERS);
        evidence.forEach(context.getEvent()::detail);
        context.getEvent()
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .detail(INCIDENT_DETAIL, incident)
                .error(refusal.eventError());
        LOG.debugf("card refused: %s, incident %s", refusal.reason(), incident);
        boolean nonce = CardSettings.of(context.getAuthenticatorConfig())
                .door()
                .map(DoorAddress::hasNonce)
                .orElse(false);
        context.forceChallenge(context.form()
                .setAttribute(
                        "cardRefusal",
                        Map.of(
                                "title", refusal.titleKey(),
                                "message", refusal.messageKey(),
                                "help", refusal.helpKey(),
                                "reason", refusal.reason(),
                                "incident", incident,
                                "closeBrowser", !nonce))
                .createForm(TEMPLATE));
    }
}
