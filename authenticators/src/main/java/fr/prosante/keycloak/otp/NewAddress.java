package fr.prosante.keycloak.otp;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.validation.Validation;

/** A typed contact address, in the form in which Keycloak keeps addresses. */
record NewAddress(String value) {
    static NewAddress typed(String text) {
        return new NewAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    Optional<ContactRefusal> refusal(RequiredActionContext context) {
        if (!Validation.isEmailValid(value)) {
            return Optional.of(ContactRefusal.ADDRESS_INVALID);
        }
        if (value.equalsIgnoreCase(context.getUser().getEmail())) {
            return Optional.of(ContactRefusal.ADDRESS_UNCHANGED);
        }
        return taken(context) ? Optional.of(ContactRefusal.ADDRESS_IN_USE) : Optional.empty();
    }

    private boolean taken(RequiredActionContext context) {
        RealmModel realm = context.getRealm();
        if (realm.isDuplicateEmailsAllowed()) {
            return false;
        }
        Optional<UserModel> other =
                Optional.ofNullable(context.getSession().users().getUserByEmail(realm, value));
        return other.isPresent();
    }
}
