package fr.prosante.keycloak.e2e.load;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Somebody who logs in again and again, with one login at a time.
 *
 * @param browser what he opens for each login
 * @param portal where he begins
 * @param way what he does with each page from there on
 */
public record Regular(
        Supplier<Visitor> browser, Function<Visitor, Answer> portal, List<BiFunction<Visitor, Answer, Answer>> way) {

    public Regular {
        way = List.copyOf(way);
    }

    /** Goes on until he is in, or is asked to try again, or the way is at its end. */
    Answer tries(Visitor visitor) {
        var page = portal.apply(visitor);
        for (var step : way) {
            if (visitor.isIn(page) || TryAgain.isAskedBy(page)) {
                return page;
            }
            page = step.apply(visitor, page);
        }
        return page;
    }
}
