package fr.passerelle.console.tour;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The last whole month beside the one before it, of the étapes whose both months are whole and of all.
 *
 * @param etapes how many have both, from 0
 * @param constantBefore of these
 * @param constantAfter of these
 * @param before of all that somebody told
 * @param after of all that somebody told
 */
public record PerimeterMonths(
        YearMonth month,
        int etapes,
        HeldCount constantBefore,
        HeldCount constantAfter,
        HeldCount before,
        HeldCount after) {

    /** Empty where no month of any étape is whole. */
    static Optional<PerimeterMonths> of(List<SessionMonth> months) {
        return months.stream()
                .filter(SessionMonth::isWhole)
                .map(SessionMonth::month)
                .max(Comparator.naturalOrder())
                .map(last -> of(last, months));
    }

    private static PerimeterMonths of(YearMonth last, List<SessionMonth> months) {
        Set<String> both = whole(months, last);
        both.retainAll(whole(months, last.minusMonths(1)));
        Predicate<SessionMonth> constant = month -> both.contains(month.etape());
        return new PerimeterMonths(
                last,
                both.size(),
                count(months, last.minusMonths(1), constant),
                count(months, last, constant),
                count(months, last.minusMonths(1), month -> true),
                count(months, last, month -> true));
    }

    private static Set<String> whole(List<SessionMonth> months, YearMonth which) {
        return months.stream()
                .filter(month -> month.month().equals(which) && month.isWhole())
                .map(SessionMonth::etape)
                .collect(Collectors.toSet());
    }

    private static HeldCount count(List<SessionMonth> months, YearMonth which, Predicate<SessionMonth> kept) {
        return HeldCount.of(months.stream()
                .filter(month -> month.month().equals(which))
                .filter(kept)
                .toList());
    }

    /** The month before, written YYYY-MM. */
    public String earlier() {
        return month.minusMonths(1).toString();
    }

    /** The month, written YYYY-MM. */
    public String later() {
        return month.toString();
    }
}
