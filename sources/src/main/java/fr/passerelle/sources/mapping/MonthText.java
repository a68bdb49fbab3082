package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Leaf;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A month that a mapping says: {@code 2016-01}. */
final class MonthText {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private MonthText() {}

    /** The month; null, and said, where it is none. */
    static @Nullable YearMonth read(@Nullable Leaf leaf) {
        if (leaf == null) {
            return null;
        }
        if (leaf.text().matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            YearMonth month = YearMonth.parse(leaf.text());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        }
        leaf.problem("« %s » n'est pas un mois ; écrivez-le AAAA-MM, de %d à %d, par exemple 2016-01"
                .formatted(leaf.text(), FIRST_YEAR, LAST_YEAR));
        return null;
    }
}
