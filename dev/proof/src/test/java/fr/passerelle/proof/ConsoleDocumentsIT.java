package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The explanation of an intercommunalité as files that its page gives. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithConsole.class)
@ResourceLock(WithConsole.CONSOLE)
class ConsoleDocumentsIT {

    private static final String EXPLANATION = "/intercommunalites/200072031/explication";

    private ConsoleSystem console;

    @BeforeAll
    void share(ConsoleSystem shared) {
        console = shared;
    }

    @Test
    void givesATextToGoOnWriting() {
        var odt = get(EXPLANATION + ".odt");

        assertThat(header(odt, "content-type")).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(header(odt, "content-disposition")).contains("attachment", "explication-200072031.odt");
        assertThat(odt.body()).startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");
    }

    @Test
    void givesAPdfToFile() {
        var pdf = get(EXPLANATION + ".pdf");

        assertThat(header(pdf, "content-type")).isEqualTo("application/pdf");
        assertThat(header(pdf, "content-disposition")).contains("attachment", "explication-200072031.pdf");
        assertThat(pdf.body()).startsWith("%PDF-1.");
    }

    @Test
    void leadsToBothFromThePageAndToNoneThatIsNotThere() {
        assertThat(get("/intercommunalites/200072031").body()).contains(EXPLANATION + ".odt", EXPLANATION + ".pdf");
        assertThat(console.as(Role.LECTEUR)
                        .get("/intercommunalites/999999999/explication.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesTheDraftsOfTheActsToReadAndToGoOnWriting() {
        for (String act : List.of("deliberation", "convention")) {
            var path = "/intercommunalites/200072031/" + act;
            assertThat(get("/intercommunalites/200072031").body()).contains(path);
            assertThat(get(path).body()).contains("PROJET", path + ".odt").doesNotContain("??");
            var odt = get(path + ".odt");
            assertThat(header(odt, "content-disposition")).contains("attachment", act + "-200072031.odt");
            assertThat(odt.body()).startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");
        }
    }

    @Test
    void givesTheRecordsOfAnEpciAndOfARoomToTakeAway() {
        var all = get("/intercommunalites/200072031/releves.csv").body();
        var room = all.lines().skip(1).findFirst().orElseThrow().split(";")[1];
        var one = get("/salles/" + room + "/releves.csv").body();

        assertThat(all.lines().count()).isGreaterThan(one.lines().count());
        assertThat(one).startsWith("\uFEFFnature;id_salle;").contains(";Atelier;");
        assertThat(all).contains(one.lines().skip(1).findFirst().orElseThrow());
        assertThat(get("/salles/" + room + "/releves").body())
                .contains("/salles/" + room + "/releves.csv", "<td>Atelier</td>")
                .doesNotContain("<td>ATELIER</td>");
        assertThat(console.system()
                        .number("select count(*) from passerelle.audit where action = 'EXPORTED' and subject ="
                                + " 'releves "
                                + room + "'"))
                .isOne();
    }

    private HttpResponse<String> get(String path) {
        HttpResponse<String> answer = console.as(Role.LECTEUR).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
