package fr.passerelle.cli;

import fr.passerelle.published.result.Report;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.WithdrawalCounts;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sheets.french.Months;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** A report for people, in French. */
final class ReportText {

    private static final int COMMONEST = 5;

    private final Report report;
    private final PrintWriter out;

    ReportText(Report report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        warning();
        out.println("Exécution " + report.run().id() + ", situation " + month() + ", barème "
                + report.run().baremeId());
        rows();
        plans();
        region();
        changes();
        out.println();
        out.println("Empreinte : " + Objects.requireNonNullElse(report.run().resultHash(), CommandFrench.NONE));
        next();
        warning();
    }

    private String month() {
        String asOf = report.run().asOf();
        return asOf == null ? "d'un mois inconnu" : Months.atTheEndOf(YearMonth.parse(asOf));
    }

    private void warning() {
        if (report.run().demonstration()) {
            out.println();
            out.println("RECONSTITUTION : exercice sur données reconstituées, ne vaut pas proposition.");
            out.println();
        }
    }

    private void rows() {
        Counts counts = report.counts();
        out.println();
        out.println("Lignes lues : " + CommandFrench.number(counts.read()) + " · acceptées : "
                + CommandFrench.number(counts.accepted()) + " · inchangées : "
                + CommandFrench.number(counts.unchanged())
                + " · de contrôle : " + CommandFrench.number(counts.controls()) + " · rejetées : "
                + CommandFrench.number(counts.rejected()));
        lines();
        withdrawals();
        reasons();
        odd();
        if (report.otherActivities() > 0) {
            out.println("Lignes dont l'activité, hors du vocabulaire, est devenue AUTRE : "
                    + CommandFrench.number(report.otherActivities()) + " ; « ./passerelle check » en montre les mots.");
        }
        report.run().parameters().inputs().forEach(this::admitted);
    }

    private void reasons() {
        report.reasons().stream()
                .limit(COMMONEST)
                .forEach(reason -> out.println("  " + CommandFrench.number(reason.count()) + " × " + reason.reason()
                        + " : " + reason.message()));
        int more = report.reasons().size() - COMMONEST;
        if (more > 0) {
            out.println("  et " + CommandFrench.counted(more, "autre motif", "autres motifs")
                    + " : « ./passerelle rejects " + report.run().id() + " »");
        }
    }

    private void admitted(Input input) {
        input.admitted()
                .forEach(column -> out.println("Colonne admise par le mapping de « " + input.name()
                        + " », bien qu'elle semble dire qui est quelqu'un : " + column));
    }

    private void odd() {
        if (report.counts().possibleDoubles() > 0) {
            out.println("Doubles possibles, pris : "
                    + CommandFrench.number(report.counts().possibleDoubles())
                    + " séances disent la même chose qu'une autre de leur fichier, dans toutes les colonnes («"
                    + " ./passerelle check » montre les premières).");
        }
        if (report.controlGaps() > 0) {
            out.println("Contrôles qui ne tombent pas juste : " + CommandFrench.number(report.controlGaps())
                    + " ; les deux nombres de chacun : « ./passerelle rejects "
                    + report.run().id()
                    + " --corrections --reason CONTROLE_INEGAL ».");
        }
    }

    private void lines() {
        RunCounts counts = report.run().counts();
        if (counts != null && !counts.lines().equals(FileLines.UNCOUNTED)) {
            out.println(LinesText.ofFiles(counts.lines()));
        }
    }

    private void withdrawals() {
        RunCounts counts = report.run().counts();
        if (counts != null && !counts.withdrawals().equals(WithdrawalCounts.NONE)) {
            out.println("Enregistrements retirés : "
                    + CommandFrench.number(counts.withdrawals().withdrawn()) + " · rétablis : "
                    + CommandFrench.number(counts.withdrawals().restored()) + " · dits aussi par un autre fichier : "
                    + CommandFrench.number(counts.withdrawals().unchanged()));
            overlapping(counts.withdrawals().overlapping());
        }
    }

    private void overlapping(long count) {
        if (count > 0) {
            out.println("Non rétablis, car leur période en chevaucherait une autre de la même salle : "
                    + CommandFrench.number(count) + " ; ils ne comptent plus.");
        }
    }

    private void plans() {
        out.println();
        out.println("Propositions par intercommunalité" + reconstitution());
        out.println();
        PlansText.of(report.plans()).forEach(out::println);
    }

    private void region() {
        out.println();
        out.println("Région" + reconstitution());
        out.println("  Tiers lieux proposés : "
                + CommandFrench.number(report.proposals().getOrDefault(ConversionKind.TIERS_LIEU, 0L))
                + " · intercommunalités où des lieux sont ex æquo : "
                + CommandFrench.number(report.exAequo())
                + " · étapes de médiation nomade : "
                + CommandFrench.number(sum(Plan::getEtapes))
                + " · salles à instruire : " + CommandFrench.number(sum(Plan::getAInstruire))
                + " · données insuffisantes : " + CommandFrench.number(sum(Plan::getDonneesInsuffisantes)));
        List<String> lines = report.aid().entrySet().stream()
                .map(line -> CommandFrench.name(line.getKey()) + " " + CommandFrench.euros(line.getValue()))
                .toList();
        out.println("  Aide où les coûts sont connus : " + CommandFrench.euros(report.aidTotal()) + " ("
                + String.join(" · ", lines) + ")");
        out.println("  À part, intercommunalités sans coût connu : " + CommandFrench.number(report.withoutCost())
                + " ; plafond théorique du règlement : "
                + CommandFrench.euros(report.theoreticalCeiling()) + " ; ce n'est pas une dépense prévue.");
    }

    private void changes() {
        if (report.changes() != null) {
            out.println();
            out.println("Changements : " + ChangesText.sentence(report.changes())
                    + " Le détail : « ./passerelle changes " + report.run().id() + " ».");
            out.println("  Intercommunalités dont la proposition ne tient pas sur toute la marge du barème : "
                    + CommandFrench.number(report.changes().getAfter().getFragiles()) + " sur "
                    + CommandFrench.number(report.plans().size()) + ".");
        }
    }

    private int sum(ToIntFunction<Plan> count) {
        return report.plans().stream().mapToInt(count).sum();
    }

    private void next() {
        out.println("Pour aller plus loin : « ./passerelle runs " + report.run().id()
                + " » ; topics passerelle.scores, passerelle.conversions, passerelle.plans ; "
                + "vue PostgreSQL passerelle.current_result ; rejets, et quoi en faire : « ./passerelle rejects "
                + report.run().id() + " ».");
    }

    private String reconstitution() {
        return report.run().demonstration() ? " (reconstitution)" : "";
    }
}
