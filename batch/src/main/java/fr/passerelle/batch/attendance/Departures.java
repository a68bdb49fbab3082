package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.LineId;
import fr.passerelle.batch.month.MonthNo;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where lines go that a withdrawn import had taken to another month: back, unless a later import says them of another month too. What
 * imports said of a line, one after the other, is a chain of months; an import that leaves is a link taken out.
 */
final class Departures {

    private final Function<MonthNo, MonthImports> months;

    /** @param months what is said of a month, the withdrawn imports taken out */
    Departures(Function<MonthNo, MonthImports> months) {
        this.months = months;
    }

    /** What remaining imports say of other months, of the lines that would come back to this one: by import. */
    Map<Integer, Map<LineId, MonthNo>> of(MonthNo at, MonthImports here) {
        Map<Integer, Map<LineId, MonthNo>> departures = new HashMap<>();
        for (MonthImports.Link link : here.returning()) {
            follow(link).ifPresent(next -> {
                if (!at.equals(next.to())) {
                    departures
                            .computeIfAbsent(next.importNo(), importNo -> new HashMap<>())
                            .put(next.id(), next.to());
                }
            });
        }
        return departures;
    }

    /** The next link that remains, with the month that it leads to. */
    private Optional<MonthImports.Link> follow(MonthImports.Link from) {
        MonthImports.Link link = from;
        while (link.leaves()) {
            MonthNo there = Objects.requireNonNull(link.to());
            Optional<MonthImports.Link> next = months.apply(there).next(link.id(), link.importNo());
            if (next.isEmpty()) {
                return next;
            }
            MonthImports.Link found = next.get();
            link = found.to() == null
                    ? new MonthImports.Link(found.importNo(), found.id(), there, found.leaves())
                    : found;
        }
        return Optional.of(link);
    }
}
