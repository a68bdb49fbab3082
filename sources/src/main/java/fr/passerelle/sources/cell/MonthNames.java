package fr.passerelle.sources.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of months, French and English, and what people shorten them to, folded: none means two months. */
public final class MonthNames {

    private static final List<List<String>> NAMES = List.of(
            List.of("janvier", "janv", "jan", "january"),
            List.of("fevrier", "fevr", "fev", "february", "feb"),
            List.of("mars", "mar", "march"),
            List.of("avril", "avr", "april", "apr"),
            List.of("mai", "may"),
            List.of("juin", "june", "jun"),
            List.of("juillet", "juil", "july", "jul"),
            List.of("aout", "august", "aug"),
            List.of("septembre", "sept", "sep", "september"),
            List.of("octobre", "oct", "october"),
            List.of("novembre", "nov", "november"),
            List.of("decembre", "dec", "december"));
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** The number of the month of a name as people write it; 0 for none. */
    public static int of(String name) {
        return number(TextFolding.of(name));
    }

    /** The number of the month of a folded name, with or without a point behind; 0 for none. */
    static int number(String folded) {
        String name = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        return NUMBERS.getOrDefault(name, 0);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (String name : NAMES.get(i)) {
                numbers.put(name, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
