package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.Cluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives stories their parameters, each with the life it deserves. */
final class StoryExtension implements AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StoryExtension.class);

    private static final Map<Class<?>, Function<ExtensionContext, Object>> PARTS = Map.of(
            World.class, StoryExtension::world,
            Cluster.class, context -> world(context).testbed().cluster(),
            CardBox.class, context -> world(context).cards(),
            StoryRealm.class, context -> realm(context).story(),
            EventLog.class, context -> realm(context).story().events(),
            Letterbox.class, context -> world(context).letterbox(),
            PscNeighbour.class, context -> world(context).proSanteConnect(realm(context)),
            Visitor.class, context -> visitors(context).another(),
            Visitors.class, StoryExtension::visitors,
            People.class, StoryExtension::people);

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Optional.ofNullable(context.getStore(NAMESPACE).get(People.class, People.class))
                    .ifPresent(people -> people.keepEvidence(evidenceOf(context)));
        }
        // A class that asks for no realm gets none.
        Optional.ofNullable(ofClass(context).getStore(NAMESPACE).get(RealmOnLoan.class, RealmOnLoan.class))
                .ifPresent(realm -> {
                    world(context).testbed().cluster().isMended();
                    realm.story().isRestored();
                    world(context).letterbox().isEmptied();
                });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(PARTS.get(parameter.getParameter().getType()))
                .apply(context);
    }

    private static World world(ExtensionContext context) {
        var story = context.getRequiredTestClass().getAnnotation(Story.class);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("world of " + story.nodes(), key -> World.start(story), World.class);
    }

    private static RealmOnLoan realm(ExtensionContext context) {
        return ofClass(context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        RealmOnLoan.class,
                        key -> world(context)
                                .lendRealm(context.getRequiredTestClass().getSimpleName()),
                        RealmOnLoan.class);
    }

    private static People people(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(People.class, key -> world(context).people(realm(context)), People.class);
    }

    private static Visitors visitors(ExtensionContext context) {
        return world(context).visitors(realm(context));
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        var found = context;
        while (found.getTestMethod().isPresent()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    private static Path evidenceOf(ExtensionContext context) {
        var name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName() + "." + context.getDisplayName();
        return Path.of("target", "evidence", name.replaceAll("[^A-Za-z0-9.]+", "-"));
    }
}
