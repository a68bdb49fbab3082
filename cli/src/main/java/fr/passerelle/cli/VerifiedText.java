package fr.passerelle.cli;

import fr.passerelle.batch.verify.Verified;
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
final class VerifiedText {

    private static final int NAME = 22;
    private static final double MILLIS = 1_000;

    private final Verified verified;
    private final PrintWriter out;

    VerifiedText(Verified verified, PrintWriter out) {
        this.verified = verified;
        this.out = out;
    }

    void print() {
        if (verified.open() != null) {
            out.println("L'exécution " + verified.open().id()
                    + " n'est pas terminée : les résultats sont comparés jusqu'à "
                    + (verified.current() == null ? "rien" : verified.current().id()) + " seulement.");
        }
        verified.areas().forEach(this::area);
        out.println(conclusion());
    }

    /** One object. */
    static String json(Verified verified) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("deep", verified.deep());
        object.put("agrees", verified.agrees());
        object.put("run", id(verified.current()));
        object.put("open", id(verified.open()));
        object.put("records", verified.records());
        object.put("seconds", seconds(verified.took()));
        object.put("areas", verified.areas().stream().map(VerifiedText::fields).toList());
        return JsonMapper.shared().writeValueAsString(object);
    }

    private void area(Area area) {
        out.println("  " + area.name() + " ".repeat(NAME - area.name().length())
                + (area.agrees() ? "concorde  " + area.summary() : "ÉCART     " + said(area)));
    }

    private static String said(Area area) {
        return String.join(" ; ", area.first())
                + (area.more() == 0 ? "" : " ; et " + French.counted(area.more(), "autre", "autres"));
    }

    private String conclusion() {
        List<String> differing = verified.areas().stream()
                .filter(area -> !area.agrees())
                .map(Area::name)
                .toList();
        String how = verified.deep() ? French.number(verified.records()) + " enregistrements relus, " : "";
        String end = " (" + how + French.seconds(seconds(verified.took())) + ").";
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
