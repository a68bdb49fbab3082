package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.faults.check.History;
import fr.passerelle.faults.check.History.FileCounts;
import fr.passerelle.faults.check.History.LogRecord;
import fr.passerelle.faults.check.History.Reference;
import fr.passerelle.faults.check.History.Reject;
import fr.passerelle.faults.check.History.ResultRecord;
import fr.passerelle.faults.check.History.Run;
import fr.passerelle.faults.check.History.Scored;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Database;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.ResultHash.TopicResult;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** Reads all that a system left behind, once its groups have read everything. */
public record Recorder(Target target, SearchedTexts texts) {

    /** By partition too: what a partition has not withdrawn still stands there. */
    private static final String HOLDING = """
        select id, payload from (
            select distinct on (type, id, partition) type, id, payload, withdrawn from passerelle.result
            where run_no <= (select max(run_no) from passerelle.current_run)
            order by type, id, partition, run_no desc) as latest
        where not withdrawn and type = '%s' order by id\
        """;

    private static final String HOLDING_LINES = """
        select r.room_id || ' ' || passerelle.month_text(m.month), sum(s.held)
        from passerelle.attendance_said s
        join passerelle.attendance_month m on m.month_no = s.month_no
        join passerelle.room_number n on n.room_no = m.room_no
        join passerelle.room r on r.room_id = n.room_id
        where s.held > 0 group by 1\
        """;

    private static final String JOURNAL = """
        select seq, event_id::text, partition, subject, subject_seq, type, run_no from passerelle.journal
        where type <> 'RunPublished' order by seq\
        """;

    private static final String RUNS =
            "select run_no as no, state, coalesce(result_hash, '') as hash from passerelle.run order by run_no";

    private static final String FILES = """
        select r.run_no, f ->> 'name' as file, (f -> 'counts' ->> 'read')::bigint as read,
               (f -> 'counts' ->> 'accepted')::bigint as accepted, (f -> 'counts' ->> 'unchanged')::bigint as unchanged,
               (f -> 'counts' ->> 'rejected')::bigint as rejected, (f -> 'counts' ->> 'controls')::bigint as controls
        from passerelle.run r, jsonb_array_elements(r.counts -> 'files') f where r.state = 'PUBLISHED'\
        """;
    private static final String SCORED = """
        select run_no, partition, complete, records_expected as expected, records_seen as seen,
               scores_emitted + conversions_emitted + plans_emitted as announced
        from passerelle.run_scored\
        """;

    private static final String REJECTS =
            "select run_no, file_name as file, sha256, line, reason, cells::text from passerelle.reject";

    private static final Duration DRAIN = Duration.ofMinutes(5);

    private static final Records CODEC = new Records();

    public History history(Reference reference) {
        Poll.until(DRAIN, () -> lags().values().stream().allMatch(lag -> lag == 0));
        return new History(
                records(JOURNAL, LogRecord.class),
                topic(),
                holding(),
                told(),
                emitted(),
                readModel(),
                latest("CONVERSION", Conversion.SCHEMA$, Conversion.class),
                latest("PLAN", Plan.SCHEMA$, Plan.class),
                current(),
                records(RUNS, Run.class),
                records(FILES, FileCounts.class),
                records(SCORED, Scored.class),
                records(REJECTS, Reject.class),
                texts.of(target),
                lags(),
                reference);
    }

    private Map<String, Long> lags() {
        return target.groups().stream()
                .collect(Collectors.toMap(
                        group -> group, group -> target.broker().lag(group).orElse(0)));
    }

    /** What an undisturbed system proposes now. */
    public Reference reference() {
        return new Reference(
                database()
                        .cell("select result_hash from passerelle.run where state = 'PUBLISHED' order by run_no desc"
                                + " limit 1")
                        .orElse(""),
                current());
    }

    private Database database() {
        return target.deployment().database();
    }

    /** The rows of a query as records, whose components its columns name. */
    private <T> List<T> records(String sql, Class<T> type) {
        var mapper = new SimplePropertyRowMapper<>(type);
        return database().rows(sql, row -> mapper.mapRow(row, 0));
    }

