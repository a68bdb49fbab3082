package fr.passerelle.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.sheets.form.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {

    private static final List<String> NASTY =
            List.of("=HYPERLINK(\"x\")", "'=1+1", "@cmd", "un \"mot\" ; un autre", "école 🙂 Œuvre", "x".repeat(9_000));

    @TempDir
    private Path folder;

    private final Import night = new Import();

    @Test
    void givesNastyTextsBackAsTheyWereAndLeavesTheWarningOut() throws IOException {
        night.rooms(NASTY.stream().map(ExportIT::refusedRoom).toArray(String[]::new));
        Path csv = folder.resolve("rejets.csv");

        CsvFile.write(rejects(), csv, false);

        assertThat(names(csv)).containsExactlyElementsOf(NASTY);

        try (CsvReader<NamedCsvRecord> reader = reader(csv)) {
            assertThat(reader.iterator().next().getHeader())
                    .startsWith(TraceColumns.NAMES.toArray(String[]::new))
                    .doesNotContain("rejet_avertissement");
        }
    }

    private Table<Reject> rejects() {
        return RejectTable.rejects(
                new RejectTable(night.dataSource()), new Selection(night.runNo(), null, false), false);
    }

    private static String refusedRoom(String name) {
        return Csv.room("A" + Integer.toHexString(name.hashCode()), "75056")
                .replaceFirst("Salle [^;]*", java.util.regex.Matcher.quoteReplacement(quoted(name)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<String> names(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = reader(csv)) {
            return reader.stream()
                    .map(line -> Formulas.bare(line.getField("nom")))
                    .toList();
        }
    }

    private static CsvReader<NamedCsvRecord> reader(Path csv) throws IOException {
        return CsvReader.builder().fieldSeparator(';').detectBomHeader(true).ofNamedCsvRecord(csv);
    }
}
