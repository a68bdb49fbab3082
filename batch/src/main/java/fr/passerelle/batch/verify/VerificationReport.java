package fr.passerelle.batch.verify;

import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.published.run.Run;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param deep whether all was computed again from the journal
 * @param current the run that holds, up to which results were compared; null when none was published
 * @param open the run that is not over, whose results were left out; null when there is none
 * @param areas all that was looked at, in order
 * @param records rows of the journal that were read again, 0 unless deep
 */
public record VerificationReport(
        boolean deep, @Nullable Run current, @Nullable Run open, List<Area> areas, long records, Duration took) {

    /** Whether nothing differs anywhere. */
    public boolean agrees() {
        return areas.stream().allMatch(Area::agrees);
    }
}
