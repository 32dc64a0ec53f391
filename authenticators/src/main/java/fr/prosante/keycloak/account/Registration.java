package fr.prosante.keycloak.account;

import fr.prosante.keycloak.account.core.AccountForm;
import fr.prosante.keycloak.account.core.Address;
import fr.prosante.keycloak.account.core.AskedNames;
import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.proof.StrongProof;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes a valid form to a new account, or to the one that an administrator prepared. */
final class Registration {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StrongProof proof;
    private final AccountForm form;

    Registration(KeycloakSession session, RealmModel realm, StrongProof proof, AccountForm form) {
        this.session = session;
        this.realm = realm;
        this.proof = proof;
        this.form = form;
    }

    /**
     * Creates the account, in a transaction of its own: of two submissions at once the database lets one through, and
     * the other one must still be able to go on with its login.
     *
     * @throws ModelDuplicateException if the user name or the address was taken meanwhile
     */
    void create() {
        String realmId = realm.getId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), session.getContext(), own -> create(own, realmId));
    }

    private void create(KeycloakSession own, String realmId) {
        RealmModel ownRealm = own.realms().getRealm(realmId);
        UserModel user = own.users().addUser(ownRealm, proof.professional().id().username());
        user.setEnabled(true);
        write(user);
        new ProfessionalAccounts(own, ownRealm).inscribe(user, proof);
    }

    /** Fills in what the form asks; the identity is refreshed when the account enters. */
    void complete(UserModel user) {
        write(user);
        user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }

    private void write(UserModel user) {
        AskedNames asked = AskedNames.of(proof.professional());
        if (asked.familyName()) {
            user.setLastName(form.familyName());
        }
        if (asked.givenName()) {
            user.setFirstName(form.givenName());
        }
        if (!form.email().equals(user.getEmail())) {
            user.setEmail(form.email());
            user.setEmailVerified(false);
        }
        Address address = form.address();
        user.setSingleAttribute(UserAttributes.STREET_ADDRESS, address.street());
        user.setSingleAttribute(UserAttributes.POSTAL_CODE, address.postalCode());
        user.setSingleAttribute(UserAttributes.LOCALITY, address.locality());
        user.credentialManager().updateCredential(UserCredentialModel.password(form.password(), false));
    }
}
