package fr.passerelle.console.api;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The French words of the description of the API. */
@Component
class DescriptionWords {

    private final MessageSource messages;

    DescriptionWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key) {
        return messages.getMessage("api." + key, null, Locale.FRENCH);
    }

    /** That a collection has no item of this name. */
    String missing(ApiCollection dataset, String name) {
        return dataset.key()
                .map(key -> of("missing." + key).formatted(name, dataset.path()))
                .orElseGet(() -> of("missing").formatted(dataset.path(), String.join(", ", dataset.filters())));
    }

    String record(Schema record) {
        return of("record." + record.getName());
    }

    /** What a field says: in this record, else wherever it stands. */
    String field(Schema record, Schema.Field field) {
        return Stream.of(record.getName() + "." + field.name(), field.name())
                .map(this::find)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No words for " + record.getName() + "." + field.name()));
    }

    private @Nullable String find(String name) {
        return messages.getMessage("api.field." + name, null, null, Locale.FRENCH);
    }
}
