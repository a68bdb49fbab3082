package fr.passerelle.published.reject;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sheets.form.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectColumnsTest {

    private static final Reject REJECT = new Reject(
            1,
            "=registre.csv",
            12,
            3,
            0,
            "frequentation",
            "presences",
            "ENTIER",
            "Un nombre entier est attendu.",
            Map.of("id_salle", "DEMO-001", "presences", "-3"));

    @Test
    void keepsASpreadsheetFromComputingACell() {
        Table<Reject> table = table(List.of("frequentation"), List.of(), false);

        assertThat(line(table))
                .hasSameSizeAs(table.header())
                .startsWith(
                        "N-000001",
                        "'=registre.csv",
                        "12",
                        "0",
                        "frequentation",
                        "presences",
                        "ENTIER",
                        "Un nombre entier est attendu.",
                        "3")
                .contains("DEMO-001", "'-3", "");
    }

    @Test
    void putsWhatHasToBeCorrectedFirst() {
        Table<Reject> table = table(List.of("salles", "frequentation"), List.of("presences", "surface_m2"), false);

        assertThat(table.header().subList(9, 12)).containsExactly("presences", "surface_m2", "id_salle");
        assertThat(table.header()).doesNotHaveDuplicates();
        assertThat(line(table).get(9)).isEqualTo("'-3");
    }

    @Test
    void saysOnEachLineThatDataAreAReconstruction() {
        Table<Reject> table = table(List.of(), List.of(), true);

        assertThat(table.header()).startsWith("rejet_avertissement", "rejet_execution");
        assertThat(line(table)).startsWith("reconstitution", "N-000001");
    }

    private static Table<Reject> table(List<String> tables, List<String> atFault, boolean demonstration) {
        return new Table<>(RejectTable.columns(tables, atFault, demonstration), taker -> taker.accept(REJECT));
    }

    private static List<String> line(Table<Reject> table) {
        List<List<String>> lines = new ArrayList<>();
        table.texts(lines::add);
        return lines.getFirst();
    }
}
