package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A collection of the API, by the last part of its address: the description is drawn from it, and the answers are made by it.
 *
 * @param schema what an item is; its fields are those of the answers
 * @param shape changes whenever what an item is does: a program that was replaced may serve the same run with another field
 * @param key the field that names one item; empty where none does
 * @param items what it holds now, in a lasting order
 * @param version changes whenever the items do under one run; the same for the same items
 */
record ApiCollection(
        String path,
        Schema schema,
        String shape,
        Optional<String> key,
        List<String> filters,
        Function<PublishedResults, List<? extends IndexedRecord>> items,
        Function<List<? extends IndexedRecord>, String> version) {

    /** The same, whose items change under one run. */
    ApiCollection versioned(Function<List<? extends IndexedRecord>, String> otherwise) {
        return new ApiCollection(path, schema, shape, key, filters, items, otherwise);
    }

    /** The same schema where a value is. */
    static Schema bare(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().getLast() : schema;
    }

    /** What a field of an item says, as text; null where it says nothing. */
    static @Nullable String text(IndexedRecord item, String field) {
        Object value = item.get(item.getSchema().getField(field).pos());
        return value == null ? null : value.toString();
    }

    /** Whether an item is the one that has this name. */
    boolean isNamed(IndexedRecord item, String name) {
        return key.filter(field -> Objects.equals(text(item, field), name)).isPresent();
    }

    /** How its page is called in the description. */
    String pageName() {
        return schema.getName() + "Page";
    }

    /** How the answer about one item is called there. */
    String answerName() {
        return schema.getName() + "Answer";
    }

    /**
     * What may be asked of a field of the items of a collection: the codes of an enumeration; else what the items say and, for a field that
     * names a place, every place that is published, so that one that has no item yet is no mistake. A year may be any.
     */
    public record FieldValues(Schema schema, String name) {

        private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
        private static final int NAMED = 60;

        /** The codes of the field's enumeration, in its order; none where it has none. */
        public List<String> codes() {
            Schema type = type();
            return type.getType() == Schema.Type.ENUM ? type.getEnumSymbols() : List.of();
        }

        /** What is wrong with a value, in French, for whoever asked for it; null where nothing is. */
        public @Nullable String fault(
                String value, PublishedResults published, Collection<? extends IndexedRecord> items) {
            if (type().getType() == Schema.Type.INT) {
                return YEAR.matcher(value).matches()
                        ? null
                        : "Le paramètre « " + name + " » attend une année, en quatre chiffres.";
            }
            Collection<String> known = codes().isEmpty() ? known(published, items) : codes();
            return known.contains(value)
                    ? null
                    : "Le paramètre « " + name + " » ne connaît pas cette valeur ; celles qui existent : "
                            + listed(known);
        }

        private static String listed(Collection<String> known) {
            if (known.isEmpty()) {
                return "aucune.";
            }
            String first = known.stream().limit(NAMED).collect(Collectors.joining(", "));
            return known.size() > NAMED ? first + "… (" + known.size() + " en tout)." : first + ".";
        }

        private SortedSet<String> known(PublishedResults published, Collection<? extends IndexedRecord> items) {
            int place = schema.getField(name).pos();
            return Stream.concat(
                            places(published),
                            items.stream()
                                    .map(item -> item.get(place))
                                    .filter(Objects::nonNull)
                                    .map(Object::toString))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Stream<String> places(PublishedResults published) {
            Stream<String> epcis = published.epcis().keySet().stream();
            Stream<String> rooms = published.rooms().keySet().stream();
            return switch (name) {
                case "epci", "epci_siren" -> Stream.concat(epcis, Stream.of(Partitions.WITHOUT_EPCI));
                case "insee", "code_insee" ->
                    published.epcis().values().stream()
                            .flatMap(epci -> epci.getCommunes().stream())
                            .map(Commune::getInsee);
                case "tiers_lieu" -> Stream.concat(rooms, published.sites().keySet().stream());
                case "subject" -> Stream.concat(epcis.map(siren -> "epci:" + siren), rooms.map(room -> "room:" + room));
                default -> Stream.empty();
            };
        }

        private Schema type() {
            return bare(schema.getField(name).schema());
        }
    }

    /** Which items of a collection are asked for: a page, from 1, of 1 to {@link #MOST} of them. */
    record ItemQuery(ApiCollection dataset, Map<String, String> filters, int page, int size) {

        static final int USUAL = 100;
        static final int MOST = 5_000;

        private static final String PAGE = "page";
        private static final String SIZE = "size";

        /** @throws ResponseStatusException where a parameter of the address is unknown, repeated or no number */
        static ItemQuery of(ApiCollection dataset, MultiValueMap<String, String> parameters) {
            List<String> names = Stream.concat(dataset.filters().stream(), Stream.of(PAGE, SIZE))
                    .toList();
            parameters.forEach((name, values) -> {
                if (!names.contains(name)) {
                    throw ApiV1.malformed(
                            "Ce paramètre n’existe pas ici ; ceux qui existent : " + String.join(", ", names) + ".");
                }
                if (values.size() > 1) {
                    throw ApiV1.malformed("Le paramètre « " + name + " » est donné deux fois : gardez-en un.");
                }
            });
            Map<String, String> filters = new LinkedHashMap<>(parameters.toSingleValueMap());
            filters.keySet().retainAll(dataset.filters());
            return new ItemQuery(
                    dataset,
                    filters,
                    number(parameters, PAGE, 1, Integer.MAX_VALUE / MOST),
                    number(parameters, SIZE, USUAL, MOST));
        }

        /** @throws ResponseStatusException where a value is unknown: an empty answer would look like a finding */
        List<? extends IndexedRecord> among(List<? extends IndexedRecord> items, PublishedResults published) {
            filters.forEach((name, value) -> {
                String fault = new FieldValues(dataset.schema(), name).fault(value, published, items);
                if (fault != null) {
                    throw ApiV1.malformed(fault);
                }
            });
            return items.stream()
                    .filter(item -> filters.entrySet().stream()
                            .allMatch(filter -> filter.getValue().equals(text(item, filter.getKey()))))
                    .toList();
        }

        <T> List<T> cut(List<T> items) {
            int from = Math.min((page - 1) * size, items.size());
            return items.subList(from, Math.min(from + size, items.size()));
        }

        /** Pages that so many items fill, at least one. */
        int pages(int items) {
            return Math.max(1, Math.ceilDiv(items, size));
        }

        /** The addresses of the pages around this one, as RFC 8288 writes them. */
        String links(int items) {
            int last = pages(items);
            Map<String, Integer> around = new LinkedHashMap<>();
            around.put("first", 1);
            if (page > 1) {
                around.put("prev", Math.min(page - 1, last));
            }
            if (page < last) {
                around.put("next", page + 1);
            }
            around.put("last", last);
            return around.entrySet().stream()
                    .map(one -> "<" + address(one.getValue()) + ">; rel=\"" + one.getKey() + "\"")
                    .collect(Collectors.joining(", "));
        }

        private String address(int another) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(ApiV1.ROOT + dataset.path());
            filters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
            return address.queryParam(PAGE, another)
                    .queryParam(SIZE, size)
                    .encode()
                    .buildAndExpand(filters)
                    .toUriString();
        }

        private static int number(MultiValueMap<String, String> parameters, String name, int usual, int most) {
            String text = parameters.getFirst(name);
            if (text == null) {
                return usual;
            }
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                throw ApiV1.malformed("Le paramètre « " + name + " » attend un nombre entier de 1 à " + most + ".");
            }
            return Integer.parseInt(text);
        }
    }
}
