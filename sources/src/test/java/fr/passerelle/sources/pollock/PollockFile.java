package fr.passerelle.sources.pollock;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.sources.table.Codings;
import fr.passerelle.sources.table.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of the benchmark: as it is found, as it should be read, and what the authors say of it. */
record PollockFile(Path path, Path clean, JsonNode parameters) {

    /** All files of a folder that has {@code csv}, {@code clean} and {@code parameters}, by name. */
    static List<PollockFile> all(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("csv"))) {
            return files.sorted().map(file -> of(folder, file)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    int width() {
        return parameters.path("n_columns").asInt(0);
    }

    /** Line of the last line of its header; 0 where it has none. */
    int headerLine() {
        return headerLines() == 0 ? 0 : parameters.path("preamble_lines").asInt(0) + headerLines();
    }

    int headerLines() {
        return parameters.path("header_lines").asInt(0);
    }

    List<String> columnNames() {
        return parameters
                .path("column_names")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
    }

    /** How the authors say that it is to be read. */
    Reading declared() {
        Character quote = sign("quotechar");
        Character escape = sign("escapechar");
        return new Reading(
                charset(),
                sign("delimiter"),
                quote,
                escape != null && escape.equals(quote) ? null : escape,
                null,
                null);
    }

    /** The rows as they should be read, the header first. */
    List<List<String>> cleanRows() {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(withoutMark(Files.readString(clean, StandardCharsets.UTF_8)))) {
            return rows.stream().map(PollockFile::cells).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Plain ASCII is UTF-8; a charset that is not read here is to be found out. */
    private @Nullable String charset() {
        String encoding = parameters.path("encoding").asString("ascii").toUpperCase(Locale.ROOT);
        String declared = encoding.equals("ASCII") ? "UTF-8" : encoding.replace("-SIG", "");
        return Codings.isKnown(declared) ? declared : null;
    }

    private @Nullable Character sign(String key) {
        String text = parameters.path(key).asString("");
        return text.isEmpty() ? null : text.charAt(0);
    }

    private static List<String> cells(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isEmpty() ? List.of() : row.getFields();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static PollockFile of(Path folder, Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            String json = Files.readString(folder.resolve("parameters").resolve(name + "_parameters.json"));
            return new PollockFile(
                    file,
                    folder.resolve("clean").resolve(name),
                    JsonMapper.shared().readTree(json));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
