package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What became of the rows of each file, kept with the step's progress so that it is exact over restarts. */
public final class FileCounts {

    private static final String PREFIX = "attendance.counts.";

    private final Counts[] counts;

    private FileCounts(Counts[] counts) {
        this.counts = counts;
    }

    static FileCounts none(int files) {
        Counts[] counts = new Counts[files];
        Arrays.fill(counts, Counts.NONE);
        return new FileCounts(counts);
    }

    /**
     * What a step's context holds, one entry a file in the order in which they were given.
     *
     * @param files how many were given
     */
    public static List<Counts> of(ExecutionContext context, int files) {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String at = PREFIX + i;
            counts.add(new Counts(
                    context.getLong(at + ".read", 0),
                    context.getLong(at + ".accepted", 0),
                    context.getLong(at + ".unchanged", 0),
                    context.getLong(at + ".rejected", 0),
                    context.getLong(at + ".controls", 0)));
        }
        return counts;
    }

    static FileCounts load(ExecutionContext context, int files) {
        return new FileCounts(of(context, files).toArray(Counts[]::new));
    }

    void save(ExecutionContext context) {
        for (int i = 0; i < counts.length; i++) {
            String at = PREFIX + i;
            context.putLong(at + ".read", counts[i].read());
            context.putLong(at + ".accepted", counts[i].accepted());
            context.putLong(at + ".unchanged", counts[i].unchanged());
            context.putLong(at + ".rejected", counts[i].rejected());
            context.putLong(at + ".controls", counts[i].controls());
        }
    }

    void add(int file, UnaryOperator<Counts> one) {
        counts[file] = one.apply(counts[file]);
    }

    List<Counts> asList() {
        return List.of(counts);
    }
}
