package fr.prosante.keycloak.card.core.crl;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads the revoked serial numbers, entry after entry. */
final class Entries {

    private static final int FIRST_SIZE = 1024;
    private static final int MOST_OTHERS = 10_000;

    private long[] halves = new long[FIRST_SIZE];
    private int count;
    private final Set<BigInteger> others = new HashSet<>();

    static SerialSet read(DerCursor list) throws CrlException {
        Entries entries = new Entries();
        while (!list.atEnd()) {
            entries.add(list.enter(DerCursor.SEQUENCE));
        }
        return SerialSet.of(entries.halves, entries.count, entries.others);
    }

    private void add(DerCursor entry) throws CrlException {
        addSerial(entry.enter(DerCursor.INTEGER));
        if (!CrlTime.isNext(entry)) {
            throw new CrlException("revocation date is missing");
        }
        entry.skip();
        if (!entry.atEnd()) {
            CrlExtensions.checkEntry(entry.enter(DerCursor.SEQUENCE));
        }
    }

    private void addSerial(DerCursor serial) throws CrlException {
        int length = serial.length();
        if (length == 0) {
            throw new CrlException("serial number is missing");
        }
        int first = length > 1 && serial.at(0) == 0 ? 1 : 0;
        if (length - first > 16 || (first == 0 && serial.at(0) < 0)) {
            addOther(new BigInteger(serial.rest()));
            return;
        }
        long high = 0;
        long low = 0;
        for (int i = first; i < length; i++) {
            high = (high << 8) | (low >>> 56);
            low = (low << 8) | (serial.at(i) & 0xff);
        }
        if (2 * count == halves.length) {
            halves = Arrays.copyOf(halves, (halves.length + (halves.length >> 1)) & ~1);
        }
        halves[2 * count] = high;
        halves[2 * count + 1] = low;
        count++;
    }

    private void addOther(BigInteger serial) throws CrlException {
        if (others.size() >= MOST_OTHERS) {
            throw new CrlException("too many serial numbers of more than 128 bits");
        }
        others.add(serial);
    }
}
