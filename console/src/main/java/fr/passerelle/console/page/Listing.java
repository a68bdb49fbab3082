package fr.passerelle.console.page;

import fr.passerelle.published.place.NameOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list that people search, filter, sort and go through page by page, described once. Its address says what is asked: an empty text asks
 * nothing, what is no choice of the list is taken as not said.
 *
 * @param size rows of a page
 * @param explicit whether its addresses say also what goes without saying, and leave out the braces that somebody typed
 * @param columns those it is sorted by, by the first one where nobody asks
 */
public record Listing<T>(
        String path, int size, boolean explicit, List<ListColumn<T>> columns, List<ListFilter<T>> filters) {

    private static final int LONGEST = 100;

    /** What the parameters of an address ask for. */
    public ListPage<T> page(Map<String, String> parameters, ListRows<T> rows) {
        Map<String, String> asked = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            String text = value.strip();
            asked.put(name, text.substring(0, Math.min(LONGEST, text.length())));
        });
        ListColumn<T> order = columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(asked.getOrDefault("tri", "")))
                .findFirst()
                .orElse(columns.getFirst());
        boolean descending = asked.getOrDefault("sens", "").equals("desc");
        Predicate<T> fits = filters.stream()
                .filter(filter -> !asked.getOrDefault(filter.name(), "").isEmpty())
                .map(filter -> filter.asks().apply(asked.getOrDefault(filter.name(), "")))
                .reduce(row -> true, Predicate::and);
        List<T> found = rows.by(order, descending).stream().filter(fits).toList();
        return new ListPage<>(this, asked, order, descending, Slice.of(found, Slice.asked(asked.get("page")), size));
    }

    /** What codes may be chosen, each by itself: a page has the words. */
    public static Map<String, String> codes(Collection<?> codes) {
        return codes.stream()
                .map(String::valueOf)
                .collect(Collectors.toMap(
                        Function.identity(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** A column that a list may be sorted by, under its name in addresses; unknown is null, and last either way, equals stay as they come. */
    public record ListColumn<T>(String name, boolean number, Function<T, @Nullable Comparable<?>> value) {

        /** No column: rows as they come. First, it is what goes without saying. */
        public static <T> ListColumn<T> none() {
            return new ListColumn<>("", false, row -> null);
        }

        /** One that is sorted as French sorts words. */
        public static <T> ListColumn<T> words(String name, Function<T, String> text) {
            return new ListColumn<>(name, false, row -> NameOrder.key(text.apply(row)));
        }

        /** What each row is sorted by is worked out once. */
        private List<T> sorted(Collection<T> rows, boolean descending) {
            record Keyed<T>(T row, @Nullable Comparable<?> key) {}
            @SuppressWarnings("unchecked")
            Comparator<Comparable<?>> values = (one, other) ->
                    ((Comparable<Object>) (descending ? other : one)).compareTo(descending ? one : other);
            return rows.stream()
                    .map(row -> new Keyed<>(row, value.apply(row)))
                    .sorted(Comparator.comparing(Keyed<T>::key, Comparator.nullsLast(values)))
                    .map(Keyed::row)
                    .toList();
        }
    }

    /** A parameter by which rows are left out: which rows a text asks for. */
    public record ListFilter<T>(String name, Function<String, Predicate<T>> asks) {

        /** By what a row says. */
        public static <T> ListFilter<T> of(String name, Function<T, @Nullable Object> value) {
            return new ListFilter<>(name, asked -> row -> asked.equals(String.valueOf(value.apply(row))));
        }

        /** By words that are all to be found in a text, once both are made plain. */
        public static <T> ListFilter<T> words(String name, UnaryOperator<String> plain, Function<T, String> text) {
            return new ListFilter<>(name, asked -> {
                List<String> words = Arrays.asList(plain.apply(asked).split(" "));
                return row -> words.stream().allMatch(plain.apply(text.apply(row))::contains);
            });
        }
    }

    /** The rows of a run in each order that was ever asked for: comparing French words is the slowest of all that a list does. */
    public static final class ListRows<T> {

        private final List<T> all;
        private final Map<Object, List<T>> sorted = new ConcurrentHashMap<>();

        /** These, equals in their order. */
        public ListRows(Collection<T> all) {
            this.all = List.copyOf(all);
        }

        public List<T> all() {
            return all;
        }

        private List<T> by(ListColumn<T> order, boolean descending) {
            return sorted.computeIfAbsent(List.of(order.name(), descending), asked -> order.sorted(all, descending));
        }
    }

    /** What the parameters of an address ask of a list, and the rows of the page that is asked for. */
    public record ListPage<T>(
            Listing<T> listing, Map<String, String> asked, ListColumn<T> order, boolean descending, Slice<T> slice) {

        /** What is asked by a parameter; empty where nothing is. */
        public String said(String name) {
            return asked.getOrDefault(name, "");
        }

        /** By what an address says that it is sorted; empty where that goes without saying. */
        public String tri() {
            return listing.explicit() && asked.containsKey("tri") ? order.name() : unusual(order);
        }

        /** The address of another page of the same list. */
        public String toPage(int another) {
            return address(tri(), descending ? "desc" : "", listing.explicit() || another > 1 ? "" + another : "");
        }

        /** The address of the same list sorted by this, the other way where it already is. */
        public String sortedBy(ListColumn<T> column) {
            boolean turned = column.equals(order) && !descending;
            return listing.explicit()
                    ? address(column.name(), turned ? "desc" : "asc", "")
                    : address(unusual(column), turned ? "desc" : "", "");
        }

        /** What a screen reader says of a column. */
        public String sortOf(ListColumn<T> column) {
            if (!column.equals(order)) {
                return "none";
            }
            return descending ? "descending" : "ascending";
        }

        private String unusual(ListColumn<T> column) {
            return listing.explicit() || column.equals(listing.columns().getFirst()) ? "" : column.name();
        }

        private String address(String tri, String sens, String page) {
            Map<String, String> said = new LinkedHashMap<>();
            listing.filters().forEach(filter -> said.put(filter.name(), written(said(filter.name()))));
            said.put("tri", tri);
            said.put("sens", sens);
            said.put("page", page);
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(listing.path());
            said.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    address.queryParam(name, "{" + name + "}");
                }
            });
            return address.encode().buildAndExpand(said).toUriString();
        }

        private String written(String text) {
            return listing.explicit() ? text.replaceAll("[{}]", "") : text;
        }
    }
}