    private List<LogRecord> topic() {
        return log().map(record -> new LogRecord(
                        number(record, "seq"),
                        Broker.header(record, "event_id"),
                        record.partition(),
                        new String(record.key(), UTF_8),
                        number(record, "subject_seq"),
                        Broker.header(record, "type"),
                        number(record, "run_no")))
                .toList();
    }

    private Stream<ConsumerRecord<byte[], byte[]>> log() {
        return target.broker().committed(target.deployment().topics().transitions()).stream()
                .filter(record -> !target.isInjected(record.partition(), record.offset()));
    }

    private Map<String, Long> holding() {
        var holding = new TreeMap<String, Long>();
        database().rows(HOLDING_LINES, row -> holding.put(row.getString(1), row.getLong(2)));
        return holding;
    }

    private Map<String, Long> told() {
        var schemas = schemas();
        var rooms = new TreeMap<String, Map<String, Long>>();
        log().forEach(record -> fold(decoded(record, schemas), rooms));
        var lines = new TreeMap<String, Long>();
        rooms.values().forEach(lines::putAll);
        lines.values().removeIf(count -> count == 0);
        return lines;
    }
    /** How many lines the latest record of each month of a room has, as a reader of one partition folds them. */
    private static void fold(SpecificRecord record, Map<String, Map<String, Long>> rooms) {
        switch (record) {
            case MonthReported month ->
                rooms.computeIfAbsent(month.getEpci() + " " + month.getRoomId(), room -> new TreeMap<>())
                        .put(month.getRoomId() + " " + month.getMonth(), (long)
                                month.getLines().size());
            case RoomWithdrawn room -> rooms.remove(room.getEpci() + " " + room.getRoomId());
            default -> {}
        }
    }

    private static SpecificRecord decoded(ConsumerRecord<?, byte[]> record, Map<Integer, Schema> schemas) {
        var schema = Objects.requireNonNull(schemas.get(WireFormat.idOf(record.value())));
        return CODEC.decode(WireFormat.bareOf(record.value()), schema);
    }

    private static long number(ConsumerRecord<?, ?> record, String header) {
        var text = Broker.header(record, header);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private List<ResultRecord> readModel() {
        return database()
                .rows(
                        "select type, id, run_no, partition, payload from passerelle.result order by 1, 2, 3, 4",
                        row -> new ResultRecord(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getInt(4),
                                digest(row.getBytes(5))));
    }

    private List<ResultRecord> emitted() {
        var schemas = schemas();
        var names = target.deployment().topics();
        return Stream.of(names.scores(), names.conversions(), names.plans())
                .flatMap(topic -> target.broker().committed(topic).stream())
                .flatMap(record -> emitted(record, schemas).stream())
                .toList();
    }

    private Map<Integer, Schema> schemas() {
        var schemas = new HashMap<Integer, Schema>();
        database()
                .rows(
                        "select id, schema from passerelle.registered_schema",
                        row -> schemas.put(row.getInt(1), new Schema.Parser().parse(row.getString(2))));
        return schemas;
    }

    private Optional<ResultRecord> emitted(ConsumerRecord<byte[], byte[]> record, Map<Integer, Schema> schemas) {
        try {
            return TopicResult.of(decoded(record, schemas))
                    .map(it -> new ResultRecord(
                            it.type().name(),
                            it.id(),
                            it.run().getRunNo(),
                            record.partition(),
                            digest(it.bare() == null ? null : CODEC.encode(it.bare()))));
        } catch (UndecodableRecord notOurs) {
            return Optional.empty();
        }
    }

    private <T extends SpecificRecord> List<T> latest(String type, Schema schema, Class<T> of) {
        return database().rows(HOLDING.formatted(type), row -> CODEC.decode(row.getBytes(2), schema, of));
    }

    private Map<String, String> current() {
        var current = new TreeMap<String, String>();
        database()
                .rows(
                        "select type || ' ' || id, payload from passerelle.current_result where not withdrawn",
                        row -> current.put(row.getString(1), digest(row.getBytes(2))));
        return current;
    }

    /** The beginning of the SHA-256 of these bytes; empty for none. */
    private static String digest(byte @Nullable [] bytes) {
        return bytes == null ? "" : Sha256.of(bytes).substring(0, 16);
    }
}
