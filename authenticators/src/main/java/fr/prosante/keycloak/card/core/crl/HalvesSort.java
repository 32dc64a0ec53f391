package fr.prosante.keycloak.card.core.crl;

/**
 * Sorts 128-bit numbers that lie as pairs of halves in one array: bottom-up merging, so that no order of the input makes
 * it slow.
 */
final class HalvesSort {

    private static final int RUN = 16;

    private HalvesSort() {}

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }

    /** @return the array given or another one of its length, with the first {@code count} numbers in order */
    static long[] sort(long[] halves, int count) {
        for (int start = 0; start < count; start += RUN) {
            insert(halves, start, Math.min(start + RUN, count));
        }
        long[] from = halves;
        long[] to = count > RUN ? new long[halves.length] : halves;
        for (long width = RUN; width < count; width *= 2) {
            for (long start = 0; start < count; start += 2 * width) {
                int middle = (int) Math.min(start + width, count);
                merge(from, to, (int) start, middle, (int) Math.min(start + 2 * width, count));
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void insert(long[] halves, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            long high = halves[2 * i];
            long low = halves[2 * i + 1];
            int j = i - 1;
            while (j >= start && compare(halves[2 * j], halves[2 * j + 1], high, low) > 0) {
                halves[2 * j + 2] = halves[2 * j];
                halves[2 * j + 3] = halves[2 * j + 1];
                j--;
            }
            halves[2 * j + 2] = high;
            halves[2 * j + 3] = low;
        }
    }

    private static void merge(long[] from, long[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end
                    || (left < middle
                            && compare(from[2 * left], from[2 * left + 1], from[2 * right], from[2 * right + 1]) <= 0);
            int taken = takeLeft ? left++ : right++;
            to[2 * i] = from[2 * taken];
            to[2 * i + 1] = from[2 * taken + 1];
        }
    }
}
