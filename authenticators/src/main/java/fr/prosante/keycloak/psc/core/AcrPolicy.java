package fr.prosante.keycloak.psc.core;

import java.util.List;
import java.util.Optional;

/**
 * Levels of authentication are ordered, and providers change them (Pro Santé Connect went from no {@code acr} to
 * {@code eidas1} to {@code eidas2} without notice): what is asked is a minimum, never equality. Without a minimum every
 * value passes, known or not.
 *
 * @param order levels from the lowest to the highest
 * @param minimum empty: none
 * @param absent when there is a minimum: what a token without {@code acr} counts as
 * @param unknown when there is a minimum: what a level outside of the order counts as
 */
public record AcrPolicy(List<String> order, Optional<String> minimum, Treatment absent, Treatment unknown) {

    /** How a level that cannot be compared is treated. */
    public enum Treatment {
        /** As the lowest level of the order. */
        LOWEST,
        ACCEPT,
        REFUSE
    }

    /** Every outcome but {@link #ENOUGH} refuses the login. */
    public enum Verdict {
        ENOUGH,
        TOO_LOW,
        ABSENT,
        UNKNOWN
    }

    public AcrPolicy {
        order = List.copyOf(order);
        if (minimum.isPresent() && !order.contains(minimum.get())) {
            throw new IllegalArgumentException("the minimum is not one of the levels");
        }
    }

    public Verdict judge(Optional<String> acr) {
        if (minimum.isEmpty()) {
            return Verdict.ENOUGH;
        }
        int required = order.indexOf(minimum.get());
        if (acr.isEmpty()) {
            return incomparable(absent, required, Verdict.ABSENT);
        }
        int level = order.indexOf(acr.get());
        if (level < 0) {
            return incomparable(unknown, required, Verdict.UNKNOWN);
        }
        return level >= required ? Verdict.ENOUGH : Verdict.TOO_LOW;
    }

    private static Verdict incomparable(Treatment treatment, int required, Verdict refusal) {
        return switch (treatment) {
            case ACCEPT -> Verdict.ENOUGH;
            case LOWEST -> required == 0 ? Verdict.ENOUGH : refusal;
            case REFUSE -> refusal;
        };
    }
}
