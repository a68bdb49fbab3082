package fr.passerelle.published.reject;

import static org.assertj.core.api.Assertions.assertThat;

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
        RejectColumns columns = new RejectColumns(List.of("frequentation"), false);

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
    void saysOnEachLineThatDataAreAReconstruction() {
        RejectColumns columns = new RejectColumns(List.of(), true);

        assertThat(columns.header()).startsWith("rejet_avertissement", "rejet_execution");
        assertThat(columns.line(REJECT)).startsWith("reconstitution", "N-000001");
    }
}
