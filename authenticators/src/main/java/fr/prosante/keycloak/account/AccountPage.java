package fr.prosante.keycloak.account;

import fr.prosante.keycloak.account.core.AccountForm;
import fr.prosante.keycloak.account.core.Address;
import fr.prosante.keycloak.account.core.AskedNames;
import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The page « Créer mon compte ». Passwords are never sent back to it. */
final class AccountPage {

    private static final String TEMPLATE = "pro-sante-account.ftl";

    private final AuthenticationFlowContext context;
    private final StrongProof proof;

    AccountPage(AuthenticationFlowContext context, StrongProof proof) {
        this.context = context;
        this.proof = proof;
    }

    /** The first sight of the page, with what an administrator already knew. */
    Response blank(Optional<UserModel> account) {
        Map<String, String> known = new HashMap<>();
        account.ifPresent(user -> {
            put(known, AccountForm.FAMILY_NAME, user.getLastName());
            put(known, AccountForm.GIVEN_NAME, user.getFirstName());
            put(known, AccountForm.EMAIL, user.getEmail());
            put(known, Address.STREET, user.getFirstAttribute(UserAttributes.STREET_ADDRESS));
            put(known, Address.POSTAL_CODE, user.getFirstAttribute(UserAttributes.POSTAL_CODE));
            put(known, Address.LOCALITY, user.getFirstAttribute(UserAttributes.LOCALITY));
        });
        return page(known, List.of());
    }

    Response again(AccountForm form, List<FormMessage> errors) {
        return page(
                Map.of(
                        AccountForm.FAMILY_NAME, form.familyName(),
                        AccountForm.GIVEN_NAME, form.givenName(),
                        AccountForm.EMAIL, form.email(),
                        AccountForm.EMAIL_AGAIN, form.emailAgain(),
                        Address.STREET, form.address().street(),
                        Address.POSTAL_CODE, form.address().postalCode(),
                        Address.LOCALITY, form.address().locality()),
                errors);
    }

    private Response page(Map<String, String> values, List<FormMessage> errors) {
        Professional who = proof.professional();
        var form = context.form()
                .setAttribute("accountValues", values)
                .setAttribute("accountFields", AccountForm.FIELDS)
                .setAttribute("accountIdentity", identity(who))
                .setAttribute("accountAsked", asked(AskedNames.of(who)))
                .setAttribute("accountMethod", proof.method().value())
                .setAttribute("accountPolicy", new PasswordRules(context.getSession(), context.getRealm()).described());
        if (!errors.isEmpty()) {
            form.setErrors(errors);
        }
        return form.createForm(TEMPLATE);
    }

    /** What the proof says, by the part of the message key that labels it. */
    private static Map<String, Object> identity(Professional who) {
        Map<String, Object> identity = new HashMap<>();
        identity.put("id", who.id().value());
        identity.put("familyName", who.familyName().orElse(""));
        identity.put("givenName", who.givenName().orElse(""));
        identity.put("profession", who.profession().orElse(""));
        identity.put("specialities", who.savoirFaire());
        identity.put(
                "structure",
                who.structure().flatMap(structure -> structure.name()).orElse(""));
        return identity;
    }

    private static Map<String, Boolean> asked(AskedNames asked) {
        return Map.of("familyName", asked.familyName(), "givenName", asked.givenName());
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
