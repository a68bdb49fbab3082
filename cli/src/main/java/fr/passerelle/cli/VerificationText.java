package fr.passerelle.cli;

import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.check.Findings.Area;
import fr.passerelle.batch.verify.Verification;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** What a verification found, to people. */
final class VerificationText {

    private static final int NAME = 22;
    private static final double MILLIS = 1_000;

    private final Verification.Report report;
    private final PrintWriter out;

    VerificationText(Verification.Report report, PrintWriter out) {
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

    static double seconds(Duration took) {
        return took.toMillis() / MILLIS;
    }
}
