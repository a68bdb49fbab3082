package fr.passerelle.cli.night;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.batch.verify.Verification;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether all that is there still follows from the journal. */
@Command(
        name = "verify",
        description = "Vérifie que les topics, l'état et les résultats découlent du journal ; ne change rien.")
public final class VerifyCommand extends OperatorCommand {

    private static final double MILLIS = 1_000;

    @Option(
            names = "--deep",
            description =
                    "Recalcule tout depuis le journal, en mémoire, et compare octet par octet : nomme la première "
                            + "différence de chaque domaine.")
    private boolean deep;

    @Option(names = "--json", description = "Un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        context.tellProgress(json);
        Verification.Report report = context.partOnDatabase(Verification.class).check(deep);
        if (json) {
            printJson(json(report));
        } else {
            print(report);
        }
        return report.agrees() ? DONE : FAILED;
    }

    static Map<String, @Nullable Object> json(Verification.Report report) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("deep", report.deep());
        fields.put("agrees", report.agrees());
        fields.put("run", report.current() == null ? null : report.current().id());
        fields.put("open", report.open() == null ? null : report.open().id());
        fields.put("records", report.records());
        fields.put("seconds", seconds(report.took()));
        fields.put(
                "areas",
                report.areas().stream()
                        .map(area -> new Compared(area, area.agrees(), area.differences()))
                        .toList());
        return fields;
    }

    private record Compared(
            @JsonUnwrapped @JsonIgnoreProperties("more") Area area, boolean agrees, long differences) {}

    private void print(Verification.Report report) {
        if (report.open() != null) {
            out().println("L'exécution " + report.open().id()
                    + " n'est pas terminée : les résultats sont comparés jusqu'à "
                    + (report.current() == null ? "rien" : report.current().id()) + " seulement.");
        }
        report.areas().forEach(this::area);
        out().println(conclusion(report));
    }

    private void area(Area area) {
        String more = area.more() == 0 ? "" : " ; et " + CommandFrench.counted(area.more(), "autre", "autres");
        out().println("  %-22s".formatted(area.name())
                + (area.agrees()
                        ? "concorde  " + area.summary()
                        : "ÉCART     " + String.join(" ; ", area.first()) + more));
    }

    private static String conclusion(Verification.Report report) {
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
}
