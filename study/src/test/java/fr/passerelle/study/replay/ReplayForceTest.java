package fr.passerelle.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.Replays.ReplayForce;
import fr.passerelle.study.replay.Replays.ReplayForce.ReplayStanding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayForceTest {

    private static final ReplayForce.Step FIRST_PUT = new ReplayForce.Step(1, Study.Verb.ADOPT);
    private static final ReplayForce.Step FIRST_BACK = new ReplayForce.Step(1, Study.Verb.ROLLBACK);
    private static final ReplayForce.Step SECOND_PUT = new ReplayForce.Step(2, Study.Verb.ADOPT);

    @Test
    void holdsNothingBeforeAnyIsPutInForce() {
        ReplayForce none = new ReplayForce(List.of());

        assertThat(none.isInForce(1)).isFalse();
        assertThat(none.isTakenBack(1)).isFalse();
    }

    @Test
    void keepsTheLastThatWasPutInForce() {
        ReplayForce force = new ReplayForce(List.of(SECOND_PUT, FIRST_PUT));

        assertThat(force.isInForce(2)).isTrue();
        assertThat(force.isInForce(1)).isFalse();
        assertThat(force.isTakenBack(1)).isFalse();
    }

    @Test
    void givesWayToWhatItHadReplacedWhereItIsTakenBack() {
        ReplayForce force =
                new ReplayForce(List.of(new ReplayForce.Step(2, Study.Verb.ROLLBACK), SECOND_PUT, FIRST_PUT));

        assertThat(force.isInForce(1)).isTrue();
        assertThat(force.isTakenBack(2)).isTrue();
    }

    @Test
    void takesBackOneUntilItIsPutInForceAgain() {
        ReplayForce back = new ReplayForce(List.of(FIRST_BACK, FIRST_PUT));
        ReplayForce again = new ReplayForce(List.of(FIRST_PUT, FIRST_BACK, FIRST_PUT));

        assertThat(back.isInForce(1)).isFalse();
        assertThat(back.isTakenBack(1)).isTrue();
        assertThat(again.isInForce(1)).isTrue();
        assertThat(again.isTakenBack(1)).isFalse();
    }

    @Test
    void saysWhatBecameOfOneThatIsCompleted() {
        ReplayForce force =
                new ReplayForce(List.of(new ReplayForce.Step(2, Study.Verb.ROLLBACK), SECOND_PUT, FIRST_PUT));

        assertThat(force.standing(replay(1, Study.State.COMPUTED))).isEqualTo(ReplayStanding.IN_FORCE);
        assertThat(force.standing(replay(2, Study.State.COMPUTED))).isEqualTo(ReplayStanding.TAKEN_BACK);
        assertThat(force.standing(replay(2, Study.State.DISCARDED))).isEqualTo(ReplayStanding.DISCARDED);
        assertThat(force.standing(replay(3, Study.State.PLANNED))).isEqualTo(ReplayStanding.PLANNED);
    }

    private static Study<ReplayManifest> replay(long no, Study.State state) {
        return ReplayExamples.replay(no, state, Baremes.load("2017-05"));
    }
}
