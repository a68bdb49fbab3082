package fr.passerelle.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.operation.OutputPage.OperationView;
import fr.passerelle.console.page.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part that is swapped every two seconds: the keyboard goes back only to what has an identifier. */
class OutputTemplateTest {

    @Test
    void keepsTheKeyboardWhereItIsWhileMoreIsToCome() throws Exception {
        assertThat(part(true))
                .containsSubsequence("<pre class=\"journal\" id=\"journal\"", "id=\"actualiser\"", "id=\"arreter\"")
                .doesNotContain("id=\"suite\"");
        assertThat(part(false)).contains("id=\"journal\"", "id=\"suite\"");
    }

    @Test
    void bringsTheScriptThatKeepsThePlaceInTheText() throws Exception {
        assertThat(shown("operation/sortie", true)).contains("/js/journal.js");
    }

    private static String part(boolean running) throws Exception {
        return shown("operation/sortie :: sortie", running);
    }

    private static String shown(String view, boolean running) throws Exception {
        OperationView operationView = new OperationView(
                "Reprise",
                "N-000001",
                "./passerelle",
                Instant.EPOCH,
                null,
                "en cours",
                "started",
                running,
                "/executions",
                List.of("ligne"));
        return Templates.show(
                view, "OPERATEUR", Map.of("page", new OutputPage.OperationOutput("courante", operationView)));
    }
}
