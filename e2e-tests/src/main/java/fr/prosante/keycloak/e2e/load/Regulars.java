package fr.prosante.keycloak.e2e.load;

import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Composed;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** People with accounts in the composed containers: every other one comes by card, the others by password and code. */
public final class Regulars {

    private static final int EVERYBODY = 40;

    private static final Duration A_MAIL_COMES = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

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
        await().atMost(A_MAIL_COMES).until(() -> composed.mailsTo(address).size() > used.get());
        var mails = composed.mailsTo(address);
        var code = CODE.matcher(mails.get(mails.size() - 1));
        if (!code.find()) {
            throw new AssertionError("No code in the mail to " + address);
        }
        var end = doctor.types(page, code.group());
        if (doctor.isIn(end)) {
            used.set(mails.size());
        }
        return end;
    }
}
