package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.verify.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found, to machines.
 *
 * @param run the current one, as N-000001
 * @param open the one that is not over
 * @param records that were read again
 */
record VerificationJson(
        boolean deep,
        boolean agrees,
        @Nullable String run,
        @Nullable String open,
        long records,
        double seconds,
        List<Compared> areas) {

    /** One area. */
    record Compared(
            @JsonUnwrapped @JsonIgnoreProperties("more") Area area, boolean agrees, long differences) {}

    static VerificationJson of(Verification.Report report) {
        return new VerificationJson(
                report.deep(),
                report.agrees(),
                report.current() == null ? null : report.current().id(),
                report.open() == null ? null : report.open().id(),
                report.records(),
                VerificationText.seconds(report.took()),
                report.areas().stream()
                        .map(area -> new Compared(area, area.agrees(), area.differences()))
                        .toList());
    }
}
