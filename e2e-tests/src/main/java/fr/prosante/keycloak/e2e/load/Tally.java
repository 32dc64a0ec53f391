package fr.prosante.keycloak.e2e.load;

import java.time.Duration;
import java.util.List;

/**
 * What became of the logins of a while.
 *
 * @param in how many ended at the portal
 * @param askedToTryAgain the pages that said « réessayez »; who saw one began anew
 * @param failed what those saw last who did not get in
 */
public record Tally(Duration time, int in, List<String> askedToTryAgain, List<String> failed) {

    public Tally {
        askedToTryAgain = List.copyOf(askedToTryAgain);
        failed = List.copyOf(failed);
    }

    @Override
    public String toString() {
        return in + " in, " + askedToTryAgain.size() + " times asked to try again, " + failed.size() + " failed, in "
                + time.toSeconds() + " s\n" + String.join("\n", askedToTryAgain) + "\n" + String.join("\n", failed);
    }
}
