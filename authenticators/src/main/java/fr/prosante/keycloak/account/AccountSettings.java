package fr.prosante.keycloak.account;

import fr.prosante.keycloak.config.Option;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/** The settings of the account step. */
record AccountSettings(Duration proofMaxAge) {

    /** Minutes; the default is the time a login may take in the delivered realm. */
    private static final Option<Integer> PROOF_MAX_AGE =
            Option.number("proSanteAccount", "proofMaxAgeMinutes", 30, 1, 240);

    static final List<Option<?>> OPTIONS = List.of(PROOF_MAX_AGE);

    static AccountSettings of(@Nullable AuthenticatorConfigModel config) {
        return new AccountSettings(Duration.ofMinutes(PROOF_MAX_AGE.value(config)));
    }
}
