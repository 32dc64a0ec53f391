package fr.prosante.keycloak.e2e.realm;

import fr.prosante.keycloak.e2e.events.EventLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The realm of one test class, in the hands of its administrator. What a test changes is put back when it ends. */
public final class StoryRealm {

    private final String name;
    private final RealmResource realm;
    private final Deque<Runnable> formerStates = new ArrayDeque<>();

    public StoryRealm(String name, RealmResource realm) {
        this.name = name;
        this.realm = realm;
    }

    public String name() {
        return name;
    }

    public Accounts accounts() {
        return new Accounts(realm);
    }

    public EventLog events() {
        return new EventLog(realm);
    }

    /** What one test left must not be found by the next one. */
    public void isRestored() {
        while (!formerStates.isEmpty()) {
            formerStates.pop().run();
        }
        accounts().removeAll();
        realm.attackDetection().clearAllBruteForce();
        realm.clearEvents();
    }

    /** Sets an option of the execution whose config has that alias. */
    public void option(String configAlias, String key, String value) {
        var config = config(configAlias);
        var before = Map.copyOf(config.getConfig());
        var after = new TreeMap<>(before);
        after.put(key, value);
        store(config, after);
        formerStates.push(() -> store(config, before));
    }

    /** Sets how an execution counts: REQUIRED, ALTERNATIVE, DISABLED. */
    public void requirement(String flow, String displayNameOrProvider, String requirement) {
        var execution = realm.flows().getExecutions(flow).stream()
                .filter(candidate -> displayNameOrProvider.equals(candidate.getProviderId())
                        || displayNameOrProvider.equals(candidate.getDisplayName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(flow + " has no " + displayNameOrProvider));
        var before = execution.getRequirement();
        require(flow, execution, requirement);
        formerStates.push(() -> require(flow, execution, before));
    }

    /** Puts another step in the place of one. */
    public void replaces(String flow, String provider, String by) {
        requirement(flow, provider, "DISABLED");
        realm.flows().addExecution(flow, Map.of("provider", by));
        var steps = executions(flow);
        var added = steps.get(steps.size() - 1).getId();
        formerStates.push(() -> realm.flows().removeExecution(added));
        steps.stream()
                .dropWhile(step -> !provider.equals(step.getProviderId()))
                .skip(2)
                .forEach(step -> realm.flows().raisePriority(added));
        requirement(flow, by, "REQUIRED");
    }

    /** Changes the realm itself. */
    public void changed(Consumer<RealmRepresentation> change) {
        var before = realm.toRepresentation();
        var after = realm.toRepresentation();
        change.accept(after);
        realm.update(after);
        formerStates.push(() -> realm.update(before));
    }

    /** Changes a required action, its config included. */
    public void action(String alias, Consumer<RequiredActionProviderRepresentation> change) {
        var before = realm.flows().getRequiredAction(alias);
        var after = realm.flows().getRequiredAction(alias);
        change.accept(after);
        realm.flows().updateRequiredAction(alias, after);
        formerStates.push(() -> realm.flows().updateRequiredAction(alias, before));
    }

    /** Adds a mapper to an identity provider. */
    public void maps(String alias, IdentityProviderMapperRepresentation mapper) {
        mapper.setIdentityProviderAlias(alias);
        var provider = realm.identityProviders().get(alias);
        String id;
        try (var answer = provider.addMapper(mapper)) {
            id = CreatedResponseUtil.getCreatedId(answer);
        }
        formerStates.push(() -> provider.delete(id));
    }

    /** Shows administrators the attributes of accounts that the user profile does not name. */
    public void showsEveryAttribute() {
        var profile = realm.users().userProfile();
        var before = profile.getConfiguration();
        var after = profile.getConfiguration();
        after.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ADMIN_VIEW);
        profile.update(after);
        formerStates.push(() -> profile.update(before));
    }

    /** Lets the owner of an account link an identity provider once logged in ({@code kc_action=idp_link:<alias>}). */
    public void offersLinkingTo(String accountId) {
        var client = realm.clients().findByClientId("account").get(0).getId();
        var role = realm.clients().get(client).roles().get("manage-account").toRepresentation();
        realm.users().get(accountId).roles().clientLevel(client).add(List.of(role));
        var action = new RequiredActionProviderSimpleRepresentation();
        action.setProviderId("idp_link");
        action.setName("Link an identity provider");
        realm.flows().registerRequiredAction(action);
        formerStates.push(() -> realm.flows().removeRequiredAction("idp_link"));
    }

    /** Sets options of an identity provider. */
    public void provider(String alias, Map<String, String> values) {
        var before = realm.identityProviders().get(alias).toRepresentation();
        var after = realm.identityProviders().get(alias).toRepresentation();
        after.getConfig().putAll(values);
        realm.identityProviders().get(alias).update(after);
        formerStates.push(() -> realm.identityProviders().get(alias).update(before));
    }

    /** Replaces a text of the realm, as its localization page does. */
    public void text(String locale, String key, String value) {
        realm.localization().saveRealmLocalizationText(locale, key, value);
        formerStates.push(() -> realm.localization().deleteRealmLocalizationText(locale, key));
    }

    /** The administrator's own interface, for what is needed once only. */
    public RealmResource administered() {
        return realm;
    }

    private AuthenticatorConfigRepresentation config(String alias) {
        return realm.flows().getFlows().stream()
                .flatMap(flow -> executions(flow.getAlias()).stream())
                .map(execution -> Optional.ofNullable(execution.getAuthenticationConfig()))
                .flatMap(Optional::stream)
                .distinct()
                .map(realm.flows()::getAuthenticatorConfig)
                .filter(config -> alias.equals(config.getAlias()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No execution config " + alias));
    }

    private List<AuthenticationExecutionInfoRepresentation> executions(String flow) {
        return realm.flows().getExecutions(flow);
    }

    private void store(AuthenticatorConfigRepresentation config, Map<String, String> values) {
        config.setConfig(new TreeMap<>(values));
        realm.flows().updateAuthenticatorConfig(config.getId(), config);
    }

    private void require(String flow, AuthenticationExecutionInfoRepresentation execution, String requirement) {
        execution.setRequirement(requirement);
        realm.flows().updateExecutions(flow, execution);
    }
}
