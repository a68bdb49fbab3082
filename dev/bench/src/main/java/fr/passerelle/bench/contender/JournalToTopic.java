package fr.passerelle.bench.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.CloudEvent;
import fr.passerelle.schemas.contract.WireFormat;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Limit: the journal in binary, straight to a topic, 10,000 records a transaction, with the same key, value and headers as the relay's. */
record JournalToTopic(String topic, int schemaId) implements BenchContender {

    private static final int TRANSACTION = 10_000;
    private static final int SIGNATURE = 19;
    private static final String ROWS =
            "copy (select seq, event_id, partition, subject, subject_seq, type, payload, run_no from"
                    + " passerelle.journal where type = 'MonthReported' order by seq) to stdout (format binary)";

    private static final String SCHEMA = "select id from passerelle.registered_schema where name like '%MonthReported'";

    @Override
    public WorkResult run(Work work) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(work.url(), work.user(), work.password());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings(work), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            long start = System.nanoTime();
            new JournalToTopic(work.topic(), schemaId(connection)).produce(connection, producer);
            return WorkResult.since(start, work.rows(), WorkResult.UNKNOWN);
        }
    }

    private static int schemaId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void produce(Connection connection, KafkaProducer<byte[], byte[]> producer)
            throws SQLException, IOException {
        long records = 0;
        producer.beginTransaction();
        try (InputStream copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), ROWS);
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(copy, 1 << 16))) {
            in.skipNBytes(SIGNATURE);
            while (in.readShort() > 0) {
                producer.send(record(in));
                if (++records % TRANSACTION == 0) {
                    producer.commitTransaction();
                    producer.beginTransaction();
                }
            }
        }
        producer.commitTransaction();
    }

    private ProducerRecord<byte[], byte[]> record(DataInputStream in) throws IOException {
        long seq = number(in);
        UUID id = id(in);
        int partition = (int) number(in);
        String subject = new String(bytes(in), UTF_8);
        long rank = number(in);
        String type = new String(bytes(in), UTF_8);
        byte[] value = WireFormat.frame(schemaId, bytes(in));
        List<Header> headers = new ArrayList<>(10);
        headers.add(header("seq", Long.toString(seq)));
        headers.add(header("event_id", id.toString()));
        headers.add(header("type", type));
        headers.add(header("subject_seq", Long.toString(rank)));
        headers.add(header("run_no", Long.toString(number(in))));
        new CloudEvent(id.toString(), source(), CloudEvent.PREFIX + type, subject)
                .writeTo((name, attribute) -> headers.add(new RecordHeader(name, attribute)));
        return new ProducerRecord<>(topic, partition, subject.getBytes(UTF_8), value, headers);
    }

    private String source() {
        return topic.substring(0, topic.lastIndexOf('.'));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static long number(DataInputStream in) throws IOException {
        return in.readInt() == Long.BYTES ? in.readLong() : in.readShort();
    }

    private static UUID id(DataInputStream in) throws IOException {
        in.readInt();
        return new UUID(in.readLong(), in.readLong());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static Map<String, Object> settings(Work work) {
        return work.kafka()
                .with(Map.of(
                        "transactional.id",
                        work.topic(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "zstd",
                        "batch.size",
                        256 * 1024,
                        "linger.ms",
                        20));
    }
}
