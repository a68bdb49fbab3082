package fr.passerelle.batch.cli;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Months as French people say them, those that follow one another together: « de janvier à mars 2017, juin 2017 ». */
final class MonthRanges {

    private static final String VOWELS = "aeiouy";

    private MonthRanges() {}

    /** @param months in order, each once */
    static String of(List<YearMonth> months) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= months.size(); next++) {
            if (next == months.size() || !months.get(next - 1).plusMonths(1).equals(months.get(next))) {
                ranges.add(range(months.get(first), months.get(next - 1)));
                first = next;
            }
        }
        return String.join(", ", ranges);
    }

    private static String range(YearMonth first, YearMonth last) {
        if (first.equals(last)) {
            return full(first);
        }
        String from = first.getYear() == last.getYear() ? name(first) : full(first);
        return (startsWithVowel(from) ? "d'" : "de ") + from + " à " + full(last);
    }

    private static String full(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRANCE);
    }

    private static boolean startsWithVowel(String text) {
        return VOWELS.indexOf(text.charAt(0)) >= 0;
    }
}
