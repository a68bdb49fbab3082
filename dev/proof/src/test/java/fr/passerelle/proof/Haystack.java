package fr.passerelle.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a system keeps and says, as texts by the place where they stand. */
final class Haystack {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String TABLES = """
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'\
        """;

    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    /** The places, in order. */
    Set<String> places() {
        return texts.keySet();
    }

    /** What stands at a place. */
    String at(String place) {
        return String.valueOf(texts.get(place));
    }

    void add(String place, String text) {
        texts.computeIfAbsent(place, none -> new StringBuilder()).append(text).append('\n');
    }

    private void add(String place, byte[] bytes) {
        add(place, new String(bytes, UTF_8) + "\n" + new String(bytes, ISO_8859_1));
    }

    /** Every cell of every table, bytes and base64 decoded. */
    void addDatabase(Deployment system) {
        var endpoints = system.endpoints();
        try (var connection = DriverManager.getConnection(
                endpoints.postgresUrl(), endpoints.postgresUser(), endpoints.postgresPassword())) {
            for (String table : column(connection, TABLES)) {
                addTable(connection, table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void addTable(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                addRow("table " + table, rows);
            }
        }
    }

    private void addRow(String place, ResultSet row) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof byte[] bytes) {
                add(place, bytes);
            } else if (value != null) {
                String text = row.getString(i);
                add(place, text);
                addDecoded(place, text);
            }
        }
    }

    /** Spring Batch keeps its contexts so. */
    private void addDecoded(String place, String text) {
        try {
            add(place, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            add(place, "");
        }
    }

    /** Keys, values and headers of every record of every topic of the system, those of aborted transactions too. */
    void addTopics(Deployment system) {
        Map<String, Object> settings = system.endpoints()
                .administrator()
                .with(Map.of("isolation.level", "read_uncommitted", "max.poll.records", 10_000));
        try (var admin = Admin.create(settings);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(system.namespace()))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            drain(consumer);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void drain(KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::addRecord);
        }
    }

    private void addRecord(ConsumerRecord<byte[], byte[]> each) {
        String place = "topic " + each.topic();
        Stream.concat(
                        Stream.of(each.key(), each.value()),
                        Stream.of(each.headers().toArray()).map(header -> header.value()))
                .filter(bytes -> bytes != null)
                .forEach(bytes -> add(place, bytes));
    }

    /** The files under a folder; what a workbook holds is unpacked. */
    void addFiles(Path root, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                addFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addFile(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        add("file " + file, bytes);
        if (file.toString().endsWith(".xlsx")) {
            addParts(file);
        }
    }

    private void addParts(Path workbook) throws IOException {
        try (var zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : zip.stream().toList()) {
                add("file " + workbook, zip.getInputStream(part).readAllBytes());
            }
        }
    }
}
