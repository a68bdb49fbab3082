package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much a room is used (RULES 3): the indicators of the barème in its order, then the score and its bounds. Pure: the same room,
 * register, population, month and barème give the same record. Stateless but for the barème; thread-safe.
 */
public final class FrequentationRules {

    private final JeuDeRegles bareme;

    /** Rules under one barème: every number comes from it. */
    public FrequentationRules(JeuDeRegles bareme) {
        this.bareme = bareme;
    }

    /**
     * Scores a room.
     *
     * @param register its attendance; later records than the as-of are ignored
     * @param population inhabitants served, from {@link Population}; null where unknown (no EPCI, commune not of it)
     * @param asOf month that the window ends with
     * @return NOTEE with score and bounds; DONNEES_INSUFFISANTES without, its indicators a trace of what can be computed; FERMEE when the
     *     room is not open on the last day of the month
     */
    public Frequentation score(
            RoomInventoried room, RoomRegister register, @Nullable BigDecimal population, YearMonth asOf) {
        Window window = new Window(asOf, bareme.fenetre().months());
        RoomWindow seen = RoomWindow.of(room, register, population, window);
        Map<IndicateurRule, Outcome> outcomes = outcomes(seen);
        List<Indicateur> indicateurs = outcomes.entrySet().stream()
                .map(outcome -> Indicateurs.of(outcome.getKey(), outcome.getValue()))
                .toList();
        FrequentationState state = state(seen, indicateurs);
        Note note = state == FrequentationState.NOTEE ? Note.of(indicateurs) : null;
        return facts(seen)
                .setState(state)
                .setIndicateurs(indicateurs)
                .setScore(note == null ? null : (Integer) note.score())
                .setLow(note == null ? null : (Integer) note.low())
                .setHigh(note == null ? null : (Integer) note.high())
                .setFlags(flags(seen, outcomes))
                .build();
    }

    private Map<IndicateurRule, Outcome> outcomes(RoomWindow room) {
        Map<IndicateurRule, Outcome> outcomes = new LinkedHashMap<>();
        for (IndicateurRule rule : bareme.indicateurs()) {
            outcomes.put(rule, isOpen(room) ? Indicator.of(rule.name()).measure(room, bareme.fenetre()) : closed());
        }
        return outcomes;
    }

    private static Outcome closed() {
        return Outcome.unavailable(Unavailability.FERMEE);
    }

    private static boolean isOpen(RoomWindow room) {
        return Openings.isOpenAt(room.room(), room.window().last());
    }

    private FrequentationState state(RoomWindow room, List<Indicateur> indicateurs) {
        if (!isOpen(room)) {
            return FrequentationState.FERMEE;
        }
        return isObservedEnough(room) && Note.exists(indicateurs)
                ? FrequentationState.NOTEE
                : FrequentationState.DONNEES_INSUFFISANTES;
    }

    private boolean isObservedEnough(RoomWindow room) {
        BigDecimal open = BigDecimal.valueOf(room.open().size());
        BigDecimal observed = BigDecimal.valueOf(room.observed().size());
        return open.signum() > 0
                && observed.compareTo(open.multiply(bareme.fenetre().minimumObservedShare())) >= 0;
    }

    private static Frequentation.Builder facts(RoomWindow room) {
        BigDecimal population = room.population();
        return Frequentation.newBuilder()
                .setRoomId(room.room().getRoomId())
                .setEpci(room.room().getEpci())
                .setAsOf(room.window().last().toString())
                .setMonthsOpen(room.open().size())
                .setMonthsObserved(room.observed().size())
                .setMonthsMissing(room.missing().stream()
                        .map(month -> month.month().toString())
                        .toList())
                .setPopulationServed(population == null ? null : Decimals.six(population))
                .setPresences12Months(RoomWindow.total(room.observedLastYear(), Measure.PRESENCES))
                .setPersonHours12MonthsHundredths(RoomWindow.total(room.observedLastYear(), Measure.PERSON_HOURS))
                .setObserved12Months(room.observedLastYear().size());
    }

    private static List<String> flags(RoomWindow room, Map<IndicateurRule, Outcome> outcomes) {
        Set<Flag> flags = new TreeSet<>();
        outcomes.values().forEach(outcome -> flags.addAll(outcome.flags()));
        if (room.isSpread()) {
            flags.add(Flag.SPREAD);
        }
        return flags.stream().map(Flag::name).collect(Collectors.toList());
    }
}
