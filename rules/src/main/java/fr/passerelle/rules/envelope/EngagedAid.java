package fr.passerelle.rules.envelope;

import fr.passerelle.rules.financing.NotifiedAid;
import fr.passerelle.rules.financing.NotifiedSeats;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Financement;
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
import org.jspecify.annotations.Nullable;

/**
 * What was notified to an EPCI and stands, which no scenario moves. Where acts contradict each other both count: the region may have to pay
 * both. The study falls in the year of its act; the place opens on the day told, else on that of the barème, at the earliest after the act.
 *
 * @param acts that gave aid, the oldest first
 */
record EngagedAid(List<DecisionRecorded> acts, List<String> seats, OpeningDays days) {

    static EngagedAid of(String siren, List<DecisionRecorded> decisions, OpeningDays days) {
        return new EngagedAid(NotifiedAid.of(siren, decisions), NotifiedSeats.of(siren, decisions), days);
    }

    boolean studies() {
        return acts.stream().anyMatch(act -> aid(act).studies());
    }

    boolean opens() {
        return !seats.isEmpty() || acts.stream().anyMatch(act -> aid(act).opens());
    }

    /** As an option that is always taken: what falls before the first year of the credits was paid by others. */
    FundingOption option(EnvelopeTerms terms, SeatValue value, Plan plan) {
        if (acts.isEmpty() && seats.isEmpty()) {
            return FundingOption.NOTHING;
        }
        SortedMap<BudgetCell, Long> cents = new TreeMap<>();
        acts.forEach(act -> cells(act, terms).forEach((cell, part) -> cents.merge(cell, part, Long::sum)));
        cents.keySet().removeIf(cell -> cell.year() < terms.years().first());
        LocalDate opening = opens() ? opening() : null;
        return new FundingOption(
                opens() ? Financement.OUVERTURE : Financement.ETUDE,
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
                .filter(siege -> seats.contains(subject(siege)))
                .findFirst();
    }

    private static String subject(Siege siege) {
        return switch (siege.getKind()) {
            case SALLE -> Steps.room(siege.getId());
            case SITE -> Steps.site(siege.getId());
        };
    }

    private SortedMap<BudgetCell, Long> cells(DecisionRecorded act, EnvelopeTerms terms) {
        SortedMap<BudgetCell, Long> cells = aid(act).study(year(act));
        if (aid(act).opens()) {
            aid(act).opening(opening(act), terms.reglement().annees())
                    .forEach((cell, part) -> cells.merge(cell, part, Long::sum));
        }
        return cells;
    }

    /** By the latest act. */
    private LocalDate opening() {
        return acts.isEmpty() ? days.in(days.terms().years().first()) : opening(acts.getLast());
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
