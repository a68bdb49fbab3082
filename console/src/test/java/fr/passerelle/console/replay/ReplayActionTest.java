package fr.passerelle.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.replay.ReplayOperations.ReplayAction;
import fr.passerelle.published.replay.ReplayExamples;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayActionTest {

    @Test
    void acceptsAnIllustrationWhereTheReplayIsOfOneOnly() {
        assertThat(words(ReplayAction.PUT_IN_FORCE, "2018-01"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12", "--illustration");
        assertThat(words(ReplayAction.PUT_IN_FORCE, "2017-05"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12");
        assertThat(words(ReplayAction.ROLLBACK, "2018-01")).doesNotContain("--illustration");
    }

    private static List<String> words(ReplayAction action, String bareme) {
        return action.operation(ReplayExamples.completed(Baremes.load(bareme)), "Essai", "c-12")
                .words();
    }
}
