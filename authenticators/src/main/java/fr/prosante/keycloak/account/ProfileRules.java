package fr.prosante.keycloak.account;

import fr.prosante.keycloak.account.core.AccountForm;
import fr.prosante.keycloak.account.core.AskedNames;
import fr.prosante.keycloak.identity.UserAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * The user profile of the realm, asked about what the person typed: taken addresses, lengths, forbidden characters. In the
 * administrators' context, because names are theirs and a proof's alone to write.
 */
final class ProfileRules {

    private final KeycloakSession session;

    ProfileRules(KeycloakSession session) {
        this.session = session;
    }

    List<FormMessage> broken(Optional<UserModel> account, Map<String, String> typed) {
        Map<String, List<String>> values = new HashMap<>();
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        Attributes attributes = (account.isPresent()
                        ? profiles.create(UserProfileContext.USER_API, values, account.get())
                        : profiles.create(UserProfileContext.USER_API, values))
                .getAttributes();
        List<FormMessage> broken = new ArrayList<>();
        typed.keySet().forEach(name -> validate(attributes, name, broken));
        return broken;
    }

    @SuppressWarnings("unchecked") // generic varargs of the interface
    private static void validate(Attributes attributes, String name, List<FormMessage> broken) {
        attributes.validate(
                name,
                error -> broken.add(
                        new FormMessage(name, error.getMessage(), error.getInputHintWithMessageParameters())));
    }

    /** The attributes of the form, by their names in the user profile. */
    static Map<String, String> typed(AccountForm form, AskedNames asked) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (asked.familyName()) {
            typed.put(UserModel.LAST_NAME, form.familyName());
        }
        if (asked.givenName()) {
            typed.put(UserModel.FIRST_NAME, form.givenName());
        }
        typed.put(UserModel.EMAIL, form.email());
        typed.put(UserAttributes.STREET_ADDRESS, form.address().street());
        typed.put(UserAttributes.POSTAL_CODE, form.address().postalCode());
        typed.put(UserAttributes.LOCALITY, form.address().locality());
        return typed;
    }
}
