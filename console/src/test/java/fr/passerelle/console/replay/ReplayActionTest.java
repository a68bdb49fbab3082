package fr.passerelle.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.replay.ReplayOperations.ReplayAction;
import fr.passerelle.console.replay.ReplayViews.ReplayContext;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayExamples;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays.ReplayForce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Study<ReplayManifest> VOTED = ReplayExamples.completed(Baremes.load("2017-05"));
    private static final Study<ReplayManifest> ILLUSTRATION = ReplayExamples.completed(Baremes.load("2018-01"));

    @Test
    void offersToPutInForceWhatTheCommandWouldAccept() {
        assertThat(on(true).gestures(ILLUSTRATION)).contains(ReplayAction.PUT_IN_FORCE);
        assertThat(on(false).gestures(VOTED)).contains(ReplayAction.PUT_IN_FORCE);
    }

    @Test
    void doesNotOfferAnIllustrationOnRealData() {
        assertThat(on(false).gestures(ILLUSTRATION)).containsExactly(ReplayAction.DISCARD);
    }

    private static ReplayContext on(boolean demonstration) {
        return new ReplayContext(
                Map.of(VOTED.question().run(), ReplayExamples.base(Baremes.load("2017-05"), demonstration)),
                0,
                new ReplayForce(List.of()),
                Optional.empty());
    }
}
