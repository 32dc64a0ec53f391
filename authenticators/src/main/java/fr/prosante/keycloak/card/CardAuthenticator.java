package fr.prosante.keycloak.card;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.outcome.UserlessStep;
import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * Sends the browser to the door with a ticket, and takes the proof when it comes back. It leaves a strong proof and no
 * user: the account step that follows finds, completes or creates the account.
 */
final class CardAuthenticator implements UserlessStep {

    static final String RETURN_PARAMETER = "card_return";

    private static final Logger LOG = Logger.getLogger(CardAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<String> problem = new CertificateSource(context.getSession()).problem();
        if (problem.isPresent()) {
            LOG.errorf(
                    "the card step of realm %s does not work: %s",
                    context.getRealm().getName(), problem.get());
            RefusalPage.show(context, CardRefusal.PROXY_NOT_TRUSTED, Map.of());
            return;
        }
        String returnUrl = context.getActionUrl(context.generateAccessCode()).toString();
        String ticket = CardTicket.of(Binding.of(context), returnUrl).put(context.getSession());
        context.forceChallenge(Response.seeOther(door(context, ticket)).build());
    }

    private static URI door(AuthenticationFlowContext context, String ticket) {
        UriBuilder base = CardSettings.of(context.getAuthenticatorConfig())
                .door()
                .map(door -> UriBuilder.fromUri(door.base()))
                .orElseGet(() -> context.getUriInfo().getBaseUriBuilder());
        return base.path("realms")
                .path(context.getRealm().getName())
                .path(CardDoorProviderFactory.PROVIDER_ID)
                .path("door")
                .queryParam("ticket", ticket)
                .build();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String handle = context.getUriInfo().getQueryParameters().getFirst(RETURN_PARAMETER);
        if (handle == null) {
            authenticate(context);
            return;
        }
        Optional<CardReturn> found = CardReturn.take(context.getSession(), handle, Binding.of(context));
        if (found.isEmpty()) {
            RefusalPage.show(context, CardRefusal.STALE_PROOF, Map.of());
            return;
        }
        CardReturn back = found.get();
        Optional<StrongProof> proof = back.proof();
        if (proof.isEmpty()) {
            RefusalPage.show(context, back.refusal().orElse(CardRefusal.STALE_PROOF), back.evidence());
            return;
        }
        accept(context, proof.get(), back.evidence());
    }

    private static void accept(AuthenticationFlowContext context, StrongProof proof, Map<String, String> evidence) {
        Optional<UserModel> account = new ProfessionalAccounts(context.getSession(), context.getRealm())
                .find(proof.professional().id());
        Optional<CardRefusal> barred = isOther(context, account)
                ? Optional.of(CardRefusal.OTHER_PERSON)
                : account.filter(user -> !user.isEnabled()).map(user -> CardRefusal.USER_DISABLED);
        if (barred.isPresent()) {
            account.ifPresent(context.getEvent()::user);
            RefusalPage.show(context, barred.get(), evidence);
            return;
        }
        evidence.forEach(context.getEvent()::detail);
        proof.writeTo(context.getAuthenticationSession());
        context.success();
    }

    /** Asked to confirm who they are, people stand at this step with their account already known. */
    private static boolean isOther(AuthenticationFlowContext context, Optional<UserModel> account) {
        return Optional.ofNullable(context.getUser())
                .filter(known -> account.map(UserModel::getId)
                        .filter(known.getId()::equals)
                        .isEmpty())
                .isPresent();
    }
}
