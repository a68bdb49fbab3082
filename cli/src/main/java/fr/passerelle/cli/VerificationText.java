package fr.passerelle.cli;

import fr.passerelle.batch.verify.VerificationReport;
import fr.passerelle.journal.check.Area;
import fr.passerelle.published.run.Run;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a verification found, to people and to machines. */
final class VerificationText {

    private static final int NAME = 22;
    private static final double MILLIS = 1_000;

    private final VerificationReport report;
    private final PrintWriter out;

    VerificationText(VerificationReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        if (report.open() != null) {
            out.println("L'exécution " + report.open().id()
                    + " n'est pas terminée : les résultats sont comparés jusqu'à "
                    + (report.current() == null ? "rien" : report.current().id()) + " seulement.");
        }
        report.areas().forEach(this::area);
        out.println(conclusion());
    }

    /** One object. */
    static String json(VerificationReport report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("deep", report.deep());
        object.put("agrees", report.agrees());
        object.put("run", id(report.current()));
        object.put("open", id(report.open()));
        object.put("records", report.records());
        object.put("seconds", seconds(report.took()));
        object.put(
                "areas", report.areas().stream().map(VerificationText::fields).toList());
        return JsonMapper.shared().writeValueAsString(object);
    }

    private void area(Area area) {
        out.println("  " + area.name() + " ".repeat(NAME - area.name().length())
                + (area.agrees() ? "concorde  " + area.summary() : "ÉCART     " + said(area)));
    }

    private static String said(Area area) {
        return String.join(" ; ", area.first())
                + (area.more() == 0 ? "" : " ; et " + CommandFrench.counted(area.more(), "autre", "autres"));
    }

    private String conclusion() {
        List<String> differing = report.areas().stream()
                .filter(area -> !area.agrees())
                .map(Area::name)
                .toList();
        String how = report.deep() ? CommandFrench.number(report.records()) + " enregistrements relus, " : "";
        String end = " (" + how + CommandFrench.seconds(seconds(report.took())) + ").";
        return differing.isEmpty() ? "Tout concorde" + end : "Ne concorde pas : " + String.join(", ", differing) + end;
    }

    private static double seconds(Duration took) {
        return took.toMillis() / MILLIS;
    }

    private static @Nullable String id(@Nullable Run run) {
        return run == null ? null : run.id();
    }

    private static Map<String, Object> fields(Area area) {
        return Map.of(
                "name",
                area.name(),
                "agrees",
                area.agrees(),
                "summary",
                area.summary(),
                "differences",
                area.differences(),
                "first",
                area.first());
    }
}
