package fr.passerelle.console.api;

import fr.passerelle.console.dataset.DatasetTables;
import java.util.Locale;
import org.apache.avro.Schema;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

    /** What a collection is: a page of it, or one of its items. */
    String summary(String kind, ApiCollection dataset) {
        String said = dataset.schema().getProp(DatasetTables.SAID);
        return said == null ? of("summary." + kind + "." + dataset.path()) : said;
    }

    String record(Schema record) {
        String said = record.getProp(DatasetTables.SAID);
        return said == null ? of("record." + record.getName()) : said;
    }

    /** What a field says: itself; else in this record, else wherever it stands. */
    String field(Schema record, Schema.Field field) {
        String said = field.getProp(DatasetTables.SAID);
        return said != null
                ? said
                : messages.getMessage(
                        new DefaultMessageSourceResolvable(new String[] {
                            "api.field." + record.getName() + "." + field.name(), "api.field." + field.name()
                        }),
                        Locale.FRENCH);
    }
}
