package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the fuzzer holds of any file, tried on seeded texts that are nearly right; and what one quote may cost. */
class AnyFileTest {

    private static final int FILES = 3_000;
    private static final int REGISTERS = 400;
    private static final int ROWS = 12;
    private static final String[] PIECES = {
        "\"", "\"\"", "\"\n", ";", ";;", "\n", "\r\n",
        "\r", "\n\n", "sep=;\n", "Salle;2016-01;2016-02;Note\n", "Salle,2016-01,Note\n", "A;1;2;x\n",
                "A;1;2;\"x\ny\"\n",
        "B;nc;;\n", "Note", "\t", " ", "é", "\u0000", "\uFEFF"
    };
    private static final Mapping MAPPING =
            Mapping.parse(Register.MAPPING + "ignorer: [{de: Note, multiligne: oui}, Autre]\n", "registre.yaml");
    private static final List<String> NOTES =
            List.of("", "x", "\"x\"", "\"x; y\"", "\"un \"\"x\"\"\"", "\"un\ndeux\"", "\"un\n\n; deux\n\"");

    @Test
    void isReadToItsLastLineOrRefused() {
        for (int seed = 0; seed < FILES; seed++) {
            byte[] file = file(new Random(seed));

            assertThatCode(() -> ReadingFuzzer.fuzzerTestOneInput(file))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    /** Of the rows beside it, none is lost and none is changed. */
    @Test
    void losesNoOtherRowToOneQuoteMoreOrLess() {
        for (int seed = 0; seed < REGISTERS; seed++) {
            Random random = new Random(seed);
            List<String> rows = rows(random);
            int hit = random.nextInt(ROWS);
            List<String> damaged = new ArrayList<>(rows);
            damaged.set(hit, oneQuote(rows.get(hit), random));

            List<String> expected = new ArrayList<>(counts(rows));
            expected.remove(hit);

            assertThat(counts(damaged)).as("seed %d, row %d", seed, hit).containsSubsequence(expected);
        }
    }

    private static byte[] file(Random random) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(random.nextInt(8));
        for (int piece = random.nextInt(30); piece > 0; piece--) {
            file.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String note = NOTES.get(random.nextInt(NOTES.size()));
            String other = random.nextBoolean() ? "\"a; b\"" : "c";
            rows.add("\"S%d\";2016-%02d;%s;%d;%s".formatted(i, i + 1, note, i, other));
        }
        return rows;
    }

    private static String oneQuote(String row, Random random) {
        int quote = row.indexOf('"', random.nextInt(row.length()));
        StringBuilder damaged = new StringBuilder(row);
        return random.nextBoolean() && quote >= 0
                ? damaged.deleteCharAt(quote).toString()
                : damaged.insert(random.nextInt(row.length() + 1), '"').toString();
    }

    private static List<String> counts(List<String> rows) {
        String text = "Salle;Mois;Note;Nb;Autre\n" + String.join("\n", rows) + "\n";
        TableSchema schema = TableSchema.FREQUENTATION;
        try (TableSource source = TableSource.unchecked(Csv.text(text), "F", schema, MAPPING)) {
            List<String> counts = new Register(schema, Register.outcomes(source)).counts();
            assertThat(source.lines().gap()).isZero();
            return counts;
        }
    }
}
