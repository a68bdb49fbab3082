package fr.passerelle.batch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {

    private static final Replay.Manifest MANIFEST = new Replay.Manifest(40, Map.of(3, 12L, 1, 5L), "abc");
    private static final Replay.Scope SCOPE = new Replay.Scope(List.of("200000001"), List.of());

    @Test
    void hashesAllThatItFreezes() {
        ReplayPlan plan = plan("2018-01", "2017-05", 1, SCOPE, MANIFEST);

        assertThat(Stream.of(
                                plan,
                                plan("2017-05", "2017-05", 1, SCOPE, MANIFEST),
                                plan("2018-01", "2017-06", 1, SCOPE, MANIFEST),
                                plan("2018-01", "2017-05", 2, SCOPE, MANIFEST),
                                plan("2018-01", "2017-05", 1, Replay.Scope.REGION, MANIFEST),
                                plan(
                                        "2018-01",
                                        "2017-05",
                                        1,
                                        SCOPE,
                                        new Replay.Manifest(41, MANIFEST.records(), "abc")),
                                plan("2018-01", "2017-05", 1, SCOPE, new Replay.Manifest(40, Map.of(3, 12L), "abc")),
                                plan("2018-01", "2017-05", 1, SCOPE, new Replay.Manifest(40, MANIFEST.records(), "b")))
                        .map(ReplayPlan::hash))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void hashesTheSamePlanTheSameWhoeverAsksAndWhy() {
        ReplayPlan again = new ReplayPlan(
                Baremes.load("2018-01"),
                "2017-05",
                1,
                SCOPE,
                new Replay.Manifest(40, Map.of(1, 5L, 3, 12L), "abc"),
                new StepMotive("autre motif", "c-99"));

        assertThat(again.hash())
                .isEqualTo(plan("2018-01", "2017-05", 1, SCOPE, MANIFEST).hash());
    }

    private static ReplayPlan plan(String bareme, String asOf, long run, Replay.Scope scope, Replay.Manifest manifest) {
        return new ReplayPlan(Baremes.load(bareme), asOf, run, scope, manifest, new StepMotive("essai", "c-0"));
    }
}
