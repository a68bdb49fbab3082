package fr.passerelle.batch.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The path of the first field in which two records of one schema differ, such as {@code indicateurs[2].points}. */
public final class FirstField {

    private FirstField() {}

    /** Empty when they are equal. */
    public static Optional<String> between(IndexedRecord one, IndexedRecord other) {
        return fields(one, other).map(path -> path.substring(1));
    }

    private static Optional<String> fields(IndexedRecord one, IndexedRecord other) {
        return one.getSchema().getFields().stream()
                .flatMap(field -> field(field, one, other).stream())
                .findFirst();
    }

    private static Optional<String> field(Schema.Field field, IndexedRecord one, IndexedRecord other) {
        return values(one.get(field.pos()), other.get(field.pos())).map(path -> "." + field.name() + path);
    }

    private static Optional<String> values(@Nullable Object one, @Nullable Object other) {
        if (one instanceof IndexedRecord here && other instanceof IndexedRecord there) {
            return fields(here, there);
        }
        if (one instanceof List<?> here && other instanceof List<?> there) {
            return items(here, there);
        }
        return Objects.equals(one, other) ? Optional.empty() : Optional.of("");
    }

    private static Optional<String> items(List<?> one, List<?> other) {
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .mapToObj(i -> values(item(one, i), item(other, i)).map(path -> "[" + i + "]" + path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable Object item(List<?> list, int at) {
        return at < list.size() ? list.get(at) : null;
    }
}
