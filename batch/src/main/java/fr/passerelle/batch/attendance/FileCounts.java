package fr.passerelle.batch.attendance;

import fr.passerelle.published.run.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What became of the rows of each file, kept with the step's progress so that it is exact over restarts. */
public final class FileCounts {

    private static final String PREFIX = "attendance.counts.";
    private static final String STAGED = "attendance.staged";

    private final Counts[] counts;
    private long staged;

    private FileCounts(Counts[] counts, long staged) {
        this.counts = counts;
        this.staged = staged;
    }

    static FileCounts none(int files) {
        Counts[] counts = new Counts[files];
        Arrays.fill(counts, Counts.NONE);
        return new FileCounts(counts, 0);
    }

    /** What a step's context holds, one entry for each of so many files in the order in which they were given. */
    public static List<Counts> of(ExecutionContext context, int files) {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String at = PREFIX + i;
            counts.add(new Counts(
                    context.getLong(at + ".read", 0),
                    context.getLong(at + ".accepted", 0),
                    context.getLong(at + ".unchanged", 0),
                    context.getLong(at + ".rejected", 0),
                    context.getLong(at + ".controls", 0),
                    context.getLong(at + ".possible-doubles", 0)));
        }
        return counts;
    }

    /** How many lines a step's context has as staged. */
    public static long staged(ExecutionContext context) {
        return context.getLong(STAGED, 0);
    }

    static FileCounts load(ExecutionContext context, int files) {
        return new FileCounts(of(context, files).toArray(Counts[]::new), staged(context));
    }

    void save(ExecutionContext context) {
        context.putLong(STAGED, staged);
        save(context, asList());
    }

    /** Puts counts in a step's context, one entry a file. */
    public static void save(ExecutionContext context, List<Counts> counts) {
        for (int i = 0; i < counts.size(); i++) {
            String at = PREFIX + i;
            context.putLong(at + ".read", counts.get(i).read());
            context.putLong(at + ".accepted", counts.get(i).accepted());
            context.putLong(at + ".unchanged", counts.get(i).unchanged());
            context.putLong(at + ".rejected", counts.get(i).rejected());
            context.putLong(at + ".controls", counts.get(i).controls());
            context.putLong(at + ".possible-doubles", counts.get(i).possibleDoubles());
        }
    }

    void add(int file, UnaryOperator<Counts> one) {
        counts[file] = one.apply(counts[file]);
    }

    void addStaged() {
        staged++;
    }

    /** Lines that were staged: what becomes of them is counted when they are folded. */
    long staged() {
        return staged;
    }

    List<Counts> asList() {
        return List.of(counts);
    }
}
