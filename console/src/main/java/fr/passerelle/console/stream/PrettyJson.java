package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A record as JSON over several lines; a text as long as a barème is cut, and says so. */
final class PrettyJson {

    private static final int LONGEST = 400;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PrettyJson() {}

    static String of(IndexedRecord record) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(cut(RecordJson.fields(record)));
    }

    private static @Nullable Object cut(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text
            when text.length() > LONGEST -> text.substring(0, LONGEST) + "… (" + text.length() + " caractères)";
            case Map<?, ?> fields -> {
                Map<Object, @Nullable Object> all = new LinkedHashMap<>();
                fields.forEach((name, field) -> all.put(name, cut(field)));
                yield all;
            }
            case List<?> list -> list.stream().map(PrettyJson::cut).toList();
            default -> value;
        };
    }
}
