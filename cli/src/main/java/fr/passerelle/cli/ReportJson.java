package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.published.result.Report;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.table.FileLines;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report for machines.
 *
 * @param results only of a published run: nobody sees half a run
 */
record ReportJson(
        @JsonUnwrapped RunJson head,
        Rows counts,
        @JsonUnwrapped @Nullable Results results) {

    /**
     * What became of rows, and of what stands beside them.
     *
     * @param lines left out while nobody counted them
     */
    record Rows(
            @JsonUnwrapped Counts counts,
            long controlGaps,
            long otherActivities,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FileLines lines) {

        static Rows of(Report report) {
            RunCounts all = report.run().counts();
            return new Rows(
                    report.counts(), report.controlGaps(), report.otherActivities(), all == null ? null : all.lines());
        }
    }

    /**
     * What is proposed.
     *
     * @param aid euros by line, then in all
     * @param resultHash left out where it was said before
     * @param changes left out of a first run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Results(
            Map<ConversionKind, Long> proposals,
            long exAequo,
            Map<String, BigDecimal> aid,
            BigDecimal theoreticalCeiling,
            @Nullable String resultHash,
            @Nullable ResumeChangements changes) {

        static @Nullable Results of(Report report, @Nullable String hash) {
            if (report.run().resultHash() == null) {
                return null;
            }
            Map<String, BigDecimal> aid = new LinkedHashMap<>();
            report.aid().forEach((line, euros) -> aid.put(line.name(), euros));
            aid.put("TOTAL", report.aidTotal());
            return new Results(
                    report.proposals(), report.exAequo(), aid, report.theoreticalCeiling(), hash, report.changes());
        }
    }

    static ReportJson of(Report report, RunJson head) {
        return new ReportJson(
                head, Rows.of(report), Results.of(report, report.run().resultHash()));
    }
}
