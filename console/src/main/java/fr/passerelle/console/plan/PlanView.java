package fr.passerelle.console.plan;

import fr.passerelle.console.figure.Percentage;
import fr.passerelle.console.map.EpciMap;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.plan.Candidate.SeatComparison;
import fr.passerelle.console.tour.Agendas;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Block;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Document;
import fr.passerelle.texts.NeedTable;
import fr.passerelle.texts.ProjectDocument;
import fr.passerelle.texts.ToldChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its page shows it.
 *
 * @param subtitle inhabitants, communes, need and month of its EPCI
 * @param margins how far the barème may go without another proposal
 * @param stops étapes, by host
 * @param project what its EPCI told, what running costs it, and how its communes would divide what stays
 * @param animation what holding the sessions of its étapes would cost a year, within a sentence; empty where it is not known
 * @param changes what would change the conclusion, by what it alters
 * @param versions of the proposal, the latest first
 * @param needs what was asked for, beside what is proposed
 * @param acts whether there is something to decide, of which drafts are made
 * @param maire what the maire reads
 * @param mention what is owed to whom an algorithm decides on
 * @param agenda where and when people were told that sessions are
 */
record PlanView(
        Plan plan,
        String subtitle,
        ConclusionView conclusion,
        Nearness nearness,
        List<PlanRobustness> margins,
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

    /**
     * Inhabitants near a point of mediation.
     *
     * @param today percent
     * @param proposed percent
     * @param kilometres within which one is near
     * @param falls whether fewer would be: it needs a motive
     */
    public record Nearness(
            BigDecimal today,
            BigDecimal proposed,
            int inhabitantsToday,
            int inhabitantsProposed,
            BigDecimal kilometres,
            boolean falls) {

        static Nearness of(Plan plan, JeuDeRegles rules) {
            return new Nearness(
                    Percentage.of(plan.getProximiteToday(), plan.getPopulation()),
                    Percentage.of(plan.getProximiteProposed(), plan.getPopulation()),
                    plan.getProximiteToday(),
                    plan.getProximiteProposed(),
                    new BigDecimal(rules.conversion().proximityRadiusMetres()).movePointLeft(3),
                    plan.getProximiteProposed() < plan.getProximiteToday());
        }
    }

    /**
     * How far a number of the barème may go without another proposal.
     *
     * @param name of the number
     * @param whole whether the proposal holds all over what was looked at
     */
    public record PlanRobustness(String name, int value, int from, int to, int holdsFrom, int holdsTo, boolean whole) {

        static List<PlanRobustness> of(Plan plan) {
            return plan.getMarges().stream().map(PlanRobustness::of).toList();
        }

        private static PlanRobustness of(Marge marge) {
            return new PlanRobustness(
                    Codes.marge(marge.getParameter()),
                    marge.getValue(),
                    marge.getFrom(),
                    marge.getTo(),
                    marge.getHoldsFrom(),
                    marge.getHoldsTo(),
                    marge.getFrom() == marge.getHoldsFrom() && marge.getTo() == marge.getHoldsTo());
        }
    }

    /**
     * The plan de financement, euros.
     *
     * @param aid in all; null where no cost is known
     * @param left to the EPCI, in all; null with it
     * @param ceiling most that the scheme could give: never a budget
     * @param yearFour cost of the fourth year, that nobody aids; null where unknown
     * @param budget aid to running by calendar year; empty where no opening date or no aid is known
     */
    public record Money(
            List<Line> lines,
            @Nullable BigDecimal aid,
            @Nullable BigDecimal left,
            BigDecimal ceiling,
            @Nullable BigDecimal yearFour,
            List<BudgetAnnuel> budget) {

        private static final String BASE = "ASSIETTE";

        /**
         * A line.
         *
         * @param base that the rate applies to; null where the line is not carried out
         * @param rate percent
         * @param atRate base × rate; null with the base
         * @param ceilingOfCost whether the ceiling is one of the cost that is aided, rather than of the aid
         * @param otherAid that the EPCI gets from others for it; null where none
         * @param decided what decided the amount, in French
         */
        public record Line(
                String name,
                @Nullable BigDecimal cost,
                @Nullable BigDecimal base,
                BigDecimal rate,
                @Nullable BigDecimal atRate,
                BigDecimal ceiling,
                boolean ceilingOfCost,
                @Nullable BigDecimal aid,
                @Nullable BigDecimal otherAid,
                @Nullable BigDecimal left,
                String decided) {}

        /** Whether an aid to running is known. */
        public boolean running() {
            return convention().stream().anyMatch(aid -> aid != null && aid.signum() > 0);
        }

        /** Aid to running of each year of the convention, the first one first; null where unknown. */
        public List<@Nullable BigDecimal> convention() {
            return lines.stream().skip(2).<@Nullable BigDecimal>map(Line::aid).toList();
        }

        static Money of(Plan plan) {
            return new Money(
                    plan.getAid().stream().map(Money::line).toList(),
                    plan.getAidTotal(),
                    plan.getLeftTotal(),
                    plan.getTheoreticalCeiling(),
                    plan.getYear4Cost(),
                    plan.getBudget());
        }

        private static Line line(AidLine line) {
            return new Line(
                    Codes.ligne(line.getLine()),
                    line.getCost(),
                    found(line, BASE),
                    line.getRate().movePointRight(2),
                    found(line, "TAUX"),
                    line.getCeiling(),
                    operands(line, "PLAFOND", "plafond_porte_sur").anyMatch(on -> "COUT".equals(on.getText())),
                    line.getAid(),
                    OtherFunding.of(line).filter(euros -> euros.signum() > 0).orElse(null),
                    line.getLeft(),
                    Codes.outcome(line.getDecidedBy()));
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
                    .filter(step -> step.getRule().equals(rule) && step.getOutcome().matches("\\d+(\\.\\d+)?"))
                    .map(step -> new BigDecimal(step.getOutcome()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The project of an EPCI as its page shows it.
     *
     * @param standing where it stands, each a name and what is known
     * @param economy what running would cost it
     * @param division how its communes would divide what stays
     * @param communes those that may leave, by name
     * @param key what is divided by
     * @param leaving INSEE code of the commune that would leave; of none where none would
     */
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

        /** All that may be divided by. */
        public static List<DivisionKey> keys() {
            return List.of(DivisionKey.values());
        }

        private static List<DocumentBlock> blocks(List<Block> blocks) {
            return DocumentBlock.of(new Document("", blocks));
        }
    }

    /**
     * Changes that alter the same thing.
     *
     * @param key siege where they would give another seat, place where only a place stands otherwise
     */
    public record ChangeGroup(String key, ShortList<ToldChange> changes) {

        static List<ChangeGroup> of(List<ToldChange> changes, boolean whole) {
            return List.of(
                    new ChangeGroup(
                            "siege",
                            ShortList.of(
                                    changes.stream()
                                            .filter(ToldChange::altersTheSeat)
                                            .toList(),
                                    whole)),
                    new ChangeGroup(
                            "place",
                            ShortList.of(
                                    changes.stream()
                                            .filter(change -> !change.altersTheSeat())
                                            .toList(),
                                    whole)));
        }
    }

    /**
     * The beginning of a list, so that an EPCI with many rooms has a page as light as one with few.
     *
     * @param left how many more there are
     */
    public record ShortList<T>(List<T> items, int left) {

        private static final int MOST = 15;

        /** The first ones, or all of them where somebody asked for it. */
        static <T> ShortList<T> of(List<T> all, boolean whole) {
            int shown = whole ? all.size() : Math.min(MOST, all.size());
            return new ShortList<>(all.subList(0, shown), all.size() - shown);
        }

        /** How many there are in the whole list. */
        public int total() {
            return items.size() + left;
        }

        /** Whether there is nothing. */
        public boolean isEmpty() {
            return items.isEmpty();
        }
    }
}
