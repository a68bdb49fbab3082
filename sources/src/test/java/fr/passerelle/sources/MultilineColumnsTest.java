package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which columns may hold several lines, as a mapping says it, used or ignored; and that the lines of a file add up. */
class MultilineColumnsTest {

    private static final TableSchema ATTENDANCE = TableSchema.frequentation();
    private static final String MAPPING = Register.MAPPING + "totaux: {colonne: Salle, valeurs: [Total]}\n";
    private static final String IGNORED = MAPPING + "ignorer: [Note]\n";
    private static final String MULTILINE = MAPPING + "ignorer: [{de: Note, multiligne: oui}]\n";
    private static final String HEADER = "Registre 2016;;;\nSalle;Mois;Note;Nb\n";

    @Test
    void swallowsNoRowInAnIgnoredColumn() {
        String text = HEADER + "A;2016-01;\"x;9\nA;2016-02;x;22\nA;2016-03;x\";31\n";

        assertThat(told(IGNORED, text))
                .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+1", "2016-02-01 22", "GUILLEMETS 5+1");
        assertThat(told(MULTILINE, text))
                .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+1", "2016-02-01 22", "GUILLEMETS 5+1");
    }

    @Test
    void readsSeveralLinesWhereTheMappingSaysSo() {
        String text = HEADER + "A;2016-01;\"un\ndeux\";9\nA;2016-02;x;22\n";

        assertThat(told(IGNORED, text)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+2", "2016-02-01 22");
        assertThat(told(MULTILINE, text)).containsExactly("2016-01-01 9", "2016-02-01 22");
        assertThat(told(
                        MAPPING.replace("id_salle: Salle", "id_salle: {de: Note, multiligne: oui}"),
                        text.replace("\"un\ndeux\"", "\"A\n\"")))
                .containsExactly("2016-01-01 9", "2016-02-01 22");
    }

    @Test
    void accountsForEachLine() {
        String text = "sep=;\n" + HEADER + "A;2016-01;\"un\ndeux\";9\n\n;;;\nA;2016-02\nTotal;;;9\nA;x;y;z\n";

        FileLines lines = read(MULTILINE, text).lines();

        assertThat(lines).isEqualTo(new FileLines(10, 1, 1, 1, 2, 1, 1, 2, 1));
        assertThat(lines.gap()).isZero();
    }

    private static List<String> told(String mapping, String text) {
        return Register.of(read(mapping, text), ATTENDANCE).outcomes().stream()
                .map(outcome -> switch (outcome) {
                    case Row.RowOutcome.Accepted(Row row) -> told(row);
                    case Row.RowOutcome.Refused(Row row, RejectedRow reject) ->
                        reject.reason() + " " + reject.line() + "+" + reject.lines();
                    case Row.RowOutcome.Control() -> "Control";
                })
                .toList();
    }

    private static String told(Row row) {
        Cells cells = new Cells(ATTENDANCE.header(), row);
        return cells.text("periode_debut") + " " + cells.integer("presences");
    }

    private static InputFile read(String mapping, String text) {
        Path path = Csv.text(text);
        return InputFile.examine(path, "registre.csv", ATTENDANCE, Mapping.parse(mapping, "mapping.yaml"));
    }
}
