package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.RoomRegister.MonthOfActivity;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A month of a room as its score reads it: the finest grain has won, longer records are spread over it. What nobody counted is null, which
 * is not zero. Hours are hundredths.
 *
 * @param spread whether part of a longer record stands in it
 */
public record RoomMonth(
        YearMonth month,
        State state,
        boolean spread,
        @Nullable Long sessions,
        @Nullable Long sessionHoursHundredths,
        @Nullable Long presences,
        @Nullable Long personHoursHundredths,
        @Nullable Long scolaires) {

    /** Whether anything is known of a month. */
    public enum State {
        /** A record counts presences, be it none. */
        OBSERVE,
        /** The room was open and no record counts presences: never zero. */
        MANQUANT,
        /** The room was closed all month. */
        FERME
    }

    /**
     * The months of a room, from the first that its register says anything of.
     *
     * @param last month that they end with; later records are ignored
     * @return in order, without hole; empty when nothing is known until then
     */
    public static List<RoomMonth> of(RoomFacts facts, YearMonth last) {
        RoomRegister register = facts.register();
        OpenDays openDays = new OpenDays(facts.room(), register.closures());
        return first(register)
                .filter(first -> !first.isAfter(last))
                .map(first -> new Window(last, (int) ChronoUnit.MONTHS.between(first, last) + 1))
                .map(window -> FinestGrain.months(register, openDays, window).stream()
                        .map(RoomMonth::of)
                        .toList())
                .orElse(List.of());
    }

    /** The same month with other numbers of people; null where none is to be told. */
    public RoomMonth counting(@Nullable Long otherPresences, @Nullable Long otherScolaires) {
        return new RoomMonth(
                month,
                state,
                spread,
                sessions,
                sessionHoursHundredths,
                otherPresences,
                personHoursHundredths,
                otherScolaires);
    }

    private static Optional<YearMonth> first(RoomRegister register) {
        return Stream.of(
                        register.sessions().keySet().stream().map(MonthOfActivity::month),
                        register.periods().keySet().stream().map(Period::firstMonth),
                        register.closures().stream().map(Period::firstMonth))
                .flatMap(months -> months)
                .min(Comparator.naturalOrder());
    }

    private static RoomMonth of(MonthFigures figures) {
        return new RoomMonth(
                figures.month(),
                state(figures),
                figures.isSpread(),
                counted(figures, Measure.SESSIONS),
                counted(figures, Measure.SESSION_HOURS),
                counted(figures, Measure.PRESENCES),
                counted(figures, Measure.PERSON_HOURS),
                counted(figures, Measure.SCOLAIRES));
    }

    private static State state(MonthFigures figures) {
        return !figures.isOpen() ? State.FERME : figures.isObserved() ? State.OBSERVE : State.MANQUANT;
    }

    private static @Nullable Long counted(MonthFigures figures, Measure measure) {
        return figures.isOpen() && figures.counts(measure) ? (Long) figures.total(measure) : null;
    }
}
