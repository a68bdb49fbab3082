package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.run.RunRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectCsvTest {

    private static final Reject REJECT = new Reject(
            "frequentation",
            "=registre.csv",
            12,
            3,
            0,
            "presences",
            "ENTIER",
            "Un nombre entier est attendu.",
            Map.of("id_salle", "DEMO-001", "presences", "-3"));

    @Test
    void keepsASpreadsheetFromComputingACell() {
        assertThat(RejectCsv.line(run(false), REJECT, List.of("id_salle", "presences", "etat")))
                .containsExactly(
                        "N-000001",
                        "'=registre.csv",
                        "12",
                        "0",
                        "frequentation",
                        "presences",
                        "ENTIER",
                        "Un nombre entier est attendu.",
                        "3",
                        "DEMO-001",
                        "'-3",
                        "");
    }

    @Test
    void saysOnEachLineThatDataAreAReconstruction() {
        assertThat(RejectCsv.line(run(true), REJECT, List.of())).startsWith("reconstitution", "N-000001");
    }

    private static RunRow run(boolean demonstration) {
        return RunRows.of(1, "PUBLISHED", "2017-10", demonstration);
    }
}
