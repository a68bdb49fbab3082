package fr.passerelle.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayActionTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T03:04:05Z");

    @Test
    void acceptsAnIllustrationWhereTheReplayIsOfOneOnly() {
        assertThat(words(ReplayAction.PUT_IN_FORCE, "2018-01"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12", "--illustration");
        assertThat(words(ReplayAction.PUT_IN_FORCE, "2017-05"))
                .containsExactly("replay", "put-in-force", "R-000007", "--reason=Essai", "--by=c-12");
        assertThat(words(ReplayAction.ROLLBACK, "2018-01")).doesNotContain("--illustration");
    }

    private static List<String> words(ReplayAction action, String bareme) {
        return action.operation(replay(Baremes.load(bareme)), "Essai", "c-12").words();
    }

    private static Replay replay(Bareme bareme) {
        return new Replay(
                7,
                "R-000007",
                "passerelle.replay.r-000007",
                Replay.State.COMPLETED,
                bareme.id(),
                bareme.sha256(),
                bareme.text(),
                "2017-10",
                4,
                Replay.Scope.REGION,
                new Replay.Manifest(10, Map.of(0, 5L), ""),
                "manifeste",
                "Essai",
                "c-1",
                "empreinte",
                null,
                NOW,
                NOW);
    }
}
