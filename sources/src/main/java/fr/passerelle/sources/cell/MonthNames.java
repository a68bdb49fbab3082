package fr.passerelle.sources.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The French names of months and what people shorten them to, folded. */
final class MonthNames {

    private static final List<List<String>> NAMES = List.of(
            List.of("janvier", "janv", "jan"),
            List.of("fevrier", "fevr", "fev"),
            List.of("mars", "mar"),
            List.of("avril", "avr"),
            List.of("mai"),
            List.of("juin"),
            List.of("juillet", "juil"),
            List.of("aout"),
            List.of("septembre", "sept", "sep"),
            List.of("octobre", "oct"),
            List.of("novembre", "nov"),
            List.of("decembre", "dec"));
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

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
