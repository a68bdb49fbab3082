package fr.passerelle.cli;

import fr.passerelle.published.result.Report;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for machines: one JSON object. */
final class ReportJson {

    private ReportJson() {}

    static String of(Report report) {
        return of(report, report.run().state().name(), null);
    }

    /** @param why what stopped the run, null when nothing did */
    static String of(Report report, String state, @Nullable String why) {
        Map<String, @Nullable Object> json = head(report.run(), state, why);
        json.putAll(body(report));
        return RecordJson.write(json);
    }

    /** What a report says beyond its head. */
    static Map<String, @Nullable Object> body(Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("counts", counts(report));
        if (report.run().resultHash() != null) {
            results(report, json);
        }
        return json;
    }

    /** Only of a published run: nobody sees half a run. */
    private static void results(Report report, Map<String, @Nullable Object> json) {
        Map<String, Object> proposals = new LinkedHashMap<>();
        report.proposals().forEach((kind, count) -> proposals.put(kind.name(), count));
        json.put("proposals", proposals);
        json.put("exAequo", report.exAequo());
        Map<String, Object> aid = new LinkedHashMap<>();
        report.aid().forEach((line, euros) -> aid.put(line.name(), euros));
        aid.put("TOTAL", report.aidTotal());
        json.put("aid", aid);
        json.put("theoreticalCeiling", report.theoreticalCeiling());
        json.put("resultHash", report.run().resultHash());
        if (report.changes() != null) {
            json.put("changes", RecordJson.fields(report.changes()));
        }
    }

    static Map<String, @Nullable Object> head(Run run, String state, @Nullable String why) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run", run.id());
        json.put("state", state);
        json.put("asOf", run.asOf());
        json.put("bareme", run.baremeId());
        json.put("demonstration", run.demonstration());
        if (why != null) {
            json.put("failure", why);
        }
        return json;
    }

    private static Map<String, Object> counts(Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("read", report.counts().read());
        counts.put("accepted", report.counts().accepted());
        counts.put("unchanged", report.counts().unchanged());
        counts.put("rejected", report.counts().rejected());
        counts.put("controls", report.counts().controls());
        counts.put("possibleDoubles", report.counts().possibleDoubles());
        counts.put("controlGaps", report.controlGaps());
        counts.put("otherActivities", report.otherActivities());
        RunCounts all = report.run().counts();
        if (all != null) {
            counts.put("lines", all.lines());
        }
        return counts;
    }
}
