package fr.passerelle.cli;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayReport;
import fr.passerelle.published.replay.ReplayStep;
import fr.passerelle.published.run.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay for machines.
 *
 * @param replay such as R-000001
 * @param records data records of the slice, in all
 * @param phase the last that began, in French
 * @param results rows of results by kind
 */
record ReplayJson(
        String replay,
        String state,
        boolean demonstration,
        String namespace,
        BaremeHash bareme,
        String asOf,
        Base baseRun,
        Replay.Scope scope,
        long epcis,
        long rooms,
        Replay.Manifest manifest,
        long records,
        String manifestHash,
        boolean journalHasGrown,
        String reason,
        String account,
        @Nullable String phase,
        @Nullable Double seconds,
        int partitionsScored,
        Map<String, Integer> results,
        @Nullable String resultHash,
        @Nullable String failure,
        String plannedAt,
        @Nullable String endedAt,
        List<Step> steps) {

    /** The barème that it is run under. */
    record BaremeHash(String id, String hash) {}

    /** The run up to which it goes. */
    record Base(
            String run,
            String bareme,
            @Nullable String asOf,
            @Nullable String resultHash) {

        static Base of(Run run) {
            return new Base(run.id(), run.baremeId(), run.asOf(), run.resultHash());
        }
    }

    /** What was done with it. */
    record Step(
            String step,
            String account,
            String reason,
            String manifestHash,
            @Nullable String run,
            String doneAt) {

        static Step of(ReplayStep step) {
            return new Step(
                    step.kind().name(),
                    step.account(),
                    step.reason(),
                    step.manifestHash(),
                    step.run() == null ? null : Run.idOf(step.run()),
                    step.doneAt().toString());
        }
    }

    static ReplayJson of(ReplayReport report) {
        Replay replay = report.replay();
        return new ReplayJson(
                replay.id(),
                replay.state().name(),
                report.base().demonstration(),
                replay.namespace(),
                new BaremeHash(replay.baremeId(), replay.baremeHash()),
                replay.asOf(),
                Base.of(report.base()),
                replay.scope(),
                report.epcis(),
                report.rooms(),
                replay.manifest(),
                replay.manifest().total(),
                replay.manifestHash(),
                report.grown(),
                replay.reason(),
                replay.account(),
                report.phase(),
                report.seconds(),
                report.partitions(),
                report.results(),
                replay.resultHash(),
                replay.failure(),
                replay.plannedAt().toString(),
                replay.endedAt() == null ? null : replay.endedAt().toString(),
                report.steps().stream().map(Step::of).toList());
    }
}
