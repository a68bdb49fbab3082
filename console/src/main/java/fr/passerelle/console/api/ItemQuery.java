package fr.passerelle.console.api;

import fr.passerelle.console.api.ApiCollection.Stock;
import fr.passerelle.console.api.ApiV1.ApiProblems.MalformedDemand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which items of a collection are asked for.
 *
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

    /** The addresses of the pages around one, as RFC 8288 writes them. */
    static final class Links {

        private Links() {}

        static String around(ApiCollection dataset, ItemQuery itemQuery, int items) {
            int last = itemQuery.pages(items);
            List<String> links = new ArrayList<>();
            links.add(link(dataset, itemQuery, 1, "first"));
            if (itemQuery.page() > 1) {
                links.add(link(dataset, itemQuery, Math.min(itemQuery.page() - 1, last), "prev"));
            }
            if (itemQuery.page() < last) {
                links.add(link(dataset, itemQuery, itemQuery.page() + 1, "next"));
            }
            links.add(link(dataset, itemQuery, last, "last"));
            return String.join(", ", links);
        }

        private static String link(ApiCollection dataset, ItemQuery itemQuery, int page, String relation) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(ApiV1.ROOT + dataset.path());
            itemQuery.filters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
            String text = address.queryParam("page", page)
                    .queryParam("size", itemQuery.size())
                    .encode()
                    .buildAndExpand(itemQuery.filters())
                    .toUriString();
            return "<" + text + ">; rel=\"" + relation + "\"";
        }
    }
}
