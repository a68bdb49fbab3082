package fr.passerelle.batch.cli;

import fr.passerelle.batch.run.Report;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for people, in French. */
final class ReportText {

    private static final int COMMONEST = 5;
    private static final int NAME = 38;

    private final Report report;
    private final PrintWriter out;

    ReportText(Report report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        warning();
        out.println("Exécution " + report.run().id() + ", situation à la fin de "
                + Objects.requireNonNullElse(report.run().asOf(), "?") + ", barème "
                + report.run().baremeId());
        rows();
        plans();
        region();
        out.println();
        out.println("Empreinte des résultats : "
                + Objects.requireNonNullElse(report.run().resultHash(), French.NONE));
        next();
        warning();
    }

    private void warning() {
        if (report.run().demonstration()) {
            out.println();
            out.println("RECONSTITUTION : exercice sur des données reconstituées, ne vaut pas proposition.");
            out.println();
        }
    }

    private void rows() {
        Counts counts = report.counts();
        out.println();
        out.println("Lignes lues : " + French.number(counts.read()) + " · acceptées : "
                + French.number(counts.accepted()) + " · inchangées : " + French.number(counts.unchanged())
                + " · de contrôle : " + French.number(counts.controls()) + " · rejetées : "
                + French.number(counts.rejected()));
        report.reasons().stream()
                .limit(COMMONEST)
                .forEach(reason -> out.println(
                        "  " + French.number(reason.count()) + " × " + reason.reason() + " : " + reason.message()));
    }

    private void plans() {
        Table table = new Table(
                4,
                "Intercommunalité",
                "Tiers lieu proposé",
                "Note",
                "Fonctions",
                "Étapes",
                "À instruire",
                "Données insuf.",
                "Étude",
                "Invest.",
                "An 1",
                "An 2",
                "An 3",
                "Aide totale");
        report.plans().forEach(plan -> row(table, plan));
        out.println();
        out.println("Propositions par intercommunalité" + reconstitution());
        out.println();
        table.lines().forEach(out::println);
    }

    private void row(Table table, Plan plan) {
        table.row(
                cut(plan.getName()),
                cut(seat(plan)),
                plan.getRooms().stream()
                        .filter(room -> room.getRoomId().equals(plan.getTiersLieu()))
                        .map(ReportText::score)
                        .findFirst()
                        .orElse(French.NONE),
                plan.getFunctions().isEmpty()
                        ? French.NONE
                        : plan.getFunctions().stream().map(French::name).collect(Collectors.joining(", ")),
                French.number(plan.getEtapes()),
                French.number(plan.getAInstruire()),
                French.number(plan.getDonneesInsuffisantes()),
                French.euros(aid(plan, AidLineName.ETUDE)),
                French.euros(aid(plan, AidLineName.INVESTISSEMENT)),
                French.euros(aid(plan, AidLineName.FONCTIONNEMENT_1)),
                French.euros(aid(plan, AidLineName.FONCTIONNEMENT_2)),
                French.euros(aid(plan, AidLineName.FONCTIONNEMENT_3)),
                French.euros(plan.getAidTotal()));
    }

    private static String seat(Plan plan) {
        if (plan.getTiersLieu() == null) {
            return plan.getExistingTiersLieu() == null ? French.NONE : "(existe déjà)";
        }
        return plan.getRooms().stream()
                .filter(room -> room.getRoomId().equals(plan.getTiersLieu()))
                .map(PlanRoom::getName)
                .findFirst()
                .orElse(plan.getTiersLieu());
    }

    private static String score(PlanRoom room) {
        return room.getScore() == null
                ? French.NONE
                : room.getScore() + " (" + room.getLow() + " à " + room.getHigh() + ")";
    }

    private static @Nullable BigDecimal aid(Plan plan, AidLineName name) {
        return plan.getAid().stream()
                .filter(line -> line.getLine() == name)
                .findFirst()
                .map(AidLine::getAid)
                .orElse(null);
    }

    private void region() {
        out.println();
        out.println("Région" + reconstitution());
        out.println("  Tiers lieux proposés : "
                + French.number(report.proposals().getOrDefault(ConversionKind.TIERS_LIEU, 0L))
                + " · étapes de médiation nomade : "
                + French.number(report.proposals().getOrDefault(ConversionKind.ETAPE_NOMADE, 0L))
                + " · salles à instruire : " + French.number(sum(Plan::getAInstruire))
                + " · données insuffisantes : " + French.number(sum(Plan::getDonneesInsuffisantes)));
        List<String> lines = report.aid().entrySet().stream()
                .map(line -> French.name(line.getKey()) + " " + French.euros(line.getValue()))
                .toList();
        out.println("  Aide où les coûts sont connus : " + French.euros(report.aidTotal()) + " ("
                + String.join(" · ", lines) + ")");
        out.println("  À part, pour les " + French.number(report.withoutCost())
                + " intercommunalités sans coût connu, plafond théorique du règlement : "
                + French.euros(report.theoreticalCeiling()) + " ; ce n'est pas une dépense prévue.");
    }

    private int sum(java.util.function.ToIntFunction<Plan> count) {
        return report.plans().stream().mapToInt(count).sum();
    }

    private void next() {
        out.println("Pour aller plus loin : « ./passerelle runs " + report.run().id()
                + " » ; topics passerelle.scores, passerelle.conversions, passerelle.plans ; "
                + "vue PostgreSQL passerelle.current_result ; rejets : table passerelle.reject.");
    }

    private String reconstitution() {
        return report.run().demonstration() ? " (reconstitution)" : "";
    }

    private static String cut(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }
}
