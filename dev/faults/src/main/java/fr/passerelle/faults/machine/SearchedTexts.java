package fr.passerelle.faults.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.process.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is kept and said in words: every cell of the database, every record of the topics, every log. A log is read on from where it was. */
public final class SearchedTexts {

    private static final String TABLES = """
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_schema in ('passerelle', 'batch') and table_type = 'BASE TABLE'\
        """;

    private final Map<Path, Long> read = new HashMap<>();

    Map<String, String> of(Target target) {
        var database = target.deployment().database();
        var texts = new LinkedHashMap<String, String>();
        for (var table : database.rows(TABLES, row -> row.getString(1))) {
            texts.put("table " + table, String.join("", database.rows("select * from " + table, SearchedTexts::cells)));
        }
        records(target, texts);
        logs(target.servers().var().resolve("log"), texts);
        logs(target.deployment().directory().resolve("log"), texts);
        return texts;
    }

    private static String cells(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = row.getObject(column);
            text.append(value instanceof byte[] bytes ? new String(bytes, UTF_8) : value)
                    .append('\n');
        }
        return text.toString();
    }

    private static void records(Target target, Map<String, String> texts) {
        var names = target.deployment().topics();
        Stream.concat(names.typed().stream(), Stream.of(names.deadLetters()))
                .forEach(topic -> texts.put(
                        "topic " + topic.name(),
                        target.broker().committed(topic).stream()
                                .map(record -> word(record.key()) + word(record.value()) + "\n")
                                .collect(Collectors.joining())));
    }

    private static String word(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private void logs(Path folder, Map<String, String> texts) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = PrivateFiles.unchecked(() -> Files.list(folder))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(file.getFileName().toString(), rest(file)));
        }
    }

    /** In both encodings, since a log may hold either. */
    private String rest(Path file) {
        var rest = PrivateFiles.unchecked(() -> PrivateFiles.since(file, read.getOrDefault(file, 0L)));
        read.merge(file, (long) rest.length(), Long::sum);
        return new String(rest.getBytes(ISO_8859_1), UTF_8) + "\n" + rest;
    }
}
