package fr.prosante.keycloak.account;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    /** In the order in which people read them. */
    private static final List<String> TOLD = List.of(
            "length",
            "maxLength",
            "lowerCase",
            "upperCase",
            "digits",
            "specialChars",
            "notUsername",
            "notContainsUsername",
            "notEmail",
            "passwordHistory");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PasswordPolicy policy;

    PasswordRules(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policy = realm.getPasswordPolicy();
    }

    /** The rules that a person can follow, as maps of {@code key} (a message) and, if it has one, {@code count} (its number). */
    List<Map<String, Object>> described() {
        return TOLD.stream()
                .filter(policy.getPolicies()::contains)
                .map(this::described)
                .toList();
    }

    private Map<String, Object> described(String id) {
        var key = "proSanteAccountPolicy" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        return policy.<@Nullable Object>getPolicyConfig(id) instanceof Integer count
                ? Map.of("key", key, "count", count)
                : Map.of("key", key);
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
