package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Templates;
import fr.passerelle.console.run.RunViews.RunLine;
import fr.passerelle.console.run.RunViews.RunView;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.event.RunKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part that is swapped every three seconds: the keyboard goes back only to what has an identifier. */
class OngoingRunTemplateTest {

    @Test
    void keepsTheKeyboardWhereItIs() throws Exception {
        assertThat(Templates.show("run/encours :: encours(encours=${page})", "OPERATEUR", Map.of("page", view())))
                .contains(
                        "<a id=\"encours-une\" href=\"/executions/N-000002\"",
                        "id=\"relever\"",
                        "id=\"reprendre\"",
                        "id=\"abandonner\"");
    }

    /** Whoever may not type a command is told who may. */
    @Test
    void tellsTheCommandToWhoMayRunIt() throws Exception {
        assertThat(stopped("OPERATEUR"))
                .contains("<code>./passerelle restart N-000002</code>")
                .doesNotContain("demandez");
        assertThat(stopped("ANALYSTE"))
                .contains("Un opérateur le peut")
                .doesNotContain("./passerelle", "id=\"reprendre\"", "hx-get");
    }

    private static String stopped(String role) throws Exception {
        return Templates.show("run/encours :: encours(encours=${page})", role, Map.of("page", view(Run.State.FAILED)));
    }

    static RunView view() {
        return view(Run.State.OPEN);
    }

    static RunView view(Run.State state) {
        return new RunView(
                new RunLine(run(state), "nuit", "en cours", "running", false, "0 s"),
                state == Run.State.OPEN,
                "attendre",
                "./passerelle restart N-000002",
                List.of(),
                0,
                true,
                true,
                true);
    }

    private static Run run(Run.State state) {
        return new Run(
                2,
                "N-000002",
                RunKind.NIGHTLY,
                state,
                "",
                null,
                "2017-05",
                "",
                "",
                new RunParameters(List.of(), null, false),
                null,
                false,
                null,
                null,
                null,
                OffsetDateTime.MIN,
                null);
    }
}
