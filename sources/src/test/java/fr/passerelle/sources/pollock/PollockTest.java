package fr.passerelle.sources.pollock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.mapping.Formula;
import fr.passerelle.sources.mapping.HeaderSearch;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.mapping.Recipe;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Codings;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pollock, a benchmark of reading damaged files (Hasso-Plattner-Institut): 2,290 files, each with what it should be read as. They stay
 * outside the repository, in a folder that the system property {@code passerelle.pollock} or the variable PASSERELLE_POLLOCK names, and
 * {@code .ci/run} where it finds it. Without it the tests are skipped: the root pom exempts this class by its name.
 */
@Tag("proof")
class PollockTest {

    private static final String FOLDER = folder();
    private static final int FILES = 2_290;
    private static final double RAW = 9.95;
    private static final double IMPORTED = 9.95;

    @Test
    void readsThemAsTheirAuthorsDeclareThem() {
        List<PollockFile> files = files();

        double score = score("raw", files, files.stream().map(Loaded::raw).toList());

        assertThat(isWhole(files) && score < RAW).as("raw: %s", score).isFalse();
    }

    @Test
    void importsThemWithoutAWrongRowThatNoRejectTells() {
        List<PollockFile> files = files();
        List<Loaded> loaded = files.stream().map(Loaded::imported).toList();

        double score = score("as imported", files, loaded);

        List<String> silent = IntStream.range(0, files.size())
                .filter(i -> loaded.get(i).isWrongInSilence(files.get(i)))
                .mapToObj(i -> files.get(i).name())
                .toList();
        System.out.println("Pollock, other than the clean file and without a reject: " + silent);
        assertThat(isWhole(files) && score < IMPORTED)
                .as("as imported: %s", score)
                .isFalse();
        assertThat(isWhole(files) ? silent : List.of()).isEmpty();
    }

    /** Else it is another set of files, such as the authors' survey: its figures are told, and nothing is asked of them. */
    private static boolean isWhole(List<PollockFile> files) {
        return files.size() == FILES;
    }

    private static double score(String how, List<PollockFile> files, List<Loaded> loaded) {
        List<Measures> measures = IntStream.range(0, files.size())
                .mapToObj(i -> loaded.get(i).measures(files.get(i)))
                .toList();
        System.out.printf(
                "Pollock, %s: %.4f of 10 over %d files, %d refused; success, then precision, recall and F1 of header,"
                        + " records and cells: %s%n",
                how,
                mean(measures, Measures::sum),
                files.size(),
                loaded.stream().filter(Loaded::isRefused).count(),
                IntStream.range(0, 10)
                        .mapToObj(i -> "%.4f"
                                .formatted(
                                        mean(measures, measure -> measure.all().get(i))))
                        .toList());
        return mean(measures, Measures::sum);
    }

    private static double mean(List<Measures> measures, Function<Measures, Double> one) {
        return measures.stream().mapToDouble(one::apply).average().orElse(0);
    }

    private static List<PollockFile> files() {
        return FOLDER.isEmpty() || !Files.isDirectory(Path.of(FOLDER))
                ? abort("Pollock is not here: name its folder (csv, clean, parameters) in passerelle.pollock or"
                        + " PASSERELLE_POLLOCK")
                : PollockFile.all(Path.of(FOLDER));
    }

    private static String folder() {
        String variable = System.getenv("PASSERELLE_POLLOCK");
        return System.getProperty("passerelle.pollock", variable == null ? "" : variable);
    }

    /**
     * What became of a file.
     *
     * @param rows the header, then the rows that enter; null where the file is refused
     * @param rejects how many rejects are told
     * @param refusal why the file is refused; empty where it is not
     */
    record Loaded(@Nullable List<List<String>> rows, int rejects, String refusal) {

        private static final Pattern DAMAGED_HEADER = Pattern.compile("n'a pas d'en-tête|ne va pas avec le mapping");

