package fr.prosante.keycloak.e2e.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of stories. Its tests take as parameters what they need: {@code World}, {@code StoryRealm}, {@code People},
 * {@code CardBox}, {@code Letterbox}, {@code EventLog}. The world is one per test run, the realm one per class and empty
 * of accounts at the start of each test, people one browser each and gone after it. With {@code nodes = 2} all of it stands
 * on a {@code Cluster} without stickiness behind nginx as the project ships it, where that is installed; a test may kill its
 * nodes: they are mended after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoryExtension.class)
public @interface Story {
    /** How many Keycloaks; each number has a world of its own. */
    int nodes() default 1;
}
