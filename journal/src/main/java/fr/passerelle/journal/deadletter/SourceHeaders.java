package fr.passerelle.journal.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.ResultRefusal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Where a dead letter was read, as the two readers write it: Kafka Streams in decimal text, Spring Kafka in bytes. */
final class SourceHeaders {

    private static final String STREAMS = "__streams.errors.";
    private static final String SPRING = "kafka_dlt-";
    private static final int UNKNOWN = -1;

    private SourceHeaders() {}

    static DeadLetter.Source of(Headers headers) {
        return value(headers, STREAMS + "topic")
                .map(topic -> new DeadLetter.Source(
                        text(topic),
                        Math.toIntExact(decimal(headers, STREAMS + "partition")),
                        decimal(headers, STREAMS + "offset")))
                .or(() -> value(headers, SPRING + "original-topic")
                        .map(topic -> new DeadLetter.Source(
                                text(topic),
                                Math.toIntExact(binary(headers, SPRING + "original-partition")),
                                binary(headers, SPRING + "original-offset"))))
                .orElseGet(() -> new DeadLetter.Source("inconnu", UNKNOWN, UNKNOWN));
    }

    /** Those that the record had where it was read. */
    static List<Header> own(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .filter(header -> !header.key().startsWith(STREAMS)
                        && !header.key().startsWith(SPRING)
                        && !header.key().equals(ResultRefusal.HEADER))
                .toList();
    }

    /** Why the reader refused what it could read; empty where it could not. */
    static Optional<ResultRefusal> refusal(Headers headers) {
        return value(headers, ResultRefusal.HEADER).flatMap(ResultRefusal::of);
    }

    static Optional<String> text(Headers headers, String name) {
        return value(headers, name).map(SourceHeaders::text);
    }

    private static long decimal(Headers headers, String name) {
        return value(headers, name)
                .map(SourceHeaders::text)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse((long) UNKNOWN);
    }

    private static long binary(Headers headers, String name) {
        return value(headers, name).map(SourceHeaders::number).orElse((long) UNKNOWN);
    }

    private static long number(byte[] bytes) {
        return switch (bytes.length) {
            case Integer.BYTES -> ByteBuffer.wrap(bytes).getInt();
            case Long.BYTES -> ByteBuffer.wrap(bytes).getLong();
            default -> UNKNOWN;
        };
    }

    private static Optional<byte[]> value(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
