package fr.prosante.keycloak.otp.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The e-mailed code of a user: made, kept and verified. All state is in the store and belongs to the user, not to a login:
 * a new tab, a new session, another node or a restart of the login meet the same code and the same limits.
 */
public final class EmailCodes {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    /** An expired code is remembered this long, so that the page can say « expired » rather than « none ». */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final CodeStore store;
    private final DigestKeys keys;
    private final CodePolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    /** Works on a store, with keys, within limits. */
    public EmailCodes(CodeStore store, DigestKeys keys, CodePolicy policy, Clock clock, RandomGenerator random) {
        this.store = store;
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /** The last code made for this user and this address, spent codes excepted; it may be expired. */
    public Optional<IssuedCode> current(CodeOwner owner) {
        return store.read(codeKey(owner)).flatMap(IssuedCode::fromValues).filter(code -> mailedTo(owner, code));
    }

    /** How far the mail of this code has come. */
    public Delivery delivery(CodeOwner owner, IssuedCode code) {
        return store.read(mailKey(owner, code.id()))
                .flatMap(Delivery::fromValues)
                .orElse(new Delivery(Delivery.State.GOING, code.issuedAt()));
    }

    /** Whether this code is too old. */
    public boolean expired(IssuedCode code) {
        return !clock.instant().isBefore(code.expiresAt());
    }

    /** Whether a login that begins now can do with the code there is, so that it needs no mail of its own. */
    public boolean usable(CodeOwner owner) {
        return current(owner)
                .filter(code -> !expired(code) && !exhausted(owner, code))
                .filter(code -> !delivery(owner, code).failed())
                .isPresent();
    }

    /** Makes a new code and replaces the former, unless a limit forbids it. Of parallel calls one makes the code. */
    public Issue issue(CodeOwner owner) {
        Map<SlotPool, String> claims = new LinkedHashMap<>();
        try {
            return issue(owner, claims);
        } catch (RuntimeException e) {
            giveBack(claims.values(), e);
            throw e;
        }
    }

    private Issue issue(CodeOwner owner, Map<SlotPool, String> claims) {
        for (Map.Entry<Issue.Refused, SlotPool> limit : limits(owner).entrySet()) {
            Optional<String> slot = limit.getValue().claim();
            if (slot.isEmpty()) {
                claims.values().forEach(store::remove);
                return limit.getKey();
            }
            claims.put(limit.getValue(), slot.get());
        }
        String digits = String.format(
                Locale.ROOT, "%0" + policy.length() + "d", random.nextLong((long) Math.pow(10, policy.length())));
        IssuedCode code = seal(owner, digits);
        store.write(codeKey(owner), policy.lifespan().plus(MEMORY), code.toValues());
        claims.forEach((pool, slot) -> pool.name(slot, code.id()));
        return new Issue.Made(code, digits, List.copyOf(claims.values()));
    }

    /** Records that the mail was handed over. */
    public void handedOver(CodeOwner owner, Issue.Made made) {
        record(owner, made, Delivery.State.HANDED_OVER);
    }

    /** Records that the mail was not sent: it does not count, and a new one may be asked for at once. */
    public void notSent(CodeOwner owner, Issue.Made made, Delivery.State state) {
        record(owner, made, state);
        made.claims().forEach(slot -> SlotPool.release(store, slot, made.code().id()));
    }

    /** Judges typed digits. A guess claims its slot before it is looked at, so parallel guesses cannot exceed the limits. */
    public Verdict verify(CodeOwner owner, String digits) {
        Optional<IssuedCode> found = current(owner);
        if (found.isEmpty()) {
            return Verdict.NONE;
        }
        IssuedCode code = found.get();
        if (expired(code)) {
            return Verdict.EXPIRED;
        }
        List<String> claims = new ArrayList<>();
        try {
            return judge(owner, code, digits, claims);
        } catch (RuntimeException e) {
            giveBack(claims, e);
            throw e;
        }
    }

    private Verdict judge(CodeOwner owner, IssuedCode code, String digits, List<String> claims) {
        SlotPool guesses = new SlotPool(store, guessPrefix(owner, code), policy.attempts(), policy.lifespan());
        Optional<String> guess = guesses.claim();
        if (guess.isEmpty()) {
            return Verdict.CODE_EXHAUSTED;
        }
        claims.add(guess.get());
        Optional<String> today = new SlotPool(store, owner.prefix() + "guess:", policy.attemptsPerDay(), DAY).claim();
        if (today.isEmpty()) {
            return Verdict.DAY_EXHAUSTED;
        }
        claims.add(today.get());
        if (!matches(owner, code, digits)) {
            return Verdict.WRONG;
        }
        if (!store.claim(
                owner.prefix() + "spent:" + code.id(), policy.lifespan().plus(MEMORY))) {
            return Verdict.SPENT;
        }
        clear(owner, code, today.get());
        return Verdict.ACCEPTED;
    }

    /** A store that failed in between has judged nothing: what was claimed for it must not count. */
    private void giveBack(Collection<String> claims, RuntimeException failure) {
        for (String claim : claims) {
            try {
                store.remove(claim);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Whether the code's guesses are used up. */
    public boolean exhausted(CodeOwner owner, IssuedCode code) {
        return store.read(guessPrefix(owner, code) + (policy.attempts() - 1)).isPresent();
    }

    /** When a new mail may be asked for. */
    public Instant resendFrom(IssuedCode code) {
        return code.issuedAt().plus(policy.resendDelay());
    }

    private void clear(CodeOwner owner, IssuedCode code, String guessOfToday) {
        try {
            store.remove(codeKey(owner));
            store.remove(guessOfToday);
            SlotPool.release(store, delayPrefix(owner) + "0", code.id());
        } catch (RuntimeException e) {
            // The code is spent and opens the way; what is left of it ends by itself.
        }
    }

    private IssuedCode seal(CodeOwner owner, String digits) {
        DigestKey key = keys.active();
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        return new IssuedCode(
                id,
                key.id(),
                key.digest(id, owner.realmId(), owner.userId(), digits),
                key.digest(id, owner.address()),
                now,
                now.plus(policy.lifespan()));
    }

    private boolean mailedTo(CodeOwner owner, IssuedCode code) {
        return keys.find(code.keyId())
                .map(key -> same(code.addressDigest(), key.digest(code.id(), owner.address())))
                .orElse(false);
    }

    private boolean matches(CodeOwner owner, IssuedCode code, String digits) {
        return keys.find(code.keyId())
                .map(key -> same(code.codeDigest(), key.digest(code.id(), owner.realmId(), owner.userId(), digits)))
                .orElse(false);
    }

    private void record(CodeOwner owner, Issue.Made made, Delivery.State state) {
        store.write(
                mailKey(owner, made.code().id()),
                policy.lifespan().plus(MEMORY),
                new Delivery(state, clock.instant()).toValues());
    }

    /** In the order in which they are asked. */
    private Map<Issue.Refused, SlotPool> limits(CodeOwner owner) {
        Map<Issue.Refused, SlotPool> limits = new EnumMap<>(Issue.Refused.class);
        limits.put(Issue.Refused.TOO_SOON, new SlotPool(store, delayPrefix(owner), 1, policy.resendDelay()));
        limits.put(Issue.Refused.HOUR_FULL, new SlotPool(store, owner.prefix() + "hour:", policy.mailsPerHour(), HOUR));
        limits.put(Issue.Refused.DAY_FULL, new SlotPool(store, owner.prefix() + "day:", policy.mailsPerDay(), DAY));
        return limits;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String codeKey(CodeOwner owner) {
        return owner.prefix() + "code";
    }

    private static String mailKey(CodeOwner owner, String codeId) {
        return owner.prefix() + "mail:" + codeId;
    }

    private static String delayPrefix(CodeOwner owner) {
        return owner.prefix() + "delay:";
    }

    private static String guessPrefix(CodeOwner owner, IssuedCode code) {
        return owner.prefix() + "try:" + code.id() + ":";
    }
}
