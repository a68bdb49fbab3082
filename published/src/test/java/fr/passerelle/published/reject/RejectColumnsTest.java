package fr.passerelle.published.reject;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.reject.RejectTable.RejectColumns;
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
        RejectColumns columns = new RejectColumns(List.of("frequentation"), List.of(), false);

        assertThat(columns.line(REJECT))
                .hasSameSizeAs(columns.header())
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
        RejectColumns columns =
                new RejectColumns(List.of("salles", "frequentation"), List.of("presences", "surface_m2"), false);

        assertThat(columns.header().subList(9, 12)).containsExactly("presences", "surface_m2", "id_salle");
        assertThat(columns.header()).doesNotHaveDuplicates();
        assertThat(columns.line(REJECT).get(9)).isEqualTo("'-3");
    }

    @Test
    void saysOnEachLineThatDataAreAReconstruction() {
        RejectColumns columns = new RejectColumns(List.of(), List.of(), true);

        assertThat(columns.header()).startsWith("rejet_avertissement", "rejet_execution");
        assertThat(columns.line(REJECT)).startsWith("reconstitution", "N-000001");
    }
}
