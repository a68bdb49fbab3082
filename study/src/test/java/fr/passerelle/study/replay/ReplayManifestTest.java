package fr.passerelle.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.study.replay.ReplayManifest.Scope;
import fr.passerelle.study.replay.ReplayManifest.Slice;
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
    void hashesAsEver() {
        assertThat(new ReplayManifest("passerelle", 1, "2018-01", "ab", "2017-05", SCOPE, SLICE).hash())
                .isEqualTo("ca453fd8e4c2ab0d68fb8988fefb9a692ac182fedc2ebe7410cb15007cfc0a4a");
    }

    @Test
    void hashesTheSameQuestionTheSameInWhicheverOrderItsPartitionsStand() {
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
}
