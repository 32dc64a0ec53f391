package fr.prosante.keycloak.psc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.psc.core.AcrPolicy.Treatment;
import fr.prosante.keycloak.psc.core.AcrPolicy.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcrPolicyTest {

    private static final List<String> ORDER = List.of("eidas1", "eidas2", "eidas3");

    @ParameterizedTest(name = "minimum {0}, acr {1}: {2}")
    @CsvSource({
        ",        ,       ENOUGH",
        ",        eidas1, ENOUGH",
        ",        eidas2, ENOUGH",
        ",        eidas3, ENOUGH",
        ",        eidas9, ENOUGH",
        "eidas1,  ,       ENOUGH",
        "eidas1,  eidas1, ENOUGH",
        "eidas1,  eidas2, ENOUGH",
        "eidas1,  eidas3, ENOUGH",
        "eidas1,  eidas9, UNKNOWN",
        "eidas2,  ,       ABSENT",
        "eidas2,  eidas1, TOO_LOW",
        "eidas2,  eidas2, ENOUGH",
        "eidas2,  eidas3, ENOUGH",
        "eidas2,  eidas9, UNKNOWN",
        "eidas3,  eidas2, TOO_LOW",
    })
    void theUsualPolicyJudges(String minimum, String acr, Verdict expected) {
        AcrPolicy policy = new AcrPolicy(ORDER, Optional.ofNullable(minimum), Treatment.LOWEST, Treatment.REFUSE);
        assertThat(policy.judge(Optional.ofNullable(acr))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "absent {0}, unknown {1}, minimum {2}: {3}, {4}")
    @CsvSource({
        "ACCEPT, ACCEPT, eidas3, ENOUGH, ENOUGH",
        "REFUSE, REFUSE, eidas1, ABSENT, UNKNOWN",
        "LOWEST, LOWEST, eidas1, ENOUGH, ENOUGH",
        "LOWEST, LOWEST, eidas2, ABSENT, UNKNOWN",
    })
    void whatCannotBeComparedIsTreatedAsSet(
            Treatment absent, Treatment unknown, String minimum, Verdict forAbsent, Verdict forUnknown) {
        AcrPolicy policy = new AcrPolicy(ORDER, Optional.of(minimum), absent, unknown);
        assertThat(policy.judge(Optional.empty())).isEqualTo(forAbsent);
        assertThat(policy.judge(Optional.of("gold"))).isEqualTo(forUnknown);
    }

    @Test
    void aMinimumOutsideOfTheOrderIsRefused() {
        assertThatThrownBy(() -> new AcrPolicy(ORDER, Optional.of("gold"), Treatment.LOWEST, Treatment.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
