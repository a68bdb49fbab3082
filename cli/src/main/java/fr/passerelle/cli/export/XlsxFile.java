package fr.passerelle.cli.export;

import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.function.Uncheck;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of tables; that of a dataset ends with a sheet that says where its rows come from and what each column holds. */
public final class XlsxFile {

    /** The first day that an archive can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private XlsxFile() {}

    /**
     * Writes tables as a workbook, a sheet for each, by its name. Memory does not grow with their rows.
     *
     * @throws UnusableFile when the file cannot be written, or one has more rows than a sheet can hold
     */
    public static void write(List<Map.Entry<String, Table<?>>> sheets, Path file, boolean force) {
        OutputFile.write(file, force, out -> {
            try (Workbook book = book(out)) {
                for (Map.Entry<String, Table<?>> sheet : sheets) {
                    write(sheet.getValue(), sheet.getKey(), book);
                }
            }
        });
    }

    private static Workbook book(OutputStream out) {
        return new Workbook(out, "Passerelle", "1.0");
    }

    static List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
        OutputFile.write(file, force, out -> {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            write(of, table, written);
            copySteady(written.toByteArray(), out);
        });
        return List.of(file);
    }

    private static void write(Provenance of, Table<?> table, OutputStream out) throws IOException {
        try (Workbook book = book(out)) {
            write(table, of.dataset(), book);
            try (Sheet sheet = new Sheet(book, "Lisez-moi", List.of("rubrique", "contenu"))) {
                of.entries().forEach((name, text) -> sheet.line(List.of(name, text)));
                table.columns().forEach(column -> sheet.line(List.of(column.name(), column.says())));
            }
        }
    }

    private static <R> void write(Table<R> table, String name, Workbook book) throws IOException {
        try (Sheet sheet = new Sheet(book, name, table.header())) {
            table.rows()
                    .forEach(row -> sheet.line(table.columns().stream()
                            .map(column -> cell(column, row))
                            .toList()));
        }
    }

    private static <R> Object cell(Column<R> column, R row) {
        return column.of(row) instanceof Number number ? number : column.text(row);
    }

    /** Without the moment at which it was written, which the library puts into its entries and properties: the same rows give the same bytes. */
    private static void copySteady(byte[] book, OutputStream out) throws IOException {
        try (ZipFile from = ZipFile.builder().setByteArray(book).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                try (InputStream content = from.getInputStream(entry)) {
                    copy(entry.getName(), content, to);
                }
            }
        }
    }

    private static void copy(String name, InputStream from, ZipOutputStream to) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        to.putNextEntry(entry);
        if (name.equals(PROPERTIES)) {
            String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            to.write(text.replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
        } else {
            from.transferTo(to);
        }
    }

    /** A sheet that is written line by line, its header frozen. Every cell is text or a number: a spreadsheet computes none of them. */
    private static final class Sheet implements AutoCloseable {

        private static final int MOST_LINES = 1_048_576;
        private static final int LINES_IN_MEMORY = 500;
        private static final int WIDTH = 18;

        private final Worksheet sheet;
        private int next;

        Sheet(Workbook book, String name, List<String> header) {
            this.sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int i = 0; i < header.size(); i++) {
                sheet.width(i, WIDTH);
            }
            line(header);
        }

        /** The next line: numbers, and texts that {@link fr.passerelle.schemas.text.Formulas} guarded; refused where the sheet is full. */
        void line(List<? extends Object> cells) {
            if (next == MOST_LINES) {
                throw new UnusableFile("Une feuille ne tient pas plus de " + MOST_LINES
                        + " lignes : demandez un CSV (--csv), ou moins de lignes (--reason).");
            }
            for (int i = 0; i < cells.size(); i++) {
                cell(i, cells.get(i));
            }
            next++;
            if (next % LINES_IN_MEMORY == 0) {
                Uncheck.run(sheet::flush);
            }
        }

        private void cell(int column, Object cell) {
            if (cell instanceof Number number) {
                sheet.value(next, column, number);
            } else if (!cell.toString().isEmpty()) {
                sheet.inlineString(next, column, visible(cell.toString()));
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }

        /** XML has no place for most control characters: their pictures stand for them, so that none is lost unseen. */
        private static String visible(String cell) {
            StringBuilder text = new StringBuilder(cell.length());
            cell.chars().forEach(c -> text.append(isPlain(c) ? (char) c : c < ' ' ? (char) ('\u2400' + c) : '\uFFFD'));
            return text.toString();
        }

        private static boolean isPlain(int c) {
            return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\n' || c == '\t';
        }
    }
}
