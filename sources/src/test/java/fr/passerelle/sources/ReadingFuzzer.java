package fr.passerelle.sources;

import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a fuzzer calls with any bytes: a file of no known kind, a file under a mapping, or a mapping. Nothing but the two refusals may come
 * out; a row that is accepted says the same when it is read again; and each line of a file that is read to its end is accounted for, by
 * the reader and by its rows and rejects. {@code docs/decisions/0028-tests.md} says how to run it.
 */
public final class ReadingFuzzer {

    private static final List<TableSchema> TABLES = TableSchema.all();
    private static final Mapping WIDE = Mapping.parse("""
        mapping: large
        table: frequentation
        fichiers: ["*"]
        colonnes:
          id_salle: {de: Salle}
          activite: {constante: TOUTES}
          etat: {constante: OUVERT}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
        vides: [nc]
        ignorer: [{de: "Note*", multiligne: oui}, "*"]
        """, "large.yaml");

    private ReadingFuzzer() {}

    /** Called by the fuzzer: the first byte chooses what the rest is. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        switch (data[0] & 7) {
            case 0, 1, 2 -> read(rest, TABLES.get(data[0] & 3), Mapping.CANONICAL);
            case 3, 4 -> read(rest, TableSchema.FREQUENTATION, WIDE);
            case 5 -> mapping(rest);
            default -> {
                withHeader(rest, TableSchema.SALLES);
                withHeader(rest, TableSchema.FREQUENTATION);
            }
        }
    }

    private static void withHeader(byte[] rows, TableSchema schema) throws IOException {
        byte[] header = (String.join(";", schema.header()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(header, header.length + rows.length);
        System.arraycopy(rows, 0, file, header.length, rows.length);
        read(file, schema, Mapping.CANONICAL);
    }

    private static void read(byte[] bytes, TableSchema schema, Mapping mapping) throws IOException {
        Path file = Files.createTempFile("fuzz", ".bin");
        try {
            Files.write(file, bytes);
            read(file, schema, mapping);
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Path file, TableSchema schema, Mapping mapping) {
        Column[] columns = schema.fields().stream()
                .map(field -> new Column(field, Forms.UNDECLARED))
                .toArray(Column[]::new);
        try (TableSource source = TableSource.unchecked(file, "fichier", schema, mapping)) {
            LinesOfOutcomes seen = new LinesOfOutcomes(source.headerLine());
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                seen.see(outcome);
                if (outcome instanceof Row.RowOutcome.Accepted(Row row)) {
                    readAgain(row, columns);
                }
            }
            seen.requireAgreement(source.lines());
        } catch (UnusableFile expected) {
            requireSentence(expected);
            if (String.valueOf(expected.getMessage()).contains("le programme en explique")) {
                throw new IllegalStateException("A file whose lines do not add up", expected);
            }
        }
    }

    private static void readAgain(Row row, Column[] columns) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].value(row.text(i)) != row.value(i)) {
                throw new IllegalStateException("Column " + columns[i].name() + " reads otherwise the second time");
            }
        }
    }

    private static void mapping(byte[] text) {
        try {
            Mapping.parse(new String(text, StandardCharsets.UTF_8), "fuzz.yaml");
        } catch (InvalidYaml expected) {
            requireSentence(expected);
        }
    }

    private static void requireSentence(RuntimeException refusal) {
        if (refusal.getMessage() == null || refusal.getMessage().isBlank()) {
            throw new IllegalStateException("A refusal without a sentence", refusal);
        }
    }

    /** What the rows and the rejects of a file say of its lines: they come one after the other, and no two are of one line. */
    static final class LinesOfOutcomes {

        private long last;
        private long told;

        /** @param header line of the header, 0 for none */
        LinesOfOutcomes(long header) {
            this.last = header;
        }

        void see(Row.RowOutcome outcome) {
            switch (outcome) {
                case Row.RowOutcome.Accepted(Row row) -> see(row);
                case Row.RowOutcome.Refused(Row row, var rejected) -> see(row);
                case Row.RowOutcome.Control() -> {}
            }
        }

        /** At least the lines that are refused stand in rejects, and at most those of rows and of several lines beside. */
        void requireAgreement(FileLines lines) {
            if (lines.gap() != 0 || last > lines.all()) {
                throw new IllegalStateException("Lines do not add up: " + lines + ", last told " + last);
            }
            if (told < lines.refused() || told > lines.refused() + lines.rows() + lines.inside()) {
                throw new IllegalStateException("Rows and rejects tell " + told + " lines: " + lines);
            }
        }

        private void see(Row row) {
            if (row.line() == 0 || row.ordinal() > 0) {
                return;
            }
            if (row.line() <= last) {
                throw new IllegalStateException("Line " + row.line() + " is told after line " + last);
            }
            last = row.line() + row.lines() - 1;
            told += row.lines();
        }
    }
}
