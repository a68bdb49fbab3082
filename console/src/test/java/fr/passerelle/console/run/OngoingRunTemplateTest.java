package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.published.run.RowCounts;
import fr.passerelle.published.run.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part that is swapped every three seconds: the keyboard goes back only to what has an identifier. */
class OngoingRunTemplateTest {

    @Test
    void keepsTheKeyboardWhereItIs() throws Exception {
        assertThat(Templates.show("run/encours :: encours", "OPERATEUR", Map.of("encours", view())))
                .contains(
                        "<a id=\"encours-une\" href=\"/executions/N-000002\"",
                        "id=\"relever\"",
                        "id=\"reprendre\"",
                        "id=\"abandonner\"");
    }

    private static RunView view() {
        RunRow row = RunRows.of(2, "OPEN", null, false);
        RunLine line = new RunLine(
                "N-000002",
                "nuit",
                "en cours",
                "running",
                false,
                null,
                "2017-05",
                Instant.EPOCH,
                "0 s",
                RowCounts.NONE,
                null);
        return new RunView(line, row, true, "attendre", List.of(), 0, true, true, true);
    }
}
