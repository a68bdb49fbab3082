package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.AttendanceFold.FoldResult;
import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.WithdrawalCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What the fold counted so far, kept with its place.
 *
 * @param files what became of the lines of each file
 * @param withdrawn what became of lines of withdrawn imports
 */
public record FoldCounts(List<Counts> files, WithdrawalCounts withdrawn) {

    private static final String WITHDRAWN = "withdrawal.withdrawn";
    private static final String RESTORED = "withdrawal.restored";
    private static final String UNCHANGED = "withdrawal.unchanged";
    private static final String OVERLAPPING = "withdrawal.overlapping";

    /** @param files how many the run was given */
    public static FoldCounts load(ExecutionContext context, int files) {
        return new FoldCounts(
                FileCounts.of(context, files),
                new WithdrawalCounts(
                        context.getLong(WITHDRAWN, 0),
                        context.getLong(RESTORED, 0),
                        context.getLong(UNCHANGED, 0),
                        context.getLong(OVERLAPPING, 0)));
    }

    public FoldCounts plus(FoldResult result) {
        List<Counts> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            all.add(files.get(i).plus(result.counts().get(i)));
        }
        return new FoldCounts(all, withdrawn.plus(result.withdrawn()));
    }

    /** Those of the lines forgotten. */
    public FoldCounts anew() {
        return new FoldCounts(Collections.nCopies(files.size(), Counts.NONE), withdrawn);
    }

    public void save(ExecutionContext context) {
        FileCounts.save(context, files);
        context.putLong(WITHDRAWN, withdrawn.withdrawn());
        context.putLong(RESTORED, withdrawn.restored());
        context.putLong(UNCHANGED, withdrawn.unchanged());
        context.putLong(OVERLAPPING, withdrawn.overlapping());
    }
}
