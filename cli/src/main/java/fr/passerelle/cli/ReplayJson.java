package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayReport;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayStep;
import fr.passerelle.published.run.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay for machines. */
final class ReplayJson {

    private ReplayJson() {}

    static Map<String, @Nullable Object> of(ReplayReport report) {
        Replay replay = report.replay();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("replay", replay.id());
        all.put("state", replay.state().name());
        all.put("demonstration", report.base().demonstration());
        all.put("namespace", replay.namespace());
        all.put("bareme", Map.of("id", replay.baremeId(), "hash", replay.baremeHash()));
        all.put("asOf", replay.asOf());
        all.put("baseRun", base(report.base()));
        all.put("scope", replay.scope());
        all.put("epcis", report.epcis());
        all.put("rooms", report.rooms());
        all.put("manifest", replay.manifest());
        all.put("records", replay.manifest().total());
        all.put("manifestHash", replay.manifestHash());
        all.put("journalHasGrown", report.grown());
        all.put("reason", replay.reason());
        all.put("account", replay.account());
        all.put("phase", report.phase());
        all.put("seconds", report.seconds());
        all.put("partitionsScored", report.partitions());
        all.put("results", report.results());
        all.put("resultHash", replay.resultHash());
        all.put("failure", replay.failure());
        all.put("plannedAt", replay.plannedAt().toString());
        all.put("endedAt", replay.endedAt() == null ? null : replay.endedAt().toString());
        all.put("steps", report.steps().stream().map(ReplayJson::step).toList());
        return all;
    }

    private static Map<String, @Nullable Object> base(Run base) {
        Map<String, @Nullable Object> run = new LinkedHashMap<>();
        run.put("run", base.id());
        run.put("bareme", base.baremeId());
        run.put("asOf", base.asOf());
        run.put("resultHash", base.resultHash());
        return run;
    }

    private static Map<String, @Nullable Object> step(ReplayStep step) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("step", step.kind().name());
        one.put("account", step.account());
        one.put("reason", step.reason());
        one.put("manifestHash", step.manifestHash());
        one.put("run", step.run() == null ? null : Run.idOf(step.run()));
        one.put("doneAt", step.doneAt().toString());
        return one;
    }
}
