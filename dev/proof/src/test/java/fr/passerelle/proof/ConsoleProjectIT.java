package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What an intercommunalité told of its project, from its file to its page and its explanation: the demonstration, without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithConsole.class)
@ResourceLock(WithConsole.CONSOLE)
class ConsoleProjectIT {

    private static final String CHATEAU_THIERRY = "/intercommunalites/200072031";

    private ConsoleSystem console;

    @BeforeAll
    void share(ConsoleSystem shared) {
        console = shared;
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
        var answer = console.as(Role.LECTEUR).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
