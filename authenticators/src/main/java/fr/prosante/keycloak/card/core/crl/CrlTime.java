package fr.prosante.keycloak.card.core.crl;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** UTCTime and GeneralizedTime as RFC 5280 §5.1.2.4 allows them: to the second, in UTC. */
final class CrlTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

    private CrlTime() {}

    static boolean isNext(DerCursor cursor) {
        return cursor.isNext(DerCursor.UTC_TIME) || cursor.isNext(DerCursor.GENERALIZED_TIME);
    }

    static Instant read(DerCursor cursor) throws CrlException {
        boolean shortYear = cursor.isNext(DerCursor.UTC_TIME);
        DerCursor content = cursor.enter(shortYear ? DerCursor.UTC_TIME : DerCursor.GENERALIZED_TIME);
        if (content.length() > 15) {
            throw new CrlException("time is malformed");
        }
        String text = new String(content.rest(), StandardCharsets.US_ASCII);
        if (shortYear) {
            text = (text.compareTo("5") < 0 ? "20" : "19") + text;
        }
        try {
            return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new CrlException("time is malformed", e);
        }
    }
}
