package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.outcome.Refusal;
import fr.prosante.keycloak.outcome.UserlessStep;
import fr.prosante.keycloak.psc.core.Means;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpConfirmOverrideLinkAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * First step of the first login: looks for the account of the person and leaves the proof for the account step, which lets
 * a complete account in and asks for what is missing; if there is no account, only if this means may open one.
 */
final class PscLinkAuthenticator extends AbstractIdpAuthenticator implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(PscLinkAuthenticator.class);
    private static final String TEMPLATE = "pro-sante-psc-refused.ftl";
    private static final String REFUSED = "pro-sante.psc.refused";

    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext brokered) {
        if (!PscIdentity.isIn(brokered)) {
            LOG.errorf(
                    "the first login of %s does not come from Pro Santé Connect", serialized.getIdentityProviderId());
            refuse(context, PscRefusal.PROVIDER_ERROR);
            return;
        }
        PscIdentity who = PscIdentity.readFrom(brokered);
        PscLinks links = new PscLinks(context.getSession(), context.getRealm(), config(brokered));
        Optional<UserModel> account = links.find(brokered);
        if (account.isEmpty() && !mayOpenAccount(context, who)) {
            refuse(context, PscRefusal.FIRST_ACCOUNT_BY_CARD);
            return;
        }
        who.proof(account.flatMap(user -> PracticeMemory.current(user, who.practices())))
                .writeTo(context.getAuthenticationSession());
        account.ifPresent(user -> {
            if (links.hasFormerLink(user, who)) {
                context.getAuthenticationSession()
                        .setAuthNote(IdpConfirmOverrideLinkAuthenticator.OVERRIDE_LINK, "true");
            }
            Adoption.adopt(context.getSession(), context.getRealm(), user, who);
        });
        context.success();
    }

    @Override
    protected void actionImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext brokered) {
        authenticateImpl(context, serialized, brokered);
    }

    private static boolean mayOpenAccount(AuthenticationFlowContext context, PscIdentity who) {
        FirstAccount policy = PscLinkAuthenticatorFactory.FIRST_ACCOUNT.value(context.getAuthenticatorConfig());
        return policy == FirstAccount.ANY || who.means() == Means.CARD;
    }

    private static PscConfig config(BrokeredIdentityContext brokered) {
        return ((PscIdentityProvider) brokered.getIdp()).pscConfig();
    }

    private static void refuse(AuthenticationFlowContext context, Refusal refusal) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        // The page may be asked for again: one refusal is one event.
        if (!refusal.reason().equals(authSession.getAuthNote(REFUSED))) {
            authSession.setAuthNote(REFUSED, refusal.reason());
            context.getEvent()
                    .clone()
                    .detail(Refusal.REASON_DETAIL, refusal.reason())
                    .error(refusal.eventError());
        }
        Response page =
                context.form().setAttribute("reason", refusal.messageKey()).createForm(TEMPLATE);
        context.forceChallenge(page);
    }
}
