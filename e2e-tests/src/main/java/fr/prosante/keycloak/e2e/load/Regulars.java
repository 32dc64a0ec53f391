package fr.prosante.keycloak.e2e.load;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Composed;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** People with accounts in the composed containers: every other one comes by card, the others by password and code. */
public final class Regulars {

    private static final int EVERYBODY = 40;

    private final Composed composed;

    private Regulars(Composed composed) {
        this.composed = composed;
    }

    public static List<Regular> of(Composed composed) {
        var regulars = new Regulars(composed);
        var people = IntStream.range(0, EVERYBODY)
                .mapToObj(number -> Account.opened(FictivePeople.rpps(String.valueOf(9_970_070_000L + number))))
                .toList();
        composed.administer(realm -> {
            people.forEach(realm.accounts()::create);
            // They come more often than people do.
            realm.option("pro-sante-email-otp", "mailsPerHour", "100");
            realm.option("pro-sante-email-otp", "mailsPerDay", "200");
        });
        return IntStream.range(0, EVERYBODY)
                .mapToObj(number ->
                        number % 2 == 0 ? regulars.byCard(people.get(number)) : regulars.byCode(people.get(number)))
                .toList();
    }

    private Regular byCard(Account account) {
        var card = composed.issues(account.nationalId());
        return new Regular(() -> composed.visitors().holderOf(card), composed::welcomes, List.of(Visitor::choosesCard));
    }

    private Regular byCode(Account account) {
        var used = new AtomicInteger();
        return new Regular(
                () -> composed.visitors().another(),
                composed::welcomes,
                List.of(
                        (doctor, page) -> doctor.logsIn(page, account.nationalId(), account.password()),
                        (doctor, page) -> typesTheNewCode(doctor, page, account.email(), used)));
    }

    /** Mails whose codes have opened no login yet are new. */
    private Answer typesTheNewCode(Visitor doctor, Answer page, String address, AtomicInteger used) {
        var newest = Math.max(used.get() + 1, composed.mailsTo(address).size());
        var end = doctor.types(page, composed.codeFor(address, newest));
        if (doctor.isIn(end)) {
            used.set(newest);
        }
        return end;
    }
}
