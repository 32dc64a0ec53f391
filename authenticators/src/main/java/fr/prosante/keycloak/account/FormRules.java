package fr.prosante.keycloak.account;

import fr.prosante.keycloak.account.core.AccountForm;
import fr.prosante.keycloak.account.core.AskedNames;
import fr.prosante.keycloak.proof.StrongProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** Everything that is wrong with a form, each problem at its field: the form's own rules, then the realm's. */
final class FormRules {

    static final String EMAIL_TAKEN = "proSanteAccountEmailTaken";

    /** How the messages of Keycloak's password rules begin. */
    private static final String PASSWORD_RULES = "invalidPassword";

    private final AuthenticationFlowContext context;
    private final StrongProof proof;

    FormRules(AuthenticationFlowContext context, StrongProof proof) {
        this.context = context;
        this.proof = proof;
    }

    List<FormMessage> broken(AccountForm form, Optional<UserModel> account) {
        AskedNames asked = AskedNames.of(proof.professional());
        List<FormMessage> broken = new ArrayList<>();
        form.problems(asked).forEach(problem -> broken.add(new FormMessage(problem.field(), problem.messageKey())));
        // One sentence per mistake: the realm's rules speak where the form's own have nothing to say.
        Set<String> told = broken.stream().map(FormMessage::getField).collect(Collectors.toSet());
        if (!told.contains(AccountForm.PASSWORD)) {
            broken.addAll(new PasswordRules(context.getSession(), context.getRealm())
                    .broken(
                            account,
                            proof.professional().id().username(),
                            form.email(),
                            form.password(),
                            AccountForm.PASSWORD));
        }
        new ProfileRules(context.getSession())
                .broken(account, ProfileRules.typed(form, asked)).stream()
                        .filter(message -> !told.contains(message.getField()))
                        .map(FormRules::inOurWords)
                        .forEach(broken::add);
        return broken;
    }

    static boolean isPasswordRule(ModelException e) {
        return e.getMessage() != null && e.getMessage().startsWith(PASSWORD_RULES);
    }

    private static FormMessage inOurWords(FormMessage message) {
        return Messages.EMAIL_EXISTS.equals(message.getMessage())
                ? new FormMessage(AccountForm.EMAIL, EMAIL_TAKEN)
                : message;
    }
}
