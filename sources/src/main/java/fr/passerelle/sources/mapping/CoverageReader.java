package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Branch;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The section {@code couverture}. */
final class CoverageReader {

    private CoverageReader() {}

    static @Nullable Coverage read(@Nullable Branch branch) {
        if (branch == null) {
            return null;
        }
        YearMonth from = MonthText.read(branch.required("du"));
        YearMonth to = MonthText.read(branch.required("au"));
        branch.end();
        if (from != null && to != null && from.isAfter(to)) {
            branch.problem(
                    "au",
                    "la période finit (%s) avant de commencer (%s) ; échangez « du » et « au »".formatted(to, from));
            return null;
        }
        return from == null || to == null ? null : new Coverage(from, to);
    }
}
