package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.BiConsumer;

/**
 * What any tool of CloudEvents 1.0 reads of a record: the attributes of the Kafka binding in binary mode, as headers. All follows from the
 * record, nothing from a clock: {@code time}, which is optional, is left out.
 *
 * @param id the same for the same record, wherever and however often it is computed; unique within its source
 * @param source namespace of the topic, a relative URI
 * @param type {@value #PREFIX} and the short name of its Avro record
 * @param subject what it is about: room:ID, site:ID, epci:SIREN, run:ID, scenario:ID, or of a calendar
 */
public record CloudEvent(String id, String source, String type, String subject) {

    /** Begins each type. */
    public static final String PREFIX = "fr.passerelle.";

    // Headers of the version of the specification and of each attribute.
    public static final String VERSION_HEADER = "ce_specversion";
    public static final String ID_HEADER = "ce_id";
    public static final String SOURCE_HEADER = "ce_source";
    public static final String TYPE_HEADER = "ce_type";
    public static final String SUBJECT_HEADER = "ce_subject";

    /** Hands over each header: its name and its UTF-8 value. */
    public void writeTo(BiConsumer<String, byte[]> headers) {
        headers.accept(VERSION_HEADER, "1.0".getBytes(UTF_8));
        headers.accept(ID_HEADER, id.getBytes(UTF_8));
        headers.accept(SOURCE_HEADER, source.getBytes(UTF_8));
        headers.accept(TYPE_HEADER, type.getBytes(UTF_8));
        headers.accept(SUBJECT_HEADER, subject.getBytes(UTF_8));
    }
}
