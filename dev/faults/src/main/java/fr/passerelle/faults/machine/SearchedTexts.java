package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is kept and said in words: every cell of the database, every record of the topics, every log. A log is read on from where it was. */
public final class SearchedTexts {

    private static final String TABLES = """
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_schema in ('passerelle', 'batch') and table_type = 'BASE TABLE'\
        """;

    private final Map<Path, Long> read = new HashMap<>();

    Map<String, String> of(Target target, Connection connection) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        for (var table : tables(connection)) {
            texts.put("table " + table, cells(connection, table));
        }
        records(target, texts);
        logs(target.machine().var().resolve("log"), texts);
        logs(target.deployment().directory().resolve("log"), texts);
        return texts;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static String cells(Connection connection, String table) throws SQLException {
        var text = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    var value = rows.getObject(column);
                    text.append(value instanceof byte[] bytes ? new String(bytes, UTF_8) : value)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void records(Target target, Map<String, String> texts) {
        var names = target.deployment().topics();
        var broker = target.deployment().broker();
        Stream.concat(names.typed().stream(), Stream.of(names.deadLetters())).forEach(topic -> {
            var text = new StringBuilder();
            broker.committed(topic)
                    .forEach(record -> text.append(word(record.key()))
                            .append(word(record.value()))
                            .append('\n'));
            texts.put("topic " + topic.name(), text.toString());
        });
    }

    private static String word(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private void logs(Path folder, Map<String, String> texts) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(file.getFileName().toString(), rest(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rest(Path file) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.min(read.getOrDefault(file, 0L), bytes.length());
            var rest = new byte[Math.toIntExact(bytes.length() - from)];
            bytes.seek(from);
            bytes.readFully(rest);
            read.put(file, from + rest.length);
            return new String(rest, UTF_8) + "\n" + new String(rest, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
