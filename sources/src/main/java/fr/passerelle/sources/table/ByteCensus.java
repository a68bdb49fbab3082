package fr.passerelle.sources.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts what tells the charset of a text: characters that are well formed in UTF-8, bytes that are not, and each byte above 7F. */
final class ByteCensus {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int BYTES = 256;

    private final long[] counts = new long[BYTES];
    private final long[] firsts = new long[BYTES];
    private final long[] beforeLetter = new long[BYTES];
    private long offset;
    private int last;
    private int missing;
    private int least;
    private int most;
    private long begun;
    private long wellFormed;
    private long broken;
    private long firstBroken = -1;

    void follow(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            int from = i;
            if (last < 0x80 && missing == 0) {
                i = afterAscii(bytes, i, length);
            }
            offset += i - from;
            if (i < length) {
                follow(bytes[i++] & 0xFF);
                offset++;
            }
        }
    }

    /** There is no more. */
    void end() {
        if (missing > 0) {
            broke(begun);
        }
    }

    /** Characters above U+007F that are well formed in UTF-8. */
    long wellFormed() {
        return wellFormed;
    }

    /** Places at which UTF-8 breaks. */
    long broken() {
        return broken;
    }

    /** Offset of the first of them, -1 for none. */
    long firstBroken() {
        return firstBroken;
    }

    /** How often these bytes, 80 to FF, occur. */
    long count(int... values) {
        long sum = 0;
        for (int value : values) {
            sum += counts[value];
        }
        return sum;
    }

    /** How often they stand before a letter. */
    long countBeforeLetter(int... values) {
        long sum = 0;
        for (int value : values) {
            sum += beforeLetter[value];
        }
        return sum;
    }

    /** Offset of the first of these bytes; meaningless where there is none. */
    long first(int... values) {
        long first = Long.MAX_VALUE;
        for (int value : values) {
            first = counts[value] > 0 ? Math.min(first, firsts[value]) : first;
        }
        return first;
    }

    private void follow(int value) {
        if (last >= 0x80 && letter(value)) {
            beforeLetter[last]++;
        }
        last = value;
        if (value >= 0x80 && counts[value]++ == 0) {
            firsts[value] = offset;
        }
        followUtf8(value);
    }

    private void followUtf8(int value) {
        if (missing > 0 && value >= least && value <= most) {
            missing--;
            wellFormed += missing == 0 ? 1 : 0;
            least = 0x80;
            most = 0xBF;
            return;
        }
        if (missing > 0) {
            broke(begun);
        }
        if (value >= 0x80) {
            begin(value);
        }
    }

    private void begin(int value) {
        begun = offset;
        missing = value < 0xC2 || value > 0xF4 ? 0 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        if (missing == 0) {
            broke(offset);
        }
    }

    private void broke(long at) {
        missing = 0;
        broken++;
        firstBroken = firstBroken < 0 ? at : firstBroken;
    }

    private static boolean letter(int value) {
        int lower = value | 0x20;
        return lower >= 'a' && lower <= 'z' || value >= 0xC0;
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}
