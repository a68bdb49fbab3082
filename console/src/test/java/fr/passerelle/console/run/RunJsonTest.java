package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.run.FileRows;
import fr.passerelle.published.run.RowCounts;
import fr.passerelle.published.run.RunJson;
import org.junit.jupiter.api.Test;

class RunJsonTest {

    private static final String PARAMETERS = """
        {"inputs": [{"role": "ROOMS", "name": "salles.csv", "sha256": "a1", "rows": 10},
                    {"role": "ATTENDANCE", "name": "f.csv", "sha256": "b2", "rows": 90}]}\
        """;

    @Test
    void givesEachFileTheCountsOfItsRows() {
        var files = RunJson.files(PARAMETERS, """
            {"files": [{"role": "ATTENDANCE", "name": "f.csv", "sha256": "b2",
                        "counts": {"read": 90, "accepted": 80, "unchanged": 3, "rejected": 5, "controls": 2}}]}\
            """);

        assertThat(files.get(1).counts()).isEqualTo(new RowCounts(90, 80, 3, 5, 2));
        assertThat(files.get(1).counts().explained()).isEqualTo(90);
        assertThat(files.getFirst().counts()).isEqualTo(RowCounts.NONE);
    }

    @Test
    void knowsTheFilesOfARunThatIsNotClosed() {
        assertThat(RunJson.files(PARAMETERS, null)).extracting(FileRows::rows).containsExactly(10L, 90L);
    }
}
