package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a gigabyte of each kind is read with a quarter of a gigabyte of memory. */
@Tag("proof")
class LargeFilesIT {

    private static final String MEMORY = "-Xmx256m";

    private Path file = Path.of("");

    @BeforeEach
    void makeAPlace() throws IOException {
        file = Files.createTempFile(Files.createDirectories(Path.of("target")), "large-", ".tmp");
    }

    @AfterEach
    void clear() throws IOException {
        Files.delete(file);
    }

    /** By a process of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "ods"})
    void readsALargeFile(String kind, TestReporter reporter) throws IOException, InterruptedException {
        long rows = switch (kind) {
            case "csv" -> LargeFiles.csv(file);
            case "xlsx" -> LargeFiles.xlsx(file);
            default -> LargeFiles.ods(file);
        };
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileReader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        reporter.publishEntry("read", said.strip() + " in " + Duration.ofNanos(System.nanoTime() - start));

        assertThat(exit).as(said).isZero();
        assertThat(said).startsWith("rows=%d accepted=%d ".formatted(rows, rows));
    }

    /** Attendance files of half a gigabyte once unpacked; each answers how many rows it has. No row is like another one. */
    static final class LargeFiles {

        /** Bytes of a file, or of the part of it that has the rows. */
        static final long SIZE = 500L << 20;

        private static final int SHARED = 500_000;
        private static final String HEADER = String.join(";", TableSchema.FREQUENTATION.header());
        private static final String SPLIT = "<split/>";

        private LargeFiles() {}

        static long csv(Path file) throws IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                write(out, HEADER + "\n");
                return fill(out, row -> text(row) + "\n");
            }
        }

        /** Its first column is made of half a million shared strings. */
        static long xlsx(Path file) throws IOException {
            Map<String, String> parts = Books.xlsxParts(xlsxHeader() + SPLIT);
            try (ZipOutputStream out = zip(file)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    if (!part.getKey().equals(Books.SHEET) && !part.getKey().equals(Books.SHARED_STRINGS)) {
                        out.putNextEntry(new ZipEntry(part.getKey()));
                        write(out, part.getValue());
                    }
                }
                out.putNextEntry(new ZipEntry(Books.SHARED_STRINGS));
                shared(out);
                out.putNextEntry(new ZipEntry(Books.SHEET));
                return around(out, Objects.requireNonNull(parts.get(Books.SHEET)), LargeFiles::xlsxRow);
            }
        }

        static long ods(Path file) throws IOException {
            Map<String, String> parts = Books.odsParts(Books.sheet("F", odsRow(HEADER) + SPLIT));
            try (ZipOutputStream out = zip(file)) {
                for (String part : new String[] {"mimetype", "META-INF/manifest.xml"}) {
                    out.putNextEntry(new ZipEntry(part));
                    write(out, Objects.requireNonNull(parts.get(part)));
                }
                out.putNextEntry(new ZipEntry(Books.CONTENT));
                return around(out, Objects.requireNonNull(parts.get(Books.CONTENT)), row -> odsRow(text(row)));
            }
        }

        private static long around(OutputStream target, String content, LongFunction<String> row) throws IOException {
            OutputStream out = new BufferedOutputStream(target, 1 << 16);
            String[] halves = content.split(SPLIT, 2);
            write(out, halves[0]);
            long rows = fill(out, row);
            write(out, halves[1]);
            out.flush();
            return rows;
        }

        private static long fill(OutputStream out, LongFunction<String> row) throws IOException {
            long rows = 0;
            for (long written = 0; written < SIZE; rows++) {
                written += write(out, row.apply(rows));
            }
            return rows;
        }

        private static int write(OutputStream out, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            return bytes.length;
        }

        private static ZipOutputStream zip(Path file) throws IOException {
            ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file));
            out.setLevel(Deflater.BEST_SPEED);
            return out;
        }

        private static void shared(OutputStream target) throws IOException {
            OutputStream out = new BufferedOutputStream(target, 1 << 16);
            write(out, "<sst>");
            for (int i = 0; i < SHARED; i++) {
                write(out, "<si><t>RELEVE-" + i + "</t></si>");
            }
            write(out, "</sst>");
            out.flush();
        }

        private static String text(long row) {
            return "R" + row + ";salle-" + row % 977 + ";2016-01-01;2016-01-31;MOIS;ACCES_LIBRE;OUVERT;" + row % 60
                    + ";10.5;" + row % 5000 + ";;;;";
        }

        private static String xlsxRow(long row) {
            return xlsxRow(
                    row + 2,
                    " t=\"s\"><v>" + row % SHARED + "</v>",
                    inline("salle-" + row % 977 + "-du-territoire-de-Laon"),
                    " s=\"1\"><v>42370</v>",
                    " s=\"1\"><v>42400</v>",
                    inline("MOIS"),
                    inline("ACCES_LIBRE"),
                    inline("OUVERT"),
                    "><v>" + row % 60 + "</v>",
                    "><v>10.5</v>",
                    "><f>SUM(A1:Z1)</f><v>" + row % 5000 + "</v>",
                    "><v>" + row % 7 + "</v>");
        }

        private static String xlsxHeader() {
            return xlsxRow(
                    1, Stream.of(HEADER.split(";")).map(LargeFiles::inline).toArray(String[]::new));
        }

        private static String inline(String text) {
            return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
        }

        /** Cells with their references, as office programs write them. */
        private static String xlsxRow(long line, String... cells) {
            StringBuilder row = new StringBuilder("<row r=\"" + line + "\" spans=\"1:14\">");
            for (int i = 0; i < cells.length; i++) {
                row.append("<c r=\"")
                        .append((char) ('A' + i))
                        .append(line)
                        .append('"')
                        .append(cells[i])
                        .append("</c>");
            }
            return row.append("</row>").toString();
        }

        private static String odsRow(String texts) {
            return Stream.of(texts.split(";", -1))
                    .map(LargeFiles::odsCell)
                    .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
        }

        private static String odsCell(String text) {
            if (text.isEmpty()) {
                return "<table:table-cell/>";
            }
            char first = text.charAt(0);
            String value = first < '0' || first > '9'
                    ? "\"string\""
                    : text.contains("-")
                            ? "\"date\" office:date-value=\"" + text + "\""
                            : "\"float\" office:value=\"" + text + "\"";
            return "<table:table-cell office:value-type=" + value + "><text:p>" + text + "</text:p></table:table-cell>";
        }
    }

    /** Reads an attendance file in a process of its own and says how many rows it has, and the most memory and the time of a processor that it took. */
    static final class LargeFileReader {

        private static final Path STATUS = Path.of("/proc/self/status");

        private LargeFileReader() {}

        /** @param arguments the file */
        public static void main(String[] arguments) throws IOException {
            long rows = 0;
            long accepted = 0;
            try (TableSource source =
                    TableSource.unchecked(Path.of(arguments[0]), "F", TableSchema.FREQUENTATION, Mapping.CANONICAL)) {
                for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                    rows++;
                    accepted += outcome instanceof Row.RowOutcome.Accepted ? 1 : 0;
                }
            }
            System.out.println("rows=" + rows + " accepted=" + accepted + " " + peak() + " cpu="
                    + ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        }

        private static String peak() throws IOException {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst()
                            .orElse("")
                    : "";
        }
    }
}
