package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.faults.check.EpciPlan;
import fr.passerelle.faults.check.History;
import fr.passerelle.faults.check.Log;
import fr.passerelle.faults.check.LogRecord;
import fr.passerelle.faults.check.MonthLineCounts;
import fr.passerelle.faults.check.ProposedResults;
import fr.passerelle.faults.check.Reference;
import fr.passerelle.faults.check.ResultRecord;
import fr.passerelle.faults.check.RoomConversion;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Broker;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.contract.WireFormat;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads all that a system left behind, once its groups have read everything. */
public final class Recorder {

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

    private static final Duration DRAIN = Duration.ofMinutes(5);

    private final Target target;
    private final Records records = new Records();
    private final SearchedTexts texts;

    /** @param texts what was read of the logs before is not read again */
    public Recorder(Target target, SearchedTexts texts) {
        this.target = target;
        this.texts = texts;
    }

    /** The history, held against a reference. */
    public History history(Reference reference) {
        var broker = target.deployment().broker();
        Poll.until(DRAIN, () -> lags(broker).values().stream().allMatch(lag -> lag == 0));
        try (var connection = target.deployment().database().connect()) {
            var table = new DatabaseRows(connection);
            return new History(
                    new Log(journal(table), topic(broker), new MonthLineCounts(holding(table), told(table, broker))),
                    results(table, broker),
                    new Books(table).accounts(),
                    texts.of(target, connection),
                    lags(broker),
                    reference);
        } catch (SQLException e) {
            throw new LocalFault("La base ne se laisse pas relire : " + e.getMessage(), e);
        }
    }

    /** How many committed records each group of events has still to read. */
    private Map<String, Long> lags(Broker broker) {
        var namespace = target.deployment().namespace();
        return Stream.of(namespace + ".events", namespace + ".projection")
                .collect(Collectors.toMap(
                        group -> group, group -> broker.lag(group).orElse(0)));
    }

    /** What an undisturbed system proposes now. */
    public Reference reference() {
        try (var connection = target.deployment().database().connect()) {
            var table = new DatabaseRows(connection);
            return new Reference(
                    target.cell("select result_hash from passerelle.run where state = 'PUBLISHED' order by run_no desc"
                                    + " limit 1")
                            .orElse(""),
                    current(table));
        } catch (SQLException e) {
            throw new LocalFault("La base ne se laisse pas relire : " + e.getMessage(), e);
        }
    }

    private static List<LogRecord> journal(DatabaseRows table) throws SQLException {
        return table.rows(
                "select seq, event_id::text, partition, subject, subject_seq, type, run_no from passerelle.journal"
                        + " where type <> 'RunPublished' order by seq",
                row -> new LogRecord(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7)));
    }

    private List<LogRecord> topic(Broker broker) {
        return broker.committed(target.deployment().topics().transitions()).stream()
                .filter(record -> !target.isInjected(record.partition(), record.offset()))
                .map(record -> new LogRecord(
                        number(record, "seq"),
                        Broker.header(record, "event_id"),
                        record.partition(),
                        new String(record.key(), UTF_8),
                        number(record, "subject_seq"),
                        Broker.header(record, "type"),
                        number(record, "run_no")))
                .toList();
    }

    private static Map<String, Long> holding(DatabaseRows table) throws SQLException {
        var holding = new TreeMap<String, Long>();
        table.rows(HOLDING_LINES, row -> holding.put(row.getString(1), row.getLong(2)));
        return holding;
    }

    private Map<String, Long> told(DatabaseRows table, Broker broker) throws SQLException {
        var schemas = schemas(table);
        var months = new TopicMonths();
        broker.committed(target.deployment().topics().transitions()).stream()
                .filter(record -> !target.isInjected(record.partition(), record.offset()))
                .forEach(record -> months.take(records.decode(
                        WireFormat.bareOf(record.value()),
                        Objects.requireNonNull(schemas.get(WireFormat.idOf(record.value()))))));
        return months.lines();
    }

    private static long number(ConsumerRecord<?, ?> record, String header) {
        var text = Broker.header(record, header);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private ProposedResults results(DatabaseRows table, Broker broker) throws SQLException {
        return new ProposedResults(
                emitted(table, broker),
                table.rows(
                        "select type, id, run_no, partition, payload from passerelle.result order by 1, 2, 3, 4",
                        row -> new ResultRecord(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getInt(4),
                                Digest.of(row.getBytes(5)))),
                conversions(table),
                plans(table),
                current(table));
    }

    private List<ResultRecord> emitted(DatabaseRows table, Broker broker) throws SQLException {
        var schemas = schemas(table);
        var names = target.deployment().topics();
        var emitted = new ArrayList<ResultRecord>();
        for (var topic : List.of(names.scores(), names.conversions(), names.plans())) {
            broker.committed(topic).stream()
                    .flatMap(record -> emitted(record, schemas).stream())
                    .forEach(emitted::add);
        }
        return emitted;
    }

    private static Map<Integer, Schema> schemas(DatabaseRows table) throws SQLException {
        Map<Integer, Schema> schemas = new HashMap<>();
        table.rows("select id, schema from passerelle.registered_schema", row -> {
            return schemas.put(row.getInt(1), new Schema.Parser().parse(row.getString(2)));
        });
        return schemas;
    }

    private Optional<ResultRecord> emitted(ConsumerRecord<byte[], byte[]> record, Map<Integer, Schema> schemas) {
        try {
            var schema = Objects.requireNonNull(schemas.get(WireFormat.idOf(record.value())));
            return Emission.of(records.decode(WireFormat.bareOf(record.value()), schema), record.partition(), records);
        } catch (UndecodableRecord notOurs) {
            return Optional.empty();
        }
    }

    private List<RoomConversion> conversions(DatabaseRows table) throws SQLException {
        return table.rows(HOLDING.formatted("CONVERSION"), row -> {
            var conversion = records.decode(row.getBytes(2), Conversion.SCHEMA$, Conversion.class);
            return new RoomConversion(
                    conversion.getRoomId(), conversion.getEpci(), conversion.getKind() == ConversionKind.TIERS_LIEU);
        });
    }

    private List<EpciPlan> plans(DatabaseRows table) throws SQLException {
        return table.rows(HOLDING.formatted("PLAN"), row -> {
            var plan = records.decode(row.getBytes(2), Plan.SCHEMA$, Plan.class);
            return new EpciPlan(
                    plan.getEpci(),
                    plan.getAid().stream()
                            .map(AidLine::getAid)
                            .flatMap(Stream::ofNullable)
                            .toList(),
                    plan.getAidTotal());
        });
    }

    private static Map<String, String> current(DatabaseRows table) throws SQLException {
        var current = new TreeMap<String, String>();
        table.rows(
                "select type || ' ' || id, payload from passerelle.current_result where not withdrawn",
                row -> current.put(row.getString(1), Digest.of(row.getBytes(2))));
        return current;
    }
}
