package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Commune;
import java.util.Collection;
import java.util.List;
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

/**
 * A collection of the API: what its items are, where they come from, and what may be asked of them. The description is drawn from it, and
 * the answers are made by it.
 *
 * @param path last part of its address
 * @param schema what an item is; its fields are those of the answers
 * @param key the field that names one item; empty where none does
 */
record ApiCollection(
        String path,
        Schema schema,
        Optional<String> key,
        List<String> filters,
        Function<PublishedResults, Stock> source) {

    /** What a field of an item says, as text; null where it says nothing. */
    static @Nullable String text(IndexedRecord item, String field) {
        Object value = item.get(item.getSchema().getField(field).pos());
        return value == null ? null : value.toString();
    }

    /** Whether an item is the one that has this name. */
    boolean isNamed(IndexedRecord item, String name) {
        return key.filter(field -> Objects.equals(text(item, field), name)).isPresent();
    }

    /** What may be asked of one of its filters. */
    FieldValues values(String filter) {
        return new FieldValues(schema, filter);
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
     * What a collection holds now.
     *
     * @param version changes whenever the items do; the same for the same items
     * @param items in a lasting order
     */
    record Stock(String version, List<? extends IndexedRecord> items) {}

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
                case "epci" -> Stream.concat(epcis, Stream.of(Partitions.WITHOUT_EPCI));
                case "insee" ->
                    published.epcis().values().stream()
                            .flatMap(epci -> epci.getCommunes().stream())
                            .map(Commune::getInsee);
                case "tiers_lieu" -> Stream.concat(rooms, published.sites().keySet().stream());
                case "subject" -> Stream.concat(epcis.map(siren -> "epci:" + siren), rooms.map(room -> "room:" + room));
                default -> Stream.empty();
            };
        }

        private Schema type() {
            Schema type = schema.getField(name).schema();
            return type.getType() == Schema.Type.UNION ? type.getTypes().getLast() : type;
        }
    }
}
