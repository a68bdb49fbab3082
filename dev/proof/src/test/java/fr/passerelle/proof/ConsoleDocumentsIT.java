package fr.passerelle.proof;

import static fr.passerelle.proof.Terminal.plain;
import static fr.passerelle.proof.Visitor.header;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an intercommunalité told of its project, from its file to its page and its explanation; and the files that its page gives. */
class ConsoleDocumentsIT extends WithConsole.OnConsole {

    private static final String CHATEAU_THIERRY = "/intercommunalites/200072031";
    private static final String EXPLANATION = CHATEAU_THIERRY + "/explication";

    @Test
    @Tag("proof")
    void givesATextToGoOnWritingAndAPdfToFileThatThePageLeadsTo() {
        var odt = get(EXPLANATION + ".odt");

        assertThat(header(odt, "content-type")).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(header(odt, "content-disposition")).contains("attachment", "explication-200072031.odt");
        assertThat(odt.body()).startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");

        var pdf = get(EXPLANATION + ".pdf");

        assertThat(header(pdf, "content-type")).isEqualTo("application/pdf");
        assertThat(header(pdf, "content-disposition")).contains("attachment", "explication-200072031.pdf");
        assertThat(pdf.body()).startsWith("%PDF-1.");

        assertThat(get(CHATEAU_THIERRY).body()).contains(EXPLANATION + ".odt", EXPLANATION + ".pdf");
        assertThat(console.as(Role.LECTEUR).status("/intercommunalites/999999999/explication.pdf"))
                .isEqualTo(404);
    }

    @Test
    @Tag("proof")
    void givesTheDraftsOfTheActsToReadAndToGoOnWriting() {
        for (String act : List.of("deliberation", "convention")) {
            var path = CHATEAU_THIERRY + "/" + act;
            assertThat(get(CHATEAU_THIERRY).body()).contains(path);
            assertThat(get(path).body()).contains("PROJET", path + ".odt").doesNotContain("??");
            var odt = get(path + ".odt");
            assertThat(header(odt, "content-disposition")).contains("attachment", act + "-200072031.odt");
            assertThat(odt.body()).startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");
        }
    }

    @Test
    @Tag("proof")
    void givesTheRecordsOfAnEpciAndOfARoomToTakeAway() {
        var all = get(CHATEAU_THIERRY + "/releves.csv").body();
        var room = all.lines().skip(1).findFirst().orElseThrow().split(";")[1];
        var one = get("/salles/" + room + "/releves.csv").body();

        assertThat(all.lines().count()).isGreaterThan(one.lines().count());
        assertThat(one).startsWith("\uFEFFnature;id_salle;").contains(";Atelier;");
        assertThat(all).contains(one.lines().skip(1).findFirst().orElseThrow());
        assertThat(get("/salles/" + room + "/releves").body())
                .contains("/salles/" + room + "/releves.csv", "<td>Atelier</td>")
                .doesNotContain("<td>ATELIER</td>");
        assertThat(count("audit where action = 'EXPORTED' and subject =" + " 'releves " + room + "'"))
                .isOne();
    }

    private HttpResponse<String> get(String path) {
        HttpResponse<String> answer = console.as(Role.LECTEUR).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    /** 50 000 of animation the second year and 12 000 of other charges; 35 to 80 subscriptions at 30 € a month, and so on. */
    @Test
    void showsWhereItStandsAndWhatRunningCosts() {
        assertThat(page(CHATEAU_THIERRY))
                .contains("adoptée, le 15 décembre 2016", "rendue, 9 999,99 €", "4 500 € par an")
                .contains("Maisons de services au public", "62 000 €", "16 800 € à 38 300 €", "(reconstitution)")
                .doesNotContain("??");
    }

    @Test
    void dividesWhatStaysWhenACommuneLeaves() {
        assertThat(page(CHATEAU_THIERRY + "?cle=seances&quitte=02168"))
                .contains("Si Château-Thierry quittait l’intercommunalité", "Hausse en année 4");
        assertThat(page(CHATEAU_THIERRY + "?cle=autre&quitte=%3Cscript%3E"))
                .contains("Reste à charge par commune selon les habitants")
                .doesNotContain("quittait l’intercommunalité, les autres");
    }

    @Test
    void tellsItInTheAnnexOfTheWholeExplanation() {
        assertThat(page(CHATEAU_THIERRY + "/explication?tout=oui"))
                .contains("Le projet : ", "Modèle économique", "selon les habitants", "selon les séances");
    }

    private String page(String path) {
        return plain(get(path).body());
    }
}