        /** Read as the authors say, and no more: records as they come, those that are refused left out. */
        static Loaded raw(PollockFile file) {
            List<List<String>> rows = new ArrayList<>();
            int rejects = 0;
            try (RawTable table = RawTables.open(file.path(), file.name(), file.declared())) {
                table.settle(RawTable.RowLayout.anyLines(Math.max(1, file.width())));
                for (RawRow row = table.next(); row != null; row = table.next()) {
                    if (row.flaw() == null) {
                        rows.add(List.copyOf(row.texts()));
                    } else {
                        rejects++;
                    }
                }
                return new Loaded(rows, rejects, "");
            } catch (UnusableFile refused) {
                return refused(refused);
            }
        }

        /**
         * Imported under the mapping that a data team would write: its columns by their names, or in their order where it has no header or one
         * of several lines. Where the file is refused, the mapping declares how it is read; where it is refused again since its header is
         * damaged, that it has none.
         */
        static Loaded imported(PollockFile file) {
            List<String> columns = columns(file);
            if (columns.isEmpty()) {
                return new Loaded(null, 0, "Its authors give it no column");
            }
            Loaded found = imported(file, mapping(file, columns, Reading.UNDECLARED));
            Loaded declared = found.isRefused() ? imported(file, mapping(file, columns, file.declared())) : found;
            return DAMAGED_HEADER.matcher(declared.refusal).find()
                    ? imported(file, TextColumns.inOrder(columns, 0, file.declared()))
                    : declared;
        }

        boolean isRefused() {
            return rows == null;
        }

        /** Whether it has rows that the clean file has not, or lacks some, and tells no reject. */
        boolean isWrongInSilence(PollockFile file) {
            return rows != null && rejects == 0 && !rows(rows).equals(rows(file.cleanRows()));
        }

        private static List<List<String>> rows(List<List<String>> all) {
            return all.stream()
                    .skip(1)
                    .map(row -> row.stream().map(String::strip).toList())
                    .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                    .toList();
        }

        private static Mapping mapping(PollockFile file, List<String> columns, Reading reading) {
            return file.headerLines() == 1
                    ? TextColumns.named(columns, file.columnNames(), reading)
                    : TextColumns.inOrder(columns, file.headerLine(), reading);
        }

        Measures measures(PollockFile file) {
            return rows == null ? Measures.REFUSED : Measures.of(file.cleanRows(), rows);
        }

        private static List<String> columns(PollockFile file) {
            int width = Math.max(file.width(), file.columnNames().size());
            return IntStream.rangeClosed(1, width).mapToObj(i -> "c" + i).toList();
        }

        private static Loaded imported(PollockFile file, Mapping mapping) {
            TableSchema schema = schema(columns(file));
            List<List<String>> rows = new ArrayList<>();
            if (file.headerLines() > 0) {
                rows.add(file.columnNames());
            }
            int rejects = 0;
            try (TableSource source =
                    TableSource.open(InputFile.examine(file.path(), file.name(), schema, mapping), schema)) {
                for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                    switch (outcome) {
                        case Row.RowOutcome.Accepted(var row) ->
                            rows.add(schema.header().stream()
                                    .map(new Cells(schema.header(), row)::required)
                                    .toList());
                        case Row.RowOutcome.Refused refused -> rejects++;
                        case Row.RowOutcome.Control() -> {}
                    }
                }
                return new Loaded(rows, rejects, "");
            } catch (UnusableFile refused) {
                return refused(refused);
            }
        }

        private static TableSchema schema(List<String> columns) {
            return TableSchema.read(columns.stream()
                    .map("{\"name\": \"%s\", \"type\": \"string\"}"::formatted)
                    .collect(Collectors.joining(", ", "{\"name\": \"textes\", \"fields\": [", "]}")));
        }

