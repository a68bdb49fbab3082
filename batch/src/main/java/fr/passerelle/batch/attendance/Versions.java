package fr.passerelle.batch.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The values of one record, in the order of the imports that first said them. Each holds until the next one: an import between the two that
 * asserted the record repeated it, and is heir to it when its own import is withdrawn.
 */
final class Versions {

    private static final int NOBODY = 0;

    private final List<Attendance> values = new ArrayList<>();
    private final List<Integer> heirs = new ArrayList<>();
    private final Set<Integer> withdrawn;

    /** @param withdrawn numbers of the imports that are withdrawn */
    Versions(Set<Integer> withdrawn) {
        this.withdrawn = withdrawn;
    }

    void add(Attendance value) {
        values.add(value);
        values.sort(Comparator.comparingInt(Versions::since));
        heirs.add(NOBODY);
    }

    /** Tells of an import that repeated the record; to be called in the order of imports, once all values are known. */
    void repeated(int importNo) {
        int at = values.size() - 1;
        while (at >= 0 && since(values.get(at)) > importNo) {
            at--;
        }
        if (at >= 0 && heirs.get(at) == NOBODY && since(values.get(at)) != importNo) {
            heirs.set(at, importNo);
        }
    }

    /** The value that held before the withdrawal. */
    Attendance current() {
        return values.getLast();
    }

    /**
     * What remains, the value that holds last; empty when nobody says it any more.
     *
     * @param sha256 hash of the file of an import
     */
    List<Attendance> remaining(IntFunction<String> sha256) {
        List<Attendance> remaining = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (!withdrawn.contains(since(values.get(i)))) {
                remaining.add(values.get(i));
            } else if (heirs.get(i) != NOBODY) {
                remaining.add(values.get(i).saidBy(new Attendance.Origin(heirs.get(i), sha256.apply(heirs.get(i)), 0)));
            }
        }
        return remaining;
    }

    private static int since(Attendance value) {
        return value.origin().importNo();
    }
}
