package fr.passerelle.cli.night;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.report.Reports.Report;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.night.ChangesCommand.ChangesText;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunCounts.WithdrawalCounts;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.Months;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for people, in French. */
record ReportText(Report report, PrintWriter out) {

    private static final int COMMONEST = 5;
    private static final List<String> AIDED = List.of("Étude", "Invest.", "An 1", "An 2", "An 3");
    private static final int TITLES = 2;

    void print() {
        warning();
        out.println("Exécution " + report.run().id() + ", situation " + month() + ", barème "
                + report.run().baremeId());
        rows(report.counts());
        title("Propositions par intercommunalité");
        out.println();
        plans(report.plans()).forEach(out::println);
        title("Région");
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

    private void title(String title) {
        out.println();
        out.println(title + CommandFrench.reconstitution(report.run().demonstration()));
    }

    private void rows(Counts counts) {
        out.println();
        out.println("Lignes lues : " + CommandFrench.number(counts.read()) + " · acceptées : "
                + CommandFrench.number(counts.accepted()) + " · inchangées : "
                + CommandFrench.number(counts.unchanged())
                + " · de contrôle : " + CommandFrench.number(counts.controls()) + " · rejetées : "
                + CommandFrench.number(counts.rejected()));
        Optional.ofNullable(report.run().counts()).ifPresent(this::files);
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

    private void files(RunCounts counts) {
        if (!counts.files().isEmpty()) {
            out.println(CommandFrench.lines("Lignes des fichiers", counts.lines()));
        }
        if (!counts.withdrawals().equals(WithdrawalCounts.NONE)) {
            withdrawn(counts.withdrawals());
        }
    }

    private void withdrawn(WithdrawalCounts records) {
        out.println("Enregistrements retirés : " + CommandFrench.number(records.withdrawn()) + " · rétablis : "
                + CommandFrench.number(records.restored()) + " · dits aussi par un autre fichier : "
                + CommandFrench.number(records.unchanged()));
        if (records.overlapping() > 0) {
            out.println("Non rétablis, car leur période en chevaucherait une autre de la même salle : "
                    + CommandFrench.number(records.overlapping()) + " ; ils ne comptent plus.");
        }
    }

    private void region() {
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

    /**
     * The plans, no wider than a terminal: what is proposed to each EPCI, with functions by their initial, which the last line explains; then
     * the aid of those whose costs are known.
     */
    static List<String> plans(List<Plan> plans) {
        Table<Plan> table = Table.<Plan>layout()
                .text("Intercommunalité, tiers lieu proposé", plan -> plan.getName() + seat(plan))
                .text("Note (de, à)", plan -> room(plan).map(ReportText::score).orElse(null))
                .text("Fonct.", ReportText::functions)
                .integer("Étapes", Plan::getEtapes)
                .integer("À instr.", Plan::getAInstruire)
                .integer("Sans données", Plan::getDonneesInsuffisantes)
                .of(plans);
        List<String> lines = new ArrayList<>(new TextTable(table).lines());
        lines.add(Arrays.stream(Fonction.values())
                .map(fonction -> initial(fonction) + " " + CommandFrench.name(fonction))
                .collect(Collectors.joining(" · ", "Fonct. : ", "")));
        plans.forEach(plan -> {
            lines.addAll(named("Ex æquo, le choix revient à " + plan.getName(), plan.getExAequo()));
            lines.addAll(named("En suspens, faute de données, à " + plan.getName(), plan.getUndecided()));
        });
        lines.addAll(
                aid(plans.stream().filter(plan -> plan.getAidTotal() != null).toList()));
        return lines;
    }

    /** Six amounts leave no room for a name: each stands above its own. */
    private static List<String> aid(List<Plan> costed) {
        if (costed.isEmpty()) {
            return List.of();
        }
        Table.Layout<Plan, Plan> columns = Table.layout();
        for (int i = 0; i < AIDED.size(); i++) {
            int place = i;
            columns.euros(AIDED.get(i), plan -> plan.getAid().get(place).getAid());
        }
        List<String> amounts =
                new TextTable(columns.euros("Total", Plan::getAidTotal).of(costed)).lines();
        List<String> lines = new ArrayList<>(List.of("", "Aide en euros, où les coûts sont connus", ""));
        lines.addAll(amounts.subList(0, TITLES));
        for (int i = 0; i < costed.size(); i++) {
            lines.add(costed.get(i).getName());
            lines.add(amounts.get(TITLES + i));
        }
        return lines;
    }

    /** In full: a maire who has to choose, or to find what is missing, needs every name. */
    private static List<String> named(String why, List<Siege> places) {
        return places.isEmpty()
                ? List.of()
                : List.of(places.stream()
                        .map(siege -> siege.getName() + " ("
                                + Objects.requireNonNullElse(siege.getCommune(), siege.getInsee()) + ")")
                        .collect(Collectors.joining(" · ", why + " : ", "")));
    }

    private static String seat(Plan plan) {
        if (plan.getSiege() != null) {
            return "\n  " + plan.getSiege().getName();
        }
        if (!plan.getExAequo().isEmpty()) {
            return "\n  (à choisir entre " + plan.getExAequo().size() + ")";
        }
        if (!plan.getUndecided().isEmpty()) {
            return "\n  (en suspens)";
        }
        return plan.getExistingTiersLieu() == null ? "" : "\n  (existe déjà)";
    }

    /** The seat, where it is a room: a site has no score, and may have the identifier of a room. */
    private static Optional<PlanRoom> room(Plan plan) {
        return Optional.ofNullable(plan.getSiege())
                .filter(siege -> siege.getKind() == SiegeKind.SALLE)
                .flatMap(siege -> plan.getRooms().stream()
                        .filter(room -> room.getRoomId().equals(siege.getId()))
                        .findFirst());
    }

    private static @Nullable String score(PlanRoom room) {
        return room.getScore() == null ? null : room.getScore() + " (" + room.getLow() + ", " + room.getHigh() + ")";
    }

    private static @Nullable String functions(Plan plan) {
        return plan.getFunctions().isEmpty()
                ? null
                : plan.getFunctions().stream().map(ReportText::initial).collect(Collectors.joining());
    }

    private static String initial(Fonction fonction) {
        return fonction.name().substring(0, 1);
    }

    /** A run for machines, as each answer about one begins; what stopped it is left out when nothing did. */
    static Map<String, @Nullable Object> head(Run run, String state, @Nullable String failure) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("state", state);
        fields.put("asOf", run.asOf());
        fields.put("bareme", run.baremeId());
        fields.put("demonstration", run.demonstration());
        if (failure != null) {
            fields.put("failure", failure);
        }
        return fields;
    }

    /** What became of rows, for machines, and of a published run what is proposed, with its hash if asked: nobody sees half a run. */
    static Map<String, @Nullable Object> json(Report report, boolean hashed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("counts", Rows.of(report));
        if (report.run().resultHash() != null) {
            fields.put("proposals", report.proposals());
            fields.put("exAequo", report.exAequo());
            fields.put("aid", aid(report));
            fields.put("theoreticalCeiling", report.theoreticalCeiling());
            if (hashed) {
                fields.put("resultHash", report.run().resultHash());
            }
            if (report.changes() != null) {
                fields.put("changes", report.changes());
            }
        }
        return fields;
    }

    private static Map<String, BigDecimal> aid(Report report) {
        Map<String, BigDecimal> aid = new LinkedHashMap<>();
        report.aid().forEach((line, euros) -> aid.put(line.name(), euros));
        aid.put("TOTAL", report.aidTotal());
        return aid;
    }

    /** What became of rows, and of what stands beside them: no lines while nobody counted them. */
    record Rows(
            @JsonUnwrapped Counts counts,
            long controlGaps,
            long otherActivities,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FileLines lines) {

        static Rows of(Report report) {
            RunCounts all = report.run().counts();
            return new Rows(
                    report.counts(), report.controlGaps(), report.otherActivities(), all == null ? null : all.lines());
        }
    }
}
