package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedResults;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
 * @param filters fields by whose value items may be asked for
 * @param source its items, under what is published
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
}
