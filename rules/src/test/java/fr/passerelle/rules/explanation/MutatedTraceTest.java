package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A result whose numbers were changed no longer follows from its trace: the re-evaluation looks at what it says it does. */
class MutatedTraceTest {

    private static final int CASES = 25;
    private static final int MUTATIONS = 60;

    @RepeatedTest(CASES)
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
