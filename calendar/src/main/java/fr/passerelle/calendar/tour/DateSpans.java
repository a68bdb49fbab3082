package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.study.WholeFile.RowFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Days and periods as files write them: {@code 2018-02-12} or {@code 2018-03-05 au 2018-03-09}. */
final class DateSpans {

    private DateSpans() {}

    /**
     * All of a cell. Two days with a stroke between them would be taken for a telephone number, and masked.
     *
     * @throws RowFault when one is no day and no period
     */
    static List<DateSpan> of(List<String> items) {
        return items.stream().map(DateSpans::span).toList();
    }

    private static DateSpan span(String item) {
        try {
            String[] ends = item.split(" au ", -1);
            LocalDate first = LocalDate.parse(ends[0]);
            if (ends.length > 2) {
                throw new IllegalArgumentException("A period has two ends");
            }
            return new DateSpan(first, LocalDate.parse(ends[ends.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RowFault("« " + Quote.of(item) + " » n'est ni un jour ni une période : écrivez AAAA-MM-JJ, ou"
                    + " AAAA-MM-JJ au AAAA-MM-JJ, la fin après le début.");
        }
    }
}
