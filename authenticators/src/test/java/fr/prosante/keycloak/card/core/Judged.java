package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** What a judge says, and that it takes him no longer than it may: the first time that he sees a certificate, and again. */
final class Judged {

    private static final Duration LONGEST = Duration.ofMillis(100);

    private Judged() {}

    static Verdict quickly(CardJudge judge, X509Certificate card) {
        Verdict first = timed(judge, card);
        assertThat(timed(judge, card)).isEqualTo(first);
        return first;
    }

    private static Verdict timed(CardJudge judge, X509Certificate card) {
        Duration before = spent();
        Verdict verdict = judge.judge(Optional.of(card), NOW);
        assertThat(spent().minus(before)).isLessThan(LONGEST);
        return verdict;
    }

    /** Processor time of this thread: what else the machine does is not the judge's fault. */
    private static Duration spent() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
