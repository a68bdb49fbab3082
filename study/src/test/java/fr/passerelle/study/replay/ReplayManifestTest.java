package fr.passerelle.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest.Scope;
import fr.passerelle.study.replay.ReplayManifest.Slice;
import fr.passerelle.study.replay.Replays.ReplayForce;
import fr.passerelle.study.replay.Replays.ReplayForce.ReplayStanding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayManifestTest {

    private static final Slice SLICE = new Slice(40, Map.of(3, 12L, 1, 5L), "abc");
    private static final Scope SCOPE = new Scope(List.of("200000001"), List.of());
    private static final ReplayManifest ASKED = asked("2018-01", "2017-05", 1, SCOPE, SLICE);

    @Test
    void hashesAllThatItFreezes() {
        assertThat(Stream.of(
                                ASKED,
                                asked("2017-05", "2017-05", 1, SCOPE, SLICE),
                                asked("2018-01", "2017-06", 1, SCOPE, SLICE),
                                asked("2018-01", "2017-05", 2, SCOPE, SLICE),
                                asked("2018-01", "2017-05", 1, Scope.REGION, SLICE),
                                asked("2018-01", "2017-05", 1, SCOPE, new Slice(41, SLICE.records(), "abc")),
                                asked("2018-01", "2017-05", 1, SCOPE, new Slice(40, Map.of(3, 12L), "abc")),
                                asked("2018-01", "2017-05", 1, SCOPE, new Slice(40, SLICE.records(), "b")))
                        .map(ReplayManifest::hash))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    /** Plans that are kept are checked against it: another way to hash refuses all of them. */
    @Test
    void hashesAsEverInWhicheverOrderItsPartitionsStand() {
        assertThat(new ReplayManifest("passerelle", 1, "2018-01", "ab", "2017-05", SCOPE, SLICE).hash())
                .isEqualTo("ca453fd8e4c2ab0d68fb8988fefb9a692ac182fedc2ebe7410cb15007cfc0a4a");
        assertThat(asked("2018-01", "2017-05", 1, SCOPE, new Slice(40, Map.of(1, 5L, 3, 12L), "abc"))
                        .hash())
                .isEqualTo(ASKED.hash());
    }

    @Test
    void isReadAsItWasKept() {
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsString(ASKED), ReplayManifest.class))
                .isEqualTo(ASKED);
        JsonNode kept = json.valueToTree(ASKED);
        assertThat(kept.propertyNames())
                .containsExactly("live", "run", "baremeId", "baremeHash", "asOf", "scope", "slice");
        assertThat(kept.get("scope").propertyNames()).containsExactly("epcis", "rooms");
        assertThat(kept.get("slice").propertyNames()).containsExactly("head", "records", "sha256");
    }

    @Test
    void standsUnderANamespaceOfItsOwn() {
        assertThat(ReplayManifest.namespace(ReplayExamples.completed(Baremes.load("2017-05"))))
                .isEqualTo("passerelle.replay.r-000007");
    }

    private static ReplayManifest asked(String bareme, String asOf, long run, Scope scope, Slice slice) {
        return new ReplayManifest(
                "passerelle", run, bareme, Baremes.load(bareme).sha256(), asOf, scope, slice);
    }

    private static final ReplayForce.Step FIRST_PUT = new ReplayForce.Step(1, Study.Verb.ADOPT);
    private static final ReplayForce.Step FIRST_BACK = new ReplayForce.Step(1, Study.Verb.ROLLBACK);
    private static final ReplayForce.Step SECOND_PUT = new ReplayForce.Step(2, Study.Verb.ADOPT);
    private static final ReplayForce BACK_TO_FIRST =
            new ReplayForce(List.of(new ReplayForce.Step(2, Study.Verb.ROLLBACK), SECOND_PUT, FIRST_PUT));

    @Test
    void keepsTheLastThatWasPutInForceUntilItIsTakenBack() {
        ReplayForce none = new ReplayForce(List.of());

        assertThat(none.isInForce(1)).isFalse();
        assertThat(none.isTakenBack(1)).isFalse();

        ReplayForce force = new ReplayForce(List.of(SECOND_PUT, FIRST_PUT));

        assertThat(force.isInForce(2)).isTrue();
        assertThat(force.isInForce(1)).isFalse();
        assertThat(force.isTakenBack(1)).isFalse();

        assertThat(BACK_TO_FIRST.isInForce(1)).isTrue();
        assertThat(BACK_TO_FIRST.isTakenBack(2)).isTrue();
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
        assertThat(BACK_TO_FIRST.standing(replay(1, Study.State.COMPUTED))).isEqualTo(ReplayStanding.IN_FORCE);
        assertThat(BACK_TO_FIRST.standing(replay(2, Study.State.COMPUTED))).isEqualTo(ReplayStanding.TAKEN_BACK);
        assertThat(BACK_TO_FIRST.standing(replay(2, Study.State.DISCARDED))).isEqualTo(ReplayStanding.DISCARDED);
        assertThat(BACK_TO_FIRST.standing(replay(3, Study.State.PLANNED))).isEqualTo(ReplayStanding.PLANNED);
    }

    private static Study<ReplayManifest> replay(long no, Study.State state) {
        return ReplayExamples.replay(no, state, Baremes.load("2017-05"));
    }
}
