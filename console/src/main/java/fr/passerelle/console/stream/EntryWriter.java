package fr.passerelle.console.stream;

import fr.passerelle.console.page.KnownPages;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records of topics as lines that people read. */
@Component
class EntryWriter {

    private static final List<String> NAMED = List.of("room_id", "site_id", "epci", "moved_to", "subject");
    private static final List<String> NESTED = List.of("frequentation", "conversion", "plan");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final Decoder decoder;
    private final Summaries summaries;
    private final CurrentResults current;
    private final PageTexts wording;

    EntryWriter(Decoder decoder, Summaries summaries, CurrentResults current, PageTexts wording) {
        this.decoder = decoder;
        this.summaries = summaries;
        this.current = current;
        this.wording = wording;
    }

    /** Writes with the names of what is published now, asked once. */
    Session session() {
        return new Session(current.latest());
    }

    /** Names that hold while somebody looks. */
    final class Session {

        private final Optional<PublishedResults> published;

        private Session(Optional<PublishedResults> published) {
            this.published = published;
        }

        /** The line of a record; empty where it is not about what is wanted. */
        Optional<StreamEntry> entry(
                SourcePartition place, ConsumerRecord<byte[], byte[]> found, @Nullable String wanted) {
            Optional<SpecificRecord> read = decoder.read(found.value());
            Set<String> about = read.map(EntryWriter::about).orElse(Set.of());
            return wanted == null || about.contains(wanted)
                    ? Optional.of(written(place, found, read, about))
                    : Optional.empty();
        }

        private StreamEntry written(
                SourcePartition place,
                ConsumerRecord<byte[], byte[]> found,
                Optional<SpecificRecord> read,
                Set<String> about) {
            String first = about.stream().findFirst().orElse("");
            String type = read.map(record -> record.getSchema().getName()).orElse(null);
            return new StreamEntry(
                    "" + place.source().letter() + place.partition() + ":" + found.offset(),
                    MOMENT.format(Instant.ofEpochMilli(found.timestamp())),
                    found.timestamp(),
                    wording.word("flux.topic", place.source().name()),
                    type,
                    type == null ? wording.say("flux.illisible") : wording.word("flux.type", type),
                    published.map(all -> name(first, all)).orElse(first),
                    published.map(all -> new KnownPages(all).of(first)).orElse(null),
                    read.map(summaries::of).orElse(""));
        }
    }

    /** What a record is about: the most precise first. */
    private static Set<String> about(IndexedRecord record) {
        Set<String> about = new LinkedHashSet<>();
        NAMED.forEach(name -> text(record, name).ifPresent(about::add));
        NESTED.forEach(name -> value(record, name)
                .filter(IndexedRecord.class::isInstance)
                .ifPresent(nested -> about.addAll(about((IndexedRecord) nested))));
        return about;
    }

    private static Optional<String> text(IndexedRecord record, String name) {
        return value(record, name).map(value -> value.toString().replaceFirst("^(room|epci|site):", ""));
    }

    private static Optional<Object> value(IndexedRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? Optional.empty() : Optional.ofNullable(record.get(field.pos()));
    }

    private static String name(String id, PublishedResults all) {
        var site = all.sites().get(id);
        if (site != null) {
            return site.getName();
        }
        return all.rooms().containsKey(id) ? all.roomName(id) : all.epciName(id);
    }
}
