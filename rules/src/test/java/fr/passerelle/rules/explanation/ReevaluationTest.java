package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Any result follows from its own trace, and no longer once its numbers were changed: the re-evaluation looks at what it says it does. */
class ReevaluationTest {

    private static final int CASES = 150;
    private static final int MUTATED = 25;
    private static final int MUTATIONS = 60;

    @RepeatedTest(CASES)
    void givesEveryResultAgain(RepetitionInfo repetition) {
        EpciResults results = Facts.results(new AnyFacts(Seeds.random(repetition)).facts());

        assertThat(Reevaluation.of(results.plan().orElseThrow(), results.conversions(), results.scores()))
                .isEmpty();
    }

    @RepeatedTest(MUTATED)
    void disagreesOnceAFieldOrAnOperandIsAnother(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciResults results = Facts.results(new AnyFacts(random).facts());

        Plan plan = results.plan().orElseThrow();
        List<EveryValue.Value> held = EveryValue.held(plan, results.conversions(), results.scores());

        for (int i = 0; i < MUTATIONS; i++) {
            EveryValue.Value value = held.get(random.nextInt(held.size()));
            value.whileAnother(() -> assertThat(Reevaluation.of(plan, results.conversions(), results.scores()))
                    .as("%s", value)
                    .isNotEmpty());
        }
    }
}
