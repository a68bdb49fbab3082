package fr.passerelle.cli;

import fr.passerelle.published.result.Report;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where runs stand, for machines. */
final class SituationJson {

    private SituationJson() {}

    static String of(List<RunSituation> situations) {
        return RecordJson.write(situations.stream().map(SituationJson::head).toList());
    }

    static String of(RunSituation situation, List<RunSituation.Phase> phases, Report report) {
        Map<String, @Nullable Object> json = head(situation);
        json.put("phases", phases.stream().map(SituationJson::phase).toList());
        json.putAll(ReportJson.body(report));
        return RecordJson.write(json);
    }

    private static Map<String, @Nullable Object> head(RunSituation situation) {
        Map<String, @Nullable Object> json = ReportJson.head(
                situation.run(), situation.run().state().name(), situation.run().failure());
        json.put("kind", situation.run().kind().name());
        json.put("expectedHash", situation.run().expectedHash());
        json.put("standing", situation.standing().name());
        json.put("phase", situation.phase());
        json.put("seconds", situation.worked().toMillis() / 1000.0);
        json.put("resultHash", situation.run().resultHash());
        json.put("next", situation.next());
        return json;
    }

    private static Map<String, Object> phase(RunSituation.Phase phase) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", phase.name());
        json.put("status", phase.status());
        json.put("tries", phase.tries());
        json.put("seconds", phase.worked().toMillis() / 1000.0);
        return json;
    }
}
