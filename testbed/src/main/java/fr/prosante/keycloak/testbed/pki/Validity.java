package fr.prosante.keycloak.testbed.pki;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * A period of days, in UTC. The usual ones begin on the first day of a month, so that the certificates of two starts in
 * the same month are equal byte for byte and one imported into a browser goes on working.
 */
public record Validity(LocalDate from, LocalDate to) {

    /** Three years, as real cards have, begun at the start of last month. */
    public static Validity current() {
        LocalDate from = month().minusMonths(1);
        return new Validity(from, from.plusYears(3));
    }

    /** Three years that ended last month. */
    public static Validity past() {
        LocalDate to = month();
        return new Validity(to.minusYears(3), to);
    }

    /** Three years that begin next year. */
    public static Validity future() {
        LocalDate from = month().plusYears(1);
        return new Validity(from, from.plusYears(3));
    }

    static Validity ofAuthority() {
        LocalDate from = month().minusYears(10);
        return new Validity(from, from.plusYears(20));
    }

    Date notBefore() {
        return date(from);
    }

    Date notAfter() {
        return date(to);
    }

    private static LocalDate month() {
        return LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