        private static Loaded refused(UnusableFile refused) {
            return new Loaded(null, 0, String.valueOf(refused.getMessage()));
        }
    }

    /**
     * The ten measures of Pollock for one file, as its authors compute them: their precision counts over what the clean file has, their recall
     * over what was loaded, and the text of a record is that of its cells one after the other. They also take numbers, days and prices that
     * are written otherwise for the same; capitals apart, this does not.
     */
    record Measures(double success, Overlap header, Overlap records, Overlap cells) {

        /** Of a file that is refused. */
        static final Measures REFUSED = new Measures(0, Overlap.NONE, Overlap.NONE, Overlap.NONE);

        /** How much of what is to be had was had. */
        record Overlap(double precision, double recall) {

            static final Overlap NONE = new Overlap(0, 0);
            static final Overlap ALL = new Overlap(1, 1);

            static Overlap of(List<String> clean, List<String> loaded) {
                if (clean.isEmpty()) {
                    return ALL;
                }
                long common = common(clean, loaded);
                return common == 0
                        ? NONE
                        : new Overlap((double) common / clean.size(), (double) common / loaded.size());
            }

            double f1() {
                return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            }

            double sum() {
                return precision + recall + f1();
            }

            private static long common(List<String> clean, List<String> loaded) {
                Map<String, Integer> left = new HashMap<>();
                clean.forEach(text -> left.merge(text, 1, Integer::sum));
                return loaded.stream()
                        .filter(text -> left.merge(text, -1, Integer::sum) >= 0)
                        .count();
            }
        }

        /** @param clean and {@code loaded}: the header, then the rows; without any line where there is nothing at all */
        static Measures of(List<List<String>> clean, List<List<String>> loaded) {
            if (clean.isEmpty()) {
                return new Measures(1, Overlap.ALL, Overlap.ALL, Overlap.ALL);
            }
            return new Measures(
                    1,
                    Overlap.of(header(clean), header(loaded)),
                    Overlap.of(records(clean), records(loaded)),
                    Overlap.of(cells(clean, Function.identity()), cells(loaded, Function.identity())));
        }

        /** What the authors call the simple score: at most 10. */
        double sum() {
            return success + header.sum() + records.sum() + cells.sum();
        }

        /** All ten, in the authors' order. */
        List<Double> all() {
            return Stream.concat(
                            Stream.of(success),
                            Stream.of(header, records, cells)
                                    .flatMap(overlap -> Stream.of(overlap.precision(), overlap.recall(), overlap.f1())))
                    .toList();
        }

        private static List<String> header(List<List<String>> rows) {
            return cells(rows.subList(0, Math.min(1, rows.size())), Measures::lower);
        }

        private static List<String> records(List<List<String>> rows) {
            return rows.stream().skip(1).map(row -> lower(String.join("", row))).toList();
        }

        private static List<String> cells(List<List<String>> rows, Function<String, String> form) {
            return rows.stream().flatMap(List::stream).map(form).toList();
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

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
                    .ofCsvRecord(Files.readString(clean, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
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

    /** Mappings that take each column of a file as it is. */
    static final class TextColumns {

        private TextColumns() {}

        /** Of a file whose header, wherever it stands, names its columns. */
        static Mapping named(List<String> targets, List<String> names, Reading reading) {
            return mapping(targets, names, HeaderSearch.FIND, reading);
        }

        /**
         * Of a file whose columns are taken in their order.
         *
         * @param headerLine line of its header, 0 for none
         */
        static Mapping inOrder(List<String> targets, int headerLine, Reading reading) {
            List<String> places = targets.stream()
                    .map(target -> "#" + (targets.indexOf(target) + 1))
                    .toList();
            return mapping(targets, places, headerLine, reading);
        }

        private static Mapping mapping(List<String> targets, List<String> names, int headerLine, Reading reading) {
            Map<String, Formula> formulas = new LinkedHashMap<>();
            for (int i = 0; i < targets.size(); i++) {
                Formula.From from = new Formula.From(List.of(HeaderSearch.clean(names.get(i))), false);
                formulas.put(targets.get(i), new Formula(from, List.of(), false, true));
            }
            Recipe recipe = new Recipe(
                    formulas, null, null, null, null, "", false, false, false, List.of(), Map.of(), Forms.UNDECLARED);
            return new Mapping("textes", "textes", "textes", List.of(), reading, headerLine, recipe);
        }
    }
}
