package fr.passerelle.sheets.french;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Months as French people say them. */
public final class Months {

    private Months() {}

    /** Of months in order, those that follow one another together: « de janvier à mars 2017, juin 2017 ». */
    public static String ranges(List<YearMonth> months) {
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

    /** « à la fin d’octobre 2017 ». */
    public static String atTheEndOf(YearMonth month) {
        return Textes.say("mois.fin", Map.of("mois", full(month), "elision", elided(full(month))));
    }

    /** The same of months as the log writes them, such as {@code 2017-10}. */
    public static String spans(List<String> months) {
        return ranges(months.stream().map(YearMonth::parse).toList());
    }

    /** The last day of a month as the log writes it: « 31 octobre 2017 ». */
    public static String lastDay(String month) {
        return Textes.say("jour", Map.of("jour", YearMonth.parse(month).atEndOfMonth()));
    }

    /** « 1er novembre 2016 ». */
    public static String day(LocalDate day) {
        return Textes.say(day.getDayOfMonth() == 1 ? "jour.premier" : "jour", Map.of("jour", day));
    }

    private static String range(YearMonth first, YearMonth last) {
        if (first.equals(last)) {
            return full(first);
        }
        String from =
                first.getYear() == last.getYear() ? Textes.say("mois", Map.of("jour", first.atDay(1))) : full(first);
        return Textes.say("mois.intervalle", Map.of("debut", from, "elision", elided(from), "fin", full(last)));
    }

    /** « octobre 2017 ». */
    public static String full(YearMonth month) {
        return Textes.say("mois.annee", Map.of("jour", month.atDay(1)));
    }

    private static String elided(String text) {
        return Textes.yes(FrenchNames.elides(text));
    }
}
