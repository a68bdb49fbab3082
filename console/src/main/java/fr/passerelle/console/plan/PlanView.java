package fr.passerelle.console.plan;

import fr.passerelle.console.bareme.BaremeRobustness.EpciMargin;
import fr.passerelle.console.change.ChangeLines;
import fr.passerelle.console.change.ChangeLines.ChangeLine;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.map.EpciMap;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.plan.Alerts.EtapeRow;
import fr.passerelle.console.plan.Candidate.SeatComparison;
import fr.passerelle.console.reading.PastResults.PastPlan;
import fr.passerelle.console.tour.AgendaPages.Agendas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.NeedTable;
import fr.passerelle.sheets.explanation.ProjectDocument;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.study.difference.Diff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan as its page shows it: what sessions would cost a year, in words, empty where unknown; whether drafts of acts are due. */
public record PlanView(
        Plan plan,
        String subtitle,
        ConclusionView conclusion,
        AreaFigures nearness,
        List<EpciMargin> margins,
        Alerts alerts,
        SeatComparison seats,
        ShortList<EtapeRow> stops,
        String animation,
        EpciMap map,
        Money money,
        ProjectView project,
        List<ChangeGroup> changes,
        ShortList<Version> versions,
        List<DecisionView> decisions,
        NeedTable needs,
        boolean acts,
        String maire,
        String mention,
        List<Agendas.PlaceDates> agenda) {

    /** Whether nothing that was tried would change its conclusion. */
    public boolean isSettled() {
        return changes.stream().allMatch(group -> group.changes().isEmpty());
    }

    /** The plan de financement, euros. */
    public record Money(Plan plan, List<Line> lines) {

        /**
         * A line: the base that the rate applies to, null where the line is not carried out, and base × rate; whether the ceiling is one of the cost
         * that is aided, rather than of the aid; what the EPCI gets from others for it, null where none.
         */
        public record Line(
                AidLine of,
                @Nullable BigDecimal base,
                @Nullable BigDecimal atRate,
                boolean ceilingOfCost,
                @Nullable BigDecimal otherAid) {}

        /** Whether an aid to running is known. */
        public boolean running() {
            return convention().stream().anyMatch(aid -> aid != null && aid.signum() > 0);
        }

        /** Aid to running of each year of the convention, the first one first; null where unknown. */
        public List<@Nullable BigDecimal> convention() {
            return plan.getAid().stream()
                    .skip(2)
                    .<@Nullable BigDecimal>map(AidLine::getAid)
                    .toList();
        }

        static Money of(Plan plan) {
            return new Money(plan, plan.getAid().stream().map(Money::line).toList());
        }

        private static Line line(AidLine line) {
            return new Line(
                    line,
                    found(line, "ASSIETTE"),
                    found(line, "TAUX"),
                    operands(line, "PLAFOND", "plafond_porte_sur").anyMatch(on -> "COUT".equals(on.getText())),
                    OtherFunding.of(line).filter(euros -> euros.signum() > 0).orElse(null));
        }

        /** What a rule looked at under a name. */
        private static Stream<Operande> operands(AidLine line, String rule, String name) {
            return line.getTrace().stream()
                    .filter(step -> step.getRule().equals(rule))
                    .flatMap(step -> step.getOperands().stream())
                    .filter(operand -> operand.getName().equals(name));
        }

        /** What a rule found, where it found a number. */
        private static @Nullable BigDecimal found(AidLine line, String rule) {
            return line.getTrace().stream()
                    .filter(step ->
                            step.getRule().equals(rule) && step.getOutcome().matches("\\d+(\\.\\d+)?"))
                    .map(step -> new BigDecimal(step.getOutcome()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The project of an EPCI as its page shows it; what would leave is an INSEE code, of no commune where none would. */
    record ProjectView(
            List<List<String>> standing,
            List<DocumentBlock> economy,
            List<DocumentBlock> division,
            List<Commune> communes,
            DivisionKey key,
            String leaving) {

        static ProjectView of(ProjectDocument project, String key, String leaving) {
            DivisionKey by = keys().stream()
                    .filter(one -> one.name().equalsIgnoreCase(key))
                    .findFirst()
                    .orElse(DivisionKey.HABITANTS);
            return new ProjectView(
                    project.standing(),
                    blocks(project.economy()),
                    blocks(project.division(by, leaving)),
                    project.communes(),
                    by,
                    leaving);
        }

        public static List<DivisionKey> keys() {
            return List.of(DivisionKey.values());
        }

        private static List<DocumentBlock> blocks(List<Block> blocks) {
            return DocumentBlock.of(new Document("", blocks));
        }
    }

    /** Changes that would give another seat (siege), or by which only a place stands otherwise (place). */
    public record ChangeGroup(String key, ShortList<SmallestChange> changes) {

        static List<ChangeGroup> of(List<SmallestChange> changes, boolean whole) {
            Map<Boolean, List<SmallestChange>> bySeat =
                    changes.stream().collect(Collectors.partitioningBy(SmallestChange::altersTheSeat));
            return List.of(
                    new ChangeGroup("siege", ShortList.of(bySeat.getOrDefault(true, List.of()), whole)),
                    new ChangeGroup("place", ShortList.of(bySeat.getOrDefault(false, List.of()), whole)));
        }
    }

    /** The beginning of a list, so that an EPCI with many rooms has a page as light as one with few. */
    public record ShortList<T>(List<T> items, int left) {

        private static final int MOST = 15;

        /** The first ones, or all of them where somebody asked for it. */
        static <T> ShortList<T> of(List<T> all, boolean whole) {
            int shown = whole ? all.size() : Math.min(MOST, all.size());
            return new ShortList<>(all.subList(0, shown), all.size() - shown);
        }

        public int total() {
            return items.size() + left;
        }

        public boolean isEmpty() {
            return items.isEmpty();
        }
    }

    /** A proposal as a run made it: no plan where it was withdrawn or does not hold, no change where only figures moved or nothing compares. */
    public record Version(
            Run run,
            boolean first,
            @Nullable Plan plan,
            boolean holds,
            @Nullable ChangeLine change) {

        /** Those of an EPCI, the latest first, as its plans come. */
        static List<Version> of(List<PastPlan> plans, PublishedResults published, PageTexts texts) {
            List<Version> versions = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                PastPlan one = plans.get(i);
                boolean first = i + 1 == plans.size();
                boolean compared = !first && one.holds() && plans.get(i + 1).holds();
                Optional<ChangeLine> change =
                        compared ? between(plans.get(i + 1), one, published, texts) : Optional.empty();
                versions.add(new Version(one.run(), first, one.plan(), one.holds(), change.orElse(null)));
            }
            return versions;
        }

        private static Optional<ChangeLine> between(
                PastPlan before, PastPlan after, PublishedResults published, PageTexts texts) {
            Proposals was = alone(before);
            ChangeLines lines = new ChangeLines(published, Diff.names(was), texts);
            return Changes.between(was, alone(after)).list().stream()
                    .findFirst()
                    .map(lines::of);
        }

        private static Proposals alone(PastPlan one) {
            Plan plan = one.plan();
            return Proposals.of(List.of(), List.of(), plan == null ? List.of() : List.of(plan));
        }
    }
}
