package fr.prosante.keycloak.otp.core;

import fr.prosante.keycloak.testing.HandClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Codes with the shipped limits over a store in memory, and a clock that is moved by hand. */
final class Desk {
    static final CodeOwner MARIE = new CodeOwner("realm", "marie", "marie@example.fr");
    static final CodePolicy POLICY = new CodePolicy(6, Duration.ofMinutes(10), 5, 25, Duration.ofSeconds(60), 10, 30);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T09:42:00Z"));
    private final MapStore store = new MapStore(clock);
    private final DigestKey key = new DigestKey("k1", "a secret of the realm".getBytes(StandardCharsets.UTF_8));

    EmailCodes codes() {
        return codes(new SecureRandom());
    }

    EmailCodes codes(RandomGenerator random) {
        return codes(POLICY, random, Duration.ZERO, Optional.of(key));
    }

    /** Codes on a node whose clock is ahead. */
    EmailCodes codesOfNodeAhead(Duration ahead) {
        return codes(POLICY, new SecureRandom(), ahead, Optional.of(key));
    }

    EmailCodes codesAfterKeyWasRemoved() {
        return codes(POLICY, new SecureRandom(), Duration.ZERO, Optional.empty());
    }

    EmailCodes codes(CodePolicy policy) {
        return codes(policy, new SecureRandom(), Duration.ZERO, Optional.of(key));
    }

    /** Codes that reach the store of all the others in a way of their own. */
    EmailCodes codesBy(Function<CodeStore, CodeStore> way, CodePolicy policy) {
        return codes(way.apply(store), policy, new SecureRandom(), clock, Optional.of(key));
    }

    MapStore store() {
        return store;
    }

    void wait(Duration time) {
        clock.advance(time);
    }

    Instant now() {
        return clock.instant();
    }

    private EmailCodes codes(CodePolicy policy, RandomGenerator random, Duration ahead, Optional<DigestKey> kept) {
        return codes(store, policy, random, Clock.offset(clock, ahead), kept);
    }

    private EmailCodes codes(
            CodeStore over, CodePolicy policy, RandomGenerator random, Clock time, Optional<DigestKey> kept) {
        DigestKeys keys = new DigestKeys() {
            @Override
            public DigestKey active() {
                return key;
            }

            @Override
            public Optional<DigestKey> find(String id) {
                return kept.filter(one -> one.id().equals(id));
            }
        };
        return new EmailCodes(over, keys, policy, time, random);
    }
}
