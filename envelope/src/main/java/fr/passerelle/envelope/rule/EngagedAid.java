package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Envelopes.Terms;
import fr.passerelle.envelope.rule.EpciOptions.OpeningDays;
import fr.passerelle.envelope.rule.EpciOptions.SeatValue;
import fr.passerelle.rules.financing.BudgetYears;
import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was notified to an EPCI and stands, which no scenario moves. Where acts contradict each other both count: the region may have to pay
 * both. The study falls in the year of its act; the place opens on the day told, else on that of the barème, at the earliest after the act.
 *
 * @param acts that gave aid or a seat, the oldest first
 */
record EngagedAid(List<DecisionRecorded> acts, OpeningDays days) {

    /** Euros that the financing rules gave, in cents by budget year: the study in its own, an opening from its day on ({@link BudgetYears}). */
    record AidCells(Map<AidLineName, BigDecimal> aid) {

        private static final List<AidLineName> RUNNING =
                List.of(AidLineName.FONCTIONNEMENT_1, AidLineName.FONCTIONNEMENT_2, AidLineName.FONCTIONNEMENT_3);

        SortedMap<BudgetCell, Long> study(int year) {
            SortedMap<BudgetCell, Long> cells = new TreeMap<>();
            add(cells, new BudgetCell(year, LigneCredit.ETUDE), euros(AidLineName.ETUDE));
            return cells;
        }

        SortedMap<BudgetCell, Long> opening(LocalDate day, Annees annees) {
            SortedMap<BudgetCell, Long> cells = new TreeMap<>();
            add(cells, new BudgetCell(day.getYear(), LigneCredit.INVESTISSEMENT), euros(AidLineName.INVESTISSEMENT));
            List<BigDecimal> running = RUNNING.stream().map(this::euros).toList();
            BudgetYears.of(day, running, annees)
                    .forEach((year, part) -> add(cells, new BudgetCell(year, LigneCredit.FONCTIONNEMENT), part));
            return cells;
        }

        boolean opens() {
            return Stream.concat(Stream.of(AidLineName.INVESTISSEMENT), RUNNING.stream())
                    .anyMatch(line -> euros(line).signum() > 0);
        }

        /** Whether each line of an opening has an amount, be it nothing. */
        boolean tellsTheOpening() {
            return aid.containsKey(AidLineName.INVESTISSEMENT) && aid.keySet().containsAll(RUNNING);
        }

        boolean studies() {
            return euros(AidLineName.ETUDE).signum() > 0;
        }

        private BigDecimal euros(AidLineName line) {
            return aid.getOrDefault(line, BigDecimal.ZERO);
        }

        private static void add(SortedMap<BudgetCell, Long> cells, BudgetCell cell, BigDecimal euros) {
            if (euros.signum() != 0) {
                cells.merge(cell, Credits.cents(euros), Long::sum);
            }
        }
    }

    static EngagedAid of(String siren, List<DecisionRecorded> decisions, OpeningDays days) {
        return new EngagedAid(Notifications.withAidOrSeat(siren, decisions), days);
    }

    boolean studies() {
        return acts.stream().anyMatch(act -> aid(act).studies());
    }

    boolean opens() {
        return acts.stream().anyMatch(EngagedAid::opens);
    }

    /** Whether a place was notified of which some amount is not known: what the region owes is then more than is counted. */
    boolean isUnknown() {
        return acts.stream().filter(EngagedAid::opens).anyMatch(act -> !aid(act).tellsTheOpening());
    }

    private static boolean opens(DecisionRecorded act) {
        return act.getSeat() != null || aid(act).opens();
    }

    /** As an option that is always taken: what falls before the first year of the credits was paid by others. */
    FundingOption option(Terms terms, SeatValue value, Plan plan) {
        if (acts.isEmpty()) {
            return FundingOption.NOTHING;
        }
        SortedMap<BudgetCell, Long> cents = new TreeMap<>();
        acts.forEach(act -> cells(act, terms).forEach((cell, part) -> cents.merge(cell, part, Long::sum)));
        cents.keySet().removeIf(cell -> cell.year() < terms.years().first());
        LocalDate opening = acts.stream()
                .filter(EngagedAid::opens)
                .reduce((first, last) -> last)
                .map(this::opening)
                .orElse(null);
        return new FundingOption(
                opening == null ? Financement.ETUDE : Financement.OUVERTURE,
                opening == null ? year(acts.getFirst()) : opening.getYear(),
                opening,
                cents,
                values(value, plan, opening));
    }

    private Map<Critere, Long> values(SeatValue value, Plan plan, @Nullable LocalDate opening) {
        Map<Critere, Long> values = new EnumMap<>(Critere.class);
        if (opening != null) {
            values.put(Critere.OUVERTURES, 1L);
            seat(plan).ifPresent(seat -> values.putAll(value.of(seat, opening)));
        }
        if (studies()) {
            values.put(Critere.ETUDES, 1L);
        }
        return values;
    }

    /** The notified seat, where the plan still compares it. */
    private Optional<Siege> seat(Plan plan) {
        return plan.getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege -> acts.stream().anyMatch(act -> Steps.seat(siege).equals(act.getSeat())))
                .findFirst();
    }

    private SortedMap<BudgetCell, Long> cells(DecisionRecorded act, Terms terms) {
        SortedMap<BudgetCell, Long> cells = aid(act).study(year(act));
        if (aid(act).opens()) {
            aid(act).opening(opening(act), terms.bareme().reglement().annees())
                    .forEach((cell, part) -> cells.merge(cell, part, Long::sum));
        }
        return cells;
    }

    private LocalDate opening(DecisionRecorded act) {
        if (days.told() != null) {
            return days.told();
        }
        LocalDate sameYear = days.in(year(act));
        return sameYear.isBefore(act.getDecidedOn()) ? days.in(year(act) + 1) : sameYear;
    }

    private static int year(DecisionRecorded act) {
        return act.getDecidedOn().getYear();
    }

    private static AidCells aid(DecisionRecorded act) {
        Map<AidLineName, BigDecimal> aid = new EnumMap<>(AidLineName.class);
        for (AideNotifiee line : act.getAid()) {
            aid.merge(AidLineName.valueOf(line.getLine()), line.getAid(), BigDecimal::add);
        }
        return new AidCells(aid);
    }
}
