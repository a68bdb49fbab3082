package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where, in the window of a room, what its score flags is to be seen.
 *
 * @param copied the first consecutive months that say the same, in order; empty without COPIED_SAMPLE
 * @param breaks the first month counted on another scale than those before it; empty without STRUCTURAL_BREAK
 */
public record SeriesSigns(List<YearMonth> copied, Optional<YearMonth> breaks) {

    /** Those of the window that ends with the as-of month. */
    public static SeriesSigns of(RoomFacts facts, YearMonth asOf, JeuDeRegles rules) {
        List<MonthFigures> months = RoomWindow.of(
                        facts.room(),
                        facts.register(),
                        null,
                        new Window(asOf, rules.fenetre().months()))
                .months();
        return new SeriesSigns(
                new CopiedSample(rules.signalements()).where(months),
                new StructuralBreak(rules.signalements()).where(months));
    }

    /** Whether presences, one month at least, go on on another scale from some month on; months between that are not there are missing. */
    public static boolean isBroken(SortedMap<YearMonth, Integer> presences, Signalements thresholds) {
        return new StructuralBreak(thresholds)
                .isIn(Stream.iterate(presences.firstKey(), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(presences.lastKey()))
                        .map(month -> month(month, presences.get(month)))
                        .toList());
    }

    private static MonthFigures month(YearMonth month, @Nullable Integer presences) {
        MonthFigures figures = new MonthFigures(month, month.lengthOfMonth());
        figures.add(
                "",
                Tally.of(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setPresences(presences)
                        .build()));
        return figures;
    }
}
