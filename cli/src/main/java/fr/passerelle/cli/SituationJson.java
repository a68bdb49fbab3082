package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.published.result.Report;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunSituation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, for machines.
 *
 * @param phase the last that began, in French
 * @param next the command to give
 */
record SituationJson(
        @JsonUnwrapped RunJson head,
        String kind,
        @Nullable String expectedHash,
        String standing,
        @Nullable String phase,
        double seconds,
        @Nullable String resultHash,
        @Nullable String next) {

    /** One run, with its phases and its report. */
    record Whole(
            @JsonUnwrapped SituationJson situation,
            List<Phase> phases,
            ReportJson.Rows counts,
            @JsonUnwrapped ReportJson.@Nullable Results results) {}

    /** One phase. */
    record Phase(String name, String status, int tries, double seconds) {

        static Phase of(RunSituation.Phase phase) {
            return new Phase(
                    phase.name(), phase.status(), phase.tries(), phase.worked().toMillis() / 1000.0);
        }
    }

    static SituationJson of(RunSituation situation) {
        Run run = situation.run();
        return new SituationJson(
                RunJson.of(run, run.failure()),
                run.kind().name(),
                run.expectedHash(),
                situation.standing().name(),
                situation.phase(),
                situation.worked().toMillis() / 1000.0,
                run.resultHash(),
                situation.next());
    }

    static Whole of(RunSituation situation, List<RunSituation.Phase> phases, Report report) {
        return new Whole(
                of(situation),
                phases.stream().map(Phase::of).toList(),
                ReportJson.Rows.of(report),
                ReportJson.Results.of(report, null));
    }
}
