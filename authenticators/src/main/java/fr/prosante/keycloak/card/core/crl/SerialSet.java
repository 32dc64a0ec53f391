package fr.prosante.keycloak.card.core.crl;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;

/**
 * The serial numbers of a list: 16 bytes each, sorted. A million of them cost 16 MB where the JDK's list costs hundreds;
 * a look-up touches a few neighbours of one slice. The rare numbers that are negative or longer than 128 bits (the
 * authorities' own have 18 bytes) are kept apart.
 */
final class SerialSet {

    private static final int MOST_SLICE_BITS = 16;
    private static final int LONGEST = 128;

    /** High and low half of each number, one after the other, in unsigned order. */
    private final long[] halves;
    /** For the first bits of a number, 16 in a long list: the index of the first one that has them. */
    private final int[] slices;

    private final int sliceBits;

    private final Set<BigInteger> others;

    private SerialSet(long[] halves, int sliceBits, Set<BigInteger> others) {
        this.halves = halves;
        this.sliceBits = sliceBits;
        this.slices = slices(halves, sliceBits);
        this.others = others;
    }

    /** @param unsorted high and low halves of {@code count} numbers; it is sorted and may be kept */
    static SerialSet of(long[] unsorted, int count, Set<BigInteger> others) {
        long[] sorted = HalvesSort.sort(unsorted, count);
        long[] exact = sorted.length == 2 * count ? sorted : Arrays.copyOf(sorted, 2 * count);
        int bits = Math.min(MOST_SLICE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(count | 1));
        return new SerialSet(exact, bits, Set.copyOf(others));
    }

    private static int[] slices(long[] halves, int bits) {
        int[] slices = new int[(1 << bits) + 1];
        for (int i = 0; i < halves.length; i += 2) {
            slices[slice(halves[i], bits) + 1]++;
        }
        for (int i = 1; i < slices.length; i++) {
            slices[i] += slices[i - 1];
        }
        return slices;
    }

    private static int slice(long high, int bits) {
        return (int) (high >>> (Long.SIZE - bits));
    }

    static boolean fits(BigInteger serial) {
        return serial.signum() >= 0 && serial.bitLength() <= LONGEST;
    }

    boolean contains(BigInteger serial) {
        if (!fits(serial)) {
            return others.contains(serial);
        }
        return contains(serial.shiftRight(Long.SIZE).longValue(), serial.longValue());
    }

    private boolean contains(long high, long low) {
        int slice = slice(high, sliceBits);
        int from = slices[slice];
        int to = slices[slice + 1] - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = HalvesSort.compare(halves[2 * middle], halves[2 * middle + 1], high, low);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    int size() {
        return halves.length / 2 + others.size();
    }
}
