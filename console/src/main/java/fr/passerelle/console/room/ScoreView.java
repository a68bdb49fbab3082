package fr.passerelle.console.room;

import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Months;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of a room.
 *
 * @param threshold what it is compared with, 0 to 100
 * @param missing the months without a record, in words; empty where none is
 * @param flags what is shown and never counts, code by code
 */
record ScoreView(
        @Nullable Integer score,
        @Nullable Integer low,
        @Nullable Integer high,
        int threshold,
        int monthsObserved,
        int monthsOpen,
        String missing,
        List<FlagView> flags,
        List<IndicatorLine> indicators) {

    /** A flag: its code, and its French words. */
    record FlagView(String code, String words) {}

    static ScoreView of(Frequentation score, int threshold) {
        int available = score.getIndicateurs().stream()
                .filter(one -> one.getPoints() != null)
                .mapToInt(Indicateur::getWeight)
                .sum();
        return new ScoreView(
                score.getScore(),
                score.getLow(),
                score.getHigh(),
                threshold,
                score.getMonthsObserved(),
                score.getMonthsOpen(),
                Months.ranges(
                        score.getMonthsMissing().stream().map(YearMonth::parse).toList()),
                score.getFlags().stream()
                        .map(flag -> new FlagView(flag, Codes.outcome(flag)))
                        .toList(),
                score.getIndicateurs().stream()
                        .map(one -> IndicatorLine.of(one, threshold, available))
                        .toList());
    }

    /** Whether it has bounds that are not the score itself. */
    public boolean isUnsure() {
        return low != null && !low.equals(high);
    }
}
