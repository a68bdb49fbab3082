package fr.passerelle.console.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.util.MultiValueMap;

/**
 * Which items of a collection are asked for.
 *
 * @param filters what these fields say
 * @param page from 1
 * @param size items of a page, 1 to {@link #MOST}
 */
record ItemQuery(Map<String, String> filters, int page, int size) {

    static final int USUAL = 100;
    static final int MOST = 5_000;

    private static final String PAGE = "page";
    private static final String SIZE = "size";

    /**
     * From the parameters of an address.
     *
     * @throws MalformedDemand where one is unknown, repeated or no number
     */
    static ItemQuery of(ApiCollection dataset, MultiValueMap<String, String> parameters) {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            check(dataset, name, values);
            if (dataset.filters().contains(name)) {
                filters.put(name, values.getFirst());
            }
        });
        return new ItemQuery(
                filters, number(parameters, PAGE, 1, Integer.MAX_VALUE / MOST), number(parameters, SIZE, USUAL, MOST));
    }

    /** The names of the parameters of a collection. */
    static List<String> names(ApiCollection dataset) {
        return Stream.concat(dataset.filters().stream(), Stream.of(PAGE, SIZE)).toList();
    }

    /**
     * Holds the values that are asked for against those that there are.
     *
     * @throws MalformedDemand where one is unknown: an empty answer would look like a finding
     */
    void check(ApiAnswer answer, Stock stock) {
        filters.forEach((name, value) -> {
            String fault = answer.dataset().values(name).fault(value, answer.published(), stock.items());
            if (fault != null) {
                throw new MalformedDemand(fault);
            }
        });
    }

    boolean fits(IndexedRecord item) {
        return filters.entrySet().stream()
                .allMatch(filter -> filter.getValue().equals(ApiCollection.text(item, filter.getKey())));
    }

    <T> List<T> cut(List<T> items) {
        int from = Math.min((page - 1) * size, items.size());
        return new ArrayList<>(items.subList(from, Math.min(from + size, items.size())));
    }

    /** Pages that so many items fill, at least one. */
    int pages(int items) {
        return Math.max(1, Math.ceilDiv(items, size));
    }

    private static void check(ApiCollection dataset, String name, List<String> values) {
        if (!names(dataset).contains(name)) {
            throw new MalformedDemand(
                    "Ce paramètre n’existe pas ici ; ceux qui existent : " + String.join(", ", names(dataset)) + ".");
        }
        if (values.size() > 1) {
            throw new MalformedDemand("Le paramètre « " + name + " » est donné deux fois : gardez-en un.");
        }
    }

    private static int number(MultiValueMap<String, String> parameters, String name, int usual, int most) {
        String text = parameters.getFirst(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new MalformedDemand("Le paramètre « " + name + " » attend un nombre entier de 1 à " + most + ".");
        }
        return Integer.parseInt(text);
    }
}
