package fr.passerelle.calendar.solver;

import java.util.Arrays;

/** A way from the depot and back, shortened until neither turning a part of it around nor moving up to three stops makes it shorter. */
final class ShortWay {

    private static final int LONGEST_PART = 3;

    private final RoadTable table;
    private final int[] way;

    private ShortWay(RoadTable table, int[] order) {
        this.table = table;
        this.way = new int[order.length + 2];
        Arrays.fill(way, table.depot());
        System.arraycopy(order, 0, way, 1, order.length);
    }

    static long length(RoadTable table, int[] order) {
        long length = 0;
        int last = table.depot();
        for (int next : order) {
            length += table.road(last, next);
            last = next;
        }
        return length + table.road(last, table.depot());
    }

    static int[] shortened(RoadTable table, int[] order) {
        ShortWay shorter = new ShortWay(table, order);
        boolean still = true;
        while (still) {
            still = shorter.turnedAnyPart() || shorter.movedAnyPart();
        }
        return Arrays.copyOfRange(shorter.way, 1, order.length + 1);
    }

    private boolean turnedAnyPart() {
        boolean any = false;
        for (int from = 1; from < way.length - 2; from++) {
            for (int to = from + 1; to < way.length - 1; to++) {
                any |= turned(from, to);
            }
        }
        return any;
    }

    private boolean turned(int from, int to) {
        boolean shorter = road(from - 1, to) + road(from, to + 1) < road(from - 1, from) + road(to, to + 1);
        if (shorter) {
            reverse(from, to);
        }
        return shorter;
    }

    private boolean movedAnyPart() {
        for (int size = 1; size <= LONGEST_PART; size++) {
            for (int from = 1; from + size < way.length; from++) {
                if (moved(from, from + size - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean moved(int from, int to) {
        long saved = road(from - 1, from) + road(to, to + 1) - road(from - 1, to + 1);
        for (int after = 0; after < way.length - 1; after++) {
            if ((after < from - 1 || after > to) && moved(from, to, after, saved + road(after, after + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean moved(int from, int to, int after, long saved) {
        boolean ahead = road(after, from) + road(to, after + 1) < saved;
        boolean turned = !ahead && road(after, to) + road(from, after + 1) < saved;
        if (turned) {
            reverse(from, to);
        }
        if (ahead || turned) {
            swap(Math.min(from, after + 1), after < from ? from : to + 1, Math.max(to, after));
        }
        return ahead || turned;
    }

    /** The part before the middle goes behind the one from it on. */
    private void swap(int first, int middle, int last) {
        reverse(first, middle - 1);
        reverse(middle, last);
        reverse(first, last);
    }

    private void reverse(int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            int stop = way[i];
            way[i] = way[j];
            way[j] = stop;
        }
    }

    private long road(int from, int to) {
        return table.road(way[from], way[to]);
    }
}
