package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the region would pay, and what stays with the EPCI. */
public record MoneyPart(Dossier dossier) {

    Stream<Sentence> sentences() {
        return dossier.isSeated() ? Stream.of(aid(), yearFour()) : studyLine().map(this::study).stream();
    }

    private Sentence aid() {
        Plan plan = dossier.plan();
        BigDecimal aid = plan.getAidTotal();
        BigDecimal left = plan.getLeftTotal();
        return aid == null || left == null
                ? Sentence.kept("maire.aide.plafond", Map.of("plafond", ceiling(), "etude", dossier.study()))
                : Sentence.kept(
                        "maire.aide",
                        Map.of(
                                "aide",
                                aid,
                                "reste",
                                left,
                                "postes",
                                costed(),
                                "complet",
                                Textes.yes(plan.getAid().stream().noneMatch(Decision.COUT_INCONNU::of))));
    }

    /** The most that the region could pay: nothing for a study that the EPCI refused. */
    private BigDecimal ceiling() {
        BigDecimal all = dossier.plan().getTheoreticalCeiling();
        return studyLine()
                .filter(Decision.REFUSEE::of)
                .map(line -> all.subtract(most(line)))
                .orElse(all);
    }

    private String costed() {
        List<AidLineName> known = dossier.plan().getAid().stream()
                .filter(line -> line.getCost() != null)
                .map(AidLine::getLine)
                .toList();
        List<String> told = new ArrayList<>();
        known.stream()
                .filter(line -> !isRunning(line))
                .forEach(line -> told.add(Textes.say("maire.aide." + line.name())));
        long years = known.stream().filter(MoneyPart::isRunning).count();
        if (years > 0) {
            told.add(Textes.say("maire.aide.FONCTIONNEMENT", Map.of("n", years)));
        }
        return Textes.and(told);
    }

    private static boolean isRunning(AidLineName line) {
        return line.compareTo(AidLineName.FONCTIONNEMENT_1) >= 0;
    }

    private Sentence yearFour() {
        BigDecimal cost = dossier.plan().getYear4Cost();
        return Sentence.kept(
                "maire.annee4",
                Map.of("connu", Textes.yes(cost != null), "cout", Objects.requireNonNullElse(cost, BigDecimal.ZERO)));
    }

    private Optional<AidLine> studyLine() {
        return Financing.lineOf(dossier.plan(), AidLineName.ETUDE);
    }

    private Sentence study(AidLine line) {
        BigDecimal aid = line.getAid();
        BigDecimal left = line.getLeft();
        if (Decision.REFUSEE.of(line)) {
            return Sentence.kept("maire.etude.refusee", bounds(line));
        }
        return aid == null || left == null
                ? Sentence.kept("maire.aide.etude", bounds(line))
                : Sentence.kept(
                        "maire.aide.etude.connue", Map.of("aide", aid, "reste", left, "etude", dossier.study()));
    }

    private Map<String, Object> bounds(AidLine study) {
        return Map.of("taux", study.getRate(), "plafond", most(study), "etude", dossier.study());
    }

    /** The most that the aid can be: the ceiling of the line is that of the cost where the règlement says so. */
    private BigDecimal most(AidLine study) {
        return dossier.number(Rule.PLAFOND_DU_DISPOSITIF, "etude").orElse(study.getCeiling());
    }

    /** The money, line by line, with what stays to the EPCI, and what it means in a sentence. */
    Stream<Block> blocks() {
        SharedCost shared = new SharedCost(dossier.plan());
        String said = Stream.of(
                        sentences().map(Sentence::text),
                        dossier.plan().getAid().stream().anyMatch(MoneyPart::isOut)
                                ? Stream.of(Textes.say("pages.sans.tiers.lieu"))
                                : Stream.<String>empty(),
                        animation())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return Stream.concat(
                Stream.of(new Block.Grid(Textes.say("pages.aide"), header(shared), rows(shared))),
                said.isEmpty() ? Stream.empty() : Stream.of(new Block.Paragraph(said)));
    }

    private Stream<String> animation() {
        Plan plan = dossier.plan();
        return plan.getSessionsAMonth() == 0
                ? Stream.empty()
                : Stream.of(Textes.say(
                        "pages.animation",
                        Map.of(
                                "seances", FrenchNumbers.sessions(plan.getSessionsAMonth()),
                                "etp", plan.getAnimateursEtp(),
                                "cout", dossier.animationCost())));
    }

    private static List<String> header(SharedCost shared) {
        return shared.cells("Ligne", "Coût", "Aide", Textes.say("aide.autres"), "Reste à charge", "Ce qui décide");
    }

    private static List<List<String>> rows(SharedCost shared) {
        Plan plan = shared.plan();
        List<List<String>> rows = new ArrayList<>(plan.getAid().stream()
                .filter(line -> !isOut(line))
                .map(line -> row(line, shared))
                .toList());
        if (plan.getAidTotal() != null) {
            rows.add(total(shared));
        }
        return rows;
    }

    /** A line that has no cost, and would have no aid whatever its cost: one sentence says it of all. */
    private static boolean isOut(AidLine line) {
        return line.getCost() == null && Decision.SANS_TIERS_LIEU.of(line);
    }

    private static List<String> row(AidLine line, SharedCost shared) {
        return shared.cells(
                Textes.word("ligne", line.getLine()),
                euros(line.getCost()),
                euros(line.getAid()),
                euros(OtherFunding.of(line).orElse(null)),
                euros(line.getLeft()),
                Codes.outcome(line.getDecidedBy()));
    }

    private static List<String> total(SharedCost shared) {
        return shared.cells(
                Textes.say("pages.total"),
                euros(shared.cost()),
                euros(shared.plan().getAidTotal()),
                euros(shared.others()),
                euros(shared.plan().getLeftTotal()),
                "");
    }

    private static String euros(@Nullable BigDecimal amount) {
        return amount == null ? FrenchNumbers.UNKNOWN : FrenchNumbers.euros(amount);
    }

    /** The cost of a plan, shared by the region, by others and by the EPCI: each row of it adds up, and others have a column where they pay. */
    public record SharedCost(Plan plan) {

        private static final int OTHERS = 3;

        /** Of the lines whose cost and aid are known, euros. */
        public BigDecimal cost() {
            return plan.getAid().stream()
                    .filter(line -> OtherFunding.of(line).isPresent())
                    .map(AidLine::getCost)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What others pay of these, euros. */
        public BigDecimal others() {
            return plan.getAid().stream()
                    .map(OtherFunding::of)
                    .flatMap(Optional::stream)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The cells of a row: name, cost, aid, others, then what is left and the rest of them; without the fourth where others pay nothing. */
        public List<String> cells(String... all) {
            List<String> cells = new ArrayList<>(List.of(all));
            if (others().signum() == 0) {
                cells.remove(OTHERS);
            }
            return cells;
        }
    }
}
