package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A room's window and what each rule found in it, as the record that says so. */
record ScoredWindow(RoomWindow room, Map<IndicateurRule, IndicatorOutcome> outcomes, Signalements thresholds) {

    /** Of a room that is not open at the as-of. */
    Frequentation closed(RegleEssayee step) {
        return facts(FrequentationState.FERMEE).setTrace(List.of(step)).build();
    }

    /** Of a room that is: scored where enough is observed, and anything with a weight is available. */
    Frequentation open(ServedPopulation servedPopulation, Observation observation) {
        List<RegleEssayee> trace = new ArrayList<>(servedPopulation.steps());
        trace.add(observation.step());
        if (!observation.isEnough()) {
            return facts(FrequentationState.DONNEES_INSUFFISANTES)
                    .setTrace(trace)
                    .build();
        }
        WeightedPoints points = WeightedPoints.of(room.room().getRoomId(), indicateurs());
        trace.addAll(points.steps());
        return points.exist()
                ? noted(points.note()).setTrace(trace).build()
                : facts(FrequentationState.DONNEES_INSUFFISANTES)
                        .setTrace(trace)
                        .build();
    }

    private Frequentation.Builder noted(Note note) {
        return facts(FrequentationState.NOTEE)
                .setScore(note.score())
                .setLow(note.low())
                .setHigh(note.high());
    }

    /** The five indicators, in the order of the barème. */
    private List<Indicateur> indicateurs() {
        return outcomes.entrySet().stream()
                .map(outcome -> Indicateurs.of(outcome.getKey(), outcome.getValue()))
                .toList();
    }

    private Frequentation.Builder facts(FrequentationState state) {
        return months(Frequentation.newBuilder())
                .setRoomId(room.room().getRoomId())
                .setEpci(room.room().getEpci())
                .setAsOf(room.window().last().toString())
                .setState(state)
                .setIndicateurs(indicateurs())
                .setPopulationServed(population())
                .setFlags(flags());
    }

    private Frequentation.Builder months(Frequentation.Builder builder) {
        List<MonthFigures> lastYear = room.observedLastYear();
        return builder.setMonthsOpen(room.open().size())
                .setMonthsObserved(room.observed().size())
                .setMonthsMissing(room.missing().stream()
                        .map(month -> month.month().toString())
                        .toList())
                .setPresences12Months(RoomWindow.total(lastYear, Measure.PRESENCES))
                .setPersonHours12MonthsHundredths(RoomWindow.total(lastYear, Measure.PERSON_HOURS))
                .setObserved12Months(lastYear.size())
                .setOpen12Months(RecentYear.of(room).open())
                .setPresencesWithoutHours12Months(RoomWindow.total(lastYear, Measure.PRESENCES_WITHOUT_HOURS))
                .setActivites(Activites.of(lastYear));
    }

    private @Nullable BigDecimal population() {
        BigDecimal population = room.population();
        return population == null ? null : Decimals.six(population);
    }

    private List<String> flags() {
        Set<Flag> flags = new TreeSet<>(new SeriesFlags(room, thresholds).flags());
        outcomes.values().forEach(outcome -> flags.addAll(outcome.flags()));
        return flags.stream().map(Flag::name).toList();
    }
}
