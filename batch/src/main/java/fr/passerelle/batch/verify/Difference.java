package fr.passerelle.batch.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two things part that should say the same: bytes, records, JSON. */
final class Difference {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Comparator<JsonNode> VALUES = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private Difference() {}

    /** Where two arrays of bytes part, in French. */
    public static String ofBytes(byte[] expected, byte[] found) {
        int at = Arrays.mismatch(expected, found);
        return "octet " + at + " : attendu " + shown(expected, at) + ", trouvé " + shown(found, at);
    }

    private static String shown(byte[] bytes, int at) {
        return at < bytes.length ? "0x%02x".formatted(bytes[at]) : "la fin";
    }

    /** Whether JSON is the same as the database keeps it: the order of fields and the writing of numbers do not count. */
    static boolean isSameJson(String one, String other) {
        return EXACT.readTree(one).equals(VALUES, EXACT.readTree(other));
    }

    /** The path of the first field in which two records of one schema differ, such as {@code indicateurs[2].points}; empty for equals. */
    public static Optional<String> ofFields(IndexedRecord one, IndexedRecord other) {
        return fields(one, other).map(path -> path.substring(1));
    }

    private static Optional<String> fields(IndexedRecord one, IndexedRecord other) {
        return one.getSchema().getFields().stream()
                .flatMap(field ->
                        values(one.get(field.pos()), other.get(field.pos()))
                                .map(path -> "." + field.name() + path)
                                .stream())
                .findFirst();
    }

    private static Optional<String> values(@Nullable Object one, @Nullable Object other) {
        if (one instanceof IndexedRecord here && other instanceof IndexedRecord there) {
            return fields(here, there);
        }
        if (one instanceof List<?> here && other instanceof List<?> there) {
            return IntStream.range(0, Math.max(here.size(), there.size()))
                    .mapToObj(i -> values(item(here, i), item(there, i)).map(path -> "[" + i + "]" + path))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Objects.equals(one, other) ? Optional.empty() : Optional.of("");
    }

    private static @Nullable Object item(List<?> list, int at) {
        return at < list.size() ? list.get(at) : null;
    }
}
