package fr.passerelle.rules.frequentation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The complete months that a score looks at: so many, from 1, the last one the as-of. */
record Window(YearMonth last, int length) {

    YearMonth first() {
        return last.minusMonths(length - 1L);
    }

    LocalDate start() {
        return first().atDay(1);
    }

    LocalDate end() {
        return last.atEndOfMonth();
    }

    List<YearMonth> months() {
        return IntStream.range(0, length).mapToObj(first()::plusMonths).toList();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start()) && !day.isAfter(end());
    }
}
