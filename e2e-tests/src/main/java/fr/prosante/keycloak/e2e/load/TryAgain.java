package fr.prosante.keycloak.e2e.load;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.pages.Wording;
import java.util.List;
import java.util.Locale;

/** The pages that say in so many words that nothing is lost and what to do. */
final class TryAgain {

    private static final Wording WORDING = Wording.in(Locale.FRENCH);
    private static final List<String> SENTENCES = List.of(
            // The front's own pages.
            "Rien n’est perdu : réessayez dans quelques instants.",
            "Revenez à la page précédente et réessayez",
            WORDING.of("proSanteOtpFailed"),
            WORDING.of("proSanteOtpBusy"));

    private TryAgain() {}

    static boolean isAskedBy(Answer page) {
        return SENTENCES.stream().anyMatch(page::says);
    }
}
