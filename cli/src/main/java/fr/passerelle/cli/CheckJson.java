package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.cli.check.AcceptedRow;
import fr.passerelle.cli.check.Cases;
import fr.passerelle.cli.check.ColumnSum;
import fr.passerelle.cli.check.CorrectedCell;
import fr.passerelle.cli.check.DryRunReport;
import fr.passerelle.cli.check.FileFacts;
import fr.passerelle.cli.check.OtherActivity;
import fr.passerelle.published.run.Counts;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dry run for machines.
 *
 * @param mapping its name; null where it has none
 */
record CheckJson(
        FileFacts file,
        @Nullable String mapping,
        Rows counts,
        List<ColumnSum> sums,
        List<Cases<RejectedRow>> rejects,
        List<Cases<CorrectedCell>> corrections,
        List<Remarks> remarks,
        List<AcceptedRow> first,
        List<OtherActivity> otherActivities,
        Map<String, String> admitted,
        List<String> notChecked) {

    /** What would become of its rows. */
    record Rows(
            @JsonUnwrapped @JsonIgnoreProperties("unchanged")
            Counts counts,

            long correctedCells) {}

    /** @param rooms whether rooms were looked up in an inventory */
    static CheckJson of(DryRunReport report, Mapping mapping, boolean rooms) {
        return new CheckJson(
                report.file(),
                mapping.name().isEmpty() ? null : mapping.name(),
                new Rows(report.counts(), report.correctedCells()),
                report.sums(),
                report.rejects(),
                report.corrections(),
                report.remarks(),
                report.first(),
                report.others(),
                mapping.admissions(),
                CheckLimits.of(report.file().table(), rooms));
    }
}
