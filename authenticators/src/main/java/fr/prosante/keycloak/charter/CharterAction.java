package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.charter.core.Charter;
import fr.prosante.keycloak.charter.core.CharterAnswer;
import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Asks for the acceptance of the charter, once per version. What is kept says who accepted which text when: version,
 * SHA-256 of the text on the page, language, time.
 */
final class CharterAction implements RequiredActionProvider {

    private static final String DETAIL_VERSION = "charter_version";
    private static final String DETAIL_FINGERPRINT = "charter_sha256";
    private static final String DETAIL_LANGUAGE = "charter_language";

    /** The need is noted in the session only: someone who leaves at this page has nothing written to the account. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (endsOutside(context)) {
            return;
        }
        Optional<String> accepted =
                Optional.ofNullable(context.getUser().getFirstAttribute(UserAttributes.CHARTER_VERSION));
        if (Charter.isDue(CharterSettings.version(context.getConfig()), accepted)) {
            context.getAuthenticationSession().addRequiredAction(CharterActionFactory.PROVIDER_ID);
        }
    }

    /**
     * A forgotten password or a verified address is shown by a mailbox alone and lets nobody in: no place to accept a
     * charter. The next login asks.
     */
    private static boolean endsOutside(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (endsOutside(context)) {
            context.ignore();
        } else {
            context.challenge(new CharterPage(context, CharterInForce.of(context)).blank());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> sent = context.getHttpRequest().getDecodedFormParameters();
        Charter charter = CharterInForce.of(context);
        CharterAnswer answer = CharterAnswer.of(
                sent.containsKey(CharterPage.DECLINE),
                sent.containsKey(CharterPage.BOX),
                Optional.ofNullable(sent.getFirst(CharterPage.STAMP)),
                charter);
        CharterPage page = new CharterPage(context, charter);
        switch (answer) {
            case ACCEPTED -> accept(context, charter);
            case UNTICKED -> context.challenge(page.again(new FormMessage(CharterPage.BOX, "proSanteCharterUnticked")));
            case OUTDATED -> context.challenge(page.again(new FormMessage("proSanteCharterOutdated")));
            case DECLINED -> {
                tell(context, charter);
                context.getEvent().error(Errors.REJECTED_BY_USER);
                context.challenge(new Departure(context).page());
            }
            default -> throw new IllegalStateException("an answer that nobody handles");
        }
    }

    private static void accept(RequiredActionContext context, Charter charter) {
        UserModel user = context.getUser();
        user.setSingleAttribute(UserAttributes.CHARTER_VERSION, charter.version());
        user.setSingleAttribute(UserAttributes.CHARTER_SHA256, charter.fingerprint());
        user.setSingleAttribute(UserAttributes.CHARTER_LANGUAGE, charter.language());
        user.setSingleAttribute(
                UserAttributes.CHARTER_ACCEPTED_AT,
                Instant.ofEpochMilli(Time.currentTimeMillis())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        tell(context, charter);
        context.success();
    }

    private static void tell(RequiredActionContext context, Charter charter) {
        StrongProof.readFrom(context.getAuthenticationSession()).ifPresent(proof -> proof.tell(context.getEvent()));
        context.getEvent()
                .detail(DETAIL_VERSION, charter.version())
                .detail(DETAIL_FINGERPRINT, charter.fingerprint())
                .detail(DETAIL_LANGUAGE, charter.language());
    }

    @Override
    public void close() {}
}
