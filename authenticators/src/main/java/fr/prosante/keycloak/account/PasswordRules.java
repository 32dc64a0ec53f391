package fr.prosante.keycloak.account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.NotEmailPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** The password policy of the realm: told in words before, and checked rule by rule, all that is broken at once. */
final class PasswordRules {

    private static final Map<String, String> TOLD = Map.of(
            "length", "proSanteAccountPolicyLength",
            "maxLength", "proSanteAccountPolicyMaxLength",
            "lowerCase", "proSanteAccountPolicyLowerCase",
            "upperCase", "proSanteAccountPolicyUpperCase",
            "digits", "proSanteAccountPolicyDigits",
            "specialChars", "proSanteAccountPolicySpecialChars",
            "notUsername", "proSanteAccountPolicyNotUsername",
            "notContainsUsername", "proSanteAccountPolicyNotContainsUsername",
            "notEmail", "proSanteAccountPolicyNotEmail",
            "passwordHistory", "proSanteAccountPolicyHistory");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PasswordPolicy policy;

    PasswordRules(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policy = realm.getPasswordPolicy();
    }

    /** The rules that a person can follow, as maps of {@code key} (a message) and {@code value} (its parameter). */
    List<Map<String, String>> described() {
        return policy.getPolicies().stream()
                .map(this::described)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Map<String, String>> described(String id) {
        return Optional.ofNullable(TOLD.get(id))
                .map(key -> Map.of("key", key, "value", String.valueOf(policy.<Object>getPolicyConfig(id))));
    }

    /** Every rule that the password of the account to be breaks, as messages for {@code field}. */
    List<FormMessage> broken(
            Optional<UserModel> account, String username, String email, String password, String field) {
        Function<PasswordPolicyProvider, @Nullable PolicyError> ofAccount = rule ->
                account.isPresent() ? rule.validate(realm, account.get(), password) : rule.validate(username, password);
        Set<String> told = new HashSet<>();
        return Stream.concat(
                        rules().map(rule -> Optional.ofNullable(ofAccount.apply(rule)))
                                .flatMap(Optional::stream),
                        isTheEmail(email, password))
                .filter(error -> told.add(error.getMessage()))
                .map(error -> new FormMessage(field, error.getMessage(), error.getParameters()))
                .toList();
    }

    private Stream<PasswordPolicyProvider> rules() {
        return policy.getPolicies().stream()
                .map(id -> Optional.ofNullable(session.getProvider(PasswordPolicyProvider.class, id)))
                .flatMap(Optional::stream);
    }

    /** The address stands in the form only: the rule would look for it in the account. */
    private Stream<PolicyError> isTheEmail(String email, String password) {
        return policy.getPolicies().contains(NotEmailPasswordPolicyProviderFactory.ID)
                ? Optional.ofNullable(
                        session.getProvider(PasswordPolicyProvider.class, NotEmailPasswordPolicyProviderFactory.ID)
                                .validate(email, password))
                        .stream()
                : Stream.empty();
    }
}
