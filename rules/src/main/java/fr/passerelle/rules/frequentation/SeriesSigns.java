package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

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
}
