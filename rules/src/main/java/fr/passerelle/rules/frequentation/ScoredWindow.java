package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A room's window and what each rule found in it, as the record that says so. */
record ScoredWindow(RoomWindow room, Map<IndicateurRule, Outcome> outcomes) {

    /** The five indicators, in the order of the barème. */
    List<Indicateur> indicateurs() {
        return outcomes.entrySet().stream()
                .map(outcome -> Indicateurs.of(outcome.getKey(), outcome.getValue()))
                .toList();
    }

    Frequentation scored() {
        Note note = Note.of(indicateurs());
        return facts(FrequentationState.NOTEE)
                .setScore(note.score())
                .setLow(note.low())
                .setHigh(note.high())
                .build();
    }

    Frequentation unscored(FrequentationState why) {
        return facts(why).build();
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
                .setObserved12Months(lastYear.size());
    }

    private @Nullable BigDecimal population() {
        BigDecimal population = room.population();
        return population == null ? null : Decimals.six(population);
    }

    private List<String> flags() {
        Set<Flag> flags = new TreeSet<>();
        outcomes.values().forEach(outcome -> flags.addAll(outcome.flags()));
        if (room.isSpread()) {
            flags.add(Flag.SPREAD);
        }
        if (CopiedSample.isIn(room.months())) {
            flags.add(Flag.COPIED_SAMPLE);
        }
        if (StructuralBreak.isIn(room.months())) {
            flags.add(Flag.STRUCTURAL_BREAK);
        }
        return flags.stream().map(Flag::name).toList();
    }
}
